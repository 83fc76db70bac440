"""Arrays beside a segment: one file of named numpy arrays, read through the page cache.

Nothing in it is pickled: reading a file that somebody else wrote can fail, but cannot run code.
"""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_MAGIC = b"RCPA0001"
_ALIGNMENT = 8
_KINDS = {"u1", "u2", "u4", "u8", "i4", "i8", "f4"}


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


def write_arrays(path: Path, arrays: Mapping[str, Array]) -> None:
    """Writes the arrays, all of one dimension, to a new file and forces it to the disk."""
    contents: list[tuple[str, str, int]] = []
    for name, array in arrays.items():
        kind = array.dtype.newbyteorder("<").str.lstrip("<|")
        if kind not in _KINDS or array.ndim != 1:
            raise ValueError(f"cannot write array {name} of {array.dtype} in {array.ndim}D")
        contents.append((name, kind, len(array)))
    header = json.dumps(contents).encode()
    with path.open("wb") as file:
        file.write(_MAGIC + len(header).to_bytes(8, "little") + header)
        for array in arrays.values():
            file.write(b"\0" * (-file.tell() % _ALIGNMENT))
            file.write(array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes())
        file.flush()
        os.fsync(file.fileno())


def read_arrays(path: Path) -> dict[str, Array]:
    """The arrays of a file, which stay on disk until they are read.

    Raises ValueError when the file is not one of ours, OSError when it cannot be read.
    """
    memory = read_bytes(path)
    if bytes(memory[:8]) != _MAGIC:
        raise ValueError(f"{path.name} holds no arrays")
    at = 16 + int.from_bytes(memory[8:16], "little")
    arrays: dict[str, Array] = {}
    for name, kind, length in json.loads(bytes(memory[16:at])):
        if kind not in _KINDS:
            raise ValueError(f"{path.name} holds an array of {kind}")
        at += -at % _ALIGNMENT
        arrays[name] = np.frombuffer(memory, dtype=f"<{kind}", count=length, offset=at)
        at += arrays[name].nbytes
    return arrays


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


def starts_of(lengths: Array) -> npt.NDArray[np.int64]:
    """Offsets of rows laid end to end: `[0, l0, l0 + l1, …]`, one more than the number of rows."""
    starts = np.zeros(len(lengths) + 1, dtype="i8")
    np.cumsum(lengths, out=starts[1:])
    return starts
