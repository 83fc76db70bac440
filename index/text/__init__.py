"""What is no language’s: folding, words and their places, signs for control characters."""
