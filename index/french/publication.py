"""The time at which an article without a stated date must have appeared, as its words tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from index.french.time_ahead import speaks_of_future
from index.model.article import DateMention, DateValue, inferred_between

NEAR = 120
"""The most days of an interval of publication; a wider one says nothing."""

_THIS_DAY = re.compile(
    r"ce[ \u00a0](?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[ \u00a0]\d", re.IGNORECASE
)
_ANY = re.compile(r"(?s).*")
_HAS_YEAR = re.compile(r"(?:18|19|20)\d\d")
_DAY_OF_MONTH = re.compile(r"(?:\b[0-3]?\d|1er)[ \u00a0]+[^\W\d_]")

_DAYS_AFTER_YEARLESS = 31
_DAYS_AFTER_FULL = 92


def publication(text: str, mentions: Sequence[DateMention]) -> DateValue:
    """The interval in which the text must have appeared, inferred from the dates in it.

    « ce mardi 17 janvier » is the day itself. A day without a year is mentioned while it is recent,
    a full date for longer. The value is only as precise as the interval; its basis is Basis.NONE
    when nothing is known.
    """
    days = [mention for mention in mentions if mention.earliest and mention.latest]
    this_day = [m for m in days if _THIS_DAY.match(text, m.start)]
    if this_day and this_day[0].earliest == this_day[0].latest:
        return _value(date.fromisoformat(str(this_day[0].earliest)), 0)
    precise = [
        mention
        for mention in days
        if _DAY_OF_MONTH.search(text, mention.start, mention.end)
        or mention.earliest == mention.latest
    ]
    if not precise:
        return DateValue()
    latest = _latest_told(text, precise)
    if latest is None:
        return DateValue()
    last = date.fromisoformat(str(latest.latest))
    far = last + timedelta(NEAR)
    if any(
        date.fromisoformat(str(m.earliest)) > far
        and not _is_whole_year(m)
        and not _is_announced(text, m)
        for m in days
    ):
        # If a later date is known by its month only, the days belong to the past.
        return DateValue()
    yearless = not _HAS_YEAR.search(text, latest.start, latest.end)
    also_yearless = yearless or any(
        m.latest == latest.latest and not _HAS_YEAR.search(text, m.start, m.end) for m in precise
    )
    return _value(last, _DAYS_AFTER_YEARLESS if also_yearless else _DAYS_AFTER_FULL)


def _latest_told(text: str, precise: Sequence[DateMention]) -> DateMention | None:
    """The latest day that is not announced: « se prononcera le 12 mai » was written before that day."""
    by_day = sorted(precise, key=lambda mention: str(mention.latest), reverse=True)
    return next((mention for mention in by_day if not _is_announced(text, mention)), None)


def _is_announced(text: str, mention: DateMention) -> bool:
    place = _ANY.match(text, mention.start, mention.end)
    return place is not None and speaks_of_future(text, place)


def _is_whole_year(mention: DateMention) -> bool:
    return str(mention.earliest).endswith("-01-01") and str(mention.latest).endswith("-12-31")


def _value(first: date, days_after: int) -> DateValue:
    return inferred_between(first.isoformat(), (first + timedelta(days_after)).isoformat())
