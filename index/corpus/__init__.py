"""From the bytes of a folder to clean articles, with a way back to the file."""
