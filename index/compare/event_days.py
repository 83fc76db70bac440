"""The days that undated articles may take from their events: only those that their own words bear out.

A false day is worse than none: it is filtered, sorted and counted like a stated one. That an
article is like the others is no evidence, since an affair keeps its names and words for years.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from index.compare.event_grouping import long_quotations, share_quotation
from index.compare.likeness import copied, likenesses
from index.compare.occasions import APART, Occasion, lead_end, occasion
from index.french.date_expressions import expressions
from index.french.dates import dates
from index.french.expression import Expression
from index.french.intervals import Interval, interval_of
from index.model.article import Article, ArticleId, Basis, DateValue, inferred_between
from index.model.events import Event, LinkKind

_MOST_DAYS = 7
"""The length of an event from which on its days say nothing of when an article appeared."""
_FEW_DAYS = 3
_NEARLY_ALL = 0.4
"""The share of common runs of five words from which on two articles are one text."""
_YEARS_NEAR = 1
_THIS_DAY = re.compile(r"ce[ \u00a0]\w+[ \u00a0]\d", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:\w+ )?(?:ans?|années?|décennies?)\b", re.IGNORECASE)
_AFTERWARDS = re.compile(
    r"\b(?:anniversaire|commémor\w+|rejug\w+|en appel|cour d['’]appel|"
    r"\w+ (?:ans?|années?)(?= (?:à peine |jour pour jour )?(?:après|plus tard|ont passé)\b))",
    re.IGNORECASE,
)
"""What is said of a later stage of an affair, or in remembrance of it."""


def days_of_undated(
    events: Iterable[Event], articles: Mapping[ArticleId, Article]
) -> dict[ArticleId, DateValue]:
    """The days of the undated articles that report an event and are shown to be of its days."""
    found: dict[ArticleId, DateValue] = {}
    for event in events:
        span = interval_of(event.earliest, event.latest)
        if span is None or (span.last - span.first).days > _MOST_DAYS:
            continue
        told = [articles[m.article] for m in event.articles if m.link is not LinkKind.BACKGROUND]
        undated = [article for article in told if article.published.basis is Basis.NONE]
        beside = [_Account(article) for article in told if _appeared_then(article, span)]
        if undated and beside:
            days = inferred_between(span.first.isoformat(), span.last.isoformat())
            found |= {
                article.id: days
                for article in undated
                if _is_of_its_days(_Clipping(article, span), beside)
            }
    return found


@dataclass(frozen=True)
class _Account:
    """A dated article of the event."""

    article: Article

    @cached_property
    def when(self) -> Occasion:
        return occasion(self.article)

    @cached_property
    def told(self) -> frozenset[tuple[str | None, str | None]]:
        """All that it speaks of, as first and last day."""
        return frozenset((one.earliest, one.latest) for one in self.article.annotations.dates)

    @cached_property
    def cues(self) -> frozenset[str]:
        """How it counts years and names later stages, anywhere."""
        return _cues(self.article.text, expressions(self.article.text))

    @cached_property
    def days(self) -> tuple[Interval, ...]:
        """The days on which what it reports may have happened."""
        appeared = self.when.published
        if self.when.about or appeared is None:
            return self.when.about
        return (Interval(appeared.first - timedelta(1), appeared.first),)


@dataclass(frozen=True)
class _Clipping:
    """An undated article, read as if it had appeared on the days of the event."""

    article: Article
    span: Interval

    @cached_property
    def said(self) -> tuple[Expression, ...]:
        return tuple(expressions(self.article.text))

    @cached_property
    def lead(self) -> tuple[Expression, ...]:
        limit = lead_end(self.article)
        return tuple(one for one in self.said if one.start < limit)

    @cached_property
    def told(self) -> dict[int, Interval]:
        """What it speaks of by place, counted from the event; not what lies ahead of it."""
        ahead = {one.start for one in self.said if one.future}
        return {
            mention.start: days
            for mention in dates(self.article.text, anchor=self.span.last)
            if mention.start not in ahead
            and (days := interval_of(mention.earliest, mention.latest)) is not None
        }

    def days_of_month(self) -> Iterator[tuple[Interval, bool]]:
        """The days in its lead that are told by day and month, and whether with the weekday."""
        for one in self.lead:
            days = self.told.get(one.start)
            short = days is not None and (days.last - days.first).days < _FEW_DAYS
            if days is not None and short and one.yearless is not None:
                yield days, bool(one.weekdays)


def _appeared_then(article: Article, span: Interval) -> bool:
    first = article.published.earliest
    if first is None:
        return False
    return (span.first - timedelta(1)).isoformat() <= first <= (span.last + APART).isoformat()


def _is_of_its_days(clipping: _Clipping, beside: Sequence[_Account]) -> bool:
    told = _tells_the_day(clipping, beside)
    if not told and not any(_one_text(clipping, one) for one in beside):
        return False
    if _looks_back(clipping, beside):
        return False
    return (told and _says_now(clipping)) or not (
        _knows_what_came_after(clipping, beside) or _tells_another_weekday(clipping, beside)
    )


def _tells_the_day(clipping: _Clipping, beside: Sequence[_Account]) -> bool:
    """Whether its lead names a day of the event that the lead of a dated account is about, too."""
    for days, with_weekday in clipping.days_of_month():
        if not _meet(days, clipping.span):
            continue
        if any(_meet(days, about) for one in beside for about in one.when.about) and (
            with_weekday or not _speaks_of_old_years(clipping, beside)
        ):
            return True
    return False


def _speaks_of_old_years(clipping: _Clipping, beside: Sequence[_Account]) -> bool:
    """Whether all the years that it names are far from the event, and no account names them.

    Such a text may be of any year of its own, in which that day comes again.
    """
    named = [one.interval for one in clipping.said if one.interval is not None]
    near = clipping.span.first.year - _YEARS_NEAR
    return bool(named) and not any(
        days.last.year >= near or _told_by(days, beside) for days in named
    )


def _one_text(clipping: _Clipping, account: _Account) -> bool:
    """Whether the two are nearly one text, or have a longer quotation in common."""
    both = (clipping.article, account.article)
    if copied(*likenesses(both)) >= _NEARLY_ALL:
        return True
    quoted = long_quotations(both, (0, 1))
    return share_quotation(quoted[0], quoted[1])


def _says_now(clipping: _Clipping) -> bool:
    """« ce mercredi 24 novembre » is a day of now: all that the text tells of later lies ahead."""
    text = clipping.article.text
    return any(
        _THIS_DAY.match(text, one.start) and _meet(days, clipping.span)
        for one in clipping.lead
        if (days := clipping.told.get(one.start)) is not None
    )


def _looks_back(clipping: _Clipping, beside: Sequence[_Account]) -> bool:
    """Whether its lead counts years since something, or tells of a later stage, as no account does."""
    lead = clipping.article.text[: lead_end(clipping.article)]
    cues = _cues(lead, clipping.lead)
    return bool(cues) and not all(any(cue in one.cues for one in beside) for cue in cues)


def _cues(text: str, said: Iterable[Expression]) -> frozenset[str]:
    """How a text counts years and names later stages: « un an à peine après » and « un an après » alike."""
    since = (text[one.start : one.end] for one in said if one.interval is None)
    counted = (match[0].lower() for told in since if (match := _YEARS.search(told)))
    return frozenset((*counted, *(match[0].lower() for match in _AFTERWARDS.finditer(text))))


def _knows_what_came_after(clipping: _Clipping, beside: Sequence[_Account]) -> bool:
    """Whether it speaks of a time after the event that no account speaks of, and not as of something ahead."""
    limit = clipping.span.last + APART
    return any(days.first > limit and not _told_by(days, beside) for days in clipping.told.values())


def _tells_another_weekday(clipping: _Clipping, beside: Sequence[_Account]) -> bool:
    """Whether what it reports of « mardi » or « hier » was on no day that the accounts are about."""
    reported = next(
        (one for one in clipping.lead if one.relative is not None and _is_a_day(one, clipping)),
        None,
    )
    if reported is None or reported.relative is None:
        return False
    known = [clipping.span, *(days for one in beside for days in one.days)]
    first, last = clipping.span.first, clipping.span.last + APART
    for step in range((last - first).days + 1):
        meant = reported.relative(first + timedelta(step))
        if meant is not None and any(_meet(meant, days) for days in known):
            return False
    return True


def _is_a_day(one: Expression, clipping: _Clipping) -> bool:
    meant = one.relative(clipping.span.last) if one.relative else None
    return meant is not None and meant.first == meant.last and not one.future


def _told_by(days: Interval, beside: Sequence[_Account]) -> bool:
    told = (days.first.isoformat(), days.last.isoformat())
    return any(told in one.told for one in beside)


def _meet(one: Interval, other: Interval) -> bool:
    return one.first <= other.last and other.first <= one.last
