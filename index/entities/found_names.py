"""What was found in a text, by its words; places in the text follow from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from index.model.article import EntityId, Kind

if TYPE_CHECKING:
    pass


class Found(NamedTuple):
    """A mention by words `[first, after)`."""

    first: int
    after: int
    entity: EntityId
    kind: Kind
    by: str


def covered(found: list[Found], length: int) -> list[tuple[int, int] | None]:
    """For each of `length` words the first mention that holds it."""
    cover: list[tuple[int, int] | None] = [None] * length
    for match in found:
        for at in range(match.first, match.after):
            if cover[at] is None:
                cover[at] = (match.first, match.after)
    return cover
