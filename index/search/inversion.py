"""From words in articles to articles of words, for one segment, by sorting numbers.

Each word that is read becomes one 64-bit key — zone, word, article, position — and a segment is the
sorted keys. That costs two numpy sorts where a posting pool costs a tuple for each posting. The keys
wait on disk, a run of a million at a time, so that memory does not grow with the corpus.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from index.query.engine import Zone
from index.search.prints import PrintsBuilder, word_print
from index.search.schema import MAXIMUM_POSITION, PARAGRAPH_GAP, ZONES
from index.search.slabs import (
    ARTICLE_SHIFT,
    MAXIMUM_ARTICLES,
    WORD_BITS,
    WORD_SHIFT,
    ZONE_SHIFT,
    Slab,
    slabs_of,
)
from index.search.spill import Keys, Spill
from index.text.index_words import forms_of

if TYPE_CHECKING:
    from pathlib import Path

_RUN = 1 << 20
"""Keys that are gathered before they are set down as one run."""
_WORD_MASK = np.uint64(((1 << WORD_BITS) - 1) << WORD_SHIFT)


_COPIED = frozenset({Zone.BODY, Zone.DESCRIPTION})
_NUMBER_OF_ZONE = {zone: number for number, zone in enumerate(ZONES)}


class _Surfaces(dict[str, int]):
    """The number of a word by the way it is written; written ways of one exact form share it."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, int] = {}
        self.prints = array("Q")
        """The exact form of each word, by its number."""

    def __missing__(self, surface: str) -> int:
        exact, folded = forms_of(surface)
        number = self.numbers.setdefault(exact, len(self.numbers))
        if number == len(self.prints):
            self.prints.append(word_print(folded))
        self[surface] = number
        return number


class Analysed(NamedTuple):
    """One article ready to be added."""

    words: array[int]
    """The numbers of its words."""
    counts: list[int]
    """The words of each paragraph."""
    zones: list[int]
    """The zone of each paragraph, where a key has it."""
    moved: list[int]
    """For each paragraph the way from a word's place among all of the article to its position."""
    lengths: tuple[int, ...]
    """In words, in the order of `ZONES`."""
    reached: tuple[int, ...]
    """The positions that each zone takes, gaps behind paragraphs included."""
    told: tuple[int, int]
    """The first word of text and lead, and their number; what was set aside is no part of what an
    article copies.
    """


