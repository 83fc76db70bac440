"""The places of an article that a query matches: the same words that the index would find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from index.french.denying import is_denying
from index.model.article import Article, EntityId, Quote
from index.model.text import Span
from index.query.engine import Zone
from index.query.leaves import positive_leaves, positive_names
from index.query.tree import Exact, Having, Phrase, Place, Query, SaidBy, Word
from index.search.name_lookup import holds_words
from index.search.readings import Readings
from index.search.schema import ZONES_OF_PLACE
from index.search.sought import LITTLE
from index.search.zones import ZoneText
from index.text.index_words import SYMBOLS, lettered, lookup_forms, written_words
from index.text.tokens import APOSTROPHES, ONE_APOSTROPHE

_MOST_FORMS = 200
"""Forms of one query at most; with more, tokenizing is faster than so long an expression."""
_UNUSUAL = re.compile("[\u0300-\u036fªº²³¹ʰ-ʸ\u1d2c-\u1d6a\u2070-\u209c\ufb00-\ufb06\uff00-\uffef]")
"""Letters whose plain form is another: accents that stand apart, raised and lowered ones."""
_WRITTEN_IN_MANY_WAYS = re.compile(r"\d|^[ivxlc]+e$|[^\w']")
_NOTHING = re.compile(rf"(?:(?!\n\n|[{SYMBOLS}])[\W_])+")
"""What may stand between two words that follow each other."""
_AFTER_APOSTROPHE = ("hui", "hom")
"""How the second half of aujourd'hui and of prud'homme begins, which are one word each."""


class Mark(NamedTuple):
    """A stretch of a text that something of the query matches."""

    start: int
    end: int
    unit: int
    """The number of the word or phrase within the query."""


class Sought(NamedTuple):
    """A word or a sequence of words to be marked, and the zones where it may stand."""

    slots: tuple[frozenset[str], ...]
    """For each place of the sequence the exact forms that may stand there."""
    place: Place | None
    unit: int
    """Ways of writing one thing share a number."""


class Wanted(NamedTuple):
    """What a query marks; nothing of what it excludes."""

    words: tuple[Sought, ...]
    speakers: tuple[tuple[int, SaidBy], ...]
    """The units of the query, with their speaker and manner."""
    names: tuple[tuple[int, frozenset[EntityId]], ...] = ()
    """The units of the query that name people, places and the like, with whom they name."""


def wanted_by(
    query: Query,
    readings: Readings,
    entities: Callable[[Having], frozenset[EntityId]] = lambda _: frozenset(),
) -> Wanted:
    """What a query marks; `entities` tells whom or what « lieu:rabat » names."""
    found: list[Sought] = []
    speakers: list[tuple[int, SaidBy]] = []

    def in_a_row(words_: tuple[str, ...]) -> tuple[frozenset[str], ...]:
        return tuple(
            readings.written(readings.in_slot(word, alone=len(words_) == 1)) for word in words_
        )

    for unit, (leaf, place) in enumerate(_telling(dict.fromkeys(positive_leaves(query)))):
        if isinstance(leaf, SaidBy):
            speakers.append((unit, leaf))
        elif isinstance(leaf, Phrase):
            found += [Sought(in_a_row(way), place, unit) for way in readings.sequences(leaf)]
            found.append(Sought((readings.written(readings.in_one(leaf)),), place, unit))
        elif isinstance(leaf, Exact):
            found.append(Sought(tuple(frozenset((w,)) for w in leaf.words), place, unit))
        else:
            forms = readings.written(readings.of(leaf)[0].words)
            found.append(Sought((forms,), place, unit))
            found += [Sought(in_a_row(way), place, unit) for way in readings.sequences(leaf)]
    asked = dict.fromkeys(positive_names(query))
    names = ((-1 - at, entities(having)) for at, having in enumerate(asked))
    return Wanted(
        tuple(one for one in found if all(one.slots)),
        tuple(speakers),
        tuple((unit, named) for unit, named in names if named),
    )


def _telling(leaves: Iterable[tuple[Query, Place | None]]) -> list[tuple[Query, Place | None]]:
    """The words without « de » and « la », if others are left: these would be marked in every line."""
    every = list(leaves)
    kept = [
        (leaf, place)
        for leaf, place in every
        if not (isinstance(leaf, Word) and leaf.text in LITTLE)
    ]
    return kept or every


_Placed = list[tuple[int, Sought]]
"""The words sought in each zone, each with its first bit in `Marker._bits`."""


class Marker:
    """Marks articles for one query.

    Most paragraphs hold nothing: one pass of a regular expression over the forms finds that out, and
    the words of a paragraph are told apart only where that is not enough.
    """

    def __init__(self, wanted: Wanted, *, name_of: Callable[[EntityId], str]) -> None:
        self._wanted = wanted
        self._name_of = name_of
        self._bits: dict[str, int] = {}
        self._placed: list[tuple[int, Sought]] = []
        bit = 0
        for one in wanted.words:
            self._placed.append((bit, one))
            for forms in one.slots:
                for form in forms:
                    self._bits[form] = self._bits.get(form, 0) | 1 << bit
                bit += 1
        self._pattern = _pattern_of(self._bits)
        self._known: dict[str, int] = {}
        self._beginning: dict[tuple[int, Zone], _Placed] = {}

    def marks(self, article: Article, part: ZoneText) -> list[Mark]:
        """The marks of one paragraph, by start, the longer first; those of different units may overlap."""
        found = self._spoken(article, part)
        found += self._named(article, part)
        if self._bits:
            found += [
                mark
                for one, mark in self._words(part.text, part.zone)
                if one.place is not Place.QUOTES or _is_quoted(article, part, mark)
            ]
        found.sort(key=lambda mark: (mark.start, -mark.end))
        return found

    def _beginning_with(self, bits: int, zone: Zone) -> _Placed:
        """The words that a match in this zone can start with."""
        placed = self._beginning.get((bits, zone))
        if placed is None:
            placed = self._beginning[bits, zone] = [
                (bit, one)
                for bit, one in self._placed
                if bits >> bit & 1 and zone in ZONES_OF_PLACE[one.place]
            ]
        return placed

    def _words(self, text: str, zone: Zone) -> list[tuple[Sought, Mark]]:
        hits = None if self._pattern is None else _hits(self._pattern, text)
        if hits is None:
            return self._among_all_words(text, zone)
        fits = [self._bits[hit.form] for hit in hits]
        found: list[tuple[Sought, Mark]] = []
        for at, bits in enumerate(fits):
            for bit, one in self._beginning_with(bits, zone):
                last = at + len(one.slots) - 1
                if last >= len(fits):
                    continue
                if all(
                    fits[at + step] >> (bit + step) & 1
                    and _NOTHING.fullmatch(text, hits[at + step - 1].end, hits[at + step].start)
                    for step in range(1, len(one.slots))
                ):
                    found.append((one, Mark(hits[at].start, hits[last].end, one.unit)))
        return found

    def _among_all_words(self, text: str, zone: Zone) -> list[tuple[Sought, Mark]]:
        starts, surfaces = written_words(text)
        fits = [self._judge(word) for word in surfaces]
        if not any(fits):
            return []
        found: list[tuple[Sought, Mark]] = []
        for at, bits in enumerate(fits):
            if not bits:
                continue
            for bit, one in self._beginning_with(bits, zone):
                length = len(one.slots)
                if at + length > len(fits):
                    continue
                if all(fits[at + step] >> (bit + step) & 1 for step in range(1, length)):
                    last = at + length - 1
                    end = starts[last] + len(surfaces[last])
                    found.append((one, Mark(starts[at], end, one.unit)))
        return found

    def _judge(self, surface: str) -> int:
        bits = self._known.get(surface)
        if bits is None:
            bits = self._known[surface] = self._bits.get(lookup_forms(surface)[0], 0)
        return bits

    def _spoken(self, article: Article, part: ZoneText) -> list[Mark]:
        """The quotations of the speaker that the query names, as far as they stand in this paragraph."""
        if not self._wanted.speakers or part.start is None:
            return []
        end = part.start + len(part.text)
        return [
            Mark(max(quote.start, part.start) - part.start, min(quote.end, end) - part.start, unit)
            for quote in article.annotations.quotes
            if quote.start < end and part.start < quote.end
            for unit, asked in self._wanted.speakers
            if asked.holds(quote.manner, is_denying(article.text, quote))
            and self._says(quote, " ".join(asked.words))
        ]

    def _named(self, article: Article, part: ZoneText) -> list[Mark]:
        """The mentions of whom the query names, as far as they stand in this paragraph."""
        if not self._wanted.names:
            return []
        mentions, start = article.annotations.mentions, part.start
        if part.zone is Zone.DESCRIPTION:
            mentions, start = article.annotations.lead_mentions, 0
        if start is None:
            return []
        end = start + len(part.text)
        return [
            Mark(mention.start - start, mention.end - start, unit)
            for mention in mentions
            if start <= mention.start and mention.end <= end
            for unit, named in self._wanted.names
            if mention.entity in named
        ]

    def _says(self, quote: Quote, name: str) -> bool:
        if not name:
            return True
        if quote.speaker is not None and holds_words(self._name_of(quote.speaker), name):
            return True
        return quote.speaker_text is not None and holds_words(quote.speaker_text, name)


class _Hit(NamedTuple):
    start: int
    end: int
    form: str


def _pattern_of(forms: Iterable[str]) -> re.Pattern[str] | None:
    """One expression for all forms in small letters; None when there are too many, or figures.

    Figures, designators and ordinals are written in several ways that only the tokenizer joins.
    """
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    if len(ordered) > _MOST_FORMS or any(map(_WRITTEN_IN_MANY_WAYS.search, ordered)):
        return None
    return re.compile(f"(?:{'|'.join(map(re.escape, ordered))})(?![^\\W_])")


def _hits(pattern: re.Pattern[str], text: str) -> list[_Hit] | None:
    """The places of the forms as words; None when only the tokenizer can tell."""
    small = text.lower()
    if "'" in pattern.pattern:
        small = small.translate(ONE_APOSTROPHE)
    if len(small) != len(text) or (not text.isascii() and _UNUSUAL.search(text)):
        return None
    found: list[_Hit] = []
    joined = lettered(text)
    for match in pattern.finditer(small):
        start, end = match.span()
        before = small[start - 1] if start else " "
        if before.isalnum() or any(first <= start < last for first, last in joined):
            continue
        if before in APOSTROPHES and match.group().startswith(_AFTER_APOSTROPHE):
            return None
        if end + 1 < len(small) and small[end] in "-‑" and small[end + 1].isdigit():
            return None
        found.append(_Hit(start, end, match.group()))
    for start, end in joined:
        form = lookup_forms(text[start:end])[0]
        if pattern.fullmatch(form):
            found.append(_Hit(start, end, form))
    found.sort()
    return found


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
