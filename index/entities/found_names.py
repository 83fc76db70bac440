"""The names found in a text, as runs of words; their offsets in the text follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from index.model.article import EntityId, Kind


class Found(NamedTuple):
    """A mention by words `[first, after)`."""

    first: int
    after: int
    entity: EntityId
    kind: Kind
    by: str


def in_order(found: Iterable[Found]) -> list[Found]:
    """Each mention once, by its start, the longer first; of one stretch by id, so that every build
    gives the same order.
    """
    return sorted(set(found), key=lambda match: (match.first, -match.after, match[2:]))


def covered(found: list[Found], length: int) -> list[tuple[int, int] | None]:
    """For each of `length` words, the first mention that contains it."""
    cover: list[tuple[int, int] | None] = [None] * length
    for match in found:
        for at in range(match.first, match.after):
            if cover[at] is None:
                cover[at] = (match.first, match.after)
    return cover
