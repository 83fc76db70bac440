"""Where an article holds what the query asks for: the same words that the index would find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from index.french.stems import FrenchStemmer
from index.french.tokens import fold, word_forms, word_spans, words
from index.model.article import Article, EntityId, Quote
from index.model.text import Span
from index.search.language.tree import (
    Exact,
    Pattern,
    Phrase,
    Place,
    Query,
    SaidBy,
    Similar,
    Word,
)
from index.search.lexicon import Lexicon
from index.search.quotes import holds_words
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
from index.search.zones import ZoneText


class Mark(NamedTuple):
    """A stretch of a text that something of the query matches."""

    start: int
    end: int
    unit: int
    """Which word or phrase of the query, by its number there."""


class Wanted(NamedTuple):
    """What is to be marked for a query; nothing of what it excludes."""

    words: tuple[Sought, ...]
    speakers: tuple[tuple[int, str], ...]
    """Units and the folded words of the names of who speaks."""


def wanted_by(query: Query, lexicons: Sequence[Lexicon], stemmer: FrenchStemmer) -> Wanted:
    found: list[Sought] = []
    speakers: list[tuple[int, str]] = []
    for unit, (leaf, place) in enumerate(positive_leaves(query)):
        if isinstance(leaf, SaidBy):
            speakers.append((unit, " ".join(leaf.words)))
        elif isinstance(leaf, Word):
            word = Slot(folded=fold(leaf.text), stems=stems_of(leaf.text, lexicons, stemmer))
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
    return Wanted(tuple(found), tuple(speakers))


def _folded(words_: tuple[str, ...]) -> tuple[Slot, ...]:
    return tuple(Slot(folded=fold(word)) for word in words_)


class Marker:
    """Marks articles for one query; remembers each written word that it has judged."""

    def __init__(
        self, wanted: Wanted, *, stem: Callable[[str], str], name_of: Callable[[EntityId], str]
    ) -> None:
        self._wanted = wanted
        self._stem = stem
        self._name_of = name_of
        self._slots = [slot for one in wanted.words for slot in one.slots]
        self._known: dict[str, int] = {}
        bit = 0
        self._placed: list[tuple[int, Sought]] = []
        for one in wanted.words:
            self._placed.append((bit, one))
            bit += len(one.slots)

    def marks(self, article: Article, part: ZoneText) -> list[Mark]:
        """In one paragraph, by start, the longer first; those of different units may overlap."""
        found = self._spoken(article, part)
        if self._slots:
            found += self._words(article, part)
        found.sort(key=lambda mark: (mark.start, -mark.end))
        return found

    def _words(self, article: Article, part: ZoneText) -> list[Mark]:
        text = part.text
        known = self._known
        try:
            fits = [known[word] for word in words(text)]
        except KeyError:
            fits = [self._judge(word) for word in words(text)]
        if not any(fits):
            return []
        placed = [(bit, one) for bit, one in self._placed if _looked_for(one, part.zone)]
        spans = word_spans(text)
        found: list[Mark] = []
        for at, bits in enumerate(fits):
            if not bits:
                continue
            for bit, one in placed:
                length = len(one.slots)
                if not bits >> bit & 1 or at + length > len(fits):
                    continue
                if all(fits[at + step] >> (bit + step) & 1 for step in range(1, length)):
                    mark = Mark(spans[at][0], spans[at + length - 1][1], one.unit)
                    if one.place is not Place.QUOTES or _is_quoted(article, part, mark):
                        found.append(mark)
        return found

    def _spoken(self, article: Article, part: ZoneText) -> list[Mark]:
        """The quotations of who is asked for, as far as they stand in this paragraph."""
        if not self._wanted.speakers or part.start is None:
            return []
        end = part.start + len(part.text)
        return [
            Mark(max(quote.start, part.start) - part.start, min(quote.end, end) - part.start, unit)
            for quote in article.annotations.quotes
            if quote.start < end and part.start < quote.end
            for unit, name in self._wanted.speakers
            if self._says(article, quote, name)
        ]

    def _says(self, article: Article, quote: Quote, name: str) -> bool:
        if quote.speaker is not None and holds_words(self._name_of(quote.speaker), name):
            return True
        return quote.speaker_span is not None and holds_words(
            quote.speaker_span.of(article.text), name
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
    return zone in ZONES_OF_PLACE[one.place]


def _is_quoted(article: Article, part: ZoneText, mark: Mark) -> bool:
    if part.start is None:
        return False
    span = Span(mark.start, mark.end).shifted(part.start)
    return any(q.start <= span.start and span.end <= q.end for q in article.annotations.quotes)


def without_overlap(marks: Sequence[Mark]) -> tuple[Span, ...]:
    """The stretches in order; of two that overlap the earlier, of two at one place the longer."""
    found: list[Span] = []
    end = -1
    for mark in marks:
        if mark.start >= end:
            found.append(Span(mark.start, mark.end))
            end = mark.end
    return tuple(found)
