"""The labels under the spans of a timeline: years first, then months, then days, where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from index.interface.texts import Texts
from index.model.timeline import Period, Unit

_DAYS = 3
"""Width of a day from which days are numbered, in cells."""


def axis(t: Texts, periods: Sequence[Period], unit: Unit, starts: Sequence[int]) -> str:
    """A line of labels, each at the beginning of its span; `starts` has one column more, the end."""
    line = [" "] * starts[-1]
    days = unit is Unit.DAY and starts[-1] >= _DAYS * len(periods)
    for coarse in (2, 1, 0) if days else (2, 1):
        for number in range(len(periods)):
            at = starts[number]
            for label in _labels(t, periods, number, unit, coarse):
                if _free(line, at, len(label)):
                    line[at : at + len(label)] = label
                    break
    return "".join(line)


def _free(line: list[str], at: int, length: int) -> bool:
    before, after = max(0, at - 1), at + length + 1
    return at + length <= len(line) and all(sign == " " for sign in line[before:after])


def _labels(
    t: Texts, periods: Sequence[Period], number: int, unit: Unit, coarse: int
) -> tuple[str, ...]:
    """The possible labels of a span at a unit (2 a year, 1 a month, 0 a day), the fullest first.

    None where no year, month or day begins.
    """
    day = periods[number].first
    # A week belongs to the month that its end lies in.
    seen = periods[number].last if unit is Unit.WEEK else day
    before = periods[number - 1].last if number else None
    if coarse == 2:
        if before is not None and before.year == seen.year:
            return ()
        year = str(seen.year)
        whole = unit is Unit.YEAR or (unit is Unit.MONTH and seen.month == 1)
        return (year,) if whole else (_written(t, seen, "MMM y"), year)
    if unit is Unit.YEAR:
        return ()
    if coarse == 1:
        new = before is None or (before.year, before.month) != (seen.year, seen.month)
        return (_written(t, seen, "MMM"),) if new else ()
    return () if unit is Unit.MONTH else (_written(t, day, "d"),)


def _written(t: Texts, day: date, pattern: str) -> str:
    return format_date(day, pattern, locale=t.language)
