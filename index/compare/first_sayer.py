"""Who said a claim first: of the articles that say it, those of the day on which it most likely was new.

A fact that is told again for months stands in each of these articles, often nearer to the claim than in the
first one. So an article counts by what it says of the claim, by how much was said of it before, and by how
much follows within days: news comes in a burst, a look back stands alone.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from index.compare.claim import ClaimPassage, ClaimRelation
from index.model.article import Article, ArticleId

SURE = 12.0
"""The least odds of the likeliest article."""
SAYS_ENOUGH = 5.5
"""The least evidence of one article of the day: below, it only shares words with the claim."""
_AS_GOOD = 0.8
"""The least share of the likeliest article of the day: of those the earliest hour is the first."""
_SAME_NEWS = 4
"""Days in which the same news is told on."""
_UNHEARD = 0.02
"""The share of all that says the claim below which an earlier article does not count."""
_EVIDENCE = (4.0, 4.0, 3.0)
"""Of the shares of passage, article and title: how much an article counts for what is said of a claim."""
# Conditional logit (L2): which of the articles that say a claim said it first; on the claims told in other words of
# halves a, c and d, over all of press-fr; `python -m benchmarks.claim_weights` fits them anew.
_FIRST = (3.53, 7.15, 5.63, -0.32, 6.21)
"""Of the shares of passage, article and title, of what was said before, of what is said within days."""


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
        days[_day_of(articles[said.article])] += share
    first_day = min(days, key=lambda day: (-days[day], day))
    that_day = [
        (said, share)
        for said, share in zip(saying, shares, strict=True)
        if _day_of(articles[said.article]) == first_day
    ]
    most = max(share for _, share in that_day)
    if max(_weighed(_EVIDENCE, _shares(said)) for said, _ in that_day) < SAYS_ENOUGH:
        return None
    likely = [(said, share) for said, share in that_day if share >= _AS_GOOD * most]
    first, _ = min(likely, key=lambda one: (_surely_by(articles[one[0].article]), -one[1]))
    return articles[first.article]


def with_first(
    found: Sequence[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> list[ClaimPassage]:
    """The same passages; that of the article that said the claim first is marked."""
    first = first_sayer(found, articles)
    if first is None:
        return list(found)
    return [replace(said, first=said.article == first.id) for said in found]


def sayers(
    found: Iterable[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> Iterator[ClaimPassage]:
    """The passages of dated articles that say a claim with all its figures."""
    for said in found:
        if (
            said.relation is ClaimRelation.SAYS
            and said.whole
            and articles[said.article].published.earliest
        ):
            yield said


def signs_of_sayers(
    saying: Sequence[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> list[tuple[float, ...]]:
    """For each passage its share of the claim, that of its article and of the title, the logarithm of how
    much of what says the claim appeared before, and the share that appeared on its day or soon after, or
    tells of such a day.
    """
    days = [_day_of(articles[said.article]).toordinal() for said in saying]
    # News tells of the day before.
    told = [[day + 1 for day in _days_told(said, articles[said.article])] for said in saying]
    weighed = [_weighed(_EVIDENCE, _shares(said)) for said in saying]
    evidence = [math.exp(one - max(weighed)) for one in weighed]
    total = sum(evidence)
    signs: list[tuple[float, ...]] = []
    for said, day in zip(saying, days, strict=True):
        before = near = 0.0
        for number, counts in enumerate(evidence):
            if days[number] < day:
                before += counts
            if any(day <= one <= day + _SAME_NEWS for one in (days[number], *told[number])):
                near += counts
        signs.append((*_shares(said), math.log(before / total + _UNHEARD), near / total))
    return signs


def _shares(said: ClaimPassage) -> tuple[float, float, float]:
    return said.score, said.cover, said.titled


def _days_told(said: ClaimPassage, article: Article) -> Iterator[int]:
    """The days before its publication that a passage tells of, as ordinals: « mort le 10 juillet »."""
    if said.part != "text":
        return
    for told in article.annotations.dates:
        if said.span.start <= told.start < said.span.end and told.earliest == told.latest:
            day = date.fromisoformat(told.earliest) if told.earliest else None
            if day is not None and day < _day_of(article):
                yield day.toordinal()


def _weighed(weights: Sequence[float], signs: Sequence[float]) -> float:
    return sum(weight * one for weight, one in zip(weights, signs, strict=True))


def _surely_by(article: Article) -> tuple[str, str]:
    published = article.published
    return (published.latest or published.earliest or "")[:10], published.value or ""


def _day_of(article: Article) -> date:
    return date.fromisoformat(_surely_by(article)[0])
