"""Screens on which the reader decides: about an entity, about events, about an article."""
