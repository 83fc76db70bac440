"""Sorted keys turned into postings, one slab at a time, so that memory does not grow with the
corpus.

A key is one 64-bit number: zone, word, article, position.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.search.schema import MAXIMUM_POSITION
from index.search.spill import Keys, Spill

POSITION_BITS = 20
ARTICLE_BITS = 19
WORD_BITS = 23
MAXIMUM_ARTICLES = 1 << ARTICLE_BITS
"""The most articles in one segment."""
ARTICLE_SHIFT = POSITION_BITS
WORD_SHIFT = ARTICLE_SHIFT + ARTICLE_BITS
ZONE_SHIFT = WORD_SHIFT + WORD_BITS
SLAB = 1 << 16
"""The number of keys turned into postings at a time; it bounds the memory of the last step."""


class Slab(NamedTuple):
    """The postings of a run of words of one zone, in the order of the words."""

    zone: int
    """The zone by its place in `ZONES`; 0 if zones are no longer separate."""
    words: npt.NDArray[np.int64]
    """The words by their place in the sorted words of the segment."""
    word_starts: npt.NDArray[np.int64]
    """Word `i` has the postings `word_starts[i]:word_starts[i + 1]`."""
    articles: npt.NDArray[np.int64]
    place_starts: npt.NDArray[np.int64]
    """Posting `j` has the positions `place_starts[j]:place_starts[j + 1]`."""
    positions: npt.NDArray[np.int64]


def slabs_of(runs: Spill, *, words: int, zones: int) -> Iterator[Slab]:
    """The postings of sorted runs, zone after zone and word after word; `words` and `zones` are the
    upper bounds of their numbers.
    """
    firsts = _slab_firsts(runs, words, zones)
    places = []
    for run in range(len(runs)):
        keys = runs.read(run)
        places.append([*np.searchsorted(keys, firsts).tolist(), len(keys)])
    for number in range(len(firsts)):
        slices = [runs.read(run, at[number], at[number + 1]) for run, at in enumerate(places)]
        keys = np.concatenate(slices) if slices else np.zeros(0, dtype=np.uint64)
        if len(slices) > 1:
            keys.sort()
        if len(keys):
            yield _slab(keys)


def _slab_firsts(runs: Spill, words: int, zones: int) -> Keys:
    """The first key of each slab, which holds whole words of one zone."""
    counts = np.zeros(zones * words, dtype=np.int64)
    for run in range(len(runs)):
        found = (runs.read(run) >> np.uint64(WORD_SHIFT)).astype(np.int64)
        if zones > 1:
            found = (found >> WORD_BITS) * words + (found & ((1 << WORD_BITS) - 1))
        counts += np.bincount(found, minlength=len(counts))
    firsts: list[int] = []
    for zone, per_word in enumerate(counts.reshape(zones, words)):
        slab_of_word = np.cumsum(per_word) // SLAB
        edges = (0, *(np.flatnonzero(np.diff(slab_of_word)) + 1).tolist())
        firsts += [(zone << ZONE_SHIFT) + (word << WORD_SHIFT) for word in edges]
    return np.array(firsts, dtype=np.uint64)


def _slab(keys: Keys) -> Slab:
    signed = (keys & np.uint64((1 << ZONE_SHIFT) - 1)).astype(np.int64)
    posting_of_key = signed >> POSITION_BITS
    first_of_posting = np.concatenate(([0], np.flatnonzero(np.diff(posting_of_key)) + 1))
    postings = posting_of_key[first_of_posting]
    word_of_posting = postings >> ARTICLE_BITS
    first_of_word = np.concatenate(([0], np.flatnonzero(np.diff(word_of_posting)) + 1))
    return Slab(
        zone=int(keys[0] >> np.uint64(ZONE_SHIFT)),
        words=word_of_posting[first_of_word],
        word_starts=np.append(first_of_word, len(postings)),
        articles=postings & (MAXIMUM_ARTICLES - 1),
        place_starts=np.append(first_of_posting, len(keys)),
        positions=signed & MAXIMUM_POSITION,
    )
