"""The positive leaves of a query: those that a result may contain because they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from index.query.tree import (
    And,
    Having,
    Near,
    Or,
    Place,
    Placed,
    Query,
    SaidBy,
    Within,
)


def positive_leaves(
    query: Query, place: Place | None = None
) -> Iterator[tuple[Placed | SaidBy, Place | None]]:
    """The words, phrases and speakers of a query, without those that it excludes."""
    if isinstance(query, Placed | SaidBy):
        yield query, place
    elif isinstance(query, And | Or):
        for part in query.parts:
            yield from positive_leaves(part, place)
    elif isinstance(query, Near):
        yield from positive_leaves(query.left, place)
        yield from positive_leaves(query.right, place)
    elif isinstance(query, Within):
        yield from positive_leaves(query.part, query.place)


def positive_names(query: Query) -> Iterator[Having]:
    """The values that a query asks for by name (`lieu:rabat`), without those that it excludes."""
    if isinstance(query, Having):
        yield query
    elif isinstance(query, And | Or):
        for part in query.parts:
            yield from positive_names(part)
    elif isinstance(query, Near):
        yield from positive_names(query.left)
        yield from positive_names(query.right)
