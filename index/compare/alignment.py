"""Which sentences of two sources report the same statement, how surely, and because of what.

The weight of a word is its rarity in the two articles themselves: what both repeat everywhere must
weigh little, however rare it is elsewhere. Links are many to many and free of order.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from index.compare.contradictions import contradict, figures
from index.compare.shingles import containment, shingles
from index.compare.statements import Statement
from index.model.comparison import Evidence, Strength

STRONG = 0.85
PROBABLE = 0.6
"""Scores from which a pair is shown; chosen so that nine pairs of ten are right from `PROBABLE` on."""
_SAME_WORDS = 0.8
_QUOTE_WORDS = 4
"""A quotation of fewer words shows nothing by being found again."""
_RUN_SCALE = 8.0
_DAYS_APART = 31
_SENTENCE_WORDS = 8
"""A piece of fewer words, such as a subheading, is easily a part of something else."""
_LEAST_SENTENCES = 20
"""Rarity is counted as if there were so many: in two briefs every shared word looks common."""


class Signals(NamedTuple):
    """What speaks for two sentences, each from 0 to 1."""

    words: float
    """Cosine of the stems, weighted by their rarity in the two articles."""
    part: float
    """The share of the shorter sentence's weight that the longer one has too."""
    quote: float
    """How much of a quotation of one is found in the other, by runs of words."""
    run: float
    """Rarity of the pairs of neighbouring words that both have."""
    near: float
    """The best cosine of the sentences beside them: sources tell facts in groups."""
    date: float
    """1 when both give a date of a month or less and these meet."""


# Logistic regression (L2) on 224 hand-annotated links: 18 pairs of
# real articles on one event and the originals. Entities add nothing once their words are counted.
_WEIGHTS = Signals(words=15.4, part=3.2, quote=2.0, run=2.2, near=1.7, date=1.4)
_INTERCEPT = -6.0


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
    pairs: frozenset[tuple[str, str]]
    runs: frozenset[tuple[str, ...]]
    quotes: tuple[frozenset[tuple[str, ...]], ...]


def align(one: Sequence[Statement], other: Sequence[Statement]) -> tuple[Link, ...]:
    """All links between the sentences of two articles that are probable or better, best first."""
    links = []
    for left, right, signals in signals_of(one, other):
        score = score_of(signals)
        strength = strength_of(left, right, score)
        if strength is not None:
            because = _because(left, right, signals)
            links.append(Link(left, right, round(score, 4), strength, because))
    return tuple(sorted(links, key=lambda link: (-link.score, link.one.number, link.other.number)))


def signals_of(
    one: Sequence[Statement], other: Sequence[Statement]
) -> list[tuple[Statement, Statement, Signals]]:
    """The pairs of sentences that share a word that says something, with what speaks for them."""
    one = [statement for statement in one if statement.reports]
    other = [statement for statement in other if statement.reports]
    both = [*one, *other]
    rarity = _rarity(statement.stems for statement in both)
    pair_rarity = _rarity(_neighbours(statement) for statement in both)
    left = [_weighted(statement, rarity) for statement in one]
    right = [_weighted(statement, rarity) for statement in other]
    cosines = _cosines(left, right)
    found = []
    for (i, j), cosine in cosines.items():
        near = max(
            cosines.get((i + a, j + b), 0.0) for a, b in ((-1, -1), (1, 1), (-1, 1), (1, -1))
        )
        signals = _signals(left[i], right[j], cosine, near, pair_rarity)
        found.append((left[i].statement, right[j].statement, signals))
    return found


def score_of(signals: Signals) -> float:
    """How likely the two sentences report the same statement, 0 to 1."""
    total = _INTERCEPT + sum(w * signal for w, signal in zip(_WEIGHTS, signals, strict=True))
    return 1.0 / (1.0 + math.exp(-total))


def strength_of(one: Statement, other: Statement, score: float) -> Strength | None:
    """The band of a score; « same » asks for nearly the same words and nothing that contradicts."""
    if score < PROBABLE:
        return None
    if contradict(one, other):
        return Strength.PROBABLE
    if score >= STRONG:
        return Strength.SAME if _same_words(one, other) else Strength.STRONG
    return Strength.PROBABLE


