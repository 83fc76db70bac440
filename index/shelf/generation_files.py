"""Files beside the articles of a generation; reading a damaged one raises the right error."""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from index.errors import IndexDamagedError

if TYPE_CHECKING:
    from collections.abc import Iterator

_Record = TypeVar("_Record")


def read_record(path: Path, kind: type[_Record]) -> _Record:
    """A file of one record. Raises IndexDamagedError when it is gone or holds anything else."""
    with reading(path):
        return msgspec.msgpack.decode(path.read_bytes(), type=kind)


@contextlib.contextmanager
def reading(path: Path) -> Iterator[None]:
    """Translates the errors that readers raise on a damaged file or folder into IndexDamagedError."""
    try:
        yield
    except (OSError, sqlite3.Error, zlib.error, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise IndexDamagedError(
            "A file of the index is damaged: {file}.",
            advice="Build it anew with: recoupe update",
            file=path.name,
        ) from error
