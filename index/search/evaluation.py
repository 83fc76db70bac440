"""Which articles answer a query, and how well: set by set over the whole index.

Ranking is BM25F (Robertson, Zaragoza and Taylor 2004: frequencies of all zones are weighed and
added before they saturate) over four readings of a word: any form of its family, those of its own
kind, its folded form, its form with accents. The narrower readings add to the score, so that exact
hits come first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from index.model.article import ArticleId, EntityId
from index.model.found import Facet
from index.query.date_ranges import first_day, last_day
from index.query.engine import Zone
from index.query.literal import literal
from index.query.tree import (
    And,
    Dated,
    Everything,
    Exact,
    Having,
    InFile,
    Like,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Place,
    Query,
    SaidBy,
    Similar,
    Undated,
    Within,
    Word,
)
from index.search.closeness import closeness
from index.search.columns import ENTITY_FACETS
from index.search.name_lookup import Names
from index.search.readings import Reading, Readings
from index.search.schema import ZONES_OF_PLACE
from index.search.sequences import Occurrences, in_a_row, joined, nearby
from index.search.slabs import POSITION_BITS
from index.search.snapshot import K1, RARITY_POWER, Mask, OpenSegment, Scores, Snapshot
from index.search.sought import DESIGNATOR, LITTLE
from index.text.folding import fold

_A_QUESTION = 3
"""With so many alternatives, words of the same stem raise the scores but find no article
themselves.
"""
_MANY = 16
"""With more words than this, a pattern's words are looked up together."""


class Found(NamedTuple):
    """Which articles match, and their scores; the scores of other articles mean nothing."""

    mask: Mask
    scores: Scores


