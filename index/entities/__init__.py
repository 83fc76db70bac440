"""Gazetteers, recognition of names and their variants."""
