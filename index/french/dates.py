"""The days that a French text speaks of: intervals, from full dates down to « lundi et mardi ».

A general parser is unsafe here (it reads « les 16 et 17 janvier » as January 2017), so the rules
are our own. A year or a day that cannot be known stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from index.french.date_expressions import expressions
from index.french.expression import EXPLICIT, YEAR_UNKNOWN, Expression
from index.french.intervals import Interval, day, hull, interval_of
from index.french.publication import NEAR, publication
from index.model.article import DateMention, DateValue
from index.text.signs import holds

__all__ = ["EXPLICIT", "FROM_TEXT", "FROM_WEEKDAY", "anchor_of", "dates", "publication"]

FROM_WEEKDAY = "year inferred from the weekday"
FROM_TEXT = "year inferred from the text"
FROM_PUBLICATION = "year inferred from the publication"
RELATIVE = "relative to the publication"
RELATIVE_INFERRED = "relative to the inferred publication"
RELATIVE_TEXT = "relative to the date before"

_SURE = 7
"""The longest interval of publication, in days, from which other days can be counted."""
_RANGE_GAP = re.compile(r"[^\S\t-\r]*(?:[-–]|au|et le|à|et|jusqu['’]au)[^\S\t-\r](?:le[ \u00a0])?")
_RANGE_HEAD = re.compile(r"(?:\bdu|\bentre le|\bentre|\bde|\bà partir du)[ \u00a0]$", re.IGNORECASE)


def dates(
    text: str, *, anchor: date | None, said: Sequence[Expression] | None = None
) -> tuple[DateMention, ...]:
    """The dates of a text in order, as intervals of days.

    `anchor` is the day of publication. Without it, the weekday together with the latest explicit
    year gives a missing year; relative expressions count from the inferred interval of publication,
    so they become wider; an unknown date has no days. `said` are the text's `expressions`, if they
    are known already.
    """
    found = list(expressions(text) if said is None else said)
    found = _joined_ranges(text, found)
    if anchor is None:
        found = _with_weekday_years(found)
        found = _with_years_of_text(found)
        inferred = publication(text, [_mention(item) for item in found])
        reference = interval_of(inferred.earliest, inferred.latest)
    else:
        reference = day(anchor)
    found = [_resolved(item, reference, stated=anchor is not None) for item in found]
    return tuple(_mention(item) for item in _with_dates_before(_eves(text, found)))


def anchor_of(published: DateValue) -> date | None:
    """The day from which relative dates count, if it is known within a week."""
    days = interval_of(published.earliest, published.latest)
    return days.last if days and (days.last - days.first).days <= _SURE else None


def _mention(item: Expression) -> DateMention:
    if item.interval is None:
        return DateMention(item.start, item.end, None, None, item.basis)
    first, last = item.interval
    return DateMention(item.start, item.end, first.isoformat(), last.isoformat(), item.basis)


def _joined_ranges(text: str, found: list[Expression]) -> list[Expression]:
    """Joins « du 28 juin au 3 juillet », « de novembre 2021 à janvier 2022 » into one interval
    each.
    """
    joined: list[Expression] = []
    for item in found:
        before = joined[-1] if joined else None
        if before is not None and _RANGE_GAP.fullmatch(text, before.end, item.start):
            headed = _RANGE_HEAD.search(text, max(0, before.start - 14), before.start) is not None
            if headed and (merged := _one_range(before, item)) is not None:
                joined[-1] = merged
                continue
        joined.append(item)
    return joined


def _one_range(low: Expression, high: Expression) -> Expression | None:
    if low.interval and high.interval:
        if low.interval.first > high.interval.last:
            return None
        return Expression(low.start, high.end, hull(low.interval, high.interval))
    if low.yearless and high.interval:
        year_of_high = high.interval.first.year
        first = low.yearless(year_of_high)
        if first and first.first > high.interval.last:
            first = low.yearless(year_of_high - 1)
        return Expression(low.start, high.end, hull(first, high.interval)) if first else None
    if low.yearless and high.yearless:
        low_in, high_in = low.yearless, high.yearless

        def in_year(y: int) -> Interval | None:
            first, last = low_in(y), high_in(y)
            if first and last and first.first > last.last:
                last = high_in(y + 1)
            return hull(first, last) if first and last else None

        return Expression(
            low.start,
            high.end,
            basis=YEAR_UNKNOWN,
            yearless=in_year,
            weekdays=low.weekdays + high.weekdays,
            future=low.future or high.future,
            surely=low.surely or high.surely,
        )
    return None


def _with_weekday_years(found: list[Expression]) -> list[Expression]:
    """Gives dates the year in which all weekdays fit: near the latest explicit year, not before it."""
    triples = [triple for item in found for triple in item.weekdays]
    explicit = [
        item.interval.last.year
        for item in found
        if item.interval and (item.interval.last - item.interval.first).days < 200
    ] or [item.interval.last.year for item in found if item.interval]
    if not triples or not explicit:
        return found
    latest = max(explicit)
    # Weekdays repeat after five years at the earliest: only one year of four can fit.
    years = [y for y in range(latest, latest + 4) if all(_fits(y, *triple) for triple in triples)]
    if not years:
        return found
    return [
        Expression(item.start, item.end, item.yearless(years[0]), FROM_WEEKDAY)
        if item.weekdays and item.yearless
        else item
        for item in found
    ]


def _fits(y: int, weekday: int, d: int, m: int) -> bool:
    try:
        return date(y, m, d).weekday() == weekday
    except ValueError:
        return False


def _with_years_of_text(found: list[Expression]) -> list[Expression]:
    """Gives « les 16 et 17 janvier » the year of « mardi 17 janvier » in the same text."""
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
                item = Expression(item.start, item.end, item.yearless(years.pop()), FROM_TEXT)
        result.append(item)
    return result


def _resolved(item: Expression, reference: Interval | None, *, stated: bool) -> Expression:
    if item.interval is not None or reference is None:
        return item
    if item.relative is not None:
        low, high = item.relative(reference.first), item.relative(reference.last)
        if low is None or high is None:
            return item
        meant = Interval(min(low.first, high.first), max(low.last, high.last))
        if (meant.last - meant.first).days > NEAR and not stated:
            return item
        return Expression(item.start, item.end, meant, RELATIVE if stated else RELATIVE_INFERRED)
    if item.yearless is not None:
        years = {_nearest_year(item, end) for end in reference}
        if len(years) == 1 and (y := years.pop()) is not None:
            return Expression(item.start, item.end, item.yearless(y), FROM_PUBLICATION)
    return item


_PAST_IN_FUTURE = 3
"""What a day in the past weighs against one ahead where a verb right before it is in the future: « fermera en septembre »."""


def _nearest_year(item: Expression, ref: date) -> int | None:
    """The year that puts the expression nearest to the publication; a stated weekday must fit."""
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
            # The past is reported more often than the future.
            # Words of the future rarely tell of a day that has passed.
            ahead, past = (meant.first - ref).days, (ref - meant.last).days
            weight = (1, _PAST_IN_FUTURE if item.surely else 1) if item.future else (2, 1)
            distance = ahead * weight[0] if ahead > 0 else past * weight[1]
        if best is None or distance < best[0]:
            best = (distance, y)
    return best[1] if best else None


def _with_dates_before(found: Sequence[Expression]) -> list[Expression]:
    result: list[Expression] = []
    before: Interval | None = None
    near = 0
    for item in found:
        if item.from_before is not None and before is not None:
            if item.start - near <= _NEAR_BEFORE:
                meant = item.from_before(before)
                item = Expression(item.start, item.end, meant, RELATIVE_TEXT)
        elif item.interval is not None and (item.interval.last - item.interval.first).days <= 3:
            before, near = item.interval, item.end
        result.append(item)
    return result


def _eves(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The days of « la veille du 1er mai », « au lendemain du 3 »: one beside the day that is
    named.
    """
    if not holds(text, _EVE_SIGNS):
        return list(found)
    result = []
    for item in found:
        match = _EVE.search(text, max(0, item.start - 26), item.start)
        if match is not None and item.interval is not None:
            word = match["eve"].lower()
            steps = next(steps for name, steps in _EVES.items() if name in word)
            edge = item.interval.first if steps < 0 else item.interval.last
            item = Expression(match.start(), item.end, day(edge + timedelta(steps)), item.basis)
        result.append(item)
    return result


_NEAR_BEFORE = 400
"""The characters before « le lendemain » in which its date is looked for."""
_EVES = {"avant-veille": -2, "surlendemain": 2, "veille": -1, "lendemain": 1}
_EVE_SIGNS = ("eille", "EILLE", "endemain", "ENDEMAIN")
_EVE = re.compile(
    rf"\b(?:la |le |au |l['’])?(?P<eve>{'|'.join(_EVES)})[^\S\t-\r](?:du|de|d['’])[^\S\t-\r]?(?:ce[ \u00a0])?$",
    re.IGNORECASE,
)
