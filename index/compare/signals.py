"""What speaks for two sentences of two articles: words, context, place, rivals, dates and figures.

The weight of a word is its rarity in the two articles themselves: what both repeat everywhere must
weigh little, however rare it is elsewhere.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from index.compare.contradictions import figures
from index.compare.shingles import containment, shingles
from index.compare.statements import Statement

_QUOTE_WORDS = 4
"""A quotation of fewer words shows nothing by being found again."""
_DAYS_APART = 31
_SENTENCE_WORDS = 10
"""A piece of fewer words, such as a subheading, is easily a part of something else."""
_LEAST_SENTENCES = 20
"""Rarity is counted as if there were so many: in two briefs every shared word looks common."""
_NEIGHBOUR = 0.5
"""How much a sentence beside counts in the context of a sentence."""
_SMALL = 3
"""« les deux pays » counts nothing: figures up to this one are no evidence."""
_FIGURE_SCALE = 4.0


class Signals(NamedTuple):
    """What speaks for two sentences, each from 0 to 1 where nothing else is said."""

    words: float
    """Cosine of the stems, weighted by their rarity in the two articles."""
    part: float
    """The share of the shorter sentence's weight that the longer one has too."""
    context: float
    """Cosine of the sentences with their neighbours: sources tell facts in groups."""
    ahead: float
    """By how much the words are nearer than those of the best rival in the other article; below 0
    when a rival is nearer."""
    ahead_of_other: float
    """The same, seen from the other sentence."""
    quote: float
    """How much of a quotation of one is found in the other, by runs of words."""
    date: float
    """1 when both give a date of a month or less and these meet."""
    figure: float
    """Rarity of the figures that both give."""
    place: float
    """1 when they stand at the same height of their articles, 0 at opposite ends."""


class _Weighted(NamedTuple):
    statement: Statement
    weights: dict[str, float]
    norm: float
    total: float
    figures: frozenset[tuple[float, str]]
    runs: frozenset[tuple[str, ...]]
    quotes: tuple[frozenset[tuple[str, ...]], ...]


def signals_of(
    one: Sequence[Statement], other: Sequence[Statement], *, few: float = 0.0
) -> Iterator[tuple[Statement, Statement, Signals]]:
    """The pairs of sentences that share a word that says something, with what speaks for them.

    Those whose cosine is below `few` are left out when neither quotes, dates nor figures can speak
    for them.
    """
    both = [*one, *other]
    rarity = _rarity(statement.stems for statement in both)
    figure_rarity = _rarity(figures(statement) for statement in both)
    left = [_weighted(statement, rarity) for statement in one]
    right = [_weighted(statement, rarity) for statement in other]
    cosines = _cosines(left, right)
    contexts = _contexts(left, right, cosines)
    of_left = [_two_best(row) for row in cosines]
    of_right = [_two_best(column) for column in zip(*cosines, strict=True)]
    for i, ours in enumerate(left):
        if not ours.statement.reports:
            continue
        for j, theirs in enumerate(right):
            cosine = cosines[i][j]
            if not cosine or not theirs.statement.reports:
                continue
            if cosine < few and not _may_speak(ours, theirs):
                continue
            yield (
                ours.statement,
                theirs.statement,
                Signals(
                    words=cosine,
                    part=_part(ours, theirs),
                    context=contexts[i][j],
                    ahead=cosine - _rival(cosine, of_left[i]),
                    ahead_of_other=cosine - _rival(cosine, of_right[j]),
                    quote=_quote(ours, theirs),
                    date=float(_share_a_date(ours.statement, theirs.statement)),
                    figure=_figure(ours, theirs, figure_rarity),
                    place=1.0 - abs(i / len(left) - j / len(right)),
                ),
            )


def _may_speak(one: _Weighted, other: _Weighted) -> bool:
    return bool(
        one.quotes
        or other.quotes
        or (one.statement.days and other.statement.days)
        or not one.figures.isdisjoint(other.figures)
    )


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


