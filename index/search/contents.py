"""Which segments make up an index, in JSON: what we read instead of Whoosh's own table.

That table is a pickle, which can run code of whoever wrote it. We write it, so that Whoosh can read the
folder, and never load it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from index.search.codec import PackedCodec
from index.search.engine import whoosh3

INDEX_NAME = "MAIN"
_FILE = "segments.json"
_PLAIN = re.compile(r"[0-9a-z]+")


class Segment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One segment of an index."""

    id: str
    """The part of its files' names that is its own."""
    articles: int
    """All that it holds, those that were left out since included."""
    deleted: tuple[int, ...] = ()
    """The numbers of those, ascending."""

    def file(self, directory: Path, ending: str) -> Path:
        return directory / f"{INDEX_NAME}_{self.id}{ending}"

    @classmethod
    def of(cls, written: Any) -> Segment:
        """What a segment of Whoosh's, just written, is."""
        deleted = tuple(sorted(written.deleted_docs()))
        return cls(str(written.segid), int(written.doc_count_all()), deleted)

    def for_whoosh(self) -> Any:
        """The same as an object of Whoosh's, for its table of contents."""
        deleted = set(self.deleted) or None
        return whoosh3.W3Segment(
            PackedCodec(), INDEX_NAME, doccount=self.articles, segid=self.id, deleted=deleted
        )


class Contents(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The segments in their order."""

    generation: int
    """Grows with each commit; part of the name of Whoosh's table."""
    segments: tuple[Segment, ...] = ()


def read_contents(directory: Path) -> Contents:
    """Raises OSError or ValueError when there is none that can be read."""
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
    """In one step; the file may be shared with another generation, which does not change."""
    new = directory / f"{_FILE}.new"
    new.write_bytes(msgspec.json.encode(contents))
    new.replace(directory / _FILE)
