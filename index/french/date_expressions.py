"""Expressions of time in a text: the meaning of each, and what is still missing to know its days.

Most of them lack a year, or the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from index.french.calendar_words import (
    DAY_PARTS,
    DAY_WORDS,
    DECADES,
    FIGURE,
    FOLLOWERS,
    MONTH_NEEDS,
    MONTHS,
    SEASONS,
    WEEKDAY_NAMES,
    WEEKDAYS,
    expression,
)
from index.french.expression import (
    EXPLICIT,
    UNKNOWN,
    YEAR_UNKNOWN,
    Expression,
)
from index.french.feasts import day_of_feast, feast
from index.french.intervals import (
    Interval,
    day,
    decade,
    hull,
    month,
    month_part,
    with_weekend,
    year,
    year_part,
)
from index.french.periods import century, quarter, term
from index.french.relative_dates import after, ago, edge, first_of_month, word
from index.french.short_years import full_year
from index.french.time_ahead import speaks_of_future, without_year
from index.text.word_columns import columns

_HABIT = re.compile(r"\b(?:tous les|toutes les|chaque|un|les)[ \u00a0]$", re.IGNORECASE)


def expressions(text: str) -> Iterator[Expression]:
    """The expressions of time of a text, in order; none is resolved by another one."""
    lowered = columns(text).lowered
    reached = 0
    pattern = expression()
    for start in _beginnings(text):
        match = pattern.match(lowered, start) if start >= reached else None
        if match is not None:
            reached = match.end()
            found = _read(text, match)
            if found is not None:
                yield found


def _beginnings(text: str) -> Iterator[int]:
    """Places where an expression may begin, by its first two words; this excludes most of a text."""
    read = columns(text)
    figures = read.figures
    words = [*read.run_folded, " "]
    dated = [at for at in figures if _dates(words[at])]
    for at in figures:
        words[at] = FIGURE
    places = [
        at
        for at, word in enumerate(words)
        if word in FOLLOWERS
        and ((followers := FOLLOWERS[word]) is None or words[at + 1] in followers)
    ]
    for at in sorted({*places, *dated}):
        yield read.run_starts[at]


def _dates(figure: str) -> bool:
    """Whether a word that begins with a figure may be an expression alone: « 2022 », « 1er »."""
    return (len(figure) == 4 and figure.isdecimal()) or figure == "1er"


def _read(text: str, match: re.Match[str]) -> Expression | None:
    start, end = match.span()
    group = match.group
    if group("days"):
        return _days(text, match)
    if group("day_month"):
        return _day(text, match)
    if group("iso"):
        return _exact(start, end, *map(int, group("iso").split("-")))
    if group("numeric"):
        d, m, y = map(int, re.split(r"[./-]", group("numeric")))
        return _exact(start, end, y, m, d)
    if group("short"):
        d, m, y = map(int, group("short").split("/"))
        return _exact(start, end, full_year(y), m, d)
    if group("first"):
        return first_of_month(text, match)
    if group("century"):
        return century(match)
    if group("edge"):
        return edge(match)
    if group("month"):
        return _month(text, match)
    if group("season"):
        return _season(text, match)
    if group("term"):
        return term(text, match)
    if group("from_year"):
        low = int(group("from_year"))
        high = (
            int(group("to_year"))
            if len(group("to_year")) == 4
            else low // 100 * 100 + int(group("to_year"))
        )
        return (
            Expression(start, end, hull(year(low), year(high))) if low < high <= low + 100 else None
        )
    if group("decade_word"):
        return Expression(start, end, decade(DECADES[group("decade_word")]))
    if group("quarter"):
        return quarter(match)
    if group("feast"):
        return Expression(start, end, feast(group("feast"), int(group("feast_year"))))
    if group("feast_day"):
        return _feast_day(text, match)
    if group("decade"):
        number = int(group("decade"))
        return Expression(start, end, decade(number if number > 100 else 1900 + number))
    if group("year"):
        return _year(text, match)
    if group("weekdays"):
        return _weekdays(text, match)
    if group("ago"):
        return ago(match)
    if group("after"):
        return after(text, match)
    return word(match)


def _exact(start: int, end: int, y: int, m: int, d: int) -> Expression | None:
    try:
        return Expression(start, end, day(date(y, m, d)))
    except ValueError:
        return None


def _feast_day(text: str, match: re.Match[str]) -> Expression | None:
    """A day by its feast: « lundi de Pâques 2019 », or without a year that of the year of
    publication.

    « jeudi Saint Éloi » is no such day, nor is « les accords du Vendredi saint ».
    """
    named = match["feast_of"] == "saint" and _NAME.match(text, match.end())
    if named or _TREATY.search(text, max(0, match.start() - 24), match.start()):
        return None

    def in_year(y: int) -> Interval:
        return day_of_feast(match["feast_day"], match["feast_of"], y)

    if match["feast_day_year"]:
        return Expression(*match.span(), in_year(int(match["feast_day_year"])))
    return without_year(text, match, in_year)


_TREATY = re.compile(r"\baccords?\b.*\bdu[^\S\t-\r]$", re.IGNORECASE)
_NAME = re.compile(r"[^\S\t-\r][A-ZÀ-Þ]")
_IN_SEASON = re.compile(
    r"(?:\bau[ \u00a0]|\bà l['’]|\bdès l['’]|\bdès le[ \u00a0])$", re.IGNORECASE
)


def _days(text: str, match: re.Match[str]) -> Expression | None:
    number = MONTHS[match["days_month"].lower().rstrip(".")]
    listed: list[int] = []
    triples: list[tuple[int, int, int]] = []
    weekday: int | None = None
    for part in DAY_PARTS.finditer(match["days"]):
        if part[1]:
            weekday = WEEKDAYS[part[1].lower()]
        elif part[2]:
            figure = int(re.sub(r"\D", "", part[2]))
            listed.append(figure)
            if weekday is not None:
                triples.append((weekday, figure, number))
            weekday = None
    if not listed or listed != sorted(set(listed)):
        return None

    def in_year(y: int) -> Interval | None:
        try:
            interval = Interval(date(y, number, listed[0]), date(y, number, listed[-1]))
        except ValueError:
            return None
        return with_weekend(interval.first) if match["weekend"] and len(listed) == 1 else interval

    if match["days_year"]:
        interval = in_year(int(match["days_year"]))
        return Expression(
            match.start(), match.end(), interval, EXPLICIT if interval else YEAR_UNKNOWN
        )
    return without_year(text, match, in_year, weekdays=tuple(triples))


def _day(text: str, match: re.Match[str]) -> Expression | None:
    """A day of a month: « trois mars 2021 », « premier mars »; « le 11-Septembre » without a year
    is that of 2001.
    """
    number = MONTHS[match["day_month"]]
    word = re.sub(r"\s", "-", match["day_word"] or "")
    figure = DAY_WORDS[word] if word else int(re.sub(r"\D", "", match["day_figure"]))

    def in_year(y: int) -> Interval | None:
        try:
            return day(date(y, number, figure))
        except ValueError:
            return None

    stated = match["day_year"] or ("2001" if not word and (figure, number) == (11, 9) else None)
    if stated:
        interval = in_year(int(stated))
        return Expression(*match.span(), interval, EXPLICIT if interval else YEAR_UNKNOWN)
    return without_year(text, match, in_year)


def _month(text: str, match: re.Match[str]) -> Expression | None:
    number = MONTHS[match["month"].lower().rstrip(".")]
    part = match["month_part"]
    start, end = match.span()

    def in_year(y: int) -> Interval:
        return month_part(month(y, number), part)

    if match["month_year"]:
        return Expression(start, end, in_year(int(match["month_year"])))
    if match["month_short"]:
        return Expression(start, end, in_year(1900 + int(match["month_short"])))
    if match["month_of_year"]:
        step = 1 if "proch" in match["month_of_year"] or "suiv" in match["month_of_year"] else -1
        return Expression(start, end, basis=UNKNOWN, relative=lambda ref: in_year(ref.year + step))
    later = (match["month_later"] or "").strip()
    if later.startswith(("dernier", "passé")):
        return Expression(start, end, basis=UNKNOWN, relative=lambda ref: _last(in_year, ref))
    if later.startswith("prochain"):
        return Expression(start, end, basis=UNKNOWN, relative=lambda ref: _next(in_year, ref))
    if not part and not MONTH_NEEDS.search(text, max(0, start - 14), start):
        return None
    if match["month"].endswith(".") or (text[match.start("month")].isupper() and not part):
        return None
    return without_year(text, match, in_year)


def _season(text: str, match: re.Match[str]) -> Expression | None:
    first, last = SEASONS[match["season"].lower()]

    def in_year(y: int) -> Interval:
        return hull(month(y, first), month(y + (last < first), last))

    if match["season_year"]:
        return Expression(match.start(), match.end(), in_year(int(match["season_year"])))
    if not match["season_later"]:
        if not _IN_SEASON.search(text, max(0, match.start() - 8), match.start()):
            return None
        return without_year(text, match, in_year)
    towards = _next if match["season_later"].strip().startswith("prochain") else _last
    return Expression(
        match.start(), match.end(), basis=UNKNOWN, relative=lambda ref: towards(in_year, ref)
    )


def _year(text: str, match: re.Match[str]) -> Expression | None:
    if match["year_part"] is None:
        before = text[max(0, match.start() - 2) : match.start()]
        after = _PLURAL.match(text[match.end() : match.end() + 24])
        counted = after is not None and after[1].lower() not in _NO_PLURALS
        preceded = _BEFORE_YEAR.search(text[max(0, match.start() - 8) : match.start()])
        if int(match["year"]) < _MODERN and not preceded:
            return None
        if (counted and not preceded) or (before and before[-1:] in "-–/.,°"):
            return None
        if _NUMBERED.search(text, max(0, match.start() - 12), match.start()):
            return None
    return Expression(match.start(), match.end(), year_part(int(match["year"]), match["year_part"]))


_PLURAL = re.compile(r"[^\S\t-\r]([^\W\d_]{4,}s)\b")
_BEFORE_YEAR = re.compile(r"\b(?:en|de|depuis|et|dès|fin|à)[ \u00a0]$")
_NO_PLURALS = frozenset(("dans", "mais", "sans", "plus", "alors", "sous"))
_MODERN = 1800
"""The first modern year: earlier ones need a word (« en 1789 »), since a bare 1500 is a number."""
_NUMBERED = re.compile(
    r"\b(?:article|numéro|n[°o]|vol|vols|train|bus|ligne|chambre|salle|page|dossier|lot|poste|modèle|loi)s?[^\S\t-\r](?:(?-i:[A-Z]{2,3})[^\S\t-\r]?)?$",
    re.IGNORECASE,
)
"""Things with a number that looks like a year."""


def _weekdays(text: str, match: re.Match[str]) -> Expression | None:
    before = text[max(0, match.start() - 12) : match.start()]
    if _HABIT.search(before):
        return None
    listed = [WEEKDAYS[name.lower()] for name in WEEKDAY_NAMES.findall(match["weekdays"])]
    later = (match["weekday_later"] or "").strip()
    future = later.startswith("prochain") or (not later and speaks_of_future(text, match))

    def of(ref: date) -> Interval:
        if future:
            strictly = 1 if later else 0
            first = _weekday_from(ref + timedelta(strictly), listed[0], 1)
            if later.startswith("prochain") and first == ref + timedelta(1):
                first += timedelta(7)  # « demain » is the next day
            last = first + timedelta((listed[-1] - listed[0]) % 7)
        else:
            strictly = 1 if later else 0
            last = _weekday_from(ref - timedelta(strictly), listed[-1], -1)
            first = last - timedelta((listed[-1] - listed[0]) % 7)
        return Interval(first, last)

    return Expression(match.start(), match.end(), basis=UNKNOWN, relative=of)


def _weekday_from(ref: date, weekday: int, direction: int) -> date:
    """The nearest day with that weekday in a direction, the given day included."""
    distance = (weekday - ref.weekday()) % 7 if direction > 0 else (ref.weekday() - weekday) % 7
    return ref + timedelta(direction * distance)


def _last(in_year: Callable[[int], Interval], ref: date) -> Interval:
    this = in_year(ref.year)
    return this if this.last < ref else in_year(ref.year - 1)


def _next(in_year: Callable[[int], Interval], ref: date) -> Interval:
    this = in_year(ref.year)
    return this if this.first > ref else in_year(ref.year + 1)
