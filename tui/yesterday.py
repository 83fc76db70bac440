"""The desk as it was left: query, filters, order, retained articles and the open one, per corpus.

Written at each change, so that a room that was killed comes back as it was.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from tui.leaving import write_privately


class LeftDesk(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader had before them. Values of a later version are ignored."""

    query: str = ""
    filters: tuple[tuple[str, str, str, bool], ...] = ()
    """Facet, value, name, whether it excludes."""
    sort: str = "relevance"
    retained: tuple[str, ...] = ()
    article: str = ""
    """The result under the cursor."""
    reading: str = ""
    """The article that was open; none when the room was left from the results."""
    offset: int = 0
    """The first character of it that was in view."""
    sets: dict[str, tuple[str, ...]] = {}
    """Retained articles by the names that the reader gave them."""


def left_desk(file: Path) -> LeftDesk:
    """The desk of the last visit; an empty one when there is none, or it cannot be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=LeftDesk)
    except (OSError, msgspec.DecodeError, RecursionError):
        return LeftDesk()


def leave_desk(file: Path, desk: LeftDesk) -> None:
    """Writes it in one step, for the reader alone; a folder that cannot be written to is no failure."""
    write_privately(file, msgspec.json.encode(desk))
