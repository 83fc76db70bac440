"""Time as a line of spans: days, weeks, months, years, with the articles and days in each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from index.model.article import ArticleId, Basis


class Unit(StrEnum):
    """How long a span is; from the shortest to the longest."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One span, `[first, last]`, both days included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Appeared:
    """An article by the days on which it may have appeared."""

    article: ArticleId
    title: str
    source: str | None
    first: date
    last: date
    basis: Basis


@dataclass(frozen=True, slots=True)
class Told:
    """Days that an article speaks of; the same days count once an article."""

    article: ArticleId
    first: date
    last: date
    stated: bool
    """Whether the text states the whole date; otherwise it was inferred from its context."""


def period_of(day: date, unit: Unit) -> Period:
    """The span that a day lies in; weeks begin on Monday."""
    if unit is Unit.DAY:
        return Period(day, day)
    if unit is Unit.WEEK:
        monday = day - timedelta(days=min(day.weekday(), (day - date.min).days))
        return Period(monday, monday + timedelta(days=min(6, (date.max - monday).days)))
    if unit is Unit.YEAR:
        return Period(date(day.year, 1, 1), date(day.year, 12, 31))
    first = day.replace(day=1)
    return Period(first, _end_of_month(first))


def periods(first: date, last: date, unit: Unit) -> tuple[Period, ...]:
    """Every span from the one that `first` lies in to the one that `last` lies in."""
    found = [period_of(first, unit)]
    while found[-1].last < last:
        found.append(period_of(found[-1].last + timedelta(days=1), unit))
    return tuple(found)


def number_of_periods(first: date, last: date, unit: Unit) -> int:
    """How many `periods` there are, without making them."""
    if unit is Unit.DAY:
        return (last - first).days + 1
    if unit is Unit.WEEK:
        return (period_of(last, unit).first - period_of(first, unit).first).days // 7 + 1
    months = (last.year - first.year) * 12 + last.month - first.month
    return last.year - first.year + 1 if unit is Unit.YEAR else months + 1


def _end_of_month(first: date) -> date:
    if first.month == 12:
        return date(first.year, 12, 31)
    return date(first.year, first.month + 1, 1) - timedelta(days=1)