def _weighted(statement: Statement, rarity: dict[Hashable, float]) -> _Weighted:
    counts = Counter(stem for stem in statement.stems if stem)
    weights = {stem: (1 + math.log(number)) * rarity[stem] for stem, number in counts.items()}
    quotes = tuple(
        shingles(inside)
        for span in statement.quoted
        if len(inside := statement.words_within(span)) >= _QUOTE_WORDS
    )
    norm = math.sqrt(sum(weight * weight for weight in weights.values()))
    total = sum(weights.values())
    return _Weighted(statement, weights, norm, total, figures(statement), statement.runs, quotes)


def _cosines(left: Sequence[_Weighted], right: Sequence[_Weighted]) -> list[list[float]]:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, item in enumerate(right):
        for stem, weight in item.weights.items():
            postings[stem].append((j, weight / item.norm))
    found = []
    for item in left:
        row = [0.0] * len(right)
        for stem, weight in item.weights.items():
            for j, other in postings.get(stem, ()):
                row[j] += weight / item.norm * other
        found.append(row)
    return found


def _contexts(
    left: Sequence[_Weighted], right: Sequence[_Weighted], cosines: Sequence[Sequence[float]]
) -> list[list[float]]:
    """Cosines of each sentence plus half its neighbours, from the cosines of the sentences alone."""
    beside = [
        [
            row[j]
            + _NEIGHBOUR * ((row[j - 1] if j else 0.0) + (row[j + 1] if j + 1 < len(row) else 0.0))
            for j in range(len(row))
        ]
        for row in cosines
    ]
    norms, others = _context_norms(left), _context_norms(right)
    last = len(beside) - 1
    found = []
    for i, row in enumerate(beside):
        above = beside[i - 1] if i else None
        below = beside[i + 1] if i < last else None
        found.append(
            [
                (
                    product
                    + _NEIGHBOUR * ((above[j] if above else 0.0) + (below[j] if below else 0.0))
                )
                / (norms[i] * others[j] or 1.0)
                for j, product in enumerate(row)
            ]
        )
    return found


def _context_norms(side: Sequence[_Weighted]) -> list[float]:
    """Lengths of the vectors of sentences plus half their neighbours."""
    found = []
    for at, item in enumerate(side):
        near = [side[n] for n in (at - 1, at + 1) if 0 <= n < len(side)]
        square = _cosine(item, item) + sum(
            2 * _NEIGHBOUR * _cosine(item, other) + _NEIGHBOUR**2 * _cosine(other, other)
            for other in near
        )
        if len(near) == 2:
            square += 2 * _NEIGHBOUR**2 * _cosine(*near)
        found.append(math.sqrt(square))
    return found


def _cosine(one: _Weighted, other: _Weighted) -> float:
    if not one.norm or not other.norm:
        return 0.0
    shared = one.weights.keys() & other.weights.keys()
    return sum(one.weights[s] * other.weights[s] for s in shared) / (one.norm * other.norm)


def _two_best(cosines: Sequence[float]) -> tuple[float, float]:
    best = sorted(cosines, reverse=True)[:2]
    return best[0], best[-1] if len(best) > 1 else 0.0


def _rival(cosine: float, best: tuple[float, float]) -> float:
    return best[1] if cosine == best[0] else best[0]


def _part(one: _Weighted, other: _Weighted) -> float:
    shared = one.weights.keys() & other.weights.keys()
    common = sum(min(one.weights[stem], other.weights[stem]) for stem in shared)
    shorter = min(len(one.weights), len(other.weights))
    return common / min(one.total, other.total) * min(1.0, shorter / _SENTENCE_WORDS)


def _quote(one: _Weighted, other: _Weighted) -> float:
    found = (
        *(containment(runs, other.runs) for runs in one.quotes),
        *(containment(runs, one.runs) for runs in other.quotes),
    )
    return max(found, default=0.0)


def _figure(one: _Weighted, other: _Weighted, rarity: dict[Hashable, float]) -> float:
    shared = (figure for figure in one.figures & other.figures if figure[0] > _SMALL)
    return min(1.0, sum(rarity[figure] for figure in shared) / _FIGURE_SCALE)


def _share_a_date(one: Statement, other: Statement) -> bool:
    return any(
        a.first <= b.last and b.first <= a.last
        for a in one.days
        if (a.last - a.first).days < _DAYS_APART
        for b in other.days
        if (b.last - b.first).days < _DAYS_APART
    )
