"""Which days a French text speaks of: intervals, from full dates down to « lundi et mardi ».

A general parser is unsafe here (it reads « les 16 et 17 janvier » as January 2017), so the rules are
our own. A year or a day that cannot be known stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from index.french.calendar_words import (
    DAY_PARTS,
    EXPRESSION,
    MONTH_NEEDS,
    MONTHS,
    ORDINALS,
    SEASONS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)
from index.french.intervals import (
    Interval,
    day,
    decade,
    hull,
    month,
    month_part,
    months_away,
    week,
    weekend,
    year,
    year_part,
)
from index.french.numerals import words_value
from index.french.publication import NEAR, publication
from index.model.article import DateMention

__all__ = ["EXPLICIT", "FROM_TEXT", "FROM_WEEKDAY", "dates", "publication"]

EXPLICIT = "explicit"
FROM_WEEKDAY = "year inferred from the weekday"
FROM_TEXT = "year inferred from the text"
FROM_PUBLICATION = "year inferred from the publication"
RELATIVE = "relative to the publication"
RELATIVE_INFERRED = "relative to the inferred publication"
RELATIVE_TEXT = "relative to the date before"
TO_EVENT = "relative to an event"
YEAR_UNKNOWN = "year unknown"
UNKNOWN = "publication unknown"

_FUTURE = re.compile(
    r"\b(?:[^\W\d_]{2,}(?:era|eront|ira|iront|dra|dront|tra|tront|vra|vront)|aura|auront|sera|seront|fera|feront|ira"
    r"|doit|doivent|devrait|devraient|prévue?s?|attendue?s?|programmée?s?|prochaine?s?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:a|ont|est|sont|avait|avaient|était|étaient)\s+\w+(?:é|ée|és|ées|i|is|u|us|ue)\b"
)
_HABIT = re.compile(r"\b(?:tous les|toutes les|chaque|un|les)[ \u00a0]$", re.IGNORECASE)
_RANGE_GAP = re.compile(
    r"[ \u00a0\u202f]*(?:[-–]|au|et le|à|et|jusqu['’]au)[ \u00a0\u202f](?:le[ \u00a0])?"
)
_RANGE_HEAD = re.compile(r"(?:\bdu|\bentre le|\bentre|\bde|\bà partir du)[ \u00a0]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression with what is already known of it."""

    start: int
    end: int
    interval: Interval | None = None
    basis: str = EXPLICIT
    yearless: Callable[[int], Interval | None] | None = None
    """The interval that it means in a given year."""
    weekdays: tuple[tuple[int, int, int], ...] = ()
    """(weekday, day, month) triples that a year must satisfy."""
    relative: Callable[[date], Interval | None] | None = None
    """The interval that it means for a publication on a given day."""
    future: bool = False
    """Whether the words around it speak of what is to come."""
    to_before: int | None = None
    """Days to add to the date before it in the text."""


