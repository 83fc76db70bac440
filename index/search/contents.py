"""The list of the segments of an index, in JSON."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

ARRAYS, POSTINGS = ".arrays", ".postings"
"""The endings of a segment's two files."""
WHOOSH_FOLDER = "whoosh"
"""Where the Whoosh index lies, in the folder of ours."""
_FILE = "segments.json"
_PLAIN = re.compile(r"[0-9a-z]+")


class Segment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One segment of an index."""

    id: str
    """The beginning of the names of its files."""
    articles: int
    """The number of all its articles, also of those deleted since."""
    deleted: tuple[int, ...] = ()
    """The numbers of the deleted articles, ascending."""
    whoosh_words: dict[str, int] = {}
    """For each field of the Whoosh index, the number of its words, which Whoosh's table of contents
    must state.
    """

    def file(self, directory: Path, ending: str) -> Path:
        return directory / f"{self.id}{ending}"


class Contents(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The segments in their order."""

    generation: int
    """The generation grows with each commit; it is part of the name of Whoosh's table of contents."""
    segments: tuple[Segment, ...] = ()


def read_contents(directory: Path) -> Contents:
    """Reads the list of segments; raises OSError or ValueError when none can be read."""
    content = (directory / _FILE).read_bytes()
    try:
        found = msgspec.json.decode(content, type=Contents)
    except msgspec.DecodeError as error:
        raise ValueError(f"{_FILE} cannot be read") from error
    for segment in found.segments:
        sound = all(0 <= number < segment.articles for number in segment.deleted)
        if not _PLAIN.fullmatch(segment.id) or not sound:
            raise ValueError(f"{_FILE} names a segment that cannot be")
    return found


def write_contents(directory: Path, contents: Contents) -> None:
    """Replaces the list in one step; the old file may be shared with another generation and does
    not change.
    """
    new = directory / f"{_FILE}.new"
    new.write_bytes(msgspec.json.encode(contents))
    new.replace(directory / _FILE)
