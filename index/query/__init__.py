"""The query language: its tree, its parser and its way back into words."""
