"""Which sentences of two sources report the same statement, how surely, and because of what.

The weight of a word is its rarity in the two articles themselves: what both repeat everywhere must
weigh little, however rare it is elsewhere. Links are many to many and free of order.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.compare.shingles import containment, shingles
from index.compare.statements import Statement
from index.model.comparison import Evidence, Strength
from index.model.text import Span

SAME = 0.9
STRONG = 0.5
PROBABLE = 0.28
_QUOTE_WORDS = 4
"""A quotation of fewer words shows nothing by being found again."""


class Signals(NamedTuple):
    """What speaks for two sentences, each from 0 to 1, and against."""

    words: float
    """Cosine of the stems, weighted by their rarity in the two articles."""
    part: float
    """The share of the shorter sentence's weight that the longer one has too."""
    quote: float
    """How much of a quotation of one is found in the other, by runs of words."""
    entities: float
    dates: float
    numbers: float
    conflict: float
    """1 when both give figures or designators of a kind and none agrees."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences claimed to report the same statement."""

    one: Statement
    other: Statement
    score: float
    strength: Strength
    because: tuple[Evidence, ...]


class _Weighted(NamedTuple):
    statement: Statement
    weights: dict[str, float]
    norm: float
    total: float
    runs: frozenset[tuple[str, ...]]
    quotes: tuple[frozenset[tuple[str, ...]], ...]


def align(one: Sequence[Statement], other: Sequence[Statement]) -> tuple[Link, ...]:
    """All links between the sentences of two articles that are probable or better, best first."""
    links = []
    for left, right, signals in signals_of(one, other):
        score = score_of(signals)
        strength = strength_of(left, right, signals, score)
        if strength is not None:
            links.append(Link(left, right, score, strength, _because(signals)))
    return tuple(sorted(links, key=lambda link: (-link.score, link.one.number, link.other.number)))


def signals_of(
    one: Sequence[Statement], other: Sequence[Statement]
) -> list[tuple[Statement, Statement, Signals]]:
    """The pairs of sentences that share anything, with what speaks for them."""
    rarity = _rarity([*one, *other])
    entity_rarity = _entity_rarity([*one, *other])
    left = [_weighted(statement, rarity) for statement in one]
    right = [_weighted(statement, rarity) for statement in other]
    postings: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(right):
        for stem in item.weights:
            postings[stem].append(at)
    found = []
    for item in left:
        near = {at for stem in item.weights for at in postings.get(stem, ())}
        for at in sorted(near):
            signals = _signals(item, right[at], entity_rarity)
            found.append((item.statement, right[at].statement, signals))
    return found


def score_of(signals: Signals) -> float:
    """How likely the two sentences report the same statement, 0 to 1."""
    score = max(signals.words, 0.8 * signals.quote) + 0.12 * signals.entities
    score += 0.05 * signals.dates + 0.05 * signals.numbers - 0.1 * signals.conflict
    return min(1.0, max(0.0, score))


def strength_of(
    one: Statement, other: Statement, signals: Signals, score: float
) -> Strength | None:
    """The band of a score; « same » asks for nearly the same words and nothing that contradicts."""
    if score < PROBABLE:
        return None
    if (
        signals.words >= SAME
        and signals.part >= SAME
        and signals.conflict == 0
        and one.negated == other.negated
    ):
        return Strength.SAME
    return Strength.STRONG if score >= STRONG else Strength.PROBABLE


def _because(signals: Signals) -> tuple[Evidence, ...]:
    found = []
    if signals.words >= 0.15:
        found.append(Evidence.WORDS)
    if signals.quote >= 0.5:
        found.append(Evidence.QUOTE)
    if signals.entities >= 0.3:
        found.append(Evidence.ENTITY)
    if signals.dates > 0:
        found.append(Evidence.DATE)
    if signals.numbers > 0:
        found.append(Evidence.NUMBER)
    return tuple(found) or (Evidence.WORDS,)


def _rarity(statements: Sequence[Statement]) -> dict[str, float]:
    """Inverse frequency of stems over the sentences of the articles compared."""
    holding = Counter(stem for statement in statements for stem in set(statement.stems) if stem)
    count = len(statements)
    return {stem: math.log((count + 1) / (number + 0.5)) for stem, number in holding.items()}


def _entity_rarity(statements: Sequence[Statement]) -> dict[str, float]:
    holding = Counter(str(entity) for statement in statements for entity in statement.entities)
    count = len(statements)
    return {entity: math.log((count + 1) / (number + 0.5)) for entity, number in holding.items()}


def _weighted(statement: Statement, rarity: dict[str, float]) -> _Weighted:
    counts = Counter(stem for stem in statement.stems if stem)
    weights = {
        stem: (1 + math.log(number)) * max(rarity[stem], 0.05) for stem, number in counts.items()
    }
    words = [token.folded for token in statement.tokens]
    quotes = tuple(
        shingles(inside)
        for quote in statement.quoted
        if len(inside := _words_within(statement, quote)) >= _QUOTE_WORDS
    )
    norm = math.sqrt(sum(weight * weight for weight in weights.values()))
    return _Weighted(statement, weights, norm, sum(weights.values()), shingles(words), quotes)


def _words_within(statement: Statement, span: Span) -> list[str]:
    return [
        token.folded
        for token in statement.tokens
        if span.start <= token.start and token.end <= span.end
    ]


def _signals(one: _Weighted, other: _Weighted, entity_rarity: dict[str, float]) -> Signals:
    shared = one.weights.keys() & other.weights.keys()
    norms = one.norm * other.norm
    words = sum(one.weights[s] * other.weights[s] for s in shared) / norms if norms else 0.0
    smaller = min(one.total, other.total)
    part = sum(min(one.weights[s], other.weights[s]) for s in shared) / smaller if smaller else 0.0
    quote = max(
        (
            *(containment(runs, other.runs) for runs in one.quotes),
            *(containment(runs, one.runs) for runs in other.quotes),
        ),
        default=0.0,
    )
    return Signals(
        words=words,
        part=part,
        quote=quote,
        entities=_entity_overlap(one.statement, other.statement, entity_rarity),
        dates=float(_share_a_date(one.statement, other.statement)),
        numbers=float(bool(_figures(one.statement) & _figures(other.statement))),
        conflict=float(_contradict(one.statement, other.statement)),
    )


def _entity_overlap(one: Statement, other: Statement, rarity: dict[str, float]) -> float:
    shared = one.entities & other.entities
    if not shared:
        return 0.0

    def weight(entities: frozenset[object] | set[object]) -> float:
        return sum(max(rarity[str(entity)], 0.05) for entity in entities)

    smaller = min(weight(set(one.entities)), weight(set(other.entities)))
    return weight(set(shared)) / smaller if smaller else 0.0


def _share_a_date(one: Statement, other: Statement) -> bool:
    return any(
        a.earliest
        and a.latest
        and b.earliest
        and b.latest
        and a.earliest <= b.latest
        and b.earliest <= a.latest
        and _months(a.earliest, a.latest) <= 1
        and _months(b.earliest, b.latest) <= 1
        for a in one.dates
        for b in other.dates
    )


def _months(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7])


def _figures(statement: Statement) -> frozenset[tuple[float, str]]:
    return frozenset((quantity.value, quantity.unit) for quantity in statement.quantities)


def _contradict(one: Statement, other: Statement) -> bool:
    """Figures of the same unit of which none agrees."""
    ours, theirs = _figures(one), _figures(other)
    units = {unit for _, unit in ours} & {unit for _, unit in theirs}
    return bool(units) and not any(figure in theirs for figure in ours if figure[1] in units)
