"""Finding: the only room that knows Whoosh."""
