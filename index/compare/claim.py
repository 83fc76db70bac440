"""A claim compared with the corpus: the passages that say it, deny it or give another value, first sayer first.

The articles that share most of the claim's rarer words are read sentence by sentence. A sentence is worth
the share of the claim's words that it has, each by its rarity in the corpus; a word of the sentence before
or of the title counts half, since « il » and « la ville » point there.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from index.french.denial import denial
from index.french.families import representative
from index.french.function_words import FUNCTION_WORDS, NEGATIONS
from index.model.article import Article, ArticleId
from index.model.text import Span
from index.text.tokens import tokenize

MOST_WORDS = 24
"""How many words of a claim are searched, the rarest ones."""
ENOUGH = 0.34
"""The share of a claim, by rarity, that a passage must have."""
_NEAR = 0.5
"""The weight of a word in the sentence before or in the title."""
_NAMED = 1.5
"""What a word with a capital counts for: a claim is about someone, somewhere."""
_FIGURE = re.compile(r"\d[\d\s.,\u00a0\u202f]*\d|\d")


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


@dataclass(frozen=True, slots=True)
class AskedClaim:
    """A claim as it is looked for: its words with their weights, its figures, whether it negates."""

    weights: Mapping[str, float]
    """Family → weight."""
    figures: frozenset[str]
    negated: bool

    @property
    def total(self) -> float:
        return sum(self.weights.values())


def words_of(text: str) -> list[str]:
    """The telling words of a claim in their exact form, each once, in order."""
    found = [
        token.exact
        for token in tokenize(text)
        if len(token.exact) > 2 and token.exact not in FUNCTION_WORDS and not token.exact.isdigit()
    ]
    return list(dict.fromkeys(found))


def read_claim(text: str, *, articles: int, holding: Callable[[str], int]) -> AskedClaim:
    """`holding` gives the number of articles, of `articles` in all, that hold a word."""
    named = {token.exact for token in tokenize(text) if text[token.start].isupper() and token.start}
    weights: dict[str, float] = {}
    for word in words_of(text):
        rarity = math.log((articles + 1) / (holding(word) + 1))
        weights[representative(word)] = rarity * (_NAMED if word in named else 1.0)
    rarest = sorted(weights, key=lambda family: -weights[family])[:MOST_WORDS]
    return AskedClaim(
        {family: weights[family] for family in rarest},
        frozenset(_figures(text)),
        _negates(text),
    )


def passages(claim: AskedClaim, articles: Iterable[Article]) -> list[ClaimPassage]:
    """The best passage of each article that has enough of the claim, the best first."""
    found = [said for article in articles if (said := _best(claim, article)) is not None]
    return sorted(found, key=lambda said: (-said.score, said.article))


def first_sayer(
    found: Iterable[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> Article | None:
    """The dated article that says the claim and surely appeared first: a month counts by its last day."""
    dated = [
        articles[said.article]
        for said in found
        if said.relation is ClaimRelation.SAYS and articles[said.article].published.earliest
    ]
    return min(dated, key=_surely_by, default=None)


def _surely_by(article: Article) -> tuple[str, str]:
    published = article.published
    return (published.latest or published.earliest or "")[:10], published.value or ""


def _best(claim: AskedClaim, article: Article) -> ClaimPassage | None:
    best: ClaimPassage | None = None
    title = _families(article.title)
    before: frozenset[str] = frozenset()
    for part, text, span in _sentences(article):
        here = _families(text)
        near = (before | title) - here
        own = sum(weight for family, weight in claim.weights.items() if family in here)
        has = own + _NEAR * sum(
            weight for family, weight in claim.weights.items() if family in near
        )
        score = has / claim.total if claim.total else 0.0
        # Only what stands in the sentence itself can say a claim.
        if own >= 0.5 * has and score >= ENOUGH and (best is None or score > best.score):
            best = ClaimPassage(article.id, span, part, text, _relation(claim, text), score)
        before = here
    return best


def _sentences(article: Article) -> Iterator[tuple[str, str, Span]]:
    if article.description:
        yield "description", article.description, Span(0, len(article.description))
    for start, end in article.annotations.sentences:
        yield "text", article.text[start:end], Span(start, end)


def _relation(claim: AskedClaim, text: str) -> ClaimRelation:
    if _negates(text) != claim.negated:
        return ClaimRelation.DENIES
    figures = set(_figures(text))
    if claim.figures and figures and not claim.figures & figures:
        return ClaimRelation.DIFFERS
    return ClaimRelation.SAYS


@cache
def _denying() -> re.Pattern[str]:
    words = denial()
    return re.compile(rf"\b(?:{words.verbs}|{words.untrue})\b", re.IGNORECASE)


def _negates(text: str) -> bool:
    if _denying().search(text):
        return True
    exact = [token.exact for token in tokenize(text)]
    # « ne … que » says, « sans précédent » says: what negates is the verb.
    return any(
        word in ("n", "ne")
        and any(after in NEGATIONS - {"n", "ne", "sans"} for after in exact[at + 1 : at + 6])
        for at, word in enumerate(exact)
    )


def _figures(text: str) -> list[str]:
    """Figures without years, in one form: « 1 200 » and « 1.200 » are `1200`."""
    found = [
        re.sub(r"[\s.\u00a0\u202f]", "", match.group().rstrip(".,"))
        for match in _FIGURE.finditer(text)
    ]
    return [figure for figure in found if not re.fullmatch(r"(?:19|20)\d\d", figure)]


def _families(text: str) -> frozenset[str]:
    return frozenset(representative(token.exact) for token in tokenize(text))
