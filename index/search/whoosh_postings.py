"""Posting lists in Whoosh's own format, made from arrays instead of posting by posting.

Whoosh's codec (`whoosh.codec.whoosh3`, read by `W3LeafMatcher`) stores a list as blocks. A block is
its length, a pickled tuple about it, and a pickled tuple of article gaps, frequencies and values;
the value of a posting is its number of positions and a pickled list of the gaps between them. A
pickle of tuples of numbers has a simple form, so numpy can write it for thousands of postings at
once: about ten times as fast as the codec's own writer, with the same result for its reader.
"""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.search.arrays import Array, starts_of
from index.search.whoosh_library import whoosh3

BLOCK = 512
"""The postings in a block; with Whoosh's default of 128 a list is a tenth larger."""
INLINED = 6
"""Lists with at most so many postings stand in the file of terms itself: their own block would be
larger.
"""
_LEVEL = 1
_WORTH_COMPRESSING = 100
"""A length in bytes; below it, setting up zlib costs more than it saves."""

_MAGIC: bytes = whoosh3.WHOOSH3_HEADER_MAGIC
_LENGTH, _SIZE = struct.Struct("!i"), struct.Struct("<I")
_TERM = np.dtype(
    [
        ("inlined", "u1"), ("weight", ">f4"), ("articles", ">u4"), ("shortest", "u1"),
        ("longest", "u1"), ("most", ">f4"), ("first", ">u4"), ("last", ">u4"),
    ]
)  # fmt: skip
"""The beginning of what `W3TermInfo.to_bytes` gives; the place of the list follows, or the list
itself.
"""
_PLACE = struct.Struct("!qi")
_LENGTH_OF_BYTE = np.array([whoosh3.byte_to_length(byte) for byte in range(256)])

_NONE, _TUPLE, _END = b"N", b"(%bt", b"\x87."
"""Opcodes of pickle: None, a tuple of all values since the mark, a tuple of the last three values
and the end.
"""
_WIDTHS = (256, 1 << 16)
_OPCODES = np.zeros(6, dtype=np.uint8)
_OPCODES[[2, 3, 5]] = np.frombuffer(b"KMJ", dtype=np.uint8)
"""The opcode by its length with its number in bytes: BININT1, BININT2, BININT."""


Numbers = npt.NDArray[np.int64]


class Lists(NamedTuple):
    """Postings of several terms, ascending by term, article and position."""

    starts: Numbers
    """Term `i` has the postings `starts[i]:starts[i + 1]`; every term has at least one."""
    articles: Numbers
    lengths: Array
    """For each posting, the length in words of the field in its article."""
    frequencies: Numbers | None = None
    """One for each posting; None if only articles are stored."""
    positions: Numbers | None = None
    """For each posting as many as its frequency; None if only frequencies are stored."""


class Encoded(NamedTuple):
    """The encoded lists, one after the other, and for each list its record for the file of terms."""

    content: bytes
    records: list[bytes]


class _Code(NamedTuple):
    """Pickled values one after the other."""

    content: bytes
    starts: list[int]

    def of(self, first: int, end: int) -> bytes:
        return self.content[self.starts[first] : self.starts[end]]


