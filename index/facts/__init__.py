"""The facts of an event: claims of its accounts about one thing, gathered and held against each other."""
