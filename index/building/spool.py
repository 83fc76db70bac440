"""Articles stored between the passes of a build: the first ones in memory, all others in a file, so that memory
holds one of them at a time.
"""

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
    """Records of one type, read in the order in which they were added.

    Nobody may change them: those that are held are the ones that were given.
    """

    def __init__(self, path: Path, kind: type[_Record]) -> None:
        self._path = path
        self._held: list[_Record] = []
        self._written = False
        self._file = path.open("w+b")
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(kind).decode

    def add(self, record: _Record, *, hold: bool = False) -> None:
        """Adds a record, which stays in memory with `hold`, unless earlier ones lie in the file."""
        if hold and not self._written:
            self._held.append(record)
            return
        self._written = True
        content = self._encode(record)
        self._file.write(_LENGTH.pack(len(content)))
        self._file.write(content)

    @property
    def held(self) -> int:
        """The number of records in memory."""
        return len(self._held)

    def __iter__(self) -> Iterator[_Record]:
        yield from self._held
        self._file.seek(0)
        while head := self._file.read(_LENGTH.size):
            (length,) = _LENGTH.unpack(head)
            yield self._decode(self._file.read(length))

    def close(self) -> None:
        """Lets the records go, and removes the file."""
        self._held = []
        self._file.close()
        self._path.unlink(missing_ok=True)