def encode(lists: Lists, *, offset: int) -> Encoded:
    """The lists as they stand in a file of postings from `offset` on."""
    starts, articles = lists.starts, lists.articles
    counts = np.diff(starts)
    small = counts <= min(INLINED, BLOCK)
    blocks = np.where(small, 1, -(-counts // BLOCK))
    ends_of_term = np.cumsum(blocks)
    within = np.arange(int(ends_of_term[-1])) - np.repeat(ends_of_term - blocks, blocks)
    firsts = np.repeat(starts[:-1], blocks) + within * BLOCK
    ends = np.minimum(firsts + BLOCK, np.repeat(starts[1:], blocks))
    gaps = np.diff(articles, prepend=0)
    gaps[firsts] = articles[firsts]
    inlined = np.repeat(small, counts)
    gaps[inlined] = articles[inlined]  # a list among the terms holds articles, not gaps
    frequencies = lists.frequencies
    if frequencies is None:
        frequencies = np.ones(len(articles), dtype=np.int64)
    values = _Values.of(lists)
    ids, weights = _pickled(gaps), _pickled(frequencies)
    lengths = length_bytes(lists.lengths)
    low = np.minimum.reduceat(frequencies, firsts).tolist()
    most = np.maximum.reduceat(frequencies, firsts)
    about = _pickled(
        np.stack(
            (
                ends - firsts,
                articles[ends - 1],
                most,
                np.minimum.reduceat(lengths, firsts),
                np.maximum.reduceat(lengths, firsts),
            ),
            axis=1,
        ).ravel()
    )
    heads = _heads(lists, counts, frequencies, lengths, small)
    bounds = zip(firsts.tolist(), ends.tolist(), most.tolist(), low, strict=True)
    chunks: list[bytes] = []
    records: list[bytes] = []
    block = 0
    for head, number, whole in zip(heads, blocks.tolist(), small.tolist(), strict=True):
        if whole:
            first, end, _, _ = next(bounds)
            parts = head, ids.of(first, end), weights.of(first, end), values.apart.of(first, end)
            records.append(b"%b(%bt(%bt(%bt%b" % (*parts, _END))
            block += 1
            continue
        begin = offset
        chunks.append(_MAGIC)
        offset += len(_MAGIC)
        for left in range(number - 1, -1, -1):
            first, end, high, least = next(bounds)
            if high == least:
                weight = _NONE if high == 1 else b"G" + struct.pack(">d", high)
            else:
                weight = _TUPLE % weights.of(first, end)
            data = b"(%bt%b%b%b" % (ids.of(first, end), weight, values.of_block(first, end), _END)
            compressed = len(data) > _WORTH_COMPRESSING
            if compressed:
                data = zlib.compress(data, _LEVEL)
            at = 5 * block
            told = b"(%bK%c%bt." % (about.of(at, at + 3), compressed, about.of(at + 3, at + 5))
            length = len(told) + len(data)
            chunks += (_LENGTH.pack(length if left else -length), told, data)
            offset += _LENGTH.size + length
            block += 1
        records.append(head + _PLACE.pack(begin, offset - begin))
    return Encoded(b"".join(chunks), records)


def _heads(
    lists: Lists, counts: Numbers, frequencies: Numbers, lengths: Array, small: Array
) -> list[bytes]:
    """The beginning of the record of each list."""
    begins = lists.starts[:-1]
    heads = np.zeros(len(counts), dtype=_TERM)
    heads["inlined"] = small
    heads["weight"] = np.add.reduceat(frequencies, begins)
    heads["articles"] = counts
    heads["shortest"] = np.minimum.reduceat(lengths, begins)
    heads["longest"] = np.maximum.reduceat(lengths, begins)
    heads["most"] = np.maximum.reduceat(frequencies, begins)
    heads["first"] = lists.articles[begins]
    heads["last"] = lists.articles[lists.starts[1:] - 1]
    packed = heads.tobytes()
    return [packed[at : at + _TERM.itemsize] for at in range(0, len(packed), _TERM.itemsize)]


class _Values(NamedTuple):
    """The values of postings, as the format of the field stores them."""

    apart: _Code
    """Each value as a pickled string of bytes; empty if nothing is stored."""
    sizeless: bytes | None
    """All values as one string if each has four bytes, else None; b"" if nothing is stored."""

    @classmethod
    def of(cls, lists: Lists) -> _Values:
        if lists.frequencies is None:
            return cls(_Code(b"", [0] * (len(lists.articles) + 1)), b"")
        if lists.positions is not None:
            return cls(_places(lists.frequencies, lists.positions), None)
        digits = lists.frequencies.astype(">u4").tobytes()
        apart = np.empty((len(lists.articles), 6), dtype=np.uint8)
        apart[:, :2] = np.frombuffer(b"C\x04", dtype=np.uint8)
        apart[:, 2:] = np.frombuffer(digits, dtype=np.uint8).reshape(-1, 4)
        return cls(_Code(apart.tobytes(), list(range(0, apart.size + 1, 6))), digits)

    def of_block(self, first: int, end: int) -> bytes:
        """The values of some postings, pickled as a block holds them."""
        if self.sizeless is None:
            return _TUPLE % self.apart.of(first, end)
        if not self.sizeless:
            return _NONE
        return b"B%b%b" % (_SIZE.pack(4 * (end - first)), self.sizeless[4 * first : 4 * end])


def _places(frequencies: Numbers, positions: Numbers) -> _Code:
    """Values of the format `Positions`: four bytes for the number of positions, a pickled list of
    their gaps.
    """
    place_starts = starts_of(frequencies)
    gaps = np.diff(positions, prepend=0)
    gaps[place_starts[:-1]] = positions[place_starts[:-1]]
    places, starts_of_place = _coded(gaps)
    edges = starts_of_place[place_starts]
    sizes = np.diff(edges)
    lengths = sizes + 7
    short = lengths < 256
    heads = np.where(short, 2, 5)  # SHORT_BINBYTES has one byte for the length, BINBYTES four.
    starts = starts_of(heads + lengths)
    found = np.empty(int(starts[-1]), dtype=np.uint8)
    begins = starts[:-1]
    found[begins] = np.where(short, ord("C"), ord("B"))
    found[begins + 1] = lengths & 255
    long = np.flatnonzero(~short)
    for byte in range(1, 4):
        found[begins[long] + 1 + byte] = (lengths[long] >> (8 * byte)) & 255
    bodies = begins + heads
    for byte in range(4):
        found[bodies + byte] = (frequencies >> (24 - 8 * byte)) & 255
    found[bodies + 4] = ord("]")
    found[bodies + 5] = ord("(")
    found[np.arange(len(places)) + np.repeat(bodies + 6 - edges[:-1], sizes)] = places
    found[starts[1:] - 1] = ord("e")
    return _Code(found.tobytes(), starts.tolist())


def _pickled(numbers: Numbers) -> _Code:
    found, starts = _coded(numbers)
    return _Code(found.tobytes(), starts.tolist())


def _coded(numbers: Numbers) -> tuple[npt.NDArray[np.uint8], Numbers]:
    """Pickled numbers below 2**31, one after the other, and the start of each."""
    sizes = np.where(numbers < _WIDTHS[0], 2, np.where(numbers < _WIDTHS[1], 3, 5))
    starts = starts_of(sizes)
    found = np.empty(int(starts[-1]), dtype=np.uint8)
    begins = starts[:-1]
    found[begins] = _OPCODES[sizes]
    found[begins + 1] = numbers & 255
    wide = np.flatnonzero(sizes > 2)
    found[begins[wide] + 2] = (numbers[wide] >> 8) & 255
    wide = wide[sizes[wide] > 3]
    for byte in (2, 3):
        found[begins[wide] + 1 + byte] = (numbers[wide] >> (8 * byte)) & 255
    return found, starts


def length_bytes(lengths: Array) -> npt.NDArray[np.uint8]:
    """Whoosh's `length_to_byte` for many lengths at once."""
    return np.searchsorted(_LENGTH_OF_BYTE, lengths).clip(0, 255).astype(np.uint8)
