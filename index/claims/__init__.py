"""The claims of an article, value by value: rules in code, words in data."""
