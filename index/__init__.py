"""Everything that knows the corpus; no terminal in it."""

DISTRIBUTION = "recoupe"
"""Marks this package as Recoupe's own, since `index` is a common name."""
