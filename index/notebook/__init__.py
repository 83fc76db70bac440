"""The reader's decisions, stored beside the corpus and applied to every generation of its index."""
