"""What goes out, in which form: the JSON documents, and the formats of other tools."""
