"""An open index: its segments as one row of arrays. It never changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.errors import IndexMissingError
from index.model.article import FRENCH, DateValue, shown_days
from index.model.found import Facet
from index.query.engine import Amendment, Zone
from index.search.amendment import NOTHING, amended
from index.search.arrays import Array, read_arrays, read_bytes, unpack_strings
from index.search.columns import (
    FacetColumn,
    Head,
    Titles,
    day_number,
    moment_number,
    packed_date,
    read_date,
    read_dates,
    read_facet,
    read_moments,
)
from index.search.contents import ARRAYS, POSTINGS, Segment, read_contents
from index.search.one_spelling import SPELT_BY_FILES, with_one_spelling
from index.search.postings import (
    Postings,
    article_count,
    article_counts,
    decode_places,
    decode_postings,
    decode_together,
    read_offsets,
)
from index.search.quotes import Quotes
from index.search.republications import read_origins
from index.search.schema import ZONES
from index.search.segment_words import Lexicon

Mask = npt.NDArray[np.bool_]
Scores = npt.NDArray[np.float32]

K1 = 0.9
B = 0.75
"""The constants of BM25; neither matters much (`benchmarks/quality.py`)."""
RARITY_POWER = 1.2
"""How much more than in BM25 a rare word counts beside a common one: questions are full of these.

Chosen on one half of the questions of `benchmarks/quality.py` and confirmed on the other.
"""
ZONE_WEIGHTS = {Zone.TITLE: 2.0, Zone.DESCRIPTION: 1.0, Zone.BODY: 1.0, Zone.ASIDE: 0.5}
_CACHED_POSTINGS = 4_000_000
_FEW = 64
"""Articles with a word up to which its postings are read together with those of others."""


class Weighted(NamedTuple):
    """Where one word stands in one zone of a segment."""

    articles: npt.NDArray[np.int32]
    """Numbers of articles over the whole index."""
    weights: Scores
    """Frequency in each article, relative to the length of that article's zone."""


