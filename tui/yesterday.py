"""The state of the room as the reader left it: query, filters, order, retained articles and the open one, per corpus.

Written at each change, so that a room that was killed comes back as it was.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from tui.leaving import write_privately


class LeftDesk(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader had before them. Values that a later version wrote are ignored."""

    query: str = ""
    filters: tuple[tuple[str, str, str, bool], ...] = ()
    """For each filter: facet, value, name, whether it excludes."""
    sort: str = "relevance"
    retained: tuple[str, ...] = ()
    article: str = ""
    """The id of the result under the cursor."""
    reading: str = ""
    """The article that was open; none when the room was left from the results."""
    offset: int = 0
    """The first character of that article that was in view."""
    sets: dict[str, tuple[str, ...]] = {}
    """Retained articles by the names that the reader gave them."""


def left_desk(file: Path) -> LeftDesk:
    """The state of the last visit; an empty one when there is none, or it cannot be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=LeftDesk)
    except (OSError, msgspec.DecodeError, RecursionError):
        return LeftDesk()


def leave_desk(file: Path, desk: LeftDesk) -> None:
    """Writes the state in one step, readable by the reader alone; a folder that cannot be written to is no failure."""
    write_privately(file, msgspec.json.encode(desk))
