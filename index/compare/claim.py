"""A claim compared with the corpus: the passages that say it, deny it or give another value.

The articles that share most of the claim's rarer words are read sentence by sentence. A sentence is worth
the share of the claim's words that it has, each by its rarity in the corpus; a word of the sentence before
or of the title counts half, since « il » and « la ville » point there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from index.compare.claim_counts import counted, has_none_of
from index.compare.claim_slots import slots_in
from index.compare.claim_words import AskedClaim, figures_in, has_figures, negates
from index.model.article import Article, ArticleId
from index.model.text import Span

ENOUGH = 0.34
"""The share of a claim, by rarity, that a passage must have."""
_NEARLY = 0.8
"""The share of the best passage's score from which one that says the claim stands for its article."""
_OPENING = 3
"""How many sentences open an article, its lead as one."""
_NEAR = 0.5
"""The weight of a word in the sentence before or in the title."""


class ClaimRelation(StrEnum):
    """How a passage stands to a claim: says it, denies it, gives another value."""

    SAYS = "says"
    DENIES = "denies"
    DIFFERS = "differs"
    """It gives another value."""
    SPEAKS = "speaks"
    """It speaks of the same, and does not surely say it."""


SIGNS = {
    ClaimRelation.SAYS: "=", ClaimRelation.DENIES: "≠", ClaimRelation.DIFFERS: "±", ClaimRelation.SPEAKS: "≈",
}  # fmt: skip
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
    opening: float = 0.0
    """The share of the claim that its article's title, lead and first sentences have: news stands there."""
    tells: bool = True
    """Whether it tells what the claim does: its verb, and enough of all that is no name."""
    only_names: bool = False
    """Whether it and its article's opening have only names and figures of the claim: it cannot say it."""
    named: bool = True
    """Whether its article has a word of each name in the claim."""
    timed: bool = True
    """Whether it gives the claim's years and hours, or appeared when « cette année » means them."""
    sure: bool = True
    """Whether it surely does what `relation` says; else it may only speak of the same."""
    first: bool = False
    """Whether its article is told to have said the claim first."""

    @property
    def told(self) -> ClaimRelation:
        """What it is told to do with the claim."""
        return self.relation if self.sure else ClaimRelation.SPEAKS


def passages(claim: AskedClaim, articles: Iterable[Article]) -> list[ClaimPassage]:
    """The best passage of each article that has enough of the claim, the best first."""
    found = [said for article in articles if (said := _best(claim, article)) is not None]
    return sorted(found, key=lambda said: (-said.score, said.article))


def _best(claim: AskedClaim, article: Article) -> ClaimPassage | None:
    best: _Candidate | None = None
    saying: _Candidate | None = None
    other: _Candidate | None = None
    title = claim.held_by(article.title, any_way=True)
    titled = figures_in(article.title) if claim.figures else frozenset()
    held = dict(title)
    before: dict[str, float] = {}
    opening = held
    for number, (part, text, span) in enumerate(_sentences(article)):
        here = claim.held_by(text)
        held = _most(held, here)
        if number < _OPENING:
            opening = held
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
        passage = _Candidate(
            ClaimPassage(article.id, span, part, text, relation, score, whole), here
        )
        if relation is ClaimRelation.SAYS:
            saying = _better(saying, passage)
        elif counted(text).keys() & claim.counted.keys():
            other = _better(other, passage)
        best = _better(best, passage)
    if saying is not None and other is not None and not _counts_too(claim, saying.passage.text):
        # « Le préfet a parlé des blessés » says nothing where « sept blessés » follows.
        saying, best = None, other
    if best is None:
        return None
    if saying is not None and saying.passage.score >= _NEARLY * best.passage.score:
        # « “Ils n'ont pas été arrêtés”, disait une actrice »: the article says it all the same.
        best = saying
    return replace(
        best.passage,
        cover=claim.worth(held) / claim.total,
        titled=claim.worth(title) / claim.total,
        opening=claim.worth(opening) / claim.total,
        tells=claim.tells(best.passage.text, best.held),
        named=all(not name.isdisjoint(held) for name in claim.names),
        timed=claim.slots.told_by(slots_in(best.passage.text), year=_year(article)),
        only_names=bool(claim.told) and claim.told.isdisjoint((*opening, *best.held)),
    )


def _year(article: Article) -> int | None:
    day = article.published.earliest
    return int(day[:4]) if day else None


class _Candidate(NamedTuple):
    """A sentence that may speak of the claim, with what of it it has."""

    passage: ClaimPassage
    held: Mapping[str, float]


def _better(one: _Candidate | None, other: _Candidate) -> _Candidate:
    return other if one is None or other.passage.score > one.passage.score else one


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
    if claim.slots.differ(slots_in(text)):
        return ClaimRelation.DIFFERS
    if claim.figures and not claim.figures & held and has_figures(text):
        return ClaimRelation.DIFFERS
    return ClaimRelation.SAYS


def _counts_otherwise(claim: AskedClaim, text: str) -> bool:
    counts = counted(text)
    return any(one in counts and not values & counts[one] for one, values in claim.counted.items())