def dates(text: str, *, anchor: date | None) -> tuple[DateMention, ...]:
    """The dates of a text in order, as intervals of days.

    `anchor` is the day of publication. Without it, the weekday together with the latest explicit
    year fixes a missing year, and relative expressions are taken from the inferred interval of
    publication, so that they grow wider; what cannot be known has no days.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        # A few foreign capitals grow: they stay, so that places remain true.
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found = [item for match in EXPRESSION.finditer(lowered) for item in _read(text, match)]
    found = _joined_ranges(text, found)
    if anchor is None:
        found = _with_weekday_years(found)
        found = _with_years_of_text(found)
        inferred = publication(text, [_mention(item) for item in found])
        reference = _reference(inferred.earliest, inferred.latest)
    else:
        reference = day(anchor)
    found = [_resolved(item, reference, stated=anchor is not None) for item in found]
    return tuple(_mention(item) for item in _with_dates_before(found))


def _reference(earliest: str | None, latest: str | None) -> Interval | None:
    if earliest is None or latest is None:
        return None
    return Interval(date.fromisoformat(earliest), date.fromisoformat(latest))


def _mention(item: _Found) -> DateMention:
    if item.interval is None:
        return DateMention(item.start, item.end, None, None, item.basis)
    first, last = item.interval
    return DateMention(item.start, item.end, first.isoformat(), last.isoformat(), item.basis)


def _read(text: str, match: re.Match[str]) -> list[_Found]:
    item = _read_one(text, match)
    return [item] if item is not None else []


def _read_one(text: str, match: re.Match[str]) -> _Found | None:
    start, end = match.span()
    group = match.group
    if group("days"):
        return _days(text, match)
    if group("iso"):
        return _exact(start, end, *map(int, group("iso").split("-")))
    if group("numeric"):
        d, m, y = map(int, re.split(r"[./-]", group("numeric")))
        return _exact(start, end, y, m, d)
    if group("month"):
        return _month(text, match)
    if group("season"):
        return _season(match)
    if group("term"):
        length = 3 if group("term").lower() == "trimestre" else 6
        rank = min(ORDINALS[group("rank").lower()], 12 // length)
        y, first = int(group("term_year")), (rank - 1) * length + 1
        return _Found(start, end, hull(month(y, first), month(y, first + length - 1)))
    if group("from_year"):
        low = int(group("from_year"))
        high = (
            int(group("to_year"))
            if len(group("to_year")) == 4
            else low // 100 * 100 + int(group("to_year"))
        )
        return _Found(start, end, hull(year(low), year(high))) if low < high <= low + 100 else None
    if group("decade"):
        number = int(group("decade"))
        return _Found(start, end, decade(number if number > 100 else 1900 + number))
    if group("year"):
        return _year(text, match)
    if group("weekdays"):
        return _weekdays(text, match)
    if group("ago"):
        return _ago(match)
    if group("after"):
        return _Found(start, end, basis=TO_EVENT)
    return _word(match)


def _exact(start: int, end: int, y: int, m: int, d: int) -> _Found | None:
    try:
        return _Found(start, end, day(date(y, m, d)))
    except ValueError:
        return None


def _days(text: str, match: re.Match[str]) -> _Found | None:
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
            return Interval(date(y, number, listed[0]), date(y, number, listed[-1]))
        except ValueError:
            return None

    if match["days_year"]:
        interval = in_year(int(match["days_year"]))
        return _Found(match.start(), match.end(), interval, EXPLICIT if interval else YEAR_UNKNOWN)
    return _Found(
        match.start(),
        match.end(),
        basis=YEAR_UNKNOWN,
        yearless=in_year,
        weekdays=tuple(triples),
        future=_speaks_of_future(text, match),
    )


def _month(text: str, match: re.Match[str]) -> _Found | None:
    number = MONTHS[match["month"].lower().rstrip(".")]
    part = match["month_part"]
    start, end = match.span()

    def in_year(y: int) -> Interval:
        return month_part(month(y, number), part)

    if match["month_year"]:
        return _Found(start, end, in_year(int(match["month_year"])))
    later = (match["month_later"] or "").strip()
    if later.startswith(("dernier", "passé")):
        return _Found(start, end, basis=UNKNOWN, relative=lambda ref: _last(in_year, ref))
    if later.startswith("prochain"):
        return _Found(start, end, basis=UNKNOWN, relative=lambda ref: _next(in_year, ref))
    if not part and not MONTH_NEEDS.search(text, max(0, start - 14), start):
        return None
    if match["month"].endswith(".") or (text[match.start("month")].isupper() and not part):
        return None
    future = _speaks_of_future(text, match)
    return _Found(start, end, basis=YEAR_UNKNOWN, yearless=in_year, future=future)


def _season(match: re.Match[str]) -> _Found:
    first, last = SEASONS[match["season"].lower()]

    def in_year(y: int) -> Interval:
        return hull(month(y, first), month(y + (last < first), last))

    if match["season_year"]:
        return _Found(match.start(), match.end(), in_year(int(match["season_year"])))
    towards = _next if match["season_later"].strip().startswith("prochain") else _last
    return _Found(
        match.start(), match.end(), basis=UNKNOWN, relative=lambda ref: towards(in_year, ref)
    )


def _year(text: str, match: re.Match[str]) -> _Found | None:
    if match["year_part"] is None:
        before = text[max(0, match.start() - 2) : match.start()]
        after = re.match(r"[ \u00a0\u202f]([^\W\d_]{4,}s)\b", text[match.end() : match.end() + 24])
        counted = after is not None and after[1].lower() not in (
            "dans",
            "mais",
            "sans",
            "plus",
            "alors",
            "sous",
        )
        preceded = re.search(
            r"\b(?:en|de|depuis|et|dès|fin|à)[ \u00a0]$",
            text[max(0, match.start() - 8) : match.start()],
        )
        if (counted and not preceded) or (before and before[-1:] in "-–/.,°"):
            return None
    return _Found(match.start(), match.end(), year_part(int(match["year"]), match["year_part"]))


def _weekdays(text: str, match: re.Match[str]) -> _Found | None:
    before = text[max(0, match.start() - 12) : match.start()]
    if _HABIT.search(before):
        return None
    listed = [WEEKDAYS[name.lower()] for name in WEEKDAY_NAMES.findall(match["weekdays"])]
    later = (match["weekday_later"] or "").strip()
    future = later.startswith("prochain") or (not later and _speaks_of_future(text, match))

    def of(ref: date) -> Interval:
        if future:
            strictly = 1 if later else 0
            first = _weekday_from(ref + timedelta(strictly), listed[0], 1)
            last = first + timedelta((listed[-1] - listed[0]) % 7)
        else:
            strictly = 1 if later else 0
            last = _weekday_from(ref - timedelta(strictly), listed[-1], -1)
            first = last - timedelta((listed[-1] - listed[0]) % 7)
        return Interval(first, last)

    return _Found(match.start(), match.end(), basis=UNKNOWN, relative=of)


def _speaks_of_future(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 70) : match.end() + 70]
    return _FUTURE.search(around) is not None and _PAST.search(around) is None


def _ago(match: re.Match[str]) -> _Found:
    number = match["ago_number"].lower()
    count = float(number) if number.isdigit() else words_value(number)
    ahead = match["ago"].lower().startswith("d")
    start, end = match.span()
    if count is None or count != int(count) or count > 500:
        return _Found(start, end, basis=TO_EVENT)
    steps = int(count) if ahead else -int(count)
    unit = match["ago_unit"].lower()

    def of(ref: date) -> Interval:
        if unit.startswith("jour"):
            return day(ref + timedelta(steps))
        if unit.startswith("semaine"):
            return week(ref + timedelta(7 * steps))
        if unit == "mois":
            return months_away(ref, steps)
        return year(ref.year + steps)

    return _Found(start, end, basis=UNKNOWN, relative=of)


_DAYS_AWAY = {"avant-hier": -2, "hier": -1, "demain": 1, "après-demain": 2}
_BEFORE = {
    "la veille": -1,
    "l'avant-veille": -2,
    "le lendemain": 1,
    "le surlendemain": 2,
    "le même jour": 0,
}


def _word(match: re.Match[str]) -> _Found:
    word = re.sub(r"\s+", " ", match["word"].lower()).replace("’", "'")
    start, end = match.span()
    if word in _BEFORE:
        return _Found(start, end, basis=TO_EVENT, to_before=_BEFORE[word])
    step = -1 if re.search(r"(?:dernier|dernière|passée?|précédente?)$", word) else 0
    step = 1 if re.search(r"(?:prochaine?|suivante?)$", word) else step

    def of(ref: date) -> Interval | None:
        if "semaine" in word:
            return week(ref + timedelta(7 * step))
        if "week-end" in word:
            return weekend(ref, step)
        if "mois" in word:
            return months_away(ref, step)
        if "anné" in word or word.startswith("l'an"):
            return year(ref.year + step)
        season = next((name for name in SEASONS if word.endswith(name)), None)
        if season:
            first, last = SEASONS[season]
            return hull(month(ref.year, first), month(ref.year + (last < first), last))
        return day(ref + timedelta(_DAYS_AWAY.get(word, 0)))

    return _Found(start, end, basis=UNKNOWN, relative=of)


def _weekday_from(ref: date, weekday: int, direction: int) -> date:
    """The first day on that weekday from a day on, that day included."""
    distance = (weekday - ref.weekday()) % 7 if direction > 0 else (ref.weekday() - weekday) % 7
    return ref + timedelta(direction * distance)


def _last(in_year: Callable[[int], Interval], ref: date) -> Interval:
    this = in_year(ref.year)
    return this if this.last < ref else in_year(ref.year - 1)


def _next(in_year: Callable[[int], Interval], ref: date) -> Interval:
    this = in_year(ref.year)
    return this if this.first > ref else in_year(ref.year + 1)


def _joined_ranges(text: str, found: list[_Found]) -> list[_Found]:
    """« du 28 juin au 3 juillet », « de novembre 2021 à janvier 2022 » are one interval each."""
    joined: list[_Found] = []
    for item in found:
        before = joined[-1] if joined else None
        if before is not None and _RANGE_GAP.fullmatch(text, before.end, item.start):
            headed = _RANGE_HEAD.search(text, max(0, before.start - 14), before.start) is not None
            if headed and (merged := _one_range(before, item)) is not None:
                joined[-1] = merged
                continue
        joined.append(item)
    return joined


def _one_range(low: _Found, high: _Found) -> _Found | None:
    if low.interval and high.interval:
        if low.interval.first > high.interval.last:
            return None
        return _Found(low.start, high.end, hull(low.interval, high.interval))
    if low.yearless and high.interval:
        year_of_high = high.interval.first.year
        first = low.yearless(year_of_high)
        if first and first.first > high.interval.last:
            first = low.yearless(year_of_high - 1)
        return _Found(low.start, high.end, hull(first, high.interval)) if first else None
    if low.yearless and high.yearless:
        low_in, high_in = low.yearless, high.yearless

        def in_year(y: int) -> Interval | None:
            first, last = low_in(y), high_in(y)
            if first and last and first.first > last.last:
                last = high_in(y + 1)
            return hull(first, last) if first and last else None

        return _Found(
            low.start,
            high.end,
            basis=YEAR_UNKNOWN,
            yearless=in_year,
            weekdays=low.weekdays + high.weekdays,
            future=low.future or high.future,
        )
    return None


def _with_weekday_years(found: list[_Found]) -> list[_Found]:
    """The year in which all weekdays fit, not before the latest explicit one and close to it."""
    triples = [triple for item in found for triple in item.weekdays]
    explicit = [
        item.interval.last.year
        for item in found
        if item.interval and (item.interval.last - item.interval.first).days < 200
    ] or [item.interval.last.year for item in found if item.interval]
    if not triples or not explicit:
        return found
    latest = max(explicit)
    # Weekdays come back after five years at the earliest: a window of four names one year only.
    years = [y for y in range(latest, latest + 4) if all(_fits(y, *triple) for triple in triples)]
    if not years:
        return found
    return [
        _Found(item.start, item.end, item.yearless(years[0]), FROM_WEEKDAY)
        if item.weekdays and item.yearless
        else item
        for item in found
    ]


def _fits(y: int, weekday: int, d: int, m: int) -> bool:
    try:
        return date(y, m, d).weekday() == weekday
    except ValueError:
        return False


def _with_years_of_text(found: list[_Found]) -> list[_Found]:
    """« les 16 et 17 janvier » beside « mardi 17 janvier », known to be of 2023."""
    known = [
        item.interval
        for item in found
        if item.interval and (item.interval.last - item.interval.first).days <= 31
    ]
    result = []
    for item in found:
        if item.interval is None and item.yearless is not None:
            years = {
                interval.first.year
                for interval in known
                if (meant := item.yearless(interval.first.year)) is not None
                and meant.first.month == interval.first.month
            }
            if len(years) == 1:
                item = _Found(item.start, item.end, item.yearless(years.pop()), FROM_TEXT)
        result.append(item)
    return result


def _resolved(item: _Found, reference: Interval | None, *, stated: bool) -> _Found:
    if item.interval is not None or reference is None:
        return item
    if item.relative is not None:
        low, high = item.relative(reference.first), item.relative(reference.last)
        if low is None or high is None:
            return item
        meant = Interval(min(low.first, high.first), max(low.last, high.last))
        if (meant.last - meant.first).days > NEAR and not stated:
            return item
        return _Found(item.start, item.end, meant, RELATIVE if stated else RELATIVE_INFERRED)
    if item.yearless is not None:
        years = {_nearest_year(item, end) for end in reference}
        if len(years) == 1 and (y := years.pop()) is not None:
            return _Found(item.start, item.end, item.yearless(y), FROM_PUBLICATION)
    return item


def _nearest_year(item: _Found, ref: date) -> int | None:
    """The year that puts the expression closest to the publication; a stated weekday must fit."""
    if item.yearless is None:
        return None
    best: tuple[int, int] | None = None
    for y in range(ref.year - 6, ref.year + 7):
        if item.weekdays:
            if not all(_fits(y, *triple) for triple in item.weekdays):
                continue
        elif abs(y - ref.year) > 1:
            continue
        meant = item.yearless(y)
        if meant is None:
            continue
        if meant.first <= ref <= meant.last:
            distance = 0
        else:
            # What is past is told more often than what is to come.
            ahead = (meant.first - ref).days
            distance = ahead * (1 if item.future else 2) if ahead > 0 else (ref - meant.last).days
        if best is None or distance < best[0]:
            best = (distance, y)
    return best[1] if best else None


def _with_dates_before(found: Sequence[_Found]) -> list[_Found]:
    result: list[_Found] = []
    before: Interval | None = None
    for item in found:
        if item.to_before is not None and before is not None:
            edge = before.first if item.to_before < 0 else before.last
            meant = day(edge + timedelta(item.to_before))
            item = _Found(item.start, item.end, meant, RELATIVE_TEXT)
        elif item.interval is not None and (item.interval.last - item.interval.first).days <= 3:
            before = item.interval
        result.append(item)
    return result
