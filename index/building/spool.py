"""Articles stored in a file between the passes of a build, so that memory holds one at a time."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_Record = TypeVar("_Record")
_LENGTH = struct.Struct("<I")


class Spool(Generic[_Record]):
    """Records of one type in a file, read in the order in which they were written."""

    def __init__(self, path: Path, kind: type[_Record]) -> None:
        self._path = path
        self._file = path.open("w+b")
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(kind).decode

    def add(self, record: _Record) -> None:
        content = self._encode(record)
        self._file.write(_LENGTH.pack(len(content)))
        self._file.write(content)

    def __iter__(self) -> Iterator[_Record]:
        self._file.seek(0)
        while head := self._file.read(_LENGTH.size):
            (length,) = _LENGTH.unpack(head)
            yield self._decode(self._file.read(length))

    def close(self) -> None:
        """Removes the file."""
        self._file.close()
        self._path.unlink(missing_ok=True)
