"""What an article claims, value by value: rules in code, words in data."""
