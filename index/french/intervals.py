"""Intervals of days: months, weeks, their parts, and months at a distance."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple


class Interval(NamedTuple):
    """Days from `first` to `last`, both included."""

    first: date
    last: date


def interval_of(earliest: str | None, latest: str | None) -> Interval | None:
    """The days between two dates in `YYYY-MM-DD`; None if one of them is not known."""
    if earliest is None or latest is None:
        return None
    return Interval(date.fromisoformat(earliest), date.fromisoformat(latest))


def day(value: date) -> Interval:
    return Interval(value, value)


def week(value: date) -> Interval:
    """Monday to Sunday around a day."""
    monday = value - timedelta(value.weekday())
    return Interval(monday, monday + timedelta(6))


def weekend(value: date, step: int) -> Interval:
    """The Saturday and Sunday of the week of a day, or of the weeks before or after."""
    saturday = week(value).first + timedelta(5 + 7 * step)
    return Interval(saturday, saturday + timedelta(1))


def with_weekend(value: date) -> Interval:
    """The interval of « le week-end du 8 mai »: the nearest Saturday and Sunday, and the day if it
    lies beside them.
    """
    return hull(day(value), weekend(value, -1 if value.weekday() < 2 else 0))


def month(year_number: int, number: int) -> Interval:
    last = calendar.monthrange(year_number, number)[1]
    return Interval(date(year_number, number, 1), date(year_number, number, last))


def months_away(value: date, steps: int) -> Interval:
    """The whole month at that distance from the month of a day."""
    count = value.year * 12 + value.month - 1 + steps
    return month(count // 12, count % 12 + 1)


def year(number: int) -> Interval:
    return Interval(date(number, 1, 1), date(number, 12, 31))


def decade(number: int) -> Interval:
    first = number // 10 * 10
    return Interval(date(first, 1, 1), date(first + 9, 12, 31))


def hull(one: Interval, other: Interval) -> Interval:
    return Interval(min(one.first, other.first), max(one.last, other.last))


def month_part(whole: Interval, part: str | None) -> Interval:
    """« début » is the first ten days of a month, « mi- » the middle ones, « fin » the rest."""
    first, last = whole
    if not part:
        return whole
    lowered = part.lower()
    if "début" in lowered:
        return Interval(first, first.replace(day=10))
    if "mi" in lowered:
        return Interval(first.replace(day=11), first.replace(day=20))
    if "fin" in lowered:
        return Interval(first.replace(day=20), last)
    return whole


def year_part(number: int, part: str | None) -> Interval:
    """« début 2020 » is its first four months, « mi- » the middle ones, « fin » the last."""
    if not part:
        return year(number)
    lowered = part.lower()
    if "début" in lowered:
        return hull(month(number, 1), month(number, 4))
    if "mi" in lowered:
        return hull(month(number, 5), month(number, 8))
    if "fin" in lowered:
        return hull(month(number, 9), month(number, 12))
    return year(number)
