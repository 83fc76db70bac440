"""From a folder of files to a generation in use: the only package that uses all others to build."""
