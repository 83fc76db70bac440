"""Dates typed in a query: `2022`, `2021-11..2023-01`, `>=2022-07`, `17/01/2023`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from index.french.calendar_words import MONTHS
from index.french.short_years import full_year
from index.query.tree import Dated, Query, Undated
from index.text.folding import fold

_UNKNOWN = frozenset({"aucune", "none", "sans", "inconnue", "unknown"})
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_FRENCH = re.compile(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4})|(\d{1,2})/(\d{1,2})/(\d\d)")
_NAMED = re.compile(r"(?:(premier|\d{1,2})(?:er)?[\s-]+)?([^\W\d_]+)\.?[\s-]+(\d{4})")
"""A date with the name of a month: `"17 janvier 2023"`, `janvier-2023`."""
_YEARS = re.compile(r"(\d{4})-(\d{4})")


def parse_dates(text: str) -> Query | None:
    """The dates of a `date:`; None if they cannot be understood."""
    if fold(text) in _UNKNOWN:
        return Undated()
    for sign in (">=", "<=", ">", "<"):
        if text.startswith(sign):
            day = _normal(text.removeprefix(sign))
            if day is None:
                return None
            if sign == ">=":
                return Dated(day, None)
            if sign == "<=":
                return Dated(None, day)
            return Dated(_after(day), None) if sign == ">" else Dated(None, _before(day))
    low, separator, high = _YEARS.sub(r"\1..\2", text).partition("..")
    if not separator:
        day = _normal(text)
        return None if day is None else Dated(day, day)
    earliest, latest = _normal(low), _normal(high)
    if (low and earliest is None) or (high and latest is None) or not (low or high):
        return None
    if earliest and latest and first_day(earliest) > last_day(latest):
        earliest, latest = latest, earliest
    return Dated(earliest, latest)


def first_day(day: str) -> int:
    """`2023-01` → 20230101."""
    return int((day + "-01-01")[:10].replace("-", ""))


def last_day(day: str) -> int:
    """`2023-01` → 20230131."""
    if len(day) == len("2023-01-17"):
        return int(day.replace("-", ""))
    year, month = int(day[:4]), int(day[5:7] or 12)
    return year * 10_000 + month * 100 + monthrange(year, month)[1]


def _normal(text: str) -> str | None:
    """The date as ISO 8601 with two digits for month and day, as precise as typed; None if there is
    no such day.
    """
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _FRENCH.fullmatch(text):
        day, month, year, *short = found.groups()
        if year is None:
            day, month, year = short[0], short[1], str(full_year(int(short[2])))
    elif (found := _NAMED.fullmatch(text)) and (number := MONTHS.get(found.group(2).lower())):
        day, month, year = found.group(1), str(number), found.group(3)
        day = "1" if day == "premier" else day
    else:
        return None
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])


def _after(day: str) -> str:
    last = str(last_day(day))
    try:
        return str(date.fromisoformat(last) + timedelta(days=1))
    except OverflowError:
        return "9999-12-31"


def _before(day: str) -> str:
    try:
        return str(date.fromisoformat(str(first_day(day)).zfill(8)) - timedelta(days=1))
    except OverflowError:
        return "0001-01-01"
