"""From words in articles to articles of words, for one segment, by sorting numbers.

Each word that is read becomes one 64-bit key — zone, word, article, position — and a segment is the
sorted keys. That costs two numpy sorts where a posting pool costs a tuple for each posting. The keys
wait on disk, a run of a million at a time, so that memory does not grow with the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from index.query.engine import Zone
from index.search.schema import MAXIMUM_POSITION, PARAGRAPH_GAP, ZONES
from index.search.spill import Keys, Spill
from index.text.writing import lookup_forms

if TYPE_CHECKING:
    from pathlib import Path

POSITION_BITS = 20
ARTICLE_BITS = 19
WORD_BITS = 23
MAXIMUM_ARTICLES = 1 << ARTICLE_BITS
"""In one segment."""
_ARTICLE_SHIFT = POSITION_BITS
_WORD_SHIFT = _ARTICLE_SHIFT + ARTICLE_BITS
_ZONE_SHIFT = _WORD_SHIFT + WORD_BITS
_RUN = 1 << 20
"""Keys that are gathered before they are set down as one run."""
_SLAB = 1 << 16
"""Keys that are turned into postings at a time; bounds the memory of the last step."""
_WORD_MASK = np.uint64(((1 << WORD_BITS) - 1) << _WORD_SHIFT)


_NUMBER_OF_ZONE = {zone: number for number, zone in enumerate(ZONES)}


class _Surfaces(dict[str, int]):
    """The number of a word by the way it is written; written ways of one exact form share it."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, int] = {}

    def __missing__(self, surface: str) -> int:
        exact = lookup_forms(surface)[0]
        number = self.numbers.setdefault(exact, len(self.numbers))
        self[surface] = number
        return number


class Slab(NamedTuple):
    """The postings of a run of words of one zone, in the order of the words."""

    zone: Zone
    words: npt.NDArray[np.int64]
    """By their place in the sorted words of the segment."""
    word_starts: npt.NDArray[np.int64]
    """Word `i` has the postings `word_starts[i]:word_starts[i + 1]`."""
    articles: npt.NDArray[np.int64]
    place_starts: npt.NDArray[np.int64]
    """Posting `j` has the positions `place_starts[j]:place_starts[j + 1]`."""
    positions: npt.NDArray[np.int64]


class Analysed(NamedTuple):
    """One article ready to be added: its keys but for the article's number, and its lengths."""

    keys: Keys
    lengths: tuple[int, ...]
    """In words, in the order of `ZONES`."""


