"""Which articles answer a query, and how well: set by set over the whole index.

Ranking is BM25F (Robertson, Zaragoza and Taylor 2004: frequencies of all zones are weighed and added
before they saturate) over three readings of a word: any form of its stem, its folded form, its form
with accents. The exact readings add to the stem's score, so that exact hits come first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.errors import QueryError
from index.french.stems import FrenchStemmer
from index.french.tokens import fold, tokenize
from index.model.article import EntityId
from index.model.found import Facet
from index.search.columns import ENTITY_FACETS, FacetColumn
from index.search.inversion import POSITION_BITS
from index.search.language.dates import first_day, last_day
from index.search.language.tree import (
    And,
    Dated,
    Everything,
    Exact,
    Having,
    InFile,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Query,
    Similar,
    Undated,
    Within,
    Word,
)
from index.search.lexicon import Lexicon
from index.search.schema import ZONES, ZONES_OF_PLACE, Zone
from index.search.similar import similar_folds
from index.search.snapshot import K1, Mask, OpenSegment, Scores, Snapshot
from index.search.sought import DESIGNATOR, Placed, pattern_of, stems_of, variants

STEM_WEIGHT = 1.0
FOLDED_WEIGHT = 0.3
ACCENTED_WEIGHT = 0.3
"""How much each reading of a word counts; measured on `benchmarks/quality.py`."""
MOST_WORDS_OF_A_PATTERN = 10_000

Keys = npt.NDArray[np.int64]


class Found(NamedTuple):
    """Which articles match, and the scores of those that do (nothing said about the others)."""

    mask: Mask
    scores: Scores


class Reading(NamedTuple):
    """One way to read a word: its numbers in each segment, and what it counts."""

    words: tuple[frozenset[int], ...]
    weight: float


class Occurrences(NamedTuple):
    """Where something stands in one zone of one segment: first and last word, sorted by the first."""

    starts: Keys
    ends: Keys


class Matching:
    """Evaluates queries against a snapshot."""

    def __init__(
        self, snapshot: Snapshot, stemmer: FrenchStemmer, *, name_of: Callable[[EntityId], str]
    ) -> None:
        self._snapshot = snapshot
        self._stemmer = stemmer
        self._name_of = name_of
        self._names: dict[Facet, list[str]] = {}
        self._lexicons: list[Lexicon] = [segment.lexicon for segment in snapshot.segments]

    def find(self, query: Query) -> Found:
        """All live articles that match; scores are zero where nothing speaks for an order."""
        found = self._find(query, ZONES)
        return Found(found.mask & self._snapshot.live, found.scores)

    def _find(self, query: Query, zones: tuple[Zone, ...]) -> Found:
        if isinstance(query, Everything):
            return self._unscored(np.ones(self._snapshot.count, dtype=np.bool_))
        if isinstance(query, And):
            return self._all(query, zones)
        if isinstance(query, Or):
            return self._any(query, zones)
        if isinstance(query, Not):
            return self._unscored(~self._find(query.part, zones).mask)
        if isinstance(query, Within):
            if query.place not in ZONES_OF_PLACE:
                raise QueryError(f"The field {query.place} is not searched yet.", column=1)
            return self._find(query.part, ZONES_OF_PLACE[query.place])
        if isinstance(query, Near) or (isinstance(query, Exact | Phrase) and len(query.words) > 1):
            return self._placed(query, zones)
        if isinstance(query, Word):
            found = self._readings(self.readings(query), zones)
            if DESIGNATOR.fullmatch(query.text):
                spaced = self._placed(Phrase(variants((query.text,))[1]), zones)
                return Found(found.mask | spaced.mask, found.scores + spaced.scores)
            return found
        if isinstance(query, Exact | Pattern | Similar):
            return self._readings(self.readings(query), zones)
        if isinstance(query, Phrase):
            if len(variants(query.words)) > 1:
                return self._placed(query, zones)
            return self._readings(self.readings(query), zones)
        return self._unscored(self._condition(query))

    def _condition(self, query: Query) -> Mask:
        snapshot = self._snapshot
        if isinstance(query, Undated):
            undated: Mask = snapshot.days == 0
            return undated
        if isinstance(query, Dated):
            mask: Mask = snapshot.days != 0
            if query.earliest is not None:
                mask &= snapshot.last_days >= first_day(query.earliest)
            if query.latest is not None:
                mask &= snapshot.days <= last_day(query.latest)
            return mask
        if isinstance(query, Having):
            column = snapshot.facet(query.facet)
            return column.articles_of(np.array(self._values(query, column), dtype=np.int64))
        if isinstance(query, InFile):
            wanted = fold(query.text)
            return np.array([wanted in fold(id_) for id_ in snapshot.ids], dtype=np.bool_)
        raise QueryError(f"« {query} » is not searched yet.", column=1)

    def _values(self, query: Having, column: FacetColumn) -> list[int]:
        """The values whose name, now or when the index was built, holds the words in a row."""
        if query.facet not in self._names:
            names = [[name] for name in column.names]
            if query.facet in ENTITY_FACETS.values():
                for known, value in zip(names, column.values, strict=True):
                    known.append(self._name_of(EntityId(value)))
            self._names[query.facet] = [
                "".join(f"|{' '.join(t.folded for t in tokenize(name))}|" for name in known)
                for known in names
            ]
        wanted = " ".join(query.words)
        first_or_inside = (f"|{wanted} ", f"|{wanted}|", f" {wanted} ", f" {wanted}|")
        return [
            code
            for code, names in enumerate(self._names[query.facet])
            if any(form in names for form in first_or_inside)
        ]

    def _all(self, query: And, zones: tuple[Zone, ...]) -> Found:
        mask = np.ones(self._snapshot.count, dtype=np.bool_)
        scores = np.zeros(self._snapshot.count, dtype=np.float32)
        for part in query.parts:
            found = self._find(part, zones)
            mask &= found.mask
            scores += found.scores
        return Found(mask, scores)

    def _any(self, query: Or, zones: tuple[Zone, ...]) -> Found:
        mask = np.zeros(self._snapshot.count, dtype=np.bool_)
        scores = np.zeros(self._snapshot.count, dtype=np.float32)
        for part in query.parts:
            found = self._find(part, zones)
            mask |= found.mask
            scores += found.scores
        return Found(mask, scores)

    def _unscored(self, mask: Mask) -> Found:
        return Found(mask, np.zeros(self._snapshot.count, dtype=np.float32))

    # Single words

    def readings(self, query: Query) -> tuple[Reading, ...]:
        """What a single word stands for; the first reading holds the words of all others."""
        if isinstance(query, Word):
            stems = stems_of(query.text, self._lexicons, self._stemmer)
            folded = fold(query.text)
            same = [frozenset(lexicon.folding_to(folded)) for lexicon in self._lexicons]
            covered = [
                frozenset(n for stem in stems for n in lexicon.stemming_to(stem)) | folding
                for lexicon, folding in zip(self._lexicons, same, strict=True)
            ]
            return (
                Reading(tuple(covered), STEM_WEIGHT),
                Reading(tuple(same), FOLDED_WEIGHT),
                Reading(self._exact(query.text), ACCENTED_WEIGHT),
            )
        if isinstance(query, Exact):
            return (Reading(self._exact(query.words[0]), 1.0),)
        if isinstance(query, Phrase):
            folded = fold(query.words[0])
            return (
                Reading(
                    tuple(frozenset(lexicon.folding_to(folded)) for lexicon in self._lexicons), 1.0
                ),
                Reading(self._exact(query.words[0]), ACCENTED_WEIGHT),
            )
        return (Reading(tuple(self._expanded(query)), 1.0),)

    def _exact(self, word: str) -> tuple[frozenset[int], ...]:
        numbers = (lexicon.number_of(word) for lexicon in self._lexicons)
        return tuple(frozenset(() if n is None else (n,)) for n in numbers)

    def _expanded(self, query: Query) -> list[frozenset[int]]:
        """The words that a pattern or a near spelling covers."""
        found: list[frozenset[int]] = []
        for segment in self._snapshot.segments:
            lexicon = segment.lexicon
            if isinstance(query, Similar):
                places = similar_folds(query.text, lexicon)
            elif isinstance(query, Pattern):
                places = _matching_folds(query.text, lexicon)
            else:
                raise TypeError(f"{query!r} is no single word")
            numbers = lexicon.of_folds(places)
            if len(numbers) > MOST_WORDS_OF_A_PATTERN:
                numbers = sorted(
                    numbers, key=lambda n: -sum(segment.articles_with(zone, n) for zone in ZONES)
                )[:MOST_WORDS_OF_A_PATTERN]
            found.append(frozenset(numbers))
        return found

    def _readings(self, readings: Sequence[Reading], zones: tuple[Zone, ...]) -> Found:
        """BM25F of each reading, added up."""
        snapshot = self._snapshot
        sums = [np.zeros(snapshot.count, dtype=np.float32) for _ in readings]
        for place, segment in enumerate(snapshot.segments):
            for word in readings[0].words[place]:
                inside = [
                    total
                    for reading, total in zip(readings, sums, strict=True)
                    if word in reading.words[place]
                ]
                for zone in zones:
                    weighted = snapshot.weighted(segment, zone, word)
                    if weighted is not None:
                        for total in inside:
                            total[weighted.articles] += weighted.weights
        scores = np.zeros(snapshot.count, dtype=np.float32)
        for reading, total in zip(readings, sums, strict=True):
            self._add_score(scores, total, reading.weight)
        return Found(sums[0] > 0, scores)

    def _add_score(self, scores: Scores, frequencies: Scores, weight: float) -> None:
        holding = np.flatnonzero(frequencies)
        if not len(holding):
            return
        rarity = np.log(1 + (self._snapshot.count - len(holding) + 0.5) / (len(holding) + 0.5))
        held = frequencies[holding]
        scores[holding] += np.float32(weight * rarity * (K1 + 1)) * (held / (held + np.float32(K1)))

    # Sequences

    def _placed(self, query: Query, zones: tuple[Zone, ...]) -> Found:
        """What stands in a row or nearby counts as one word that occurs as often as that does."""
        snapshot = self._snapshot
        frequencies = np.zeros(snapshot.count, dtype=np.float32)
        for segment in snapshot.segments:
            rows = slice(segment.base, segment.base + segment.count)
            for zone in zones:
                found = self._occurrences(query, segment, zone)
                if len(found.starts):
                    counts = np.bincount(found.starts >> POSITION_BITS, minlength=segment.count)
                    frequencies[rows] += counts * snapshot.norms[zone][rows]
        scores = np.zeros(snapshot.count, dtype=np.float32)
        weight = float(len(query.words)) if isinstance(query, Phrase | Exact) else 2.0
        self._add_score(scores, frequencies, weight)
        return Found(frequencies > 0, scores)

    def _occurrences(self, query: Query, segment: OpenSegment, zone: Zone) -> Occurrences:
        if isinstance(query, Near):
            return self._nearby(query, segment, zone)
        if isinstance(query, Or):
            return _joined([self._occurrences(part, segment, zone) for part in query.parts])
        place = self._snapshot.segments.index(segment)
        lexicon = segment.lexicon
        if isinstance(query, Exact):
            numbers = [lexicon.number_of(word) for word in query.words]
            slots = [[] if number is None else [number] for number in numbers]
            return _in_a_row(segment, zone, slots)
        if isinstance(query, Phrase):
            return _joined(
                [
                    _in_a_row(segment, zone, [lexicon.folding_to(fold(word)) for word in words])
                    for words in variants(query.words)
                ]
            )
        assert isinstance(query, Placed)
        single = segment.places(zone, sorted(self.readings(query)[0].words[place]))
        found = [Occurrences(single, single)]
        if isinstance(query, Word) and DESIGNATOR.fullmatch(query.text):
            spaced = variants((query.text,))[1]
            found.append(
                _in_a_row(segment, zone, [lexicon.folding_to(fold(word)) for word in spaced])
            )
        return _joined(found)

    def _nearby(self, query: Near, segment: OpenSegment, zone: Zone) -> Occurrences:
        left = self._occurrences(query.left, segment, zone)
        right = self._occurrences(query.right, segment, zone)
        return _joined(
            [_followed(left, right, query.distance), _followed(right, left, query.distance)]
        )


def _matching_folds(pattern: str, lexicon: Lexicon) -> list[int]:
    head, _, tail = pattern.partition("*")
    places: Sequence[int] = lexicon.folds_with_prefix(head) if head else range(len(lexicon.folds))
    if not tail:
        return list(places)
    if "*" not in tail:
        shortest = len(head) + len(tail)
        return [n for n in places if (w := lexicon.folds[n]).endswith(tail) and len(w) >= shortest]
    expression = pattern_of(pattern)
    return [place for place in places if expression.fullmatch(lexicon.folds[place])]


def _in_a_row(segment: OpenSegment, zone: Zone, slots: list[list[int]]) -> Occurrences:
    """Where words of the slots follow each other."""
    nowhere = np.zeros(0, dtype=np.int64)
    if not all(slots):
        return Occurrences(nowhere, nowhere)
    sizes = [sum(segment.articles_with(zone, word) for word in words) for words in slots]
    among: Mask | None = None
    starts: Keys | None = None
    for slot in sorted(range(len(slots)), key=sizes.__getitem__):
        places = segment.places(zone, slots[slot], among) - slot
        starts = places if starts is None else starts[_contained(starts, places)]
        if not len(starts):
            return Occurrences(nowhere, nowhere)
        among = np.zeros(segment.count, dtype=np.bool_)
        among[np.maximum(starts, 0) >> POSITION_BITS] = True
    assert starts is not None
    return Occurrences(starts, starts + (len(slots) - 1))


def _contained(keys: Keys, others: Keys) -> Mask:
    """Which keys are among the others; both are sorted."""
    if not len(others):
        return np.zeros(len(keys), dtype=np.bool_)
    places = np.searchsorted(others, keys)
    places[places == len(others)] = 0
    same: Mask = others[places] == keys
    return same


def _joined(found: list[Occurrences]) -> Occurrences:
    if len(found) == 1:
        return found[0]
    starts = np.concatenate([one.starts for one in found])
    ends = np.concatenate([one.ends for one in found])
    order = np.argsort(starts, kind="stable")
    return Occurrences(starts[order], ends[order])


def _followed(first: Occurrences, second: Occurrences, distance: int) -> Occurrences:
    """Each of the first that has one of the second behind it, with at most `distance` between."""
    if not len(first.starts) or not len(second.starts):
        return Occurrences(first.starts[:0], first.ends[:0])
    following = np.searchsorted(second.starts, first.ends, side="right")
    inside = following < len(second.starts)
    following[~inside] = 0
    near = inside & (second.starts[following] - first.ends <= distance + 1)
    return Occurrences(first.starts[near], second.ends[following[near]])
