"""Files that complete others of the corpus: the names of a service's accounts, the titles of posts, facts of texts."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from index.corpus.folder import SourceFile
from index.settings.guarded import read_guarded

_MOST = 20_000_000
"""The size in bytes of the largest file that is read for another."""


def read_beside(file: SourceFile, name: str) -> bytes:
    """The bytes of the file at a path from another one's folder, « ../users.json »; empty where it is missing, a
    link, or outside the corpus.
    """
    if file.is_corpus:
        return b""
    depth = file.relative.count("/")
    steps = name.split("/")
    up = steps.count("..")
    if up > depth:
        return b""
    own = Path(file.path)
    path = own.parents[up].joinpath(*steps[up:])
    with suppress(OSError):
        status = path.lstat()
        return _content(path, own.parents[depth], status.st_mtime_ns, status.st_size)
    return b""


@lru_cache(maxsize=4)
def _content(path: Path, root: Path, mtime_ns: int, size: int) -> bytes:
    """The same bytes for each file that asks, until the file changes."""
    return read_guarded(path, within=root, most_bytes=_MOST)
