"""Several sources, one event, statement by statement."""
