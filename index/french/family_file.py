"""The files of word families, read through the page cache and never as a whole.

`families.bin` holds all forms, sorted and front-coded in blocks, for each form its families and for
each family its forms. `usual.bin` tells which family is the usual reading of a form if it is not
the first. `tools/families.py` writes both.
"""

from __future__ import annotations

import mmap
import struct
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

BLOCK = 16
"""The number of forms in a block: the first is written out, of the others only the difference from
the one before.
"""
NAME = 0x80
"""The bit, in the count of readings, of a form that is also a proper name."""
_BLOCKS_KEPT = 2048
_STRIDE = 64
"""One block out of so many has its first form in memory, so that a look-up begins near its place."""
_FAMILIES = b"RFAM0001"
_USUAL = b"RUSU0001"

_Kind = Literal["B", "H", "I"]
Array = npt.NDArray[np.unsignedinteger]


def write_families(
    path: Path,
    forms: Sequence[str],
    readings: Sequence[Sequence[int]],
    flags: Sequence[int],
    families: Sequence[Sequence[int]],
) -> None:
    """Writes `forms` in the order of their UTF-8 bytes, the `readings` of each, and `families` as
    numbers of forms.
    """
    text = bytearray()
    blocks: list[int] = []
    before = b""
    for number, form in enumerate(forms):
        written = form.encode()
        shared = 0
        if number % BLOCK == 0:
            blocks.append(len(text))
        else:
            while shared < min(len(before), len(written)) and before[shared] == written[shared]:
                shared += 1
        text += bytes((shared, len(written) - shared)) + written[shared:]
        before = written
    members = bytearray()
    starts = [0]
    for family in families:
        last = 0
        for form_number in family:
            members += _varint(form_number - last)
            last = form_number
        starts.append(len(members))
    counts = [len(some) | flag for some, flag in zip(readings, flags, strict=True)]
    flat = np.array([family for some in readings for family in some], dtype="u4")
    firsts = np.cumsum([0, *(len(some) for some in readings)])[::BLOCK]
    _write(
        path,
        _FAMILIES,
        [
            np.array(blocks, dtype="<u4"),
            np.frombuffer(bytes(text), dtype="u1"),
            np.array(counts, dtype="u1"),
            firsts.astype("<u4"),
            (flat & 0xFFFF).astype("<u2"),
            (flat >> 16).astype("u1"),
            np.array(starts, dtype="<u4"),
            np.frombuffer(bytes(members), dtype="u1"),
        ],
    )


def write_usual(path: Path, usual: Mapping[int, int]) -> None:
    """Writes for each form the place of its usual reading; the number of its readings if none of
    them is.
    """
    numbers = sorted(usual)
    _write(
        path,
        _USUAL,
        [
            np.array(numbers, dtype="<u4"),
            np.array([usual[number] for number in numbers], dtype="u1"),
        ],
    )


def _write(path: Path, magic: bytes, arrays: Iterable[Array]) -> None:
    with path.open("wb") as file:
        file.write(magic)
        for array in arrays:
            file.write(len(array).to_bytes(8, "little"))
            file.write(array.tobytes())
            file.write(b"\0" * (-file.tell() % 8))


def _read(path: Path, magic: bytes, types: Sequence[_Kind]) -> list[memoryview]:
    """The arrays of a file, of these types, as memory that the system loads on access."""
    with path.open("rb") as file:
        memory = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    if bytes(memory[:8]) != magic or sys.byteorder != "little":
        raise ValueError(f"{path.name} holds no families that can be read here")
    at = 8
    arrays: list[memoryview] = []
    for kind in types:
        length = int.from_bytes(memory[at : at + 8], "little") * struct.calcsize(f"={kind}")
        arrays.append(memory[at + 8 : at + 8 + length].cast(kind))
        at += 8 + length
        at += -at % 8
    return arrays


class FamilyFile:
    """Looks forms up by number and by name; a look-up touches a few pages."""

    def __init__(self, families: Path, usual: Path) -> None:
        (
            self._blocks, self._text, self._counts, self._firsts, self._low, self._high, self._starts,
            self._members,
        ) = _read(families, _FAMILIES, ("I", "B", "B", "I", "H", "B", "I", "B"))  # fmt: skip
        self._usual, self._places = _read(usual, _USUAL, ("I", "B"))
        self._block = lru_cache(_BLOCKS_KEPT)(self._read_block)
        self._signposts = [self._first(n) for n in range(0, len(self._blocks), _STRIDE)]
        self._block_readings = lru_cache(_BLOCKS_KEPT)(self._read_block_readings)

    def __len__(self) -> int:
        return len(self._counts)

    def number_of(self, form: str) -> int | None:
        written = form.encode("utf-8", "surrogatepass")
        block = self._block_of(written)
        forms = self._block(block)
        return block * BLOCK + forms.index(written) if written in forms else None

    def holds_prefix(self, prefix: str) -> bool:
        """Whether any form begins with this prefix."""
        written = prefix.encode("utf-8", "surrogatepass")
        block = self._block_of(written)
        if any(form.startswith(written) for form in self._block(block)):
            return True
        return block + 1 < len(self._blocks) and self._first(block + 1).startswith(written)

    def form(self, number: int) -> str:
        return self._block(number // BLOCK)[number % BLOCK].decode()

    def is_name(self, number: int) -> bool:
        return bool(self._counts[number] & NAME)

    def readings(self, number: int) -> Sequence[int]:
        """The families of a form."""
        return self._block_readings(number // BLOCK)[number % BLOCK]

    def usual(self, number: int) -> int | None:
        """The family that is the usual reading of a form; None if it has no family, or another word
        is.
        """
        readings = self.readings(number)
        place = bisect_left(self._usual, number)
        at = 0
        if place < len(self._usual) and self._usual[place] == number:
            at = self._places[place]
        return readings[at] if at < len(readings) else None

    def members(self, family: int) -> list[int]:
        """The forms of a family, ascending."""
        found: list[int] = []
        last = value = shift = 0
        for byte in bytes(self._members[self._starts[family] : self._starts[family + 1]]):
            value |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                last += value
                found.append(last)
                value = shift = 0
        return found

    def _block_of(self, written: bytes) -> int:
        """The block in which a form would stand."""
        step = max(0, bisect_right(self._signposts, written) - 1)
        low, high = step * _STRIDE, min((step + 1) * _STRIDE, len(self._blocks))
        while high - low > 1:
            middle = (low + high) // 2
            if self._first(middle) <= written:
                low = middle
            else:
                high = middle
        return low

    def _first(self, block: int) -> bytes:
        at = self._blocks[block]
        return bytes(self._text[at + 2 : at + 2 + self._text[at + 1]])

    def _read_block(self, block: int) -> list[bytes]:
        start = self._blocks[block]
        end = self._blocks[block + 1] if block + 1 < len(self._blocks) else len(self._text)
        text = bytes(self._text[start:end])
        found: list[bytes] = []
        at = 0
        before = b""
        while at < len(text):
            shared, length = text[at], text[at + 1]
            before = before[:shared] + text[at + 2 : at + 2 + length]
            found.append(before)
            at += 2 + length
        return found

    def _read_block_readings(self, block: int) -> list[list[int]]:
        first = self._firsts[block]
        found: list[list[int]] = []
        for count in bytes(self._counts[block * BLOCK : (block + 1) * BLOCK]):
            after = first + (count & (NAME - 1))
            found.append([self._low[n] | self._high[n] << 16 for n in range(first, after)])
            first = after
        return found


def _varint(value: int) -> bytes:
    found = bytearray()
    while value >= 0x80:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)
