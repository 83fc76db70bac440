"""A claim compared with the corpus: the passages that say it, deny it or give another value.

The articles that share most of the claim's rarer words are read sentence by sentence. A sentence is worth
the share of the claim's words that it has, each by its rarity in the corpus; a word of the sentence before
or of the title counts half, since « il » and « la ville » point there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from index.compare.claim_counts import counted, has_none_of
from index.compare.claim_predicate import places_behind
from index.compare.claim_slots import slots_in
from index.compare.claim_stance import Stance, stance
from index.compare.claim_words import AskedClaim, figures_in, has_figures, negates
from index.french.families import representative
from index.model.article import Article, ArticleId
from index.model.text import Span
from index.text.tokens import tokenize

ENOUGH = 0.34
"""The share of a claim, by rarity, that a passage must have."""
_NEARLY = 0.8
"""The share of the best passage's score from which one that says the claim stands for its article."""
_NEARLY_DONE = 0.6
"""The same for one that tells what the claim says to have happened."""
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
    near_named: bool = True
    """Whether it, the sentence before or the title has."""
    timed: bool = True
    """Whether it gives the claim's years and hours, or appeared when « cette année » means them."""
    sure: bool = True
    """Whether it surely does what `relation` says; else it may only speak of the same."""
    share: float = 0.0
    """The share that it has of what is no name and no figure."""
    stance: Stance | None = None
    """How it tells what the claim says to have happened; None where it does not."""
    otherwise: bool = False
    """Whether it says the claim less surely than the claim: as to come, or as feared."""
    nearest: Span | None = None
    """The sentence of its article that has most of the claim, by whose days it lies in time."""
    first: bool = False
    """Whether its article is told to have said the claim first."""
    among_first: bool = False
    """Whether another article of an inexact date may have said it before that first one."""

    @property
    def told(self) -> ClaimRelation:
        """What it is told to do with the claim."""
        return self.relation if self.sure else ClaimRelation.SPEAKS


def passages(claim: AskedClaim, articles: Iterable[Article]) -> list[ClaimPassage]:
    """The best passages of each article that has enough of the claim, the best first.

    One, or two where an article that says the claim has somebody deny it too.
    """
    found = [said for article in articles for said in _read(claim, article)]
    return sorted(found, key=lambda said: (-said.score, said.article, said.relation))


class _Candidate(NamedTuple):
    """A sentence that may speak of the claim, with what of it it has."""

    passage: ClaimPassage
    held: Mapping[str, float]


def _read(claim: AskedClaim, article: Article) -> Iterator[ClaimPassage]:
    found: list[_Candidate] = []
    against: _Candidate | None = None
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
        if against is None and claim.counted and counts_against(claim, text):
            denied = ClaimPassage(
                article.id, span, part, text, ClaimRelation.DENIES, score, stance=Stance.DENIED
            )
            against = _Candidate(denied, here)
        # Only what stands in the sentence itself can say a claim.
        if own < 0.5 * has or score < ENOUGH or not _may_tell(claim, text, here):
            continue
        figures = figures_in(text) if claim.figures else frozenset()
        how = stance(claim.predicate, text)
        relation = _relation(claim, text, figures, how)
        whole = claim.figures <= figures | titled
        said = ClaimPassage(article.id, span, part, text, relation, score, whole, stance=how)
        said = replace(
            said,
            near_named=all(not name.isdisjoint(near) for name in claim.names),
        )
        found.append(_Candidate(said, here))
    likest = _best(one for one in found if one.passage.relation is ClaimRelation.SAYS)
    for chosen in _chosen(claim, found, against):
        text, score, span = chosen.passage.text, chosen.passage.score, chosen.passage.span
        tells = claim.tells(text, chosen.held)
        if likest is not None and chosen.passage.relation is ClaimRelation.SAYS:
            # How near an article is does not hang on the sentence that is shown.
            score, span = likest.passage.score, likest.passage.span
            tells = claim.tells(likest.passage.text, likest.held)
        yield replace(
            chosen.passage,
            cover=claim.worth(held) / claim.total,
            titled=claim.worth(title) / claim.total,
            opening=claim.worth(opening) / claim.total,
            score=score,
            nearest=span,
            tells=tells,
            share=claim.share_told(chosen.held),
            named=all(not name.isdisjoint(held) for name in claim.names),
            timed=claim.slots.told_by(slots_in(text), year=_year(article)),
            only_names=bool(claim.told) and claim.told.isdisjoint((*opening, *chosen.held)),
        )


def _chosen(
    claim: AskedClaim, found: Sequence[_Candidate], against: _Candidate | None
) -> Iterator[_Candidate]:
    """The sentence that stands for an article, and one that denies the claim where that one says it.

    `against` denies what the claim counts: « jamais dépassé 1 400 tonnes ».
    """
    saying = [one for one in found if one.passage.relation is ClaimRelation.SAYS]
    told = [one for one in saying if one.passage.stance is not None]
    done = _best(one for one in told if _as_sure(claim, one))
    denying = _best(one for one in found if one.passage.stance is Stance.DENIED)
    best = _best(found)
    if best is None:
        return
    other = _best(one for one in found if _counts(claim, one))
    said = _near_best(best, done, _NEARLY_DONE) or _near_best(best, _best(saying), _NEARLY)
    if said is not None and other is not None and not _counts_too(claim, said.passage.text):
        # « Le préfet a parlé des blessés » says nothing where « sept blessés » follows.
        yield other
        return
    if not claim.negated and (said is None or said.passage is not (done and done.passage)):
        # Who tells it as denied or to come says nothing by a sentence that does not tell it.
        said = (
            _near_best(best, denying, _NEARLY if said else _NEARLY_DONE)
            or _near_best(best, _best(told), _NEARLY_DONE)
            or said
        )
    yield said or best
    denying = denying or against
    if said is not None and said is done and denying is not None:
        yield denying


