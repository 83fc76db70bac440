"""What the reader decided, kept beside the corpus and replayed over every generation of its index."""
