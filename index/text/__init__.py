"""Text of any language: folding, words and their places, signs for control characters."""
