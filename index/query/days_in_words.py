"""Dates among the words of a query: « grève janvier 2023 », « entre mars et mai 2021 », « hier ».

The words are searched as usual; in addition, the articles published then are proposed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from index.french.calendar_words import MONTHS, SEASONS
from index.french.intervals import month as month_of
from index.french.intervals import month_part, year_part
from index.text.folding import fold

_MONTH = "|".join(sorted({fold(name).rstrip(".") for name in MONTHS}, key=len, reverse=True))
_NUMBERS = {fold(name).rstrip("."): number for name, number in MONTHS.items()}
_SEASONS = {fold(name): months for name, months in SEASONS.items()}
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:premier|1er|\d{1,2})"
_EDGE = r"(?:(?:debut|mi|fin)(?:[ -](?:de[ ]|d'|du[ ])?))"
_FIGURES = rf"(?:\d{{1,2}}/)?\d{{1,2}}/{_YEAR}|{_YEAR}-\d\d(?:-\d\d)?"
_POINT = rf"""(?:{_EDGE}?(?:{_DAY}[ ])?(?:{_MONTH})[ ]{_YEAR} | {_FIGURES} | {_EDGE}{_YEAR}
  | (?:{"|".join(_SEASONS)})[ ](?:de[ ])?{_YEAR})"""
"""A day, a month, a part of one, or a season, with its year."""
_LOW = rf"(?:{_EDGE}?(?:{_DAY}[ ])?(?:{_MONTH})(?:[ ]{_YEAR})?|{_FIGURES}|{_DAY}(?!\w)|{_YEAR})"
_ARTICLE = r"(?:le[ ]|la[ ]|l')?"
_EXPRESSION = re.compile(
    rf"""(?<![^\s(,;])(?:
    (?:entre[ ]|de[ ]|d'|du[ ]){_ARTICLE}(?P<low>{_YEAR}(?!-\d)|{_LOW})
       [ ](?:et|a|au|jusqu'a|jusqu'au|jusqu'en)[ ]{_ARTICLE}(?P<high>{_POINT}|{_YEAR})
  | (?:(?P<since>depuis|des|a[ ]partir[ ]d[eu]|a[ ]compter[ ]d[eu])|(?P<until>jusqu'(?:en|au|a))
      |(?P<after>apres)|(?P<before>avant))[ ]{_ARTICLE}(?P<edge>{_POINT}|{_YEAR})
  | (?:(?:en|de|du|le|au|a[ ]la|courant)[ ]|l'|a[ ]l')?(?P<one>{_POINT})
  | (?P<relative>avant-hier|hier|aujourd'hui|ce[ ]matin|cette[ ]semaine|ce[ ]mois(?:-ci)?|cette[ ]annee
      |(?:la[ ])?semaine[ ](?:derniere|passee)|(?:le[ ])?mois[ ](?:dernier|passe)|(?:l')?annee[ ](?:derniere|passee))
  | (?:(?:en|courant|annee|l'annee)[ ]|(?<=\w[ ])(?={_YEAR}\s*$))(?P<year>{_YEAR})
    )(?![^\s),;.?!:]|[.:]\w)""",
    re.VERBOSE,
)
_PARTS = re.compile(
    rf"(?P<edge>{_EDGE})?(?:(?P<day>{_DAY})(?:[ ]|$))?(?:(?P<month>{_MONTH}))?[ ]?(?P<year>{_YEAR})?"
)


class DaysInWords(NamedTuple):
    """The days that a part of a query means."""

    start: int
    end: int
    earliest: str
    """The first day, as precise as it was typed: `2023-01`; empty where there is none."""
    latest: str
    relative: bool
    """Whether the days are counted from today."""

    @property
    def query(self) -> str:
        same = self.earliest == self.latest
        return f"date:{self.earliest}" if same else f"date:{self.earliest}..{self.latest}"


def days_in_words(text: str, *, today: date | None) -> Iterator[DaysInWords]:
    """The dates among the words of a query. Relative ones, such as `hier`, need `today`."""
    folded = fold(text).replace("’", "'")
    if len(folded) != len(text):
        return
    for match in _EXPRESSION.finditer(folded):
        before = text[: match.start()]
        if before.count("«") > before.count("»") or before.count('"') % 2:
            continue  # A phrase is searched as it is.
        days = _relative(match["relative"], today) if match["relative"] else _stated(match)
        if days is not None:
            yield DaysInWords(*match.span(), *days, bool(match["relative"]))


def _stated(match: re.Match[str]) -> tuple[str, str] | None:
    if match["year"]:
        return match["year"], match["year"]
    if match["one"]:
        return _read(match["one"])
    if match["edge"]:
        return _open(match)
    high = _read(match["high"])
    if high is None:
        return None
    low = _read(match["low"], high[1])
    return None if low is None or low[0] > high[1] else (low[0], high[1])


def _open(match: re.Match[str]) -> tuple[str, str] | None:
    """All days from one on, or up to one."""
    point = _read(match["edge"])
    if point is None:
        return None
    earliest, latest = point
    if match["since"]:
        return earliest, ""
    if match["until"]:
        return "", latest
    return (_moved(latest, 1), "") if match["after"] else ("", _moved(earliest, -1))


def _moved(day: str, by: int) -> str:
    """The day, the month or the year before or after, as precise as it was typed."""
    if len(day) == len("2023"):
        return f"{int(day) + by}"
    if len(day) == len("2023-01"):
        months = int(day[:4]) * 12 + int(day[5:]) - 1 + by
        return f"{months // 12}-{months % 12 + 1:02}"
    return (date.fromisoformat(day) + timedelta(by)).isoformat()


def _read(written: str, beside: str = "") -> tuple[str, str] | None:
    """The days of one point in time; `beside` is the end of the span, from which « du 3 » and « mars » have their year."""
    if re.fullmatch(_FIGURES, written):
        parts = re.split("[/-]", written)
        year, *rest = parts if "-" in written else reversed(parts)
        return _day(year, *rest)
    for season, (first, last) in _SEASONS.items():
        if written.startswith(season):
            year = written[-4:]
            return f"{year}-{first:02}", f"{int(year) + (last < first)}-{last:02}"
    found = _PARTS.fullmatch(written)
    if found is None:
        return None
    edge, year = found["edge"], found["year"] or beside[:4]
    month = _NUMBERS.get(found["month"] or "")
    day = "1" if (found["day"] or "").startswith(("1er", "premier")) else found["day"]
    if day is not None and month is None and not found["year"]:
        month = int(beside[5:7]) if len(beside) == len("2023-01-17") else None
        if month is None:
            return None
    if edge:
        part = {"d": "début", "m": "mi", "f": "fin"}[edge[0]]
        if month is None:
            span = year_part(int(year), part)
            return f"{span.first:%Y-%m}", f"{span.last:%Y-%m}"
        span = month_part(month_of(int(year), month), part)
        return span.first.isoformat(), span.last.isoformat()
    return _day(year, *(f"{part}" for part in (month, day) if part is not None))


def _day(year: str, month: str | None = None, day: str | None = None) -> tuple[str, str] | None:
    if month is None:
        return year, year
    if not 1 <= int(month) <= 12 or (
        day is not None and not 1 <= int(day) <= monthrange(int(year), int(month))[1]
    ):
        return None
    written = "-".join((year, *(f"{int(part):02}" for part in (month, day) if part is not None)))
    return written, written


def _relative(words: str, today: date | None) -> tuple[str, str] | None:
    if today is None:
        return None
    if words == "avant-hier":
        first = last = today - timedelta(2)
    elif words == "hier":
        first = last = today - timedelta(1)
    elif words in ("aujourd'hui", "ce matin"):
        first = last = today
    elif "semaine" in words:
        first = today - timedelta(today.weekday() + (0 if words.startswith("cette") else 7))
        last = first + timedelta(6)
    elif "mois" in words:
        month = today if words.startswith("ce") else today.replace(day=1) - timedelta(1)
        return f"{month:%Y-%m}", f"{month:%Y-%m}"
    else:
        year = f"{today.year - (not words.startswith('cette')):04}"
        return year, year
    return first.isoformat(), last.isoformat()
