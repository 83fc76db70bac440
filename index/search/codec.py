"""How postings lie on disk: Whoosh's codec with lists that numpy reads whole.

Whoosh's own codec pickles blocks of 128 postings and gives an object for each posting; that costs
0.5–4 µs a posting. Here a list is a head and three runs of little-endian integers, so that a hundred
thousand postings are read in well under a millisecond. The terms file, the lengths, the segments and
the table of contents stay Whoosh's, and its own searcher reads such an index.
"""

from __future__ import annotations

import struct
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from index.search.engine import ListMatcher, whoosh3

HEAD = struct.Struct("<BBBxIII")
"""Bytes of a gap, of a frequency (0: all are one) and of a position; postings, positions, first article."""
_TYPES: dict[int, np.dtype[Any]] = {1: np.dtype("u1"), 2: np.dtype("<u2"), 4: np.dtype("<u4")}


class Postings(NamedTuple):
    """Articles of one segment that hold a word, ascending, and how often each does."""

    articles: npt.NDArray[np.int32]
    frequencies: npt.NDArray[Any] | None
    """None when every article has it once."""


def width_of(largest: int) -> int:
    """Bytes that an unsigned number needs: 1, 2 or 4."""
    return 1 if largest < 256 else 2 if largest < 65_536 else 4


def encode_postings(
    articles: npt.NDArray[Any], frequencies: npt.NDArray[Any], positions: npt.NDArray[Any]
) -> bytes:
    """One list: `positions` has `frequencies[i]` entries for `articles[i]`, ascending."""
    gaps = np.diff(articles, prepend=articles[:1])
    gap_width = width_of(int(gaps.max()))
    most = int(frequencies.max())
    frequency_width = 0 if most == 1 else width_of(most)
    position_width = max(2, width_of(int(positions.max())))
    return b"".join(
        (
            HEAD.pack(
                gap_width,
                frequency_width,
                position_width,
                len(articles),
                len(positions),
                articles[0],
            ),
            gaps.astype(_TYPES[gap_width]).tobytes(),
            frequencies.astype(_TYPES[frequency_width]).tobytes() if frequency_width else b"",
            positions.astype(_TYPES[position_width]).tobytes(),
        )
    )


def decode_postings(memory: memoryview, offset: int) -> Postings:
    gap_width, frequency_width, _, count, _, first = HEAD.unpack_from(memory, offset)
    offset += HEAD.size
    gaps = np.frombuffer(memory, dtype=_TYPES[gap_width], count=count, offset=offset)
    articles = np.cumsum(gaps, dtype=np.int32)
    if first:
        articles += np.int32(first)
    if not frequency_width:
        return Postings(articles, None)
    offset += count * gap_width
    return Postings(
        articles,
        np.frombuffer(memory, dtype=_TYPES[frequency_width], count=count, offset=offset),
    )


def decode_positions(memory: memoryview, offset: int) -> npt.NDArray[Any]:
    """The positions of a list, article after article."""
    gap_width, frequency_width, position_width, count, places, _ = HEAD.unpack_from(memory, offset)
    offset += HEAD.size + count * (gap_width + frequency_width)
    return np.frombuffer(memory, dtype=_TYPES[position_width], count=places, offset=offset)


Offsets = npt.NDArray[np.int64]


def article_counts(memory: npt.NDArray[np.uint8], offsets: Offsets) -> npt.NDArray[np.int64]:
    """In how many articles the words of several lists stand."""
    return _heads(memory, offsets)[1]


