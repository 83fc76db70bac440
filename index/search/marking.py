"""Where a text holds what the query asks for: the same words that the index would find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from index.french.stems import FrenchStemmer
from index.french.tokens import fold, word_forms, word_spans, words
from index.model.text import Span
from index.search.language.tree import Exact, Pattern, Phrase, Query, Similar, Word
from index.search.lexicon import Lexicon
from index.search.schema import ZONES_OF_PLACE, Zone
from index.search.similar import similar_folds
from index.search.sought import (
    DESIGNATOR,
    Slot,
    Sought,
    pattern_of,
    positive_leaves,
    stems_of,
    variants,
)


class Mark(NamedTuple):
    """A stretch of a text that something of the query matches."""

    start: int
    end: int
    unit: int
    """Which word or phrase of the query, by its number there."""


def sought_by(query: Query, lexicons: Sequence[Lexicon], stemmer: FrenchStemmer) -> list[Sought]:
    """What is to be marked for a query; nothing for what it excludes."""
    found: list[Sought] = []
    for unit, (leaf, place) in enumerate(positive_leaves(query)):
        if isinstance(leaf, Word):
            word = Slot(folded=fold(leaf.text), stems=stems_of(leaf.text, list(lexicons), stemmer))
            found.append(Sought((word,), place, unit))
            if DESIGNATOR.fullmatch(leaf.text):
                found.append(Sought(_folded(variants((leaf.text,))[1]), place, unit))
        elif isinstance(leaf, Phrase):
            found.extend(Sought(_folded(words_), place, unit) for words_ in variants(leaf.words))
        elif isinstance(leaf, Exact):
            found.append(Sought(tuple(Slot(exact=word) for word in leaf.words), place, unit))
        elif isinstance(leaf, Pattern):
            found.append(Sought((Slot(pattern=pattern_of(leaf.text)),), place, unit))
        elif isinstance(leaf, Similar):
            folds = frozenset(
                lexicon.folds[n] for lexicon in lexicons for n in similar_folds(leaf.text, lexicon)
            )
            found.append(Sought((Slot(folds=folds),), place, unit))
    return found


def _folded(words_: tuple[str, ...]) -> tuple[Slot, ...]:
    return tuple(Slot(folded=fold(word)) for word in words_)


class Marker:
    """Marks texts for one query; remembers each written word that it has judged."""

    def __init__(self, sought: Sequence[Sought], stem: Callable[[str], str]) -> None:
        self._sought = sought
        self._stem = stem
        self._slots = [slot for one in sought for slot in one.slots]
        self._known: dict[str, int] = {}
        bit = 0
        self._singles: list[tuple[int, Sought]] = []
        self._sequences: list[tuple[int, Sought]] = []
        for one in sought:
            (self._singles if len(one.slots) == 1 else self._sequences).append((bit, one))
            bit += len(one.slots)

    def marks(self, text: str, zone: Zone) -> list[Mark]:
        """In a text of that zone, by start, the longer first; those of different units may overlap."""
        if not self._slots:
            return []
        known = self._known
        try:
            fits = [known[word] for word in words(text)]
        except KeyError:
            fits = [self._judge(word) for word in words(text)]
        if not any(fits):
            return []
        spans = word_spans(text)
        found: list[Mark] = []
        for at, bits in enumerate(fits):
            if not bits:
                continue
            for bit, one in self._singles:
                if bits >> bit & 1 and _looked_for(one, zone):
                    found.append(Mark(*spans[at], one.unit))
            for bit, one in self._sequences:
                if (
                    bits >> bit & 1
                    and _looked_for(one, zone)
                    and self._stands(fits, at, bit, len(one.slots))
                ):
                    last = at + len(one.slots) - 1
                    if "\n\n" not in text[spans[at][0] : spans[last][1]]:
                        found.append(Mark(spans[at][0], spans[last][1], one.unit))
        found.sort(key=lambda mark: (mark.start, -mark.end))
        return found

    def _stands(self, fits: list[int], at: int, bit: int, length: int) -> bool:
        return at + length <= len(fits) and all(
            fits[at + step] >> (bit + step) & 1 for step in range(1, length)
        )

    def _judge(self, surface: str) -> int:
        bits = self._known.get(surface)
        if bits is None:
            exact, folded = word_forms(surface)
            stem = self._stem(exact)
            bits = 0
            for place, slot in enumerate(self._slots):
                bits |= slot.accepts(exact, folded, stem) << place
            self._known[surface] = bits
        return bits


def _looked_for(one: Sought, zone: Zone) -> bool:
    return one.place is None or zone in ZONES_OF_PLACE.get(one.place, ())


def without_overlap(marks: Sequence[Mark]) -> tuple[Span, ...]:
    """The stretches in order; of two that overlap the earlier, of two at one place the longer."""
    found: list[Span] = []
    end = -1
    for mark in marks:
        if mark.start >= end:
            found.append(Span(mark.start, mark.end))
            end = mark.end
    return tuple(found)
