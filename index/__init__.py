"""The core: everything that knows the corpus, and nothing of the terminal."""

DISTRIBUTION = "recoupe"
"""The mark of Recoupe's own package, since `index` is a common name."""
