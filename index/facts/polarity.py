"""Clauses of two accounts that say the same thing, one of them denied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.compare.statements import Statement
from index.facts.clauses import Clause, clauses_of
from index.facts.event_words import Weights
from index.model.article import Article
from index.model.text import Span

_CONTAINED = 0.62
_MUTUAL = 0.7
_OPPOSED = 0.6
"""The least share of the longer clause that both have."""
_SHARED = 2
_MASS = 4.5
"""What the shared stems of two clauses must weigh together."""
_BEHIND = 0.65
"""The share of the words behind a denial that both must have."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Two clauses of one content, of which one denies it."""

    one: Clause
    other: Clause
    score: float


def turned(
    wholes: Sequence[Article], sides: Sequence[Sequence[Statement]], weights: Weights
) -> Iterator[Turned]:
    """Pairs of clauses of different accounts, the most alike first; each clause once."""
    clauses = [
        clause
        for side, statements in enumerate(sides)
        for statement in statements
        for clause in clauses_of(wholes[side].text, statement, least=_SHARED)
    ]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, clause in enumerate(clauses):
        for stem in clause.stems:
            holders[stem].append(number)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for stem, numbers in holders.items():
        weight = weights(stem)
        if len(numbers) > 40 or weight <= 0:
            continue
        for at, a in enumerate(numbers):
            for b in numbers[at + 1 :]:
                if clauses[a].side != clauses[b].side:
                    shared[a, b] += weight
    judged = (_judged(clauses, pair, mass, weights) for pair, mass in shared.items())
    found = [pair for pair in judged if pair is not None]
    found.sort(key=lambda each: (-each.score, each.one.span, each.other.span))
    seen: set[tuple[int, Span]] = set()
    for pair in found:
        ends = {(pair.one.side, pair.one.span), (pair.other.side, pair.other.span)}
        if not ends & seen:
            seen |= ends
            yield pair


def _judged(
    clauses: Sequence[Clause], pair: tuple[int, int], mass: float, weights: Weights
) -> Turned | None:
    """Two clauses whose common stems weigh `mass`, where one denies what the other says."""
    one, other = clauses[pair[0]], clauses[pair[1]]
    common = one.stems & other.stems
    if mass < _MASS or one.denies(common) == other.denies(common):
        return None
    least, most = sorted((weights.mass(one.stems), weights.mass(other.stems)))
    # Two words in common are enough only where they are nearly all that both say.
    enough = _SHARED if mass >= _MUTUAL * most else _SHARED + 1
    if len(common) < enough or mass < max(_CONTAINED * least, _OPPOSED * most):
        return None
    denying = one if one.denies(common) else other
    if (
        (one.negative and other.negative)
        or _both_ways(common, (one, other), clauses)
        or not _denies_it(denying, common, weights)
    ):
        return None
    return Turned(one, other, mass / least)


def _denies_it(clause: Clause, common: frozenset[str], weights: Weights) -> bool:
    """Whether most of what stands behind the denial is what both say.

    « N'a pas souhaité faire de commentaire » denies no other wish, and « pas avant novembre » nothing.
    """
    denials = sorted((*clause.negations, *clause.refusals))
    behind = [stem for place, stem in clause.places if place > denials[-1]]
    return (
        bool(behind)
        and behind[0] in common
        and weights.mass(common.intersection(behind)) >= _BEHIND * weights.mass(behind)
        and not clause.limited
    )


def _both_ways(
    common: frozenset[str], pair: tuple[Clause, Clause], clauses: Sequence[Clause]
) -> bool:
    """Whether an account says both itself: « celles que l'on connaît, et celles que l'on ne connaît pas »."""
    return any(
        clause.side == mine.side
        and clause is not mine
        and common <= clause.stems
        and clause.denies(common) != mine.denies(common)
        for mine in pair
        for clause in clauses
    )
