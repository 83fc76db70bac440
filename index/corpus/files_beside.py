"""Files that complete others of the corpus: the names of a service's accounts, the titles of posts."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from index.corpus.folder import SourceFile
from index.settings.guarded import read_guarded

_MOST = 20_000_000
"""The size in bytes of the largest file that is read for another."""


def read_beside(file: SourceFile, name: str) -> bytes:
    """The bytes of the file at a path from another one's folder, « ../users.json »; empty where it is missing, a
    link, or outside the corpus.
    """
    parts = file.relative.split("/")
    levels = len(parts)
    if levels < 2:
        return b""  # a corpus may be this single file
    parts.pop()
    for step in name.split("/"):
        if step != "..":
            parts.append(step)
        elif not parts:
            return b""
        else:
            parts.pop()
    root = Path(file.path).parents[levels - 1]
    with suppress(OSError):
        return read_guarded(root.joinpath(*parts), within=root, most_bytes=_MOST)
    return b""
