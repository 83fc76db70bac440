"""Days named by feasts, holidays and the week: « jusqu'à Pâques », « pendant les vacances d'avril », « en milieu
de semaine ».

The dates of a text are read for every article when an index is built, and searches use them; these are
only read where claims are asked for.
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, partial
from importlib.resources import files
from typing import Any

import yaml

from index.claims.sentence import Sentence
from index.french.feasts import easter
from index.french.intervals import Interval, day, week
from index.french.time_ahead import speaks_of_future
from index.model.article import DateMention
from index.model.text import Span

_S = r"[^\S\t-\r]"
BASIS = "named by a feast or a part of the week"


@cache
def _known() -> Mapping[str, Any]:
    text = (files("index.claims") / "data" / "feasts.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


@cache
def _pattern() -> re.Pattern[str]:
    known = _known()
    feasts = _either((*known["fixed"], *known["easter"]))
    holidays = _either(known["holidays"])
    return re.compile(
        rf"""(?<!\w)(?:
          (?P<lead>jusqu['’]à|d['’]ici(?:{_S}à)?|dès|depuis|avant|après|pour|à|au|la{_S}veille{_S}de|le{_S}lendemain{_S}de|au{_S}lendemain{_S}de
            |le{_S}jour{_S}(?:même{_S})?de|le{_S}soir{_S}de|la{_S}nuit{_S}de|le{_S}réveillon{_S}de|remont\w+{_S}à|date{_S}de|datent{_S}de|datait{_S}de|le|du)
            {_S}?(?:la{_S}|l['’]|le{_S})?(?P<feast>{feasts}) (?!\w|{_S}[A-ZÀ-Þ]|{_S}(?:19|20)\d\d|{_S}(?:littéraire|parlementaire|politique|sociale|théâtrale))
          | vacances{_S}(?:scolaires{_S})?(?:d['’]|de{_S}l['’]|des?{_S}|du{_S})?(?P<holiday>{holidays})(?!\w)
          | (?P<part>(?:en|au){_S}(?:tout{_S})?(?:début|milieu|fin)){_S}de{_S}(?:la{_S})?semaine(?P<later>{_S}(?:dernière|prochaine|passée|écoulée))?(?!\w)
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


def _either(names: Sequence[str]) -> str:
    return "|".join(
        re.escape(name).replace("'", "['’]").replace(r"\ ", _S).replace("â", "[âa]").replace("ô", "[ôo]")
        for name in sorted(names, key=len, reverse=True)
    )  # fmt: skip


_WORDS = frozenset(
    "noël an saint toussaint épiphanie chandeleur assomption armistice fête halloween rentrée pâques paques pentecôte"
    " pentecote ascension rameaux gras vacances semaine".split()
)
_TODAY = re.compile(r"jusqu|d['’]ici|pour|avant", re.IGNORECASE)
_STEPS = {"lendemain": 1, "veille": -1}


def told_days(
    sentence: Sentence, days: Sequence[DateMention], today: date | None
) -> list[DateMention]:
    """The days of a sentence with those that feasts, holidays and weeks name; these need the day of
    publication.
    """
    if today is None or _WORDS.isdisjoint(sentence.words):
        return list(days)
    found = list(_found(sentence.text, sentence.span, today))
    kept = [d for d in days if not any(f.start < d.end and d.start < f.end for f in found)]
    return sorted([*kept, *found], key=lambda each: each.start)


def _found(text: str, span: Span, today: date) -> Iterator[DateMention]:
    for match in _pattern().finditer(text, span.start, span.end):
        if match["part"]:
            meant: Interval | None = _of_week(match, today)
            start = match.start()
        elif match["holiday"]:
            name = _name(match["holiday"])
            first, last = _known()["holidays"][name]
            meant = _nearest(match, text, today, partial(_between, first, last))
            start = match.start()
        else:
            meant = _feast(match, text, today)
            start = match.start() if _beside(match) else match.start("feast")
        if meant is not None:
            first_day, last_day = meant
            yield DateMention(
                start, match.end(), first_day.isoformat(), last_day.isoformat(), BASIS
            )


def _name(written: str) -> str:
    name = re.sub(r"\s+", " ", written.lower().replace("’", "'"))
    return name.replace("paques", "pâques").replace("pentecote", "pentecôte")


def _beside(match: re.Match[str]) -> int:
    """The days from the feast to the day that is meant: « au lendemain de »."""
    lead = match["lead"].lower()
    return next((step for word, step in _STEPS.items() if word in lead), 0)


def _feast(match: re.Match[str], text: str, today: date) -> Interval | None:
    name, lead = _name(match["feast"]), match["lead"].lower()
    if lead in ("le", "du") and name not in (
        "jour de l'an",
        "nouvel an",
        "mardi gras",
        "vendredi saint",
    ):
        return None
    known = _known()

    def in_year(y: int) -> Interval:
        if name in known["easter"]:
            return day(easter(y) + timedelta(known["easter"][name]))
        first, last = known["fixed"][name]
        return _between(first, last, y)

    meant = _nearest(match, text, today, in_year)
    step = _beside(match)
    return day(meant.first + timedelta(step)) if meant and step else meant


def _between(first: str, last: str, y: int) -> Interval:
    """The days between two days of a year; the second may lie in the next one."""
    low, high = (tuple(map(int, each.split("-"))) for each in (first, last))
    year = y + (high < low)
    return Interval(date(y, low[0], low[1]), date(year, high[0], high[1]))


def _nearest(
    match: re.Match[str], text: str, today: date, in_year: Callable[[int], Interval]
) -> Interval:
    """The next one if it lies ahead by the words, else the one that is nearest; the past counts more."""
    several = [in_year(y) for y in (today.year - 1, today.year, today.year + 1)]
    lead = (match["lead"] or "").lower()
    future = bool(_TODAY.match(lead)) or speaks_of_future(text, match)
    if future:
        return next((each for each in several if each.last >= today), several[-1])
    past = [each for each in several if each.first <= today]
    return past[-1]


def _of_week(match: re.Match[str], today: date) -> Interval:
    later = (match["later"] or "").strip().lower()
    step = 0 if not later else 1 if later.startswith("proch") else -1
    monday = week(today).first + timedelta(7 * step)
    part = match["part"].lower()
    first, last = (0, 2) if "début" in part else (1, 3) if "milieu" in part else (3, 6)
    return Interval(monday + timedelta(first), monday + timedelta(last))
