"""Whoosh, imported in one place and without its noise.

Version 2.7.4 has invalid escapes in its docstrings, for which Python warns whenever it compiles
them; nothing else of it is silenced.
"""

from __future__ import annotations

import warnings

TEMPORARY = ".tmp"
"""The ending of folders that a writer removes when it is done."""

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="invalid escape sequence")
    warnings.filterwarnings("ignore", message='"is" with')
    from whoosh.codec import whoosh3
    from whoosh.fields import FieldType, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.formats import Positions
    from whoosh.index import TOC, FileIndex, clean_files
    from whoosh.matching import ListMatcher
    from whoosh.util import random_name
    from whoosh.writing import SegmentWriter


class OwnStorage(FileStorage):  # type: ignore[misc]
    """A folder of an index for one writer of several, with temporary files of its own.

    Whoosh gives all writers of a folder the same temporary one, which the first to end removes.
    """

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._temporary: FileStorage | None = None

    def temp_storage(self, name: str | None = None) -> FileStorage:
        if self._temporary is None:
            self._temporary = super().temp_storage(f"{random_name()}{TEMPORARY}")
        return self._temporary


class UnreadIndex(FileIndex):  # type: ignore[misc]
    """A folder that a writer writes a segment into, without the table of contents, a pickle, being read."""

    def __init__(self, storage: FileStorage, schema: Schema, name: str) -> None:
        self.storage = storage
        self.indexname = name
        self._schema = schema

    def _read_toc(self) -> TOC:
        return TOC(self._schema, [], 0)


__all__ = [
    "TEMPORARY",
    "TOC",
    "FieldType",
    "FileIndex",
    "FileStorage",
    "ListMatcher",
    "OwnStorage",
    "Positions",
    "Schema",
    "SegmentWriter",
    "UnreadIndex",
    "clean_files",
    "whoosh3",
]