class Matching:
    """Evaluates queries on a snapshot; `like` answers `aussi:`."""

    def __init__(
        self,
        snapshot: Snapshot,
        readings: Readings,
        *,
        name_of: Callable[[EntityId], str],
        forms_of: Callable[[EntityId], Sequence[str]],
        files: Callable[[], Mapping[str, Sequence[ArticleId]]],
        like: Callable[[str], Found],
    ) -> None:
        self._snapshot = snapshot
        self._readings = readings
        self._name_of = name_of
        self._forms_of = forms_of
        self._files = files
        self._like = like
        self._names: dict[Facet, Names] = {}
        self._named_speakers: dict[int, Names] = {}

    def find(self, query: Query) -> Found:
        """All live articles that match; scores are zero where nothing gives an order.

        Articles in other languages must match the typed forms.
        """
        found = self._find(query, None)
        foreign = self._snapshot.foreign
        if foreign is not None and (typed := literal(query)) != query:
            just = self._find(typed, None)
            found = Found(
                np.where(foreign, just.mask, found.mask),
                np.where(foreign, just.scores, found.scores),
            )
        return Found(found.mask & self._snapshot.live, found.scores)

    def forget(self) -> None:
        """Forgets the names that were looked up, since names have changed."""
        self._names.clear()
        self._named_speakers.clear()

    def _find(self, query: Query, place: Place | None) -> Found:
        if isinstance(query, And):
            return self._all(query, place)
        if isinstance(query, Or):
            return self._any(query, place)
        if isinstance(query, Not):
            return self._unscored(~self._find(query.part, place).mask)
        if isinstance(query, Within):
            return self._find(query.part, query.place)
        if isinstance(query, Like):
            return self._like(query.id)
        if _is_single(query) and place is not Place.QUOTES:
            found = self._single(self._readings.of(query), ZONES_OF_PLACE[place])
            for way in self._readings.sequences(query):
                row = self._placed(Phrase(way), place)
                found = Found(found.mask | row.mask, found.scores + row.scores)
            return found
        if isinstance(query, Word | Exact | Phrase | Pattern | Similar | Near):
            return self._placed(query, place)
        return self._unscored(self._condition(query))

    def _condition(self, query: Query) -> Mask:
        """The articles that meet a condition other than words of the text."""
        snapshot = self._snapshot
        mask: Mask = np.ones(snapshot.count, dtype=np.bool_)
        if isinstance(query, Everything):
            return mask
        if isinstance(query, Undated):
            mask &= snapshot.days == 0
            return mask
        if isinstance(query, Dated):
            mask = snapshot.days != 0
            if query.earliest is not None:
                mask &= snapshot.last_days >= first_day(query.earliest)
            if query.latest is not None:
                mask &= snapshot.days <= last_day(query.latest)
            return mask
        if isinstance(query, Having):
            values = self._values(query.facet).holding(query.words)
            return snapshot.facet(query.facet).articles_of(np.array(values, dtype=np.int64))
        if isinstance(query, InFile):
            return self._in_file(fold(query.text))
        if isinstance(query, SaidBy):
            mask = np.zeros(snapshot.count, dtype=np.bool_)
            for segment in snapshot.segments:
                told = segment.quotes.speakers()
                names = self._speakers(segment).holding(query.words) if query.words else ()
                numbers = [
                    number
                    for number in (names if query.words else range(len(told)))
                    if query.holds(*told[number][2:])
                ]
                mask[segment.quotes.by_speakers(numbers) + segment.base] = True
            return mask
        raise TypeError(f"{query!r} is no query")

    def _in_file(self, wanted: str) -> Mask:
        """By the id, which is the path without its ending; by the path where an ending may be meant."""
        inside = [wanted in fold(id_) for id_ in self._snapshot.ids]
        if "." in wanted and not all(inside):
            paths = self._files().items()
            named = {id_ for path, ids in paths if wanted in fold(path) for id_ in ids}
            inside = [
                was or id_ in named for was, id_ in zip(inside, self._snapshot.ids, strict=True)
            ]
        return np.array(inside, dtype=np.bool_)

    def shortened_to(self, query: Having) -> list[tuple[str, ...]]:
        """The names of a facet that the words of a query may be short for."""
        return self._values(query.facet).shortened_to(query.words)

    def entities(self, query: Having) -> frozenset[EntityId]:
        """The people, places and the like that a query asks for by name."""
        if query.facet not in ENTITY_FACETS.values():
            return frozenset()
        values = self._snapshot.facet(query.facet).values
        return frozenset(
            EntityId(values[at]) for at in self._values(query.facet).holding(query.words)
        )

    def _values(self, facet: Facet) -> Names:
        """The names of a facet's values: the present one and the one when the index was built.

        Of people, places and the like, every form in the articles counts too.
        """
        if facet not in self._names:
            column = self._snapshot.facet(facet)
            names = list(enumerate(column.names))
            if facet in ENTITY_FACETS.values():
                for code, value in enumerate(column.values):
                    entity = EntityId(value)
                    more = (self._name_of(entity), *self._forms_of(entity))
                    names += [(code, name) for name in (*more, *column.also.get(value, ()))]
            self._names[facet] = Names(names)
        return self._names[facet]

    def _speakers(self, segment: OpenSegment) -> Names:
        """The speakers quoted in a segment, by their names and by the words of the text for them."""
        if segment.base not in self._named_speakers:
            names: list[tuple[int, str]] = []
            for code, (entity, named, *_) in enumerate(segment.quotes.speakers()):
                names.append((code, named))
                if entity:
                    names.append((code, self._name_of(EntityId(entity))))
            self._named_speakers[segment.base] = Names(names)
        return self._named_speakers[segment.base]

    def _all(self, query: And, place: Place | None) -> Found:
        mask = np.ones(self._snapshot.count, dtype=np.bool_)
        scores = np.zeros(self._snapshot.count, dtype=np.float32)
        for part in query.parts:
            found = self._find(part, place)
            mask &= found.mask
            scores += found.scores
        words = [p for p in query.parts if isinstance(p, Word) and p.text not in LITTLE]
        if len(words) > 1 and place is not Place.QUOTES:
            close = closeness(
                words, ZONES_OF_PLACE[place], mask & self._snapshot.live, scores,
                snapshot=self._snapshot, readings=self._readings,
            )  # fmt: skip
            scores = scores if close is None else scores + close
        return Found(mask, scores)

    def _any(self, query: Or, place: Place | None) -> Found:
        mask = np.zeros(self._snapshot.count, dtype=np.bool_)
        scores = np.zeros(self._snapshot.count, dtype=np.float32)
        for part in query.parts:
            found = self._find(part, place)
            mask |= found.mask
            scores += found.scores
            if len(query.parts) >= _A_QUESTION and isinstance(part, Word):
                related = self._readings.related(part)
                scores += self._single([related], ZONES_OF_PLACE[place]).scores
        return Found(mask, scores)

    def _unscored(self, mask: Mask) -> Found:
        return Found(mask, np.zeros(self._snapshot.count, dtype=np.float32))

    def _single(self, readings: Sequence[Reading], zones: tuple[Zone, ...]) -> Found:
        """The BM25F scores of all readings, added up."""
        snapshot = self._snapshot
        sums = [np.zeros(snapshot.count, dtype=np.float32) for _ in readings]
        for place, segment in enumerate(snapshot.segments):
            words = readings[0].words[place]
            if len(readings) == 1 and len(words) > _MANY:
                for zone in zones:
                    sums[0] += snapshot.frequencies(segment, zone, sorted(words))
                continue
            for word in words:
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
        scores[holding] += np.float32(weight * rarity**RARITY_POWER * (K1 + 1)) * (
            held / (held + np.float32(K1))
        )

    # Words in a row or near each other

    def _placed(self, query: Query, place: Place | None) -> Found:
        """Scores a phrase or words nearby as one word that occurs as often as they do."""
        snapshot = self._snapshot
        frequencies = np.zeros(snapshot.count, dtype=np.float32)
        for number, segment in enumerate(snapshot.segments):
            rows = slice(segment.base, segment.base + segment.count)
            for zone in ZONES_OF_PLACE[place]:
                found = self.occurrences(query, number, zone)
                starts = found.starts
                if place is Place.QUOTES and len(starts):
                    starts = starts[segment.quotes.inside(zone, starts, found.ends)]
                if len(starts):
                    counts = np.bincount(starts >> POSITION_BITS, minlength=segment.count)
                    frequencies[rows] += counts * snapshot.norms[zone][rows]
        scores = np.zeros(snapshot.count, dtype=np.float32)
        weight = float(len(query.words)) if isinstance(query, Phrase | Exact) else 2.0
        self._add_score(scores, frequencies, weight)
        return Found(frequencies > 0, scores)

    def occurrences(self, query: Query, number: int, zone: Zone) -> Occurrences:
        """The places where words, phrases and pairs of them stand in one zone of one segment."""
        segment = self._snapshot.segments[number]
        if isinstance(query, Near):
            left = self.occurrences(query.left, number, zone)
            return nearby(left, self.occurrences(query.right, number, zone), query.distance)
        if isinstance(query, Or):
            return joined([self.occurrences(part, number, zone) for part in query.parts])
        lexicon = segment.lexicon
        if isinstance(query, Exact):
            numbers = [lexicon.number_of(word) for word in query.words]
            return in_a_row(segment, zone, [[] if n is None else [n] for n in numbers])
        if isinstance(query, Phrase):
            words = self._readings.in_one(query)[number]
        else:
            words = self._readings.of(query)[0].words[number]
        single = segment.places(zone, sorted(words))
        found = [Occurrences(single, single)]
        for way in self._readings.sequences(query):
            alone = len(way) == 1
            slots = [self._readings.slot(word, lexicon, alone=alone) for word in way]
            found.append(in_a_row(segment, zone, slots))
        return joined(found)


def _is_single(query: Query) -> bool:
    """Whether a query is about one word, so that postings without positions are enough."""
    if isinstance(query, Phrase):
        return len(query.words) == 1 and not DESIGNATOR.fullmatch(query.words[0])
    if isinstance(query, Exact):
        return len(query.words) == 1
    return isinstance(query, Word | Pattern | Similar)
