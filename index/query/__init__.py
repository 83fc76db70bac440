"""The query language: its tree, its parser and its printing."""
