"""Arrays beside a segment: one file of named numpy arrays, read through the page cache.

Nothing in it is pickled: reading a file that somebody else wrote can fail, but cannot run code.
"""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from index.search.packing import packed, unpacked

Array = npt.NDArray[Any]
_MAGIC = b"RCPA0002"
_ALIGNMENT = 8
_KINDS = {"u1", "u2", "u4", "u8", "i4", "i8", "f4"}


class _Place(NamedTuple):
    """Where an array stands in its file, and how."""

    kind: str
    length: int
    code: str
    at: int
    size: int


def distinct(numbers: Array) -> Array:
    """The numbers in order, each once.

    Since numpy 2.3 `np.unique` puts whole numbers into a table of hashes, which takes some forty times
    as long as to sort them.
    """
    if not len(numbers):
        return numbers
    ordered: Array = np.sort(numbers)
    found: Array = ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])]
    return found


def write_arrays(path: Path, arrays: Mapping[str, Array], *, deflated: Container[str] = ()) -> None:
    """Writes the arrays, all of one dimension, to a new file and forces it to the disk.

    `deflated` are the names of those that are read whole and seldom.
    """
    contents: list[tuple[str, str, int, str, int, int]] = []
    with path.open("wb") as file:
        file.write(_MAGIC + bytes(8))
        for name, array in arrays.items():
            kind = array.dtype.newbyteorder("<").str.lstrip("<|")
            if kind not in _KINDS or array.ndim != 1:
                raise ValueError(f"cannot write array {name} of {array.dtype} in {array.ndim}D")
            little = array.astype(array.dtype.newbyteorder("<"), copy=False)
            code, content = packed(little, deflated=name in deflated)
            file.write(b"\0" * (-file.tell() % _ALIGNMENT))
            contents.append((name, kind, len(array), code, file.tell(), len(content)))
            file.write(content)
        end = file.tell()
        file.write(json.dumps(contents, separators=(",", ":")).encode())
        file.seek(len(_MAGIC))
        file.write(end.to_bytes(8, "little"))
        file.flush()
        os.fsync(file.fileno())


class Arrays(Mapping[str, Array]):
    """The arrays of a file, each read, and widened again, whenever it is asked for."""

    def __init__(self, memory: memoryview, places: Mapping[str, _Place]) -> None:
        self._memory = memory
        self._places = places

    def __getitem__(self, name: str) -> Array:
        place = self._places[name]
        content = self._memory[place.at : place.at + place.size]
        return unpacked(content, place.code, kind=place.kind, length=place.length)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def read_arrays(path: Path) -> Arrays:
    """The arrays of a file, which stay on disk until they are read.

    Raises ValueError when the file is not one of ours, OSError when it cannot be read.
    """
    memory = read_bytes(path)
    if bytes(memory[:8]) != _MAGIC:
        raise ValueError(f"{path.name} holds no arrays")
    end = int.from_bytes(memory[8:16], "little")
    places = {}
    for name, *told in json.loads(bytes(memory[end:])):
        place = _Place(*told)
        if place.kind not in _KINDS:
            raise ValueError(f"{path.name} holds an array of {place.kind}")
        if not 16 <= place.at <= place.at + place.size <= end:
            raise ValueError(f"{path.name} is too short")
        places[name] = place
    return Arrays(memory, places)


def read_bytes(path: Path) -> memoryview:
    """A file as memory that the system loads on access."""
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def pack_strings(strings: Iterable[str]) -> Array:
    """Strings as one array of bytes; a NUL inside a string is lost."""
    joined = "\0".join(string.replace("\0", "") for string in strings)
    return np.frombuffer(joined.encode("utf-8", "surrogatepass"), dtype="u1")


def unpack_strings(packed: Array, *, count: int) -> list[str]:
    """The strings given to `pack_strings`; `count` distinguishes no string from one empty string."""
    if count == 0:
        return []
    return packed.tobytes().decode("utf-8", "surrogatepass").split("\0")


class PackedStrings:
    """The strings given to `pack_strings`, each read when it is asked for.

    To look a word up takes some twenty of them, to decode all of them some milliseconds. Sorted
    strings stay sorted: bytes of UTF-8 and code points have one order.
    """

    def __init__(self, packed: Array, *, count: int) -> None:
        self._packed = packed
        self._ends = np.flatnonzero(packed == 0) if count else packed[:0].astype(np.intp)
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: int) -> str:
        if not 0 <= at < self._count:
            raise IndexError(at)
        start = int(self._ends[at - 1]) + 1 if at else 0
        end = int(self._ends[at]) if at + 1 < self._count else len(self._packed)
        return self._packed[start:end].tobytes().decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return iter(unpack_strings(self._packed, count=self._count))


def starts_of(lengths: Array) -> npt.NDArray[np.int64]:
    """Offsets of rows laid end to end: `[0, l0, l0 + l1, …]`, one more than the number of rows."""
    starts = np.zeros(len(lengths) + 1, dtype="i8")
    np.cumsum(lengths, out=starts[1:])
    return starts


def ranges(starts: Array, lengths: Array) -> npt.NDArray[np.int64]:
    """The numbers from each start on, so many as its length says, one range after the other."""
    ends = np.cumsum(lengths, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - (ends - lengths), lengths)
