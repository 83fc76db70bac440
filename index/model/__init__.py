"""What an article, a span, a mention, a statement are: the words that all rooms share."""