class Inversion:
    """Gathers articles; `sorted_words` and `slabs` end it."""

    def __init__(self, folder: Path) -> None:
        """Keys wait in a file without a name in the folder."""
        self._surfaces = _Surfaces()
        self._runs = Spill(folder)
        self._sorted = 0
        self.keys = 0
        self.prints = PrintsBuilder()
        """The prints of all articles, once `sorted_words` was called."""
        self.lengths: list[tuple[int, ...]] = []
        self._reached: list[tuple[int, ...]] = []
        self._start_run()

    def _start_run(self) -> None:
        """Numpy takes as long for one article as for a hundred, so they wait in plain arrays."""
        self._words = array("I")
        self._counts, self._moved, self._heads = array("q"), array("q"), array("Q")
        self._told, self._told_lengths = array("q"), array("q")

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
            zones.append(_NUMBER_OF_ZONE[zone] << ZONE_SHIFT)
            moved.append(reached[zone] - total)
            count = len(found)
            counts.append(count)
            lengths[zone] += count
            reached[zone] += count + PARAGRAPH_GAP
            total += count
        surfaces = chain.from_iterable([found for _, found in paragraphs])
        words = array("I", map(self._surfaces.__getitem__, surfaces))
        told = _told([zone for zone, _ in paragraphs], counts)
        return Analysed(
            words, counts, zones, moved, tuple(lengths.values()), tuple(reached.values()), told
        )

    def add(self, analysed: Analysed) -> None:
        before = len(self._words)
        article = len(self.lengths) << ARTICLE_SHIFT
        self._words.extend(analysed.words)
        self._counts.extend(analysed.counts)
        self._moved.extend([moved - before for moved in analysed.moved])
        self._heads.extend([zone | article for zone in analysed.zones])
        first, number = analysed.told
        self._told.append(before + first)
        self._told_lengths.append(number)
        self.lengths.append(analysed.lengths)
        self._reached.append(analysed.reached)
        self.keys += len(analysed.words)
        if len(self._words) >= _RUN:
            self._set_down()

    def sorted_words(self) -> list[str]:
        """Every exact form of the segment, in the order of code points; keys are numbered anew.

        After that nothing can be added.
        """
        self._set_down()
        numbers = self._surfaces.numbers
        ordered = sorted(numbers)
        self._sorted = len(ordered)
        rank = np.empty(len(ordered), dtype=np.uint64)
        for place, word in enumerate(ordered):
            rank[numbers[word]] = place
        rank <<= np.uint64(WORD_SHIFT)
        del self._surfaces, numbers  # the most that an inversion holds, and no longer needed
        for run in range(len(self._runs)):
            keys = self._runs.read(run)
            moved = rank[((keys & _WORD_MASK) >> np.uint64(WORD_SHIFT)).astype(np.int64)]
            keys &= ~_WORD_MASK
            keys |= moved
            keys.sort()
            self._runs.replace(run, keys)
        return ordered

    def slabs(self) -> Iterator[Slab]:
        """The postings, zone after zone and word after word; call `sorted_words` before."""
        return slabs_of(self._runs, words=self._sorted, zones=len(ZONES))

    def regrouped(
        self, folder: Path, groups: npt.NDArray[np.int64], zones: Sequence[Zone]
    ) -> Iterator[Slab]:
        """The postings of some zones as if they were one, and of groups of words as if each was one word.

        `groups[i]` is the number of the group of word `i`. The zones of an article follow one another in
        the order given, a paragraph's gap between them. Call `sorted_words` before.
        """
        reached = np.array(self._reached, dtype=np.int64).reshape(-1, len(ZONES))
        moved = np.zeros(len(reached), dtype=np.int64)
        shifts = {}
        for zone in zones:
            shifts[_NUMBER_OF_ZONE[zone]] = moved.copy()
            moved += reached[:, _NUMBER_OF_ZONE[zone]]
        runs = Spill(folder)
        for run in range(len(self._runs)):
            keys = self._runs.read(run)
            firsts = np.arange(len(ZONES)).astype(np.uint64) << np.uint64(ZONE_SHIFT)
            ends = [*np.searchsorted(keys, firsts).tolist(), len(keys)]
            parts = [
                _moved(keys[ends[zone] : ends[zone + 1]], groups, shift)
                for zone, shift in shifts.items()
            ]
            together = np.concatenate(parts)
            together.sort()
            runs.append(together)
        yield from slabs_of(runs, words=int(groups.max(initial=-1)) + 1, zones=1)

    def _set_down(self) -> None:
        """Makes the keys of the words that wait, and the prints of their articles."""
        if not self._told:
            return
        words = np.asarray(self._words)
        lengths = np.asarray(self._told_lengths)
        firsts = np.asarray(self._told) - (np.cumsum(lengths) - lengths)
        told = words[np.arange(int(lengths.sum())) + np.repeat(firsts, lengths)]
        self.prints.add(np.asarray(self._surfaces.prints)[told], lengths)
        counts = np.asarray(self._counts)
        positions = np.arange(len(words)) + np.repeat(np.asarray(self._moved), counts)
        keys = words.astype(np.uint64)
        keys <<= np.uint64(WORD_SHIFT)
        keys |= np.repeat(np.asarray(self._heads), counts)
        keys |= positions.view(np.uint64)
        if positions.max(initial=0) > MAXIMUM_POSITION:
            keys = keys[positions <= MAXIMUM_POSITION]
        if len(keys):
            self._runs.append(keys)
        self._start_run()


def _told(zones: Sequence[Zone], counts: Sequence[int]) -> tuple[int, int]:
    """The first word of the lead and text of an article, and how many there are: they stand between
    title and asides.
    """
    first = next((at for at, zone in enumerate(zones) if zone in _COPIED), len(zones))
    after = next((at for at in range(first, len(zones)) if zones[at] not in _COPIED), len(zones))
    return sum(counts[:first]), sum(counts[first:after])


def _moved(keys: Keys, groups: npt.NDArray[np.int64], shifts: npt.NDArray[np.int64]) -> Keys:
    """Keys of one zone with the groups of their words, each moved by so many positions as its article says."""
    signed = (keys & np.uint64((1 << ZONE_SHIFT) - 1)).astype(np.int64)
    articles = (signed >> ARTICLE_SHIFT) & (MAXIMUM_ARTICLES - 1)
    positions = (signed & MAXIMUM_POSITION) + shifts[articles]
    found = groups[signed >> WORD_SHIFT] << WORD_SHIFT
    found |= articles << ARTICLE_SHIFT
    found |= positions
    kept: Keys = found[positions <= MAXIMUM_POSITION].view(np.uint64)
    return kept
