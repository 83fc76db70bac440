"""The columns by which articles are counted, filtered, sorted and shown, one row an article.

They are written beside each segment and read when a generation is opened, since asking Whoosh for them at
every search costs more than the search.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.model.article import (
    GLUED,
    Article,
    Basis,
    DateValue,
    EntityId,
    Kind,
    shown_days,
    year_and_month,
)
from index.model.found import Facet
from index.search.arrays import Array, pack_strings, ranges, starts_of, unpack_strings
from index.text.author_names import authors_of

ENTITY_FACETS = {Kind(facet.value): facet for facet in Facet if facet.value in set(Kind)}
_NO_DAY = 0
_MINUTES = 10_000
"""The factor of a day in a moment, above the minutes of every day."""


class Head(NamedTuple):
    """The columns that a line of results shows, so that the article itself need not be read."""

    id: str
    title: str
    published: DateValue


def facet_values(article: Article) -> Iterator[tuple[Facet, str]]:
    """Every value that an article has, each once; the empty one where a single value is unknown."""
    # A name with a word glued to it counts only once the reader has said that it is that name.
    seen = {
        (ENTITY_FACETS[m.kind], str(m.entity))
        for m in (*article.annotations.mentions, *article.annotations.lead_mentions)
        if m.by != GLUED
    }
    seen.update((Facet.TAG, tag.strip()) for tag in article.tags if tag.strip())
    yield from sorted(seen)
    yield Facet.SOURCE, (article.source or "").strip()
    yield from ((Facet.AUTHOR, author) for author in authors_of(article.author or ""))
    year, month = year_and_month(article.published)
    yield Facet.YEAR, year
    yield Facet.MONTH, month
    yield Facet.SECTION, (article.section or "").strip()
    yield Facet.PAGE, (article.page or "").strip()
    yield Facet.LANGUAGE, article.language or ""
    yield Facet.EDITION, (article.edition or "").strip()
    yield Facet.RECORD, (article.record_id or "").strip()


def day_number(day: str | None) -> int:
    """`2023-01-17` → 20230117; 0 when unknown or not a date."""
    digits = (day or "")[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isdecimal() else _NO_DAY


def moment_number(published: DateValue) -> int:
    """What dates are sorted by: 202301171906; the earliest day when no time is known."""
    value = published.value or ""
    day = day_number(published.earliest)
    if not day:
        return 0
    minutes = value[11:16].replace(":", "") if day_number(value) == day else ""
    return day * _MINUTES + (int(minutes) if len(minutes) == 4 and minutes.isdecimal() else 0)


class ColumnsBuilder:
    """Gathers the columns of the articles of one segment."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._titles: list[bytes] = []
        self._dates: dict[str, int] = {}
        self._date_codes = array("I")
        self._days = array("q")
        self._last_days = array("q")
        self._minutes = array("q")
        self._codes: dict[Facet, dict[str, int]] = {facet: {} for facet in Facet}
        self._values = {facet: array("I") for facet in Facet}
        self._counts = {facet: array("I") for facet in Facet}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, article: Article, values: list[tuple[Facet, str]]) -> None:
        published = article.published
        self._ids.append(str(article.id))
        self._titles.append(article.title.encode("utf-8", "surrogatepass"))
        self._date_codes.append(self._dates.setdefault(packed_date(published), len(self._dates)))
        first, last = map(day_number, shown_days(published))
        self._days.append(first)
        self._last_days.append(last or first)
        self._minutes.append(moment_number(published) % _MINUTES)
        counts = dict.fromkeys(Facet, 0)
        for facet, value in values:
            codes = self._codes[facet]
            self._values[facet].append(codes.setdefault(value, len(codes)))
            counts[facet] += 1
        for facet, count in counts.items():
            self._counts[facet].append(count)

    def arrays(self, names: Callable[[EntityId], str]) -> dict[str, Array]:
        """All columns; the values of a facet are sorted, entities with the names that they have now."""
        arrays: dict[str, Array] = {
            "ids": pack_strings(self._ids),
            "titles": np.frombuffer(b"".join(self._titles), dtype="u1"),
            "titles.lengths": np.array([len(title) for title in self._titles], dtype="u4"),
            "dates": pack_strings(self._dates),
            "dates.size": np.array([len(self._dates)], dtype="u4"),
            "dates.codes": np.array(self._date_codes, dtype="u4"),
            "days": np.array(self._days, dtype="i4"),
            "last_days": np.array(self._last_days, dtype="i4"),
            "minutes": np.array(self._minutes, dtype="i4"),
        }
        entity_facets = set(ENTITY_FACETS.values())
        for facet in Facet:
            values = sorted(self._codes[facet])
            ranks = np.empty(len(values), dtype="u4")
            for rank, value in enumerate(values):
                ranks[self._codes[facet][value]] = rank
            codes = np.array(self._values[facet], dtype="u4")
            arrays[f"{facet}.values"] = pack_strings(values)
            arrays[f"{facet}.size"] = np.array([len(values)], dtype="u4")
            arrays[f"{facet}.codes"] = ranks[codes] if len(values) else codes
            arrays[f"{facet}.counts"] = np.array(self._counts[facet], dtype="u4")
            if facet in entity_facets:
                arrays[f"{facet}.names"] = pack_strings(names(EntityId(value)) for value in values)
        return arrays


