"""The engine that this program uses, chosen in one place."""

from __future__ import annotations

from functools import cache

from index.query.engine import Engine


@cache
def chosen_engine() -> Engine:
    """The embedded engine. It is imported here, so that what never searches starts without it."""
    from index.search.embedded import EmbeddedEngine

    return EmbeddedEngine()
