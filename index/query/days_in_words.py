"""Dates among the words of a query: « grève janvier 2023 », « entre mars et mai 2021 », « hier ».

The words are searched as usual; in addition, the articles published then are proposed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from index.french.calendar_words import MONTHS
from index.text.folding import fold

_MONTH = "|".join(sorted({fold(name).rstrip(".") for name in MONTHS}, key=len, reverse=True))
_NUMBERS = {fold(name).rstrip("."): number for name, number in MONTHS.items()}
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:premier|1er|\d{1,2})"
_EXPRESSION = re.compile(
    rf"""(?<![^\s(,;])(?:
    (?:entre|de|d'|du)[ ](?P<low>(?:{_DAY}[ ])?(?:{_MONTH})(?:[ ]{_YEAR})?|{_YEAR})
       [ ](?:et|a|au)[ ](?:le[ ])?(?P<high>(?:{_DAY}[ ])?(?:{_MONTH})[ ]{_YEAR}|{_YEAR})
  | (?:(?:en|de|le|du)[ ])?(?P<one>(?:{_DAY}[ ])?(?:{_MONTH})[ ]{_YEAR})
  | (?P<relative>avant-hier|hier|aujourd'hui|ce[ ]matin|cette[ ]semaine|ce[ ]mois(?:-ci)?|cette[ ]annee
      |(?:la[ ])?semaine[ ](?:derniere|passee)|(?:le[ ])?mois[ ](?:dernier|passe)|(?:l')?annee[ ](?:derniere|passee))
  | en[ ](?P<year>{_YEAR})
    )(?![^\s),;.?!:]|[.:]\w)""",
    re.VERBOSE,
)
_PARTS = re.compile(rf"(?:(?P<day>{_DAY})[ ])?(?:(?P<month>{_MONTH}))?[ ]?(?P<year>{_YEAR})?")


class DaysInWords(NamedTuple):
    """The days that a part of a query means."""

    start: int
    end: int
    earliest: str
    """The first day, as precise as it was typed: `2023-01`."""
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
        one = _read(match["one"], "")
        return None if one is None else (one, one)
    high = _read(match["high"], "")
    if high is None:
        return None
    low = _read(match["low"], high[:4])
    return None if low is None or low > high else (low, high)


def _read(written: str, year: str) -> str | None:
    parts = _PARTS.fullmatch(written)
    if parts is None:
        return None
    year = parts["year"] or year
    month = _NUMBERS.get(parts["month"] or "")
    day = "1" if (parts["day"] or "").startswith(("1er", "premier")) else parts["day"]
    if month is None:
        return year
    if day is None:
        return f"{year}-{month:02}"
    if not 1 <= int(day) <= monthrange(int(year), month)[1]:
        return None
    return f"{year}-{month:02}-{int(day):02}"


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