class Titles:
    """The titles of a segment, each decoded when it is shown."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._starts = starts_of(arrays["titles.lengths"])
        self._packed = arrays["titles"]

    def __getitem__(self, number: int) -> str:
        found = self._packed[self._starts[number] : self._starts[number + 1]]
        return found.tobytes().decode("utf-8", "surrogatepass")


def read_dates(arrays: Mapping[str, Array]) -> list[str]:
    """The packed date of each article of a segment."""
    dates = unpack_strings(arrays["dates"], count=int(arrays["dates.size"][0]))
    return [dates[code] for code in arrays["dates.codes"].tolist()]


def read_moments(arrays: Mapping[str, Array]) -> npt.NDArray[np.int64]:
    """The `moment_number` of each article of a segment."""
    moments = arrays["days"].astype(np.int64)
    moments *= _MINUTES
    moments += arrays["minutes"]
    return moments


class FacetColumn(NamedTuple):
    """The values of one facet, article after article, in compressed rows."""

    values: tuple[str, ...]
    names: tuple[str, ...]
    """What entities were called when the index was built; the values themselves elsewhere."""
    codes: npt.NDArray[np.int32]
    """The values, each by its place in `values`."""
    starts: npt.NDArray[np.int64]
    """Row `i` is `codes[starts[i]:starts[i + 1]]`."""
    rows: npt.NDArray[np.int32]
    """The article of each code."""
    single: bool
    """Whether every article has just one value."""
    also: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Other names that some values are found by."""

    def articles_of(self, wanted: Array) -> npt.NDArray[np.bool_]:
        """Which articles have one of the values whose codes are given."""
        chosen = np.zeros(len(self.values), dtype=np.bool_)
        chosen[wanted] = True
        hits = np.flatnonzero(chosen[self.codes])
        found = np.zeros(len(self.starts) - 1, dtype=np.bool_)
        found[self.rows[hits]] = True
        return found

    def counts(self, selected: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
        """How many of the selected articles have each value."""
        rows = np.flatnonzero(selected)
        if self.single:
            return np.bincount(self.codes[rows], minlength=len(self.values))
        if 4 * len(rows) >= len(selected):
            kept = selected[self.rows]
            return np.bincount(self.codes[kept], minlength=len(self.values))
        starts, lengths = self.starts[rows], (self.starts[rows + 1] - self.starts[rows])
        places = ranges(starts, lengths)
        return np.bincount(self.codes[places], minlength=len(self.values))


def read_facet(segments: list[Mapping[str, Array]], facet: Facet) -> FacetColumn:
    """The column of a facet over all segments, with one code for a value wherever it occurs."""
    locals_: list[list[str]] = []
    shown: list[list[str]] = []
    for arrays in segments:
        size = int(arrays[f"{facet}.size"][0])
        values = unpack_strings(arrays[f"{facet}.values"], count=size)
        locals_.append(values)
        named = f"{facet}.names" in arrays
        shown.append(unpack_strings(arrays[f"{facet}.names"], count=size) if named else values)
    names: Sequence[str]
    if len(locals_) == 1:
        merged, names = locals_[0], shown[0]
        codes = [segments[0][f"{facet}.codes"].astype(np.int32)]
    else:
        merged = sorted(set().union(*locals_))
        place = {value: code for code, value in enumerate(merged)}
        latest: dict[str, str] = {}
        for values, called in zip(locals_, shown, strict=True):
            latest.update(zip(values, called, strict=True))
        names = [latest[value] for value in merged]
        codes = []
        for arrays, values in zip(segments, locals_, strict=True):
            translation = np.array([place[value] for value in values], dtype=np.int32)
            local = arrays[f"{facet}.codes"]
            codes.append(translation[local] if len(values) else local.astype(np.int32))
    lengths = np.concatenate([np.zeros(0, "u4"), *(a[f"{facet}.counts"] for a in segments)])
    return FacetColumn(
        values=tuple(merged),
        names=tuple(names),
        codes=np.concatenate([np.zeros(0, dtype=np.int32), *codes]),
        starts=starts_of(lengths),
        rows=np.repeat(np.arange(len(lengths), dtype=np.int32), lengths),
        single=bool((lengths == 1).all()),
    )


def packed_date(published: DateValue) -> str:
    return "|".join(
        (
            published.value or "",
            published.earliest or "",
            published.latest or "",
            published.basis.value,
        )
    )


def read_date(packed: str) -> DateValue:
    value, earliest, latest, basis = packed.split("|")
    return DateValue(value or None, earliest or None, latest or None, Basis(basis))
