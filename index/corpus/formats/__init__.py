"""The formats that are read, one module each; a new one is a file here and a line in the registry."""
