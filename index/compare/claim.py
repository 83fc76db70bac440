"""A claim compared with the corpus: the passages that say it, deny it or give another value, first sayer first.

The articles that share most of the claim's rarer words are read sentence by sentence. A sentence is worth
the share of the claim's words that it has, each by its rarity in the corpus; a word of the sentence before
or of the title counts half, since « il » and « la ville » point there.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from index.compare.claim_counts import counted, has_none_of
from index.compare.claim_words import AskedClaim, figures_in, has_figures, negates
from index.model.article import Article, ArticleId
from index.model.text import Span

ENOUGH = 0.34
"""The share of a claim, by rarity, that a passage must have."""
SURE = 0.5
"""The least probability that who says it first does say it."""
_AS_GOOD = 0.7
"""The least share of the likeliest passage's probability."""
_SAME_NEWS = 5
"""Days in which the same news is told."""
_LONG_AGO = 20
"""Days beyond which it does not matter how many there are."""
# Logistic regression (L2) on the passages found for 158 claims told in other words (halves a and c), and on what is
# left of them without the articles that say them; `python -m benchmarks.claim_weights` fits it anew.
_START = -6.47
_WEIGHTS = (0.38, 5.32, 3.55, -0.66, 1.87)
"""Of the shares of passage, article and title, of the days between, and of the same news."""
_NEARLY = 0.8
"""The share of the best passage's score from which one that says the claim stands for its article."""
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
    titled: float = 0.0
    """The share of the claim that its article's title has."""


def passages(claim: AskedClaim, articles: Iterable[Article]) -> list[ClaimPassage]:
    """The best passage of each article that has enough of the claim, the best first."""
    found = [said for article in articles if (said := _best(claim, article)) is not None]
    return sorted(found, key=lambda said: (-said.score, said.article))


def first_sayer(
    found: Iterable[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> Article | None:
    """The dated article that says the claim and surely appeared first: a month counts by its last day.

    Only what is likely to say it counts, with all its figures, and nearly as likely as the likeliest:
    earlier articles share words with any claim. None where no passage is likely enough.
    """
    saying = list(sayers(found, articles))
    if not saying:
        return None
    signs = signs_of_sayers(saying, articles)
    odds = [
        _START + sum(weight * one for weight, one in zip(_WEIGHTS, own, strict=True))
        for own in signs
    ]
    likely = [1 / (1 + math.exp(-one)) for one in odds]
    least = max(SURE, _AS_GOOD * max(likely))
    sure = [(said, p) for said, p in zip(saying, likely, strict=True) if p >= least]
    if not sure:
        return None
    first, _ = min(sure, key=lambda one: (_surely_by(articles[one[0].article]), -one[1]))
    return articles[first.article]


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
    """For each passage its share of the claim, that of its article and of the title, and how far its day lies
    from that of the best one, or from a day that this one tells of: a look back says as much as the news did.
    """
    most = max(map(_worth, saying))
    best = min(
        (said for said in saying if _worth(said) == most),
        key=lambda said: _surely_by(articles[said.article]),
    )
    days = [_day_of(articles[best.article]), *_days_told(best, articles[best.article])]
    signs: list[tuple[float, ...]] = []
    for said in saying:
        far = min(abs((_day_of(articles[said.article]) - day).days) for day in days)
        near = float(far <= _SAME_NEWS)
        signs.append((said.score, said.cover, said.titled, math.log1p(min(far, _LONG_AGO)), near))
    return signs


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


def _best(claim: AskedClaim, article: Article) -> ClaimPassage | None:
    best: ClaimPassage | None = None
    saying: ClaimPassage | None = None
    other: ClaimPassage | None = None
    title = claim.held_by(article.title, any_way=True)
    titled = figures_in(article.title) if claim.figures else frozenset()
    held = dict(title)
    before: dict[str, float] = {}
    for part, text, span in _sentences(article):
        here = claim.held_by(text)
        held = _most(held, here)
        own = claim.worth(here)
        near = _most({one: _NEAR * counts for one, counts in _most(before, title).items()}, here)
        before = here
        has = claim.worth(near)
        score = has / claim.total if claim.total else 0.0
        # Only what stands in the sentence itself can say a claim.
        if own < 0.5 * has or score < ENOUGH or not _may_tell(claim, text, here):
            continue
        figures = figures_in(text) if claim.figures else frozenset()
        relation = _relation(claim, text, figures)
        whole = claim.figures <= figures | titled
        passage = ClaimPassage(article.id, span, part, text, relation, score, whole)
        if relation is ClaimRelation.SAYS:
            saying = _better(saying, passage)
        elif counted(text).keys() & claim.counted.keys():
            other = _better(other, passage)
        best = _better(best, passage)
    if saying is not None and other is not None and not _counts_too(claim, saying.text):
        # « Le préfet a parlé des blessés » says nothing where « sept blessés » follows.
        saying, best = None, other
    if best is not None and saying is not None and saying.score >= _NEARLY * best.score:
        # « “Ils n'ont pas été arrêtés”, disait une actrice »: the article says it all the same.
        best = saying
    return best and replace(
        best, cover=claim.worth(held) / claim.total, titled=claim.worth(title) / claim.total
    )


def _better(one: ClaimPassage | None, other: ClaimPassage) -> ClaimPassage:
    return other if one is None or other.score > one.score else one


def _may_tell(claim: AskedClaim, text: str, here: Mapping[str, float]) -> bool:
    """Whether a sentence can say, deny or change a claim: no question does, nor figures alone."""
    if text.rstrip().endswith("?"):
        return False
    if claim.lacked and not claim.lacked & here.keys():
        return False
    return claim.only_figures or not all(one.startswith("=") for one in here)


def _counts_too(claim: AskedClaim, text: str) -> bool:
    """Whether a sentence gives one of the claim's counts, of whatever: « trois morts » are three persons."""
    given = figures_in(text)
    return any(f"{value}" in given for values in claim.counted.values() for value in values)


def _most(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """What either holds, each with the more that it counts for."""
    return {key: max(one.get(key, 0.0), other.get(key, 0.0)) for key in (*one, *other)}


def _sentences(article: Article) -> Iterator[tuple[str, str, Span]]:
    if article.description:
        yield "description", article.description, Span(0, len(article.description))
    for start, end in article.annotations.sentences:
        yield "text", article.text[start:end], Span(start, end)


def _relation(claim: AskedClaim, text: str, held: frozenset[str]) -> ClaimRelation:
    if not claim.negated and negates(text, claim.weights):
        # Who says that something is not so often says it without a word of denial: « le non-respect », « garde ».
        return ClaimRelation.DENIES
    if any(has_none_of(text, family) for family in claim.counted):
        return ClaimRelation.DENIES
    if claim.lacked and not any(has_none_of(text, family) for family in claim.lacked):
        return ClaimRelation.DENIES
    if claim.counted and _counts_otherwise(claim, text):
        return ClaimRelation.DIFFERS
    if claim.figures and not claim.figures & held and has_figures(text):
        return ClaimRelation.DIFFERS
    return ClaimRelation.SAYS


def _counts_otherwise(claim: AskedClaim, text: str) -> bool:
    counts = counted(text)
    return any(one in counts and not values & counts[one] for one, values in claim.counted.items())
