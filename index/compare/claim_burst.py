"""How what says a claim lies in time: news comes in a burst, a look back stands alone.

A fact that is told again for months stands in each of these articles, often nearer to the claim than in the
first one. So a passage is weighed by how much was said before its day, and by how much is said within days.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from index.compare.claim import ClaimPassage
from index.model.article import Article, ArticleId

SAME_NEWS = 4
"""Days in which the same news is told on."""
_UNHEARD = 0.02
"""The share of all that says the claim below which an earlier article does not count."""
_EVIDENCE = (4.0, 4.0, 3.0)
"""Of the shares of passage, article and title: how much an article counts for what is said of a claim."""


class Burst(NamedTuple):
    """How a passage lies among all that say the claim."""

    before: float
    """The logarithm of how much of what says the claim appeared before its day."""
    near: float
    """The share that appeared on its day or soon after, or tells of such a day."""
    today: bool
    """Whether it tells of the day of its publication or of the day before."""


def bursts(
    saying: Sequence[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> Iterator[Burst]:
    """One for each passage; their articles have dates."""
    if not saying:
        return
    days = [day_of(articles[said.article]).toordinal() for said in saying]
    told = [list(_days_told(said, articles[said.article])) for said in saying]
    weighed = [evidence(said) for said in saying]
    shares = [math.exp(one - max(weighed)) for one in weighed]
    total = sum(shares)
    # News tells of the day before.
    news = [
        sorted({day, *(one + 1 for one in days_told if one < day)})
        for day, days_told in zip(days, told, strict=True)
    ]
    lies: dict[int, tuple[float, float]] = {}
    for day in set(days):
        before = sum(share for share, one in zip(shares, days, strict=True) if one < day)
        near = sum(share for share, of in zip(shares, news, strict=True) if _soon(day, of))
        lies[day] = math.log(before / total + _UNHEARD), near / total
    for day, days_told in zip(days, told, strict=True):
        yield Burst(*lies[day], any(day - 1 <= one <= day for one in days_told))


def evidence(said: ClaimPassage) -> float:
    """How much is said of the claim, by what its passage, all of its article and the title have of it."""
    shares = (said.score, said.cover, said.titled)
    return sum(weight * one for weight, one in zip(_EVIDENCE, shares, strict=True))


def day_of(article: Article) -> date:
    """The last day on which a dated article may have appeared."""
    published = article.published
    return date.fromisoformat((published.latest or published.earliest or "")[:10])


def _soon(day: int, others: Sequence[int]) -> bool:
    at = bisect_left(others, day)
    return at < len(others) and others[at] <= day + SAME_NEWS


def _days_told(said: ClaimPassage, article: Article) -> Iterator[int]:
    """The days that a passage tells of, as ordinals: « mort le 10 juillet »."""
    if said.part != "text":
        return
    within = said.nearest or said.span
    for told in article.annotations.dates:
        if (
            told.earliest
            and told.earliest == told.latest
            and within.start <= told.start < within.end
        ):
            yield date.fromisoformat(told.earliest).toordinal()
