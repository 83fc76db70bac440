"""The days when an article appeared and of which it tells, as far as they can bring articles
together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from index.french.dates import dates
from index.french.intervals import Interval, interval_of
from index.model.article import Article, EntityId

APART = timedelta(3)
"""The most time between two articles on one event."""
_LEAD = 4
"""The number of sentences, with the title, in which an article says which day it is about."""
_DAYS = 3
_LONG_AGO = timedelta(45)
"""An event lies no longer before the first account of it."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """The times of an article."""

    published: Interval | None
    """The days between which it appeared, stated or inferred."""
    about: tuple[Interval, ...]
    """The days in its lead, each interval of at most three days."""
    open_dates: bool
    """Whether its lead has a day without a known year."""


def occasion(article: Article) -> Occasion:
    """The times of an annotated article."""
    published = interval_of(article.published.earliest, article.published.latest)
    limit = lead_end(article)
    lead = [mention for mention in article.annotations.dates if mention.start < limit]
    known = (interval_of(mention.earliest, mention.latest) for mention in lead)
    return Occasion(
        published,
        tuple(days for days in known if days and (days.last - days.first).days < _DAYS),
        any(mention.earliest is None for mention in lead),
    )


def named_in_lead(article: Article) -> frozenset[EntityId]:
    """The entities in the title and the first sentences."""
    limit = lead_end(article)
    found = article.annotations
    first = (mention for mention in found.mentions if mention.start < limit)
    return frozenset(mention.entity for mention in (*first, *found.lead_mentions))


def may_meet(one: Occasion, other: Occasion, *, apart: timedelta = APART) -> bool:
    """Whether two articles may have appeared near enough in time to report one event."""
    if one.published is None or other.published is None:
        return True
    return (
        one.published.first <= other.published.last + apart
        and other.published.first <= one.published.last + apart
    )


def same_day(one: Occasion, other: Occasion) -> bool:
    """Whether the leads speak of days that overlap."""
    return any(a.first <= b.last and b.first <= a.last for a in one.about for b in other.about)


def read_beside(article: Article, own: Occasion, other: Occasion) -> Occasion:
    """The times of an undated article if it appeared with another one.

    « mercredi 24 novembre » has a year once it is read beside an article of 2021, and only when the
    weekday fits.
    """
    if own.published is not None or not own.open_dates or other.published is None:
        return own
    lead = article.text[: lead_end(article)]
    found = dates(lead, anchor=other.published.first)
    known = (interval_of(mention.earliest, mention.latest) for mention in found)
    about = tuple(days for days in known if days and (days.last - days.first).days < _DAYS)
    return Occasion(None, about, open_dates=False)


def lead_end(article: Article) -> int:
    """Where the title and the first sentences end, which say what day an article is about."""
    cut = article.annotations.sentences
    return cut[min(_LEAD, len(cut)) - 1].end if cut else 0


def days_of_event(times: Sequence[Occasion]) -> Interval | None:
    """The day that most leads speak of, else the days of publication."""
    votes: dict[Interval, int] = defaultdict(int)
    appeared = min((when.published.first for when in times if when.published), default=None)
    for one in {days for when in times for days in when.about}:
        if appeared is not None and one.last < appeared - _LONG_AGO:
            continue  # what an inquiry, a trial or a quarrel goes back to
        for when in times:
            votes[one] += any(d.first <= one.last and one.first <= d.last for d in when.about)
    if votes:
        best = max(votes, key=lambda days: (votes[days], days.last - days.first, days))
        if votes[best] > 1:
            return best
    published = [when.published for when in times if when.published]
    return min(published, key=lambda days: (days.last - days.first, days), default=None)
