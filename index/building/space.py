"""A full disk during a build, as a sentence."""

from __future__ import annotations

import contextlib
import errno
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from index.errors import CorpusError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextlib.contextmanager
def full_disk_told(folder: Path) -> Iterator[None]:
    """Raises CorpusError when the disk has no room for a file below a folder."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if not _is_full(error):
            raise
        raise CorpusError(
            "There is no room to write the index in {folder} ({free} MB are free); the index in use is"
            " as it was.",
            advice="Make room, or choose another folder with --index.",
            folder=folder,
            free=_free(folder),
        ) from error


def _is_full(error: BaseException) -> bool:
    if isinstance(error, sqlite3.Error):
        return "full" in str(error)
    return isinstance(error, OSError) and error.errno in _FULL


def _free(folder: Path) -> int:
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free // 1_000_000
