"""The dates of feasts in a year: fixed ones, and those that move with Easter."""

from __future__ import annotations

from datetime import date, timedelta

from index.french.calendar_words import WEEKDAYS
from index.french.intervals import Interval, day, month
from index.text.folding import fold

_FIXED = {"noel": (12, 25), "saint-sylvestre": (12, 31), "toussaint": (11, 1)}
_FROM_EASTER = {
    "paques": 0, "pentecote": 49, "ascension": 39,
    "saint": -6, "gras": -49, "cendres": -46, "rameaux": -7,
}  # fmt: skip
"""Days from Easter Sunday to the feast, or to the first day named after it (« vendredi saint »)."""


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (algorithm of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    correction = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3
                  + 15) % 30  # fmt: skip
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - correction - rest % 4) % 7
    late = (year % 19 + 11 * correction + 22 * weekday) // 451
    number = correction + weekday - 7 * late + 114
    return date(year, number // 31, number % 31 + 1)


def feast(name: str, year: int) -> Interval:
    """« Noël », « Pâques », « rentrée » of a year, by a name that the pattern of dates knows."""
    name = fold(name)
    if name == "rentree":
        return month(year, 9)
    if name in _FIXED:
        return day(date(year, *_FIXED[name]))
    return day(easter(year) + timedelta(_FROM_EASTER[name]))


def day_of_feast(weekday: str, name: str, year: int) -> Interval:
    """« lundi de Pâques », « vendredi saint »: the first such day from the feast on."""
    first = easter(year) + timedelta(_FROM_EASTER[fold(name)])
    return day(first + timedelta((WEEKDAYS[weekday] - first.weekday()) % 7))