class Inversion:
    """Gathers articles; `sorted_words` and `slabs` end it."""

    def __init__(self, folder: Path) -> None:
        """Keys wait in a file without a name in the folder."""
        self._surfaces = _Surfaces()
        self._parts: list[Keys] = []
        self._waiting = 0
        self._runs = Spill(folder)
        self._words = 0
        self.keys = 0
        self.lengths: list[tuple[int, ...]] = []

    @property
    def full(self) -> bool:
        """Whether another article of any size might not fit the bits of a key."""
        return (
            len(self.lengths) >= MAXIMUM_ARTICLES
            or len(self._surfaces.numbers) + MAXIMUM_POSITION >= 1 << WORD_BITS
        )

    def analyse(self, paragraphs: list[tuple[Zone, list[str]]]) -> Analysed:
        """The words of the paragraphs of an article; the state that can be seen stays as it was."""
        lengths = dict.fromkeys(ZONES, 0)
        reached = dict.fromkeys(ZONES, 0)
        zones: list[int] = []
        moved: list[int] = []
        counts: list[int] = []
        total = 0
        for zone, found in paragraphs:
            zones.append(_NUMBER_OF_ZONE[zone] << _ZONE_SHIFT)
            # From a word's place among all of the article to its position in the zone.
            moved.append(reached[zone] - total)
            counts.append(len(found))
            lengths[zone] += len(found)
            reached[zone] += len(found) + PARAGRAPH_GAP
            total += len(found)
        surfaces = chain.from_iterable(found for _, found in paragraphs)
        keys = np.fromiter(map(self._surfaces.__getitem__, surfaces), np.uint64, total)
        positions = np.arange(total)
        positions += np.repeat(np.array(moved, np.int64), counts)
        keys <<= np.uint64(_WORD_SHIFT)
        keys |= np.repeat(np.array(zones, np.uint64), counts)
        keys |= positions.view(np.uint64)
        if max(reached.values()) > MAXIMUM_POSITION:
            keys = keys[positions <= MAXIMUM_POSITION]
        return Analysed(keys, tuple(lengths.values()))

    def add(self, analysed: Analysed) -> None:
        keys = analysed.keys
        keys |= np.uint64(len(self.lengths) << _ARTICLE_SHIFT)
        self.lengths.append(analysed.lengths)
        self._parts.append(keys)
        self.keys += len(keys)
        self._waiting += len(keys)
        if self._waiting >= _RUN:
            self._set_down()

    def sorted_words(self) -> list[str]:
        """Every exact form of the segment, in the order of code points; keys are numbered anew.

        After that nothing can be added.
        """
        self._set_down()
        numbers = self._surfaces.numbers
        ordered = sorted(numbers)
        self._words = len(ordered)
        rank = np.empty(len(ordered), dtype=np.uint64)
        for place, word in enumerate(ordered):
            rank[numbers[word]] = place
        rank <<= np.uint64(_WORD_SHIFT)
        del self._surfaces, numbers  # the most that an inversion holds, and no longer needed
        for run in range(len(self._runs)):
            keys = self._runs.read(run)
            moved = rank[((keys & _WORD_MASK) >> np.uint64(_WORD_SHIFT)).astype(np.int64)]
            keys &= ~_WORD_MASK
            keys |= moved
            keys.sort()
            self._runs.replace(run, keys)
        return ordered

    def slabs(self) -> Iterator[Slab]:
        """The postings, zone after zone and word after word; call `sorted_words` before."""
        if not self.keys:
            return
        firsts = self._slab_firsts()
        places = []
        for run in range(len(self._runs)):
            keys = self._runs.read(run)
            places.append([*np.searchsorted(keys, firsts).tolist(), len(keys)])
        for number in range(len(firsts)):
            slices = [
                self._runs.read(run, at[number], at[number + 1]) for run, at in enumerate(places)
            ]
            keys = np.concatenate(slices)
            if len(slices) > 1:
                keys.sort()
            if len(keys):
                yield _slab(keys)

    def _set_down(self) -> None:
        if self._parts:
            self._runs.append(np.concatenate(self._parts))
            self._parts = []
            self._waiting = 0

    def _slab_firsts(self) -> Keys:
        """The first key of each slab, which holds whole words of one zone."""
        width = self._words
        counts = np.zeros(len(ZONES) * width, dtype=np.int64)
        for run in range(len(self._runs)):
            found = (self._runs.read(run) >> np.uint64(_WORD_SHIFT)).astype(np.int64)
            zones, words = found >> WORD_BITS, found & ((1 << WORD_BITS) - 1)
            counts += np.bincount(zones * width + words, minlength=len(counts))
        firsts: list[int] = []
        for zone, per_word in enumerate(counts.reshape(-1, width)):
            slab_of_word = np.cumsum(per_word) // _SLAB
            edges = (0, *(np.flatnonzero(np.diff(slab_of_word)) + 1).tolist())
            firsts += [(zone << _ZONE_SHIFT) + (word << _WORD_SHIFT) for word in edges]
        return np.array(firsts, dtype=np.uint64)


def _slab(keys: Keys) -> Slab:
    zone = ZONES[int(keys[0] >> np.uint64(_ZONE_SHIFT))]
    signed = (keys & np.uint64((1 << _ZONE_SHIFT) - 1)).astype(np.int64)
    posting_of_key = signed >> POSITION_BITS
    first_of_posting = np.concatenate(([0], np.flatnonzero(np.diff(posting_of_key)) + 1))
    postings = posting_of_key[first_of_posting]
    word_of_posting = postings >> ARTICLE_BITS
    first_of_word = np.concatenate(([0], np.flatnonzero(np.diff(word_of_posting)) + 1))
    return Slab(
        zone=zone,
        words=word_of_posting[first_of_word],
        word_starts=np.append(first_of_word, len(postings)),
        articles=postings & (MAXIMUM_ARTICLES - 1),
        place_starts=np.append(first_of_posting, len(keys)),
        positions=signed & MAXIMUM_POSITION,
    )
