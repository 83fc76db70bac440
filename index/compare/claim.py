"""A claim compared with the corpus: the passages that say it, deny it or give another value, first sayer first.

The articles that share most of the claim's rarer words are read sentence by sentence. A sentence is worth
the share of the claim's words that it has, each by its rarity in the corpus; a word of the sentence before
or of the title counts half, since « il » and « la ville » point there.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise

from index.french.denial import denial
from index.french.families import representative
from index.french.function_words import FUNCTION_WORDS, NEGATIONS
from index.french.numerals import WORDS, words_value
from index.model.article import Article, ArticleId
from index.model.text import Span
from index.text.tokens import Token, tokenize

MOST_WORDS = 24
"""How many words of a claim are searched, the rarest ones."""
ENOUGH = 0.34
"""The share of a claim, by rarity, that a passage must have."""
SURE = 0.5
"""The share of a claim that who says it first must have said."""
_AS_GOOD = 0.85
"""And how much of what the best passage and its article have of it."""
_SAME_NEWS = 2
"""Days around the best passage in which that is enough."""
_NEAR = 0.5
"""The weight of a word in the sentence before or in the title."""
_NAMED = 1.5
"""What a word with a capital counts for: a claim is about someone, somewhere."""
_SPELT = re.compile(rf"(?<![\w-])(?:{WORDS})(?![\w-])", re.IGNORECASE)
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
    whole: bool = True
    """Whether it has every figure of the claim."""
    cover: float = 0.0
    """The share of the claim that its whole article has."""


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

    def share(self, families: Collection[str]) -> float:
        """How much of the claim some words are, by their families."""
        has = sum(weight for family, weight in self.weights.items() if family in families)
        return has / self.total if self.total else 0.0


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
        rarity = math.log((articles + 2) / (holding(word) + 1))
        weights[representative(word)] = rarity * (_NAMED if word in named else 1.0)
    rarest = sorted(weights, key=lambda family: -weights[family])[:MOST_WORDS]
    kept = {family: weights[family] for family in rarest}
    return AskedClaim(kept, frozenset(_figures(text)), _negates(text, kept))


def passages(claim: AskedClaim, articles: Iterable[Article]) -> list[ClaimPassage]:
    """The best passage of each article that has enough of the claim, the best first."""
    found = [said for article in articles if (said := _best(claim, article)) is not None]
    return sorted(found, key=lambda said: (-said.score, said.article))


def first_sayer(
    found: Iterable[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> Article | None:
    """The dated article that says the claim and surely appeared first: a month counts by its last day.

    Only what says about as much of it as the best passage does, with all its figures, says it at all:
    earlier articles share words with any claim. Those that appeared days before or after the best one
    tell of something else unless they say as much as that. None where no passage says enough.
    """
    saying = [
        (_worth(said), articles[said.article])
        for said in found
        if said.relation is ClaimRelation.SAYS
        and said.whole
        and said.score >= SURE
        and articles[said.article].published.earliest
    ]
    if not saying:
        return None
    most = max(worth for worth, _ in saying)
    best = min((article for worth, article in saying if worth == most), key=_surely_by)
    sure = [
        article
        for worth, article in saying
        if worth >= (_AS_GOOD * most if _days_apart(article, best) <= _SAME_NEWS else most)
    ]
    return min(sure, key=_surely_by)


def _worth(said: ClaimPassage) -> float:
    return (said.score + said.cover) / 2


def _surely_by(article: Article) -> tuple[str, str]:
    published = article.published
    return (published.latest or published.earliest or "")[:10], published.value or ""


def _days_apart(article: Article, other: Article) -> int:
    one, two = (date.fromisoformat(_surely_by(one)[0]) for one in (article, other))
    return abs((one - two).days)


def _best(claim: AskedClaim, article: Article) -> ClaimPassage | None:
    best: ClaimPassage | None = None
    title = _families(article.title)
    held = set(title)
    before: frozenset[str] = frozenset()
    for part, text, span in _sentences(article):
        here = _families(text)
        held |= here
        near = (before | title) - here
        own = sum(weight for family, weight in claim.weights.items() if family in here)
        has = own + _NEAR * sum(
            weight for family, weight in claim.weights.items() if family in near
        )
        score = has / claim.total if claim.total else 0.0
        # Only what stands in the sentence itself can say a claim.
        if own >= 0.5 * has and score >= ENOUGH and (best is None or score > best.score):
            figures = _held(text)
            best = ClaimPassage(
                article.id,
                span,
                part,
                text,
                _relation(claim, text, figures),
                score,
                claim.figures <= figures,
            )
        before = here
    return best and replace(best, cover=claim.share(held))


def _sentences(article: Article) -> Iterator[tuple[str, str, Span]]:
    if article.description:
        yield "description", article.description, Span(0, len(article.description))
    for start, end in article.annotations.sentences:
        yield "text", article.text[start:end], Span(start, end)


def _relation(claim: AskedClaim, text: str, held: frozenset[str]) -> ClaimRelation:
    if _negates(text, claim.weights) != claim.negated:
        return ClaimRelation.DENIES
    if claim.figures and not claim.figures & held and _figures(text):
        return ClaimRelation.DIFFERS
    return ClaimRelation.SAYS


def _held(text: str) -> frozenset[str]:
    """The figures of a passage, and those that it spells out: « dix-sept départements »."""
    values = (words_value(match.group()) for match in _SPELT.finditer(text))
    return frozenset((*_figures(text), *(f"{value:.0f}" for value in values if value)))


@cache
def _denying() -> re.Pattern[str]:
    words = denial()
    return re.compile(rf"\b(?:{words.verbs}|{words.untrue})\b", re.IGNORECASE)


def _negates(text: str, told: Collection[str]) -> bool:
    """Whether a text denies what is told, by the families of its words.

    « ne … pas » counts where the verb is one of these: a long sentence negates much else. « ne … que »
    says, « sans précédent » says.
    """
    if _denying().search(text):
        return True
    tokens = list(tokenize(text))
    for at, token in enumerate(tokens):
        if token.exact not in ("n", "ne"):
            continue
        for after in range(at + 1, min(at + 6, len(tokens))):
            if tokens[after].exact in NEGATIONS - {"n", "ne", "sans"}:
                verb = [*tokens[at + 1 : after], *_of_clause(text, tokens[after : after + 3])]
                if any(representative(one.exact) in told for one in verb):
                    return True
                break
    return False


def _of_clause(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
    """The words after the first one, up to a sign between them."""
    for before, token in pairwise(tokens):
        if text[before.end : token.start].strip(" '’-\u00a0\u202f"):
            return
        yield token


def _figures(text: str) -> list[str]:
    """Figures without years, in one form: « 1 200 » and « 1.200 » are `1200`."""
    found = [
        re.sub(r"[\s.\u00a0\u202f]", "", match.group().rstrip(".,"))
        for match in _FIGURE.finditer(text)
    ]
    return [figure for figure in found if not re.fullmatch(r"(?:19|20)\d\d", figure)]


def _families(text: str) -> frozenset[str]:
    return frozenset(representative(token.exact) for token in tokenize(text))
