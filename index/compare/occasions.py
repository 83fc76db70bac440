"""When an article appeared and which day it is about, as far as that can bring articles together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from index.french.dates import dates
from index.french.intervals import Interval, interval_of
from index.model.article import Article, EntityId

APART = timedelta(3)
"""How far two articles on one event may be apart."""
_LEAD = 4
"""Sentences, the title among them, in which an article says what day it is about."""
_DAYS = 3


@dataclass(frozen=True, slots=True)
class Occasion:
    """The times of an article."""

    published: Interval | None
    """Within which days it appeared, stated or inferred."""
    about: tuple[Interval, ...]
    """The days that its lead speaks of, each of three days or less."""
    open_dates: bool
    """Whether its lead has a day whose year is not known."""


def occasion(article: Article) -> Occasion:
    """The times of an annotated article."""
    published = interval_of(article.published.earliest, article.published.latest)
    limit = _lead_end(article)
    lead = [mention for mention in article.annotations.dates if mention.start < limit]
    known = (interval_of(mention.earliest, mention.latest) for mention in lead)
    return Occasion(
        published,
        tuple(days for days in known if days and (days.last - days.first).days < _DAYS),
        any(mention.earliest is None for mention in lead),
    )


def named_in_lead(article: Article) -> frozenset[EntityId]:
    """Whom and what the title and the first sentences name."""
    limit = _lead_end(article)
    return frozenset(m.entity for m in article.annotations.mentions if m.start < limit)


def may_meet(one: Occasion, other: Occasion, *, apart: timedelta = APART) -> bool:
    """Whether two articles appeared so close, or so uncertainly, that they may report one event."""
    if one.published is None or other.published is None:
        return True
    return (
        one.published.first <= other.published.last + apart
        and other.published.first <= one.published.last + apart
    )


def same_day(one: Occasion, other: Occasion) -> bool:
    """Whether the leads speak of days that meet."""
    return any(a.first <= b.last and b.first <= a.last for a in one.about for b in other.about)


def read_beside(article: Article, own: Occasion, other: Occasion) -> Occasion:
    """The times of an undated article if it appeared with another one.

    « mercredi 24 novembre » has a year once it is read beside an article of 2021, and only when the
    weekday fits.
    """
    if own.published is not None or not own.open_dates or other.published is None:
        return own
    lead = article.text[: _lead_end(article)]
    found = dates(lead, anchor=other.published.first)
    known = (interval_of(mention.earliest, mention.latest) for mention in found)
    about = tuple(days for days in known if days and (days.last - days.first).days < _DAYS)
    return Occasion(None, about, open_dates=False)


def _lead_end(article: Article) -> int:
    cut = article.annotations.sentences
    return cut[min(_LEAD, len(cut)) - 1].end if cut else 0
