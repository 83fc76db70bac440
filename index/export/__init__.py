"""The output of results: the JSON documents, and the formats of other tools."""