def _same_words(one: Statement, other: Statement) -> bool:
    ours = {stem for stem in one.stems if stem}
    theirs = {stem for stem in other.stems if stem}
    union = ours | theirs
    return len(union) >= 3 and len(ours & theirs) >= _SAME_WORDS * len(union)


def _because(one: Statement, other: Statement, signals: Signals) -> tuple[Evidence, ...]:
    found = []
    if signals.words >= 0.2:
        found.append(Evidence.WORDS)
    if signals.quote >= 0.5:
        found.append(Evidence.QUOTE)
    if one.entities & other.entities:
        found.append(Evidence.ENTITY)
    if signals.date:
        found.append(Evidence.DATE)
    if figures(one) & figures(other):
        found.append(Evidence.NUMBER)
    return tuple(found) or (Evidence.WORDS,)


def _rarity(holders: Iterable[Iterable[Hashable]]) -> dict[Hashable, float]:
    """Inverse frequency of things over the sentences that hold them; empty stems are nothing."""
    count = 0
    holding: Counter[Hashable] = Counter()
    for things in holders:
        count += 1
        holding.update(thing for thing in set(things) if thing)
    count = max(count, _LEAST_SENTENCES)
    return {
        thing: max(math.log((count + 1) / (number + 0.5)), 0.05)
        for thing, number in holding.items()
    }


def _neighbours(statement: Statement) -> frozenset[tuple[str, str]]:
    """Words that stand beside each other, function words left out."""
    telling = [stem for stem in statement.stems if stem]
    return frozenset(pairwise(telling))


def _weighted(statement: Statement, rarity: dict[Hashable, float]) -> _Weighted:
    counts = Counter(stem for stem in statement.stems if stem)
    weights = {stem: (1 + math.log(number)) * rarity[stem] for stem, number in counts.items()}
    words = [token.folded for token in statement.tokens]
    quotes = tuple(
        shingles(inside)
        for span in statement.quoted
        if len(inside := statement.words_within(span)) >= _QUOTE_WORDS
    )
    norm = math.sqrt(sum(weight * weight for weight in weights.values()))
    total = sum(weights.values())
    pairs = _neighbours(statement)
    return _Weighted(statement, weights, norm, total, pairs, shingles(words), quotes)


def _cosines(left: Sequence[_Weighted], right: Sequence[_Weighted]) -> dict[tuple[int, int], float]:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, item in enumerate(right):
        for stem, weight in item.weights.items():
            postings[stem].append((j, weight))
    found: dict[tuple[int, int], float] = {}
    for i, item in enumerate(left):
        products: dict[int, float] = defaultdict(float)
        for stem, weight in item.weights.items():
            for j, other in postings.get(stem, ()):
                products[j] += weight * other
        for j in sorted(products):
            found[i, j] = products[j] / (item.norm * right[j].norm)
    return found


def _signals(
    one: _Weighted,
    other: _Weighted,
    cosine: float,
    near: float,
    pair_rarity: dict[Hashable, float],
) -> Signals:
    shared = one.weights.keys() & other.weights.keys()
    common = sum(min(one.weights[stem], other.weights[stem]) for stem in shared)
    shorter = min(len(one.weights), len(other.weights))
    quoted = (
        *(containment(runs, other.runs) for runs in one.quotes),
        *(containment(runs, one.runs) for runs in other.quotes),
    )
    return Signals(
        words=cosine,
        part=common / min(one.total, other.total) * min(1.0, shorter / _SENTENCE_WORDS),
        quote=max(quoted, default=0.0),
        run=min(1.0, sum(pair_rarity[pair] for pair in one.pairs & other.pairs) / _RUN_SCALE),
        near=near,
        date=float(_share_a_date(one.statement, other.statement)),
    )


def _share_a_date(one: Statement, other: Statement) -> bool:
    return any(
        a.first <= b.last and b.first <= a.last
        for a in one.days
        if (a.last - a.first).days < _DAYS_APART
        for b in other.days
        if (b.last - b.first).days < _DAYS_APART
    )
