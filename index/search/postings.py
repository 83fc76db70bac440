"""Our postings on disk: lists that numpy reads whole.

A list is a head and three runs of little-endian integers, so that a hundred thousand postings are
read in well under a millisecond; Whoosh's blocks with an object for each posting take 0.5 to 4 µs a
posting.
"""

from __future__ import annotations

import struct
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

HEAD = struct.Struct("<BBBxIII")
"""The widths in bytes of a gap, of a frequency (0: all are one) and of a position; then the number
of postings, the number of positions, the first article.
"""
_TYPES: dict[int, np.dtype[Any]] = {1: np.dtype("u1"), 2: np.dtype("<u2"), 4: np.dtype("<u4")}


class Postings(NamedTuple):
    """The articles of one segment that hold a word, ascending, and how often each holds it."""

    articles: npt.NDArray[np.int32]
    frequencies: npt.NDArray[Any] | None
    """None when every article holds it once."""


def width_of(largest: int) -> int:
    """The bytes that an unsigned number needs: 1, 2 or 4."""
    return 1 if largest < 256 else 2 if largest < 65_536 else 4


def encode_postings(
    articles: npt.NDArray[Any], frequencies: npt.NDArray[Any], positions: npt.NDArray[Any]
) -> bytes:
    """One encoded list: `positions` has `frequencies[i]` entries for `articles[i]`, ascending."""
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
    """For each of several lists, the number of articles."""
    return _heads(memory, offsets)[1]


def decode_together(
    memory: npt.NDArray[np.uint8], offsets: Offsets
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The postings of many short lists, one after the other: articles and frequencies.

    Decoding one list alone costs some microseconds however short it is; decoding all together saves
    that.
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
    """For several lists: the widths, the number of postings and the first article."""
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
    """The numbers after each start, `counts` of them, each as many bytes wide as its list says."""
    width = np.repeat(widths, counts)
    at = np.repeat(starts, counts) + within * width
    found = np.zeros(len(within), dtype=np.int64)
    for byte in range(4):
        wide = np.flatnonzero(width > byte)
        if len(wide):
            found[wide] |= memory[at[wide] + byte].astype(np.int64) << (8 * byte)
    return found
