"""The articles by time of publication, and the days that they speak of, counted in spans of time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from index.model.article import Article, ArticleId, Basis
from index.model.found import Hit
from index.model.timeline import Appeared, Period, Told, Unit, number_of_periods, period_of, periods

EXPLICIT = "explicit"
MOST_PERIODS = 20_000
"""The most spans in a chart: a wider period gets a longer unit."""


@dataclass(frozen=True, slots=True)
class Published:
    """The articles published in one span."""

    period: Period
    sources: Mapping[str, int]
    """Source → number of articles; the empty name stands for no stated source."""
    inferred: Mapping[str, int]
    """The same for articles whose date was inferred, or is less precise than the span."""
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """The articles that speak of a day of one span."""

    period: Period
    articles: int
    inferred: int
    """The number of them that never state the whole date."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A timeline in spans of one length."""

    unit: Unit
    published: tuple[Published, ...]
    wide: int
    """The number of articles whose date is less precise than a span; they stand in the first
    possible one.
    """
    spoken_of: tuple[SpokenOf, ...] = ()
    before: int = 0
    """The number of days told that lie before the first span."""
    after: int = 0
    wider: int = 0
    """The number of stretches told that are longer than a span."""


@dataclass(slots=True)
class _Counts:
    sources: dict[str, int] = field(default_factory=dict)
    inferred: dict[str, int] = field(default_factory=dict)
    articles: list[ArticleId] = field(default_factory=list)


def appeared(hits: Iterable[Hit]) -> tuple[tuple[Appeared, ...], tuple[Hit, ...]]:
    """The articles with a date, in its order, and those without."""
    dated: list[Appeared] = []
    undated: list[Hit] = []
    for hit in hits:
        first = _day(hit.published.earliest)
        if first is None:
            undated.append(hit)
            continue
        last = _day(hit.published.latest) or first
        basis = hit.published.basis
        dated.append(Appeared(hit.id, hit.title, hit.source, first, max(first, last), basis))
    return tuple(sorted(dated, key=lambda one: (one.first, one.article))), tuple(undated)


def told(articles: Iterable[Article]) -> tuple[Told, ...]:
    """The days that articles speak of, each stretch once an article; it is stated if one mention
    states it.
    """
    found: dict[tuple[ArticleId, date, date], bool] = {}
    for article in articles:
        for mention in article.annotations.dates:
            first = _day(mention.earliest)
            if first is not None:
                key = article.id, first, max(first, _day(mention.latest) or first)
                found[key] = found.get(key, False) or mention.basis == EXPLICIT
    return tuple(Told(id, first, last, stated) for (id, first, last), stated in found.items())


def unit_for(dated: Sequence[Appeared], room: int) -> Unit:
    """The shortest unit whose spans all fit beside one another."""
    if not dated:
        return Unit.MONTH
    first, last = dated[0].first, max(one.last for one in dated)
    fitting = (unit for unit in Unit if number_of_periods(first, last, unit) <= room)
    return next(fitting, Unit.YEAR)


def by_precision(
    dated: Sequence[Appeared], unit: Unit
) -> tuple[list[Appeared], dict[Period, list[Appeared]]]:
    """The articles that lie in one span, and those whose date is less precise by what it means: all of March."""
    precise: list[Appeared] = []
    loose: dict[Period, list[Appeared]] = {}
    for one in dated:
        if one.last > period_of(one.first, unit).last:
            loose.setdefault(Period(one.first, one.last), []).append(one)
        else:
            precise.append(one)
    return precise, loose


def chart(dated: Sequence[Appeared], days: Sequence[Told], unit: Unit) -> Chart:
    """The articles published and the days spoken of, from the first article to the last one."""
    if not dated:
        return Chart(unit, (), 0)
    first, last = dated[0].first, max(one.first for one in dated)
    while number_of_periods(first, last, unit) > MOST_PERIODS:
        unit = list(Unit)[list(Unit).index(unit) + 1]
    spans = periods(first, last, unit)
    counts = [_Counts() for _ in spans]
    wide = 0
    for one in dated:
        at = number_of_periods(first, one.first, unit) - 1
        count, source = counts[at], one.source or ""
        count.articles.append(one.article)
        count.sources[source] = count.sources.get(source, 0) + 1
        # Of « mars 2023 » the month is stated, and no day of it.
        if one.basis is not Basis.STATED or one.last > spans[at].last:
            count.inferred[source] = count.inferred.get(source, 0) + 1
        wide += one.last > spans[at].last
    published = tuple(
        Published(span, count.sources, count.inferred, tuple(count.articles))
        for span, count in zip(spans, counts, strict=True)
    )
    return _with_told(Chart(unit, published, wide), days)


def _with_told(found: Chart, days: Sequence[Told]) -> Chart:
    spans = [one.period for one in found.published]
    speaking: list[dict[ArticleId, bool]] = [{} for _ in spans]
    before = after = wider = 0
    for one in days:
        if one.last < spans[0].first:
            before += 1
        elif one.first > spans[-1].last:
            after += 1
        else:
            at = number_of_periods(spans[0].first, max(one.first, spans[0].first), found.unit) - 1
            if one.first < spans[at].first or one.last > spans[at].last:
                wider += 1
            else:
                speaking[at][one.article] = speaking[at].get(one.article, False) or one.stated
    spoken_of = tuple(
        SpokenOf(span, len(by), sum(not stated for stated in by.values()))
        for span, by in zip(spans, speaking, strict=True)
    )
    return Chart(found.unit, found.published, found.wide, spoken_of, before, after, wider)


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None