def counts_against(claim: AskedClaim, text: str) -> bool:
    """Whether a sentence denies that there was more than another count of what the claim counts."""
    if not _NEVER_MORE.search(text):
        return False
    counts = counted(text)
    return any(
        one in counts and values.isdisjoint(counts[one]) for one, values in claim.counted.items()
    )


_NEVER_MORE = re.compile(
    r"\b(?:ne |n['’])[^.;:«»]{0,40}?\b(?:jamais|pas|nullement)\b|\b(?:dément|démenti|conteste|contesté|nie|nié|réfute|réfuté|récuse|récusé)\b",
    re.IGNORECASE,
)


def _as_sure(claim: AskedClaim, one: _Candidate) -> bool:
    """Whether a sentence tells what the claim says to have happened as surely as the claim."""
    return one.passage.stance is not None and one.passage.stance <= claim.level


def _counts(claim: AskedClaim, one: _Candidate) -> bool:
    """Whether a sentence that does not say the claim counts what the claim counts."""
    says = one.passage.relation is ClaimRelation.SAYS
    return not says and bool(counted(one.passage.text).keys() & claim.counted.keys())


def _best(found: Iterable[_Candidate]) -> _Candidate | None:
    """The first of those that have most of the claim."""
    return max(found, key=lambda one: one.passage.score, default=None)


def _near_best(best: _Candidate, one: _Candidate | None, least: float) -> _Candidate | None:
    near = one is not None and one.passage.score >= least * best.passage.score
    return one if near else None


def _year(article: Article) -> int | None:
    day = article.published.earliest
    return int(day[:4]) if day else None


def _may_tell(claim: AskedClaim, text: str, here: Mapping[str, float]) -> bool:
    """Whether a sentence can say, deny or change a claim: no question does, nor figures alone."""
    if text.rstrip().endswith("?"):
        return False
    if claim.lacked and not claim.lacked & here.keys():
        return False
    return claim.only_figures or not all(one.startswith("=") for one in here)


def _counts_too(claim: AskedClaim, text: str) -> bool:
    """Whether a sentence gives one of the claim's counts, of whatever: « trois morts » are three persons."""
    given = {*figures_in(text), *(f"{one}" for values in counted(text).values() for one in values)}
    return any(f"{value}" in given for values in claim.counted.values() for value in values)


def _most(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """What either holds, each with the more that it counts for."""
    return {key: max(one.get(key, 0.0), other.get(key, 0.0)) for key in (*one, *other)}


def _sentences(article: Article) -> Iterator[tuple[str, str, Span]]:
    if article.description:
        yield "description", article.description, Span(0, len(article.description))
    for start, end in article.annotations.sentences:
        yield "text", article.text[start:end], Span(start, end)


def _relation(
    claim: AskedClaim, text: str, held: frozenset[str], how: Stance | None
) -> ClaimRelation:
    if not claim.negated and (
        how is Stance.DENIED if how is not None else negates(text, claim.weights)
    ):
        # Who says that something is not so often says it without a word of denial: « le non-respect », « garde ».
        return ClaimRelation.DENIES
    if any(has_none_of(text, family) for family in claim.counted):
        return ClaimRelation.DENIES
    if claim.lacked and not any(has_none_of(text, family) for family in claim.lacked):
        return ClaimRelation.DENIES
    if claim.counted and _counts_otherwise(claim, text, told=how is not None):
        return ClaimRelation.DIFFERS
    if other_place(claim, text):
        return ClaimRelation.DIFFERS
    if claim.figures and not claim.figures & held and has_figures(text):
        return ClaimRelation.DIFFERS
    return ClaimRelation.SAYS


def other_place(claim: AskedClaim, text: str) -> bool:
    """Whether a text gives another year, hour or place than the claim: « arrêté à Nantes » for « arrêté à Brest »."""
    if claim.slots.differ(slots_in(text)):
        return True
    if not claim.where:
        return False
    words = {representative(token.exact) for token in tokenize(text)}
    return claim.where.isdisjoint(words) and bool(places_behind(claim.predicate, text))


def _counts_otherwise(claim: AskedClaim, text: str, *, told: bool) -> bool:
    """Whether a text gives other counts of what the claim counts, or of anything where that is what the claim says of
    something: « trois personnes » for « sept morts ».
    """
    counts = counted(text)
    if told and claim.counts_predicate:
        any_of = frozenset().union(*counts.values())
        if any_of and all(values.isdisjoint(any_of) for values in claim.counted.values()):
            return True
    for one, values in claim.counted.items():
        given = {
            value
            for word in (one, *claim.others.get(one, ()))
            for value in counts.get(word, frozenset())
        }
        if given and not values & given:
            return True
    return False
