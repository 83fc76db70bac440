"""Days and stretches of days in a text, as the reader's language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from babel.dates import format_date

from index.interface.texts import Texts
from index.model.article import DateValue, shown_days
from index.model.comparison import Days
from index.model.found import Proposal

UNKNOWN = "?"
_EN_DASH = "–"
_YEAR = re.compile(r"\d{4}")


def interval(t: Texts, earliest: str | None, latest: str | None) -> str:
    """`16–17 janv. 2023`, `janv. 2023`, `2023`; `…` for an open end, `?` if both are open."""
    first, last = _day(earliest), _day(latest)
    if first is None or last is None:
        known = first or last
        return UNKNOWN if known is None else f"{_written(t, known, 'd MMM y')} …"
    if first == last:
        return _written(t, first, "d MMM y")
    whole_months = first.day == 1 and (last.toordinal() + 1 == _next_month(last))
    if first.year == last.year:
        if whole_months and (first.month, last.month) == (1, 12):
            return str(first.year)
        if whole_months and first.month == last.month:
            return _written(t, first, "MMM y")
        if whole_months:
            return f"{_written(t, first, 'MMM')} {_EN_DASH} {_written(t, last, 'MMM y')}"
        if first.month == last.month:
            return f"{_written(t, first, 'd ').strip()}{_EN_DASH}{_written(t, last, 'd MMM y')}"
        return f"{_written(t, first, 'd MMM')} {_EN_DASH} {_written(t, last, 'd MMM y')}"
    return f"{_written(t, first, 'd MMM y')} {_EN_DASH} {_written(t, last, 'd MMM y')}"


def appearance(t: Texts, published: Iterable[DateValue]) -> str:
    """The days between which articles appeared, as `interval` writes them; an empty text if none is dated."""
    dated = [one for one in published if one.earliest]
    if not dated:
        return ""
    shown = [shown_days(one) for one in dated]
    return interval(t, min(first for first, _ in shown), max(last for _, last in shown))


def proposal_label(proposal: Proposal, t: Texts) -> str:
    """« parus en janvier 2023 », « parus le 28 novembre 2026, compté d’aujourd’hui »."""
    first, last = _of_query(t, proposal.earliest), _of_query(t, proposal.latest)
    if not first or not last:
        told = _open_span(t, proposal, first, last)
    elif first != last and len(proposal.earliest) == len("2023-01-17"):
        told = t("published from {first} to {last}, both days", first=first, last=last)
    elif first != last:
        told = t("published from {first} to {last}", first=first, last=last)
    elif len(proposal.earliest) == len("2023-01-17"):
        told = t("published on {day}", day=first)
    else:
        told = t("published in {day}", day=first)
    if proposal.unfiltered:
        told = t("{told}, without the filters", told=told)
    return t("{told}, counted from today", told=told) if proposal.relative else told


def _open_span(t: Texts, proposal: Proposal, first: str, last: str) -> str:
    if first and len(proposal.earliest) == len("2023-01-17"):
        return t("published since the day {first}", first=first)
    if first:
        return t("published since {first}", first=first)
    if len(proposal.latest) == len("2023-01-17"):
        return t("published until the day {last}", last=last)
    return t("published until {last}", last=last)


def _of_query(t: Texts, day: str) -> str:
    if len(day) <= len("2023"):
        return day
    if len(day) == len("2023-01"):
        return _written(t, date.fromisoformat(f"{day}-01"), "MMMM y")
    return _written(t, date.fromisoformat(day), "d MMMM y")


def meant(t: Texts, words: str, days: Days | None) -> str:
    """The days that words mean, in parentheses, if the words do not give the year; else an empty
    text.
    """
    if days is None or _YEAR.search(words):
        return ""
    return f" ({interval(t, days.earliest, days.latest)})"


def _written(t: Texts, day: date, pattern: str) -> str:
    if day.day == 1 and t.language == "fr" and pattern.startswith("d "):
        pattern = f"d'er'{pattern[1:]}"  # « 1er mars »
    return format_date(day, pattern, locale=t.language)


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def _next_month(day: date) -> int:
    """The ordinal of the first day of the month after a day's."""
    year, month = divmod(day.year * 12 + day.month, 12)
    return date(year, month + 1, 1).toordinal()
