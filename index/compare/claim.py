"""A claim compared with the corpus: the passages that say it, deny it or give another value, first sayer first.

The articles that share most of the claim's rarer words are read sentence by sentence. A sentence is worth
the share of the claim's words that it has, each by its rarity in the corpus; a word of the sentence before
or of the title counts half, since « il » and « la ville » point there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from index.compare.claim_words import AskedClaim, figures_in, has_figures, negates
from index.model.article import Article, ArticleId
from index.model.text import Span

ENOUGH = 0.34
"""The share of a claim, by rarity, that a passage must have."""
SURE = 0.6
"""The share of a claim, told by the passage and by its article on average, that who says it first must have
said.
"""
_AS_GOOD = 0.85
"""And how much of what the best passage and its article have of it."""
_SAME_NEWS = 5
"""Days around the best passage in which that is enough."""
_NEAR = 0.5
"""The weight of a word in the sentence before or in the title."""


class ClaimRelation(StrEnum):
    """How a passage stands to a claim: says it, denies it, gives another value."""

    SAYS = "says"
    DENIES = "denies"
    DIFFERS = "differs"
    """It gives another value."""


SIGNS = {ClaimRelation.SAYS: "=", ClaimRelation.DENIES: "≠", ClaimRelation.DIFFERS: "±"}
"""What stands before a passage."""


@dataclass(frozen=True, slots=True)
class ClaimPassage:
    """A passage that speaks of the claim."""

    article: ArticleId
    span: Span
    part: str
    """`text`, or `description` for the lead."""
    text: str
    relation: ClaimRelation
    score: float
    whole: bool = True
    """Whether it has every figure of the claim."""
    cover: float = 0.0
    """The share of the claim that its whole article has."""


def passages(claim: AskedClaim, articles: Iterable[Article]) -> list[ClaimPassage]:
    """The best passage of each article that has enough of the claim, the best first."""
    found = [said for article in articles if (said := _best(claim, article)) is not None]
    return sorted(found, key=lambda said: (-said.score, said.article))


def first_sayer(
    found: Iterable[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> Article | None:
    """The dated article that says the claim and surely appeared first: a month counts by its last day.

    Only what says about as much of it as the best passage does, with all its figures, says it at all:
    earlier articles share words with any claim. Those that appeared days before or after the best one, and
    the day it tells of, tell of something else unless they say as much as that. None where no passage says
    enough.
    """
    saying = [
        said
        for said in found
        if said.relation is ClaimRelation.SAYS
        and said.whole
        and _worth(said) >= SURE
        and articles[said.article].published.earliest
    ]
    if not saying:
        return None
    most = max(map(_worth, saying))
    best = min(
        (said for said in saying if _worth(said) == most),
        key=lambda said: _surely_by(articles[said.article]),
    )
    days = [_day_of(articles[best.article]), *_days_told(best, articles[best.article])]
    sure = [
        article
        for said in saying
        for article in (articles[said.article],)
        if _worth(said) >= (_AS_GOOD * most if _is_same_news(article, days) else most)
    ]
    return min(sure, key=_surely_by)


def _worth(said: ClaimPassage) -> float:
    return (said.score + said.cover) / 2


def _surely_by(article: Article) -> tuple[str, str]:
    published = article.published
    return (published.latest or published.earliest or "")[:10], published.value or ""


def _day_of(article: Article) -> date:
    return date.fromisoformat(_surely_by(article)[0])


def _days_told(said: ClaimPassage, article: Article) -> Iterator[date]:
    """The days before its publication that a passage tells of: a look back says as much as the news did."""
    if said.part != "text":
        return
    for told in article.annotations.dates:
        if said.span.start <= told.start < said.span.end and told.earliest == told.latest:
            day = date.fromisoformat(told.earliest) if told.earliest else None
            if day is not None and day < _day_of(article):
                yield day


def _is_same_news(article: Article, days: Iterable[date]) -> bool:
    return any(abs((_day_of(article) - day).days) <= _SAME_NEWS for day in days)


def _best(claim: AskedClaim, article: Article) -> ClaimPassage | None:
    best: ClaimPassage | None = None
    title = claim.held_by(article.title, any_way=True)
    titled = figures_in(article.title) if claim.figures else frozenset()
    held = dict(title)
    before: dict[str, float] = {}
    for part, text, span in _sentences(article):
        here = claim.held_by(text)
        held = _most(held, here)
        own = claim.worth(here)
        near = _most({one: _NEAR * counts for one, counts in _most(before, title).items()}, here)
        has = claim.worth(near)
        score = has / claim.total if claim.total else 0.0
        # Only what stands in the sentence itself can say a claim.
        if own >= 0.5 * has and score >= ENOUGH and (best is None or score > best.score):
            figures = figures_in(text) if claim.figures else frozenset()
            best = ClaimPassage(
                article.id,
                span,
                part,
                text,
                _relation(claim, text, figures),
                score,
                claim.figures <= figures | titled,
            )
        before = here
    return best and replace(best, cover=claim.worth(held) / claim.total)


def _most(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """What either holds, each with the more that it counts for."""
    return {key: max(one.get(key, 0.0), other.get(key, 0.0)) for key in (*one, *other)}


def _sentences(article: Article) -> Iterator[tuple[str, str, Span]]:
    if article.description:
        yield "description", article.description, Span(0, len(article.description))
    for start, end in article.annotations.sentences:
        yield "text", article.text[start:end], Span(start, end)


def _relation(claim: AskedClaim, text: str, held: frozenset[str]) -> ClaimRelation:
    if negates(text, claim.weights) != claim.negated:
        return ClaimRelation.DENIES
    if claim.figures and not claim.figures & held and has_figures(text):
        return ClaimRelation.DIFFERS
    return ClaimRelation.SAYS