class OpenSegment:
    """One segment: its lexicon and its lists of postings."""

    def __init__(self, directory: Path, segment: Segment, base: int) -> None:
        self.base = base
        """The number of its first article in the whole index."""
        self.count = segment.articles
        self.deleted = segment.deleted
        self.arrays = read_arrays(segment.file(directory, ARRAYS))
        self.lexicon = Lexicon(self.arrays)
        self.titles = Titles(self.arrays)
        self.quotes = Quotes(self.arrays)
        self._offsets = read_offsets(self.arrays)
        self._memory = read_bytes(segment.file(directory, POSTINGS))
        self._bytes = np.frombuffer(self._memory, dtype=np.uint8)

    def postings(self, zone: Zone, word: int) -> Postings | None:
        """Articles by their number in the segment; None when the zone never holds the word."""
        offset = int(self._offsets[zone][word])
        return None if offset < 0 else decode_postings(self._memory, offset)

    def articles_with(self, zone: Zone, word: int) -> int:
        offset = int(self._offsets[zone][word])
        return 0 if offset < 0 else article_count(self._memory, offset)

    def holding(self, words: Sequence[int]) -> npt.NDArray[np.int64]:
        """For each of many words in how many articles it stands, summed over the zones."""
        held = np.zeros(len(words), dtype=np.int64)
        for zone in ZONES:
            offsets = self._offsets[zone][words].astype(np.int64)
            stands = np.flatnonzero(offsets >= 0)
            held[stands] += article_counts(self._bytes, offsets[stands])
        return held

    def rare(self, zone: Zone, words: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        """Which of many words a zone holds in so few articles that they are read together."""
        offsets = self._offsets[zone][words].astype(np.int64)
        few: npt.NDArray[np.bool_] = offsets >= 0
        few[few] = article_counts(self._bytes, offsets[few]) <= _FEW
        return few

    def postings_together(
        self, zone: Zone, words: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Articles and frequencies of many words that the zone holds, each an entry of its own."""
        return decode_together(self._bytes, self._offsets[zone][words].astype(np.int64))

    def places(
        self, zone: Zone, words: Sequence[int], among: Mask | None = None
    ) -> npt.NDArray[np.int64]:
        """The places of any of the words: article (of the segment) and position in one number, sorted."""
        found: list[npt.NDArray[np.int64]] = []
        for word in words:
            offset = int(self._offsets[zone][word])
            if offset < 0:
                continue
            found.append(decode_places(self._memory, offset, among))
        if not found:
            return np.zeros(0, dtype=np.int64)
        if len(found) == 1:
            return found[0]
        together = np.concatenate(found)
        together.sort()
        return together


class Snapshot:
    """All segments of a directory. Belongs to one thread.

    Raises IndexMissingError when the directory holds no index that can be read.
    """

    def __init__(self, directory: Path) -> None:
        try:
            contents = read_contents(directory)
            self.segments: list[OpenSegment] = []
            base = 0
            for segment in contents.segments:
                self.segments.append(OpenSegment(directory, segment, base))
                base += self.segments[-1].count
            self.roots = read_origins(directory, count=base)
            """For each article the one whose text it repeats, or itself."""
        # What a damaged file of arrays makes numpy raise is not known in full.
        except (OSError, ValueError, LookupError, TypeError, ArithmeticError) as error:
            raise IndexMissingError(
                "There is no index in {folder} that can be read.",
                advice="Build it anew with: recoupe rebuild",
                folder=directory,
            ) from error
        self.count = base
        """Of all articles, also of those that were left out since."""
        self.live: Mask = np.ones(base, dtype=np.bool_)
        for opened in self.segments:
            self.live[[opened.base + number for number in opened.deleted]] = False
        self._bases = [opened.base for opened in self.segments]
        self._facets: dict[Facet, FacetColumn] = {}
        self._respelt: dict[Facet, Mapping[str, str]] = {}
        """For each facet the spellings that another one of the same name stands for."""
        self._amended: dict[Facet, FacetColumn] = {}
        self._amendment = NOTHING
        self._weighted: dict[tuple[int, Zone, int], Weighted | None] = {}
        self._cached = 0

    def column(self, name: str) -> Array:
        """A column of numbers over the whole index."""
        columns = [segment.arrays[name] for segment in self.segments]
        return np.concatenate(columns) if columns else np.zeros(0, dtype="i4")

    @cached_property
    def norms(self) -> dict[Zone, Scores]:
        """For each zone, the weight of one occurrence in each article: the zone's weight, divided by the
        zone's relative length as BM25 does.
        """
        norms: dict[Zone, Scores] = {}
        for zone in ZONES:
            lengths = self.column(f"{zone}.lengths").astype(np.float32)
            total, having = float(lengths.sum()), int(np.count_nonzero(lengths))
            mean = total / having if having else 1.0
            norms[zone] = (ZONE_WEIGHTS[zone] / (1 - B + B * lengths / mean)).astype(np.float32)
        return norms

    @property
    def told_lengths(self) -> Array:
        """Words of the text and the lead of each article: the fullest account has most."""
        text, lead = self.column("body.lengths"), self.column("description.lengths")
        return text.astype(np.int64) + lead.astype(np.int64)

    @cached_property
    def foreign(self) -> Mask | None:
        """The articles in other languages than French; None where there are none."""
        column = self.built_facet(Facet.LANGUAGE)
        codes = [code for code, value in enumerate(column.values) if value not in FRENCH]
        return column.articles_of(np.array(codes, dtype=np.int64)) if codes else None

    @cached_property
    def lives(self) -> int:
        return int(np.count_nonzero(self.live))

    @cached_property
    def ids(self) -> list[str]:
        return self._strings("ids")

    @cached_property
    def number_of_id(self) -> dict[str, int]:
        return {id_: number for number, id_ in enumerate(self.ids) if self.live[number]}

    @cached_property
    def id_ranks(self) -> npt.NDArray[np.int64]:
        """The rank of each article by id; it orders articles of equal score."""
        ranks = np.empty(self.count, dtype=np.int64)
        ranks[sorted(range(self.count), key=self.ids.__getitem__)] = np.arange(self.count)
        return ranks

    @cached_property
    def dates(self) -> list[str]:
        dates = [date for segment in self.segments for date in read_dates(segment.arrays)]
        for number, published in self._redated():
            dates[number] = packed_date(published)
        return dates

    @cached_property
    def days(self) -> Array:
        return self._dated(self.column("days"), lambda date: day_number(date.earliest))

    @cached_property
    def last_days(self) -> Array:
        return self._dated(self.column("last_days"), lambda date: day_number(shown_days(date)[1]))

    @cached_property
    def moments(self) -> Array:
        columns = [read_moments(segment.arrays) for segment in self.segments]
        none = np.zeros(0, dtype=np.int64)
        return self._dated(np.concatenate([none, *columns]), moment_number)

    def amend(self, amendment: Amendment) -> None:
        """From now on the columns say what the reader decided; nothing on disk changes."""
        self._amendment = amendment
        self._amended = {}
        for name in ("dates", "days", "last_days", "moments"):
            self.__dict__.pop(name, None)

    def _redated(self) -> list[tuple[int, DateValue]]:
        numbers = self.number_of_id if self._amendment.dates else {}
        return [(numbers[id], date) for id, date in self._amendment.dates.items() if id in numbers]

    def _dated(self, column: Array, value: Callable[[DateValue], int]) -> Array:
        for number, published in self._redated():
            column[number] = value(published)
        return column

    def head(self, number: int) -> Head:
        segment = self.segments[bisect_right(self._bases, number) - 1]
        title = segment.titles[number - segment.base]
        return Head(self.ids[number], title, read_date(self.dates[number]))

    def facet(self, facet: Facet) -> FacetColumn:
        if not self._amendment:
            return self.built_facet(facet)
        if facet not in self._amended:
            self._amended[facet] = amended(
                facet, self._amendment, built=self.built_facet, number_of_id=self.number_of_id
            )
        return self._amended[facet]

    def place_of(self, facet: Facet, value: str) -> tuple[Facet, str]:
        """The present value of a facet for one that the index was built with."""
        if facet in SPELT_BY_FILES:
            self.built_facet(facet)
            value = self._respelt.get(facet, {}).get(value, value)
        return self._amendment.moved.get(value) or (facet, value)

    def built_facet(self, facet: Facet) -> FacetColumn:
        """The facet as it was when the index was built, without the reader's decisions."""
        if facet not in self._facets:
            column = read_facet([segment.arrays for segment in self.segments], facet)
            if facet in SPELT_BY_FILES:
                column, self._respelt[facet] = with_one_spelling(column)
            self._facets[facet] = column
        return self._facets[facet]

    def weighted(self, segment: OpenSegment, zone: Zone, word: int) -> Weighted | None:
        """The postings of a word with their weights; those of common words are kept."""
        key = (segment.base, zone, word)
        if key in self._weighted:
            return self._weighted[key]
        found: Weighted | None = None
        postings = segment.postings(zone, word)
        if postings is not None:
            articles = postings.articles
            if segment.base:
                articles = articles + np.int32(segment.base)
            weights = self.norms[zone][articles]
            if postings.frequencies is not None:
                weights *= postings.frequencies
            found = Weighted(articles, weights)
            self._cached += len(articles)
        self._cached += 10
        if self._cached > _CACHED_POSTINGS:
            self._weighted.clear()
            self._cached = 0
        self._weighted[key] = found
        return found

    def frequencies(self, segment: OpenSegment, zone: Zone, words: Sequence[int]) -> Scores:
        """How often each article holds any of many words, in measure of the zone's length."""
        total = np.zeros(self.count, dtype=np.float32)
        numbers = np.array(words, dtype=np.int64)
        rare = segment.rare(zone, numbers)
        articles, frequencies = segment.postings_together(zone, numbers[rare])
        articles += segment.base
        weights = self.norms[zone][articles] * frequencies
        total += np.bincount(articles, weights=weights, minlength=self.count)
        for word in numbers[~rare].tolist():
            weighted = self.weighted(segment, zone, word)
            if weighted is not None:
                total[weighted.articles] += weighted.weights
        return total

    def _strings(self, name: str) -> list[str]:
        return [
            string
            for segment in self.segments
            for string in unpack_strings(segment.arrays[name], count=segment.count)
        ]
