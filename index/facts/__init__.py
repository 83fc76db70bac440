"""The facts of an event: claims of its accounts about one thing, gathered and compared."""
