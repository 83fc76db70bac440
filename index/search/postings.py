"""Our postings on disk: lists that numpy reads whole.

A list is a head and three runs of little-endian integers, so that a hundred thousand postings are
read in well under a millisecond; Whoosh's blocks with an object for each posting take 0.5 to 4 µs a
posting.

The head is one number: the widths of the runs and how many articles there are. The runs are the gaps
between the articles, the frequencies (none if all are one) and the positions. Positions of long lists
are told as steps within an article, a byte each; steps of 255 or more stand behind the run.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from index.query.engine import Zone
from index.search.arrays import Array, ranges, starts_of
from index.search.schema import ZONES
from index.search.slabs import POSITION_BITS, Slab

_HEAD = struct.Struct("<I")
"""Four bits for the width of a position, two each for those of a frequency and of a gap, the rest for
the number of articles.
"""
_COUNT_BITS = 8
_WIDTHS = (0, 1, 2, 4)
"""The bytes of a number, by the two bits for them in a head; none if all frequencies are one."""
_WIDTHS_OF_CODE = np.array(_WIDTHS)
_TYPES: dict[int, np.dtype[Any]] = {1: np.dtype("u1"), 2: np.dtype("<u2"), 4: np.dtype("<u4")}
_CODES = np.array([0, 1, 2, 0, 3])
"""The bits for each width."""
_STEPS = np.array([0, 0, 4, 0, 5])
"""The code of positions by steps, by the width of the steps that a byte cannot hold."""
_LARGE_STEPS = {4: 2, 5: 4}
_LARGE = 255
"""What stands for a step that is as large or larger."""
_FEW_PLACES = 64
"""Lists with fewer positions are too short to gain much, and are read by the dozen."""


class Postings(NamedTuple):
    """The articles of one segment that hold a word, ascending, and how often each holds it."""

    articles: npt.NDArray[np.int32]
    frequencies: npt.NDArray[Any] | None
    """None when every article holds it once."""


def encode(slab: Slab) -> tuple[bytes, list[int]]:
    """The lists of all words of a slab, one after the other, and the size of each."""
    firsts = slab.word_starts[:-1]
    frequencies = np.diff(slab.place_starts)
    gaps = np.diff(slab.articles, prepend=0)
    gaps[firsts] = slab.articles[firsts]
    # The way from each position to the next of its article; the first of an article as it is.
    steps = np.diff(slab.positions, prepend=0)
    steps[slab.place_starts[:-1]] = slab.positions[slab.place_starts[:-1]]
    bounds = slab.place_starts[slab.word_starts]
    place_firsts = bounds[:-1]
    large = steps >= _LARGE
    large_bounds = starts_of(large)[bounds]
    counts, places, larger = np.diff(slab.word_starts), np.diff(bounds), np.diff(large_bounds)
    gap_widths = _widths(np.maximum.reduceat(gaps, firsts))
    most = np.maximum.reduceat(frequencies, firsts)
    frequency_widths = np.where(most == 1, 0, _widths(most))
    position_widths = _widths(np.maximum.reduceat(slab.positions, place_firsts))
    large_widths = np.maximum(2, _widths(np.maximum.reduceat(steps, place_firsts)))
    by_steps = places + larger * large_widths
    stepping = (places >= _FEW_PLACES) & (by_steps < places * position_widths)
    large_widths[~stepping] = 0
    sizes = np.where(stepping, by_steps, places * position_widths)
    sizes += _HEAD.size + counts * (gap_widths + frequency_widths)
    position_codes = np.where(stepping, _STEPS[large_widths], _CODES[position_widths])
    codes = _CODES[gap_widths] | _CODES[frequency_widths] << 2 | position_codes << 4
    heads = memoryview((codes | counts << _COUNT_BITS).astype("<u4").tobytes())
    rows = zip(
        slab.word_starts[:-1].tolist(),
        slab.word_starts[1:].tolist(),
        bounds[:-1].tolist(),
        bounds[1:].tolist(),
        large_bounds[:-1].tolist(),
        large_bounds[1:].tolist(),
        gap_widths.tolist(),
        frequency_widths.tolist(),
        position_widths.tolist(),
        large_widths.tolist(),
        strict=True,
    )
    gap_bytes = _bytes_by_width(gaps)
    frequency_bytes = _bytes_by_width(frequencies)
    position_bytes = _bytes_by_width(slab.positions)
    step_bytes = memoryview(np.minimum(steps, _LARGE).astype("u1").tobytes())
    large_bytes = _bytes_by_width(steps[large])
    blobs: list[memoryview] = []
    at = 0
    for start, end, place, place_end, first, last, gap, frequency, position, wide in rows:
        blobs.append(heads[at : at + _HEAD.size])
        at += _HEAD.size
        blobs.append(gap_bytes[gap][start * gap : end * gap])
        if frequency:
            blobs.append(frequency_bytes[frequency][start * frequency : end * frequency])
        if wide:
            blobs.append(step_bytes[place:place_end])
            blobs.append(large_bytes[wide][first * wide : last * wide])
        else:
            blobs.append(position_bytes[position][place * position : place_end * position])
    return b"".join(blobs), sizes.tolist()


def _widths(largest: Array) -> npt.NDArray[np.int64]:
    """The bytes that unsigned numbers need: 1, 2 or 4."""
    return np.where(largest < 256, 1, np.where(largest < 65_536, 2, 4))


def _bytes_by_width(numbers: Array) -> dict[int, memoryview]:
    return {width: memoryview(numbers.astype(f"<u{width}").tobytes()) for width in (1, 2, 4)}


def decode_postings(memory: memoryview, offset: int) -> Postings:
    (head,) = _HEAD.unpack_from(memory, offset)
    count = head >> _COUNT_BITS
    offset += _HEAD.size
    width = _WIDTHS[head & 3]
    gaps = np.frombuffer(memory, dtype=_TYPES[width], count=count, offset=offset)
    articles = np.cumsum(gaps, dtype=np.int32)
    code = head >> 2 & 3
    if not code:
        return Postings(articles, None)
    offset += count * width
    return Postings(
        articles,
        np.frombuffer(memory, dtype=_TYPES[_WIDTHS[code]], count=count, offset=offset),
    )


def decode_places(
    memory: memoryview, offset: int, among: npt.NDArray[np.bool_] | None = None
) -> npt.NDArray[np.int64]:
    """The places of a word: article and position in one number, ascending; only those in the articles
    `among`.
    """
    articles, frequencies = decode_postings(memory, offset)
    (head,) = _HEAD.unpack_from(memory, offset)
    offset += _HEAD.size + len(articles) * (_WIDTHS[head & 3] + _WIDTHS[head >> 2 & 3])
    places = len(articles) if frequencies is None else int(frequencies.sum())
    code = head >> 4 & 15
    kind = np.dtype("u1") if code in _LARGE_STEPS else _TYPES[_WIDTHS[code]]
    numbers = whole = np.frombuffer(memory, dtype=kind, count=places, offset=offset)
    chosen: npt.NDArray[np.int64] | None = None
    if among is not None:
        chosen = np.flatnonzero(among[articles])
        articles = articles[chosen]
        if frequencies is not None:
            starts = starts_of(frequencies)[chosen]
            frequencies = frequencies[chosen]
            chosen = ranges(starts, frequencies)
        numbers = whole[chosen]
    keys = articles.astype(np.int64)
    keys <<= POSITION_BITS
    if code in _LARGE_STEPS:
        kind = _TYPES[_LARGE_STEPS[code]]
        large = np.flatnonzero(numbers == _LARGE)
        if len(large):
            behind = large if chosen is None else np.flatnonzero(whole == _LARGE)
            beyond = np.frombuffer(memory, dtype=kind, count=len(behind), offset=offset + places)
            numbers = numbers.astype(kind)
            numbers[large] = (
                beyond if chosen is None else beyond[np.searchsorted(behind, chosen[large])]
            )
        if frequencies is not None:
            firsts = starts_of(frequencies)[:-1]
            keys += numbers[firsts]
            numbers = np.cumsum(numbers, dtype=np.int64)
            keys -= numbers[firsts]
    if frequencies is not None:
        keys = np.repeat(keys, frequencies)
    keys += numbers
    return keys


Offsets = npt.NDArray[np.int64]


def read_offsets(arrays: Mapping[str, Array]) -> dict[Zone, Offsets]:
    """For each zone where the list of each word begins, -1 where it has none.

    Lists stand in the order of zones and words; only their sizes are stored.
    """
    found: dict[Zone, Offsets] = {}
    begin = 0
    for zone in ZONES:
        sizes = arrays[f"{zone}.sizes"]
        starts = starts_of(sizes)
        starts += begin
        begin = int(starts[-1])
        found[zone] = np.where(sizes > 0, starts[:-1], -1)
    return found


def article_count(memory: memoryview, offset: int) -> int:
    """The number of articles of a list."""
    head: int = _HEAD.unpack_from(memory, offset)[0]
    return head >> _COUNT_BITS


def article_counts(memory: npt.NDArray[np.uint8], offsets: Offsets) -> npt.NDArray[np.int64]:
    """The same for each of several lists."""
    return _heads(memory, offsets) >> _COUNT_BITS


def decode_together(
    memory: npt.NDArray[np.uint8], offsets: Offsets
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The postings of many short lists, one after the other: articles and frequencies.

    Decoding one list alone costs some microseconds however short it is; decoding all together saves
    that.
    """
    heads = _heads(memory, offsets)
    counts = heads >> _COUNT_BITS
    gap_widths, frequency_widths = _WIDTHS_OF_CODE[heads & 3], _WIDTHS_OF_CODE[heads >> 2 & 3]
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    begins = ends - counts
    within = np.arange(total) - np.repeat(begins, counts)
    gaps = _numbers(memory, offsets + _HEAD.size, gap_widths, counts, within)
    articles = np.cumsum(gaps)
    articles -= np.repeat(articles[begins] - gaps[begins], counts)
    places = offsets + _HEAD.size + counts * gap_widths
    frequencies = _numbers(memory, places, frequency_widths, counts, within)
    frequencies[np.repeat(frequency_widths == 0, counts)] = 1
    return articles, frequencies


def _heads(memory: npt.NDArray[np.uint8], offsets: Offsets) -> npt.NDArray[np.int64]:
    """For several lists the number that is their head."""
    heads = memory[offsets[:, None] + np.arange(_HEAD.size)]
    return np.ascontiguousarray(heads).view("<u4")[:, 0].astype(np.int64)


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