def decode_together(
    memory: npt.NDArray[np.uint8], offsets: Offsets
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The postings of many short lists, one after the other: articles and frequencies.

    A list of its own costs some microseconds however short it is, all together next to nothing.
    """
    widths, counts, firsts = _heads(memory, offsets)
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    begins = ends - counts
    within = np.arange(total) - np.repeat(begins, counts)
    gaps = _numbers(memory, offsets + HEAD.size, widths[:, 0], counts, within)
    articles = np.cumsum(gaps)
    articles += np.repeat(firsts - articles[begins], counts)  # the first gap of a list is 0
    places = offsets + HEAD.size + counts * widths[:, 0]
    frequencies = _numbers(memory, places, widths[:, 1], counts, within)
    frequencies[np.repeat(widths[:, 1] == 0, counts)] = 1
    return articles, frequencies


def _heads(
    memory: npt.NDArray[np.uint8], offsets: Offsets
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Of several lists the widths, the number of postings and the first article."""
    heads = memory[offsets[:, None] + np.arange(HEAD.size)]
    figures = np.ascontiguousarray(heads).view("<u4").astype(np.int64)
    return heads[:, :3].astype(np.int64), figures[:, 1], figures[:, 3]


def _numbers(
    memory: npt.NDArray[np.uint8],
    starts: Offsets,
    widths: npt.NDArray[np.int64],
    counts: npt.NDArray[np.int64],
    within: npt.NDArray[np.int64],
) -> npt.NDArray[np.int64]:
    """So many numbers from each start on, each as many bytes wide as its list says."""
    width = np.repeat(widths, counts)
    at = np.repeat(starts, counts) + within * width
    found = np.zeros(len(within), dtype=np.int64)
    for byte in range(4):
        wide = np.flatnonzero(width > byte)
        if len(wide):
            found[wide] |= memory[at[wide] + byte].astype(np.int64) << (8 * byte)
    return found


class PackedCodec(whoosh3.W3Codec):  # type: ignore[misc]
    """Whoosh's codec but for the lists of postings."""

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> PackedPostingsWriter:
        return PackedPostingsWriter(dbfile)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> Any:
        offset, length = terminfo.extent()
        if isinstance(length, tuple):  # Whoosh 2.7.4 forgets to unpack what it reads back
            (length,) = length
        memory = memoryview(dbfile.get(offset, length))
        postings = decode_postings(memory, 0)
        positions = decode_positions(memory, 0).astype("<u4")
        frequencies = (
            np.ones(len(postings.articles), dtype=np.uint32)
            if postings.frequencies is None
            else postings.frequencies
        )
        ends = np.cumsum(frequencies)
        values = [
            positions[end - frequency : end].tobytes()
            for end, frequency in zip(ends.tolist(), frequencies.tolist(), strict=True)
        ]
        return ListMatcher(
            postings.articles.tolist(),
            [float(frequency) for frequency in frequencies.tolist()],
            values,
            format_,
            scorer=scorer,
            term=term,
            terminfo=terminfo,
        )


class PackedPostingsWriter:
    """What Whoosh's own writer calls to write a list, posting by posting."""

    def __init__(self, postfile: Any) -> None:
        self._file = postfile
        self._info: Any = None
        self._postings: list[tuple[int, float, bytes, int]] = []

    def start_postings(self, format_: Any, terminfo: Any) -> None:
        self._info = terminfo
        self._postings = []

    def add_posting(
        self, id_: int, weight: float, vbytes: bytes, length: int | None = None
    ) -> None:
        self._postings.append((id_, weight, vbytes, length or 0))

    def finish_postings(self) -> Any:
        articles, weights, values, lengths = zip(*self._postings, strict=True)
        blob = encode_postings(
            np.array(articles, dtype="u4"),
            np.array([len(value) // 4 for value in values], dtype="u4"),
            np.frombuffer(b"".join(values), dtype="<u4"),
        )
        info = self._info
        set_statistics(
            info, weight=sum(weights), articles=len(articles), most=max(weights),
            first=articles[0], last=articles[-1], shortest=min(lengths), longest=max(lengths),
        )  # fmt: skip
        info.set_extent(self._file.tell(), len(blob))
        self._file.write(blob)
        return info


def set_statistics(
    info: Any,
    *,
    weight: float,
    articles: int,
    most: float,
    first: int,
    last: int,
    shortest: int,
    longest: int,
) -> None:
    """Fills Whoosh's record of a term: total and largest weight, first and last article, lengths."""
    info._weight = weight
    info._df = articles
    info._maxweight = most
    info._minid = first
    info._maxid = last
    info._minlength = shortest
    info._maxlength = longest
