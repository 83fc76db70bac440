"""From a folder of files to a generation in use: the only place where all rooms meet to build."""
