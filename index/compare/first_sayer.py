"""Who said a claim first: of the articles that say it, those of the day on which it most likely was new.

A late article often stands nearer to the claim than the first one. So an article counts by where it says it (in its
title, in its opening, anywhere), by how it lies in time, and by whether it tells of its own day.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from index.compare.claim import ClaimPassage, ClaimRelation
from index.compare.claim_burst import SAME_NEWS, bursts, day_of, evidence
from index.model.article import Article, ArticleId

SURE = 12.0
"""The least odds of the likeliest article."""
SAYS_ENOUGH = 5.5
"""The least evidence of one article of the day: below, it only shares words with the claim."""
_WHOLLY = 0.95
"""The share of a claim with which a passage says it before the likeliest day."""
_AS_GOOD = 0.8
"""The least share of the likeliest article of the day: of those the earliest hour is the first."""
# Conditional logit (L2): which of the articles that say a claim said it first; on the claims told in other words of
# halves a, c and d, over all of press-fr; `python -m benchmarks.claim_weights` fits them anew.
_FIRST = (6.37, 4.80, 4.74, -0.39, 6.69, 0.96, 1.40)
"""Of the shares of article, title and opening, of what was said before and within days, of whether it tells what the
claim does, and whether it tells of its own day or the day before."""


def first_sayer(
    found: Iterable[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> Article | None:
    """The dated article that most likely said the claim first; a month counts by its last day.

    Only what says it with all its figures counts. None where it is not likely enough.
    """
    saying = list(sayers(found, articles))
    if not saying:
        return None
    odds = [_weighed(_FIRST, signs) for signs in signs_of_sayers(saying, articles)]
    if max(odds) < SURE:
        return None
    shares = [math.exp(one - max(odds)) for one in odds]
    days: defaultdict[date, float] = defaultdict(float)
    for said, share in zip(saying, shares, strict=True):
        days[day_of(articles[said.article])] += share
    first_day = min(days, key=lambda day: (-days[day], day))
    first_day = _told_before(saying, articles, first_day)
    that_day = [
        (said, share)
        for said, share in zip(saying, shares, strict=True)
        if day_of(articles[said.article]) == first_day
    ]
    most = max(share for _, share in that_day)
    if max(evidence(said) for said, _ in that_day) < SAYS_ENOUGH:
        return None
    likely = [(said, share) for said, share in that_day if share >= _AS_GOOD * most]
    first, _ = min(likely, key=lambda one: (_surely_by(articles[one[0].article]), -one[1]))
    return articles[first.article]


def _told_before(
    saying: Iterable[ClaimPassage], articles: Mapping[ArticleId, Article], day: date
) -> date:
    """The earliest of the days before a day, of the same news, on which one surely said the claim."""
    before = (
        day_of(articles[said.article])
        for said in saying
        if said.sure and said.tells and said.stance is not None and said.score >= _WHOLLY
    )
    return min((one for one in before if 0 <= (day - one).days <= SAME_NEWS), default=day)


def with_first(
    found: Sequence[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> list[ClaimPassage]:
    """The same passages; that of the article that said the claim first is marked."""
    first = first_sayer(found, articles)
    if first is None:
        return list(found)
    among = _may_be_earlier(first, found, articles)
    return [
        replace(said, first=True, among_first=among)
        if said.article == first.id and said.relation is ClaimRelation.SAYS
        else said
        for said in found
    ]


def _may_be_earlier(
    first: Article, found: Iterable[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> bool:
    """Whether the first one's day is not known, or one that says it too may have appeared before."""
    from_day, to_day = _days(first)
    others = (
        _days(articles[said.article])
        for said in found
        if said.told is ClaimRelation.SAYS and articles[said.article].published.earliest
    )
    return from_day != to_day or any(one < to_day <= other for one, other in others)


def _days(article: Article) -> tuple[str, str]:
    published = article.published
    earliest = (published.earliest or "")[:10]
    return earliest, (published.latest or earliest)[:10]


def sayers(
    found: Iterable[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> Iterator[ClaimPassage]:
    """The passages of dated articles that say a claim with all its figures."""
    for said in found:
        if (
            said.relation is ClaimRelation.SAYS
            and not said.otherwise
            and said.whole
            and articles[said.article].published.earliest
        ):
            yield said


def signs_of_sayers(
    saying: Sequence[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> list[tuple[float, ...]]:
    """For each passage the signs that it said the claim first, in the order of their weights."""
    return [
        (said.cover, said.titled, said.opening, burst.before, burst.near, said.tells, burst.today)
        for said, burst in zip(saying, bursts(saying, articles), strict=True)
    ]


def _weighed(weights: Sequence[float], signs: Sequence[float]) -> float:
    return sum(weight * one for weight, one in zip(weights, signs, strict=True))


def _surely_by(article: Article) -> tuple[str, str]:
    published = article.published
    return (published.latest or published.earliest or "")[:10], published.value or ""
