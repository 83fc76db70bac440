"""The time at which an article without a stated date must have appeared, as its words tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from index.model.article import DateMention, DateValue, inferred_between

NEAR = 120
"""The most days of an interval of publication; a wider one says nothing."""

_THIS_DAY = re.compile(
    r"ce[ \u00a0](?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[ \u00a0]\d", re.IGNORECASE
)
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
    latest = max(precise, key=lambda mention: str(mention.latest))
    last = date.fromisoformat(str(latest.latest))
    month_later = max(
        (date.fromisoformat(str(m.earliest)) for m in days if not _is_whole_year(m)), default=last
    )
    if month_later > last + timedelta(NEAR):
        # If a later date is known by its month only, the days belong to the past.
        return DateValue()
    yearless = not _HAS_YEAR.search(text, latest.start, latest.end)
    also_yearless = yearless or any(
        m.latest == latest.latest and not _HAS_YEAR.search(text, m.start, m.end) for m in precise
    )
    return _value(last, _DAYS_AFTER_YEARLESS if also_yearless else _DAYS_AFTER_FULL)


def _is_whole_year(mention: DateMention) -> bool:
    return str(mention.earliest).endswith("-01-01") and str(mention.latest).endswith("-12-31")


def _value(first: date, days_after: int) -> DateValue:
    return inferred_between(first.isoformat(), (first + timedelta(days_after)).isoformat())
