"""The evidence that two sentences report the same: words, context, place, rivals, dates and
figures.

The weight of a word is its rarity in the two articles themselves: a word that both repeat
everywhere must weigh little, however rare it is elsewhere.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.compare.shingles import shingles
from index.compare.statements import Statement

Matrix = NDArray[np.float64]
"""A number for each pair of sentences: a row for each of one article, a column for each of the
other.
"""

_QUOTE_WORDS = 4
"""The fewest words of a quotation for it to count when it is found again."""
_DAYS_APART = 31
_SENTENCE_WORDS = 10
"""The fewest words of a sentence; a shorter piece, such as a subheading, is easily a part of
something else.
"""
_LEAST_SENTENCES = 20
"""Rarity is counted as if there were at least so many sentences: in two briefs every shared word
looks common.
"""
_LEAST_RARITY = 0.05
_NEIGHBOUR = 0.5
"""The weight of a neighbouring sentence in the context of a sentence."""
_SMALL = 3
"""The largest figure that is no evidence, as in « les deux pays »."""
_FIGURE_SCALE = 4.0
_NOTHING = 1e-12
_ONE_THREAD = 200_000
"""The number of multiplications above which OpenBLAS uses several threads, with a margin."""


@dataclass(frozen=True, slots=True)
class Signals:
    """The evidence for each pair of sentences, from 0 to 1 unless stated otherwise."""

    words: Matrix
    """Cosine of the stems, weighted by their rarity in the two articles."""
    part: Matrix
    """The share of the shorter sentence's weight that the longer one also has."""
    context: Matrix
    """Cosine of the sentences with their neighbours: sources tell facts in groups."""
    ahead: Matrix
    """How much nearer the words are than those of the best rival in the other article; below 0 if a
    rival is nearer.
    """
    ahead_of_other: Matrix
    """The same from the side of the other sentence."""
    quote: Matrix
    """The share of a quotation in one sentence that the other has, by runs of words."""
    date: Matrix
    """1 if both give dates of at most a month that overlap."""
    figure: Matrix
    """The rarity of the figures that both give."""
    place: Matrix
    """1 if both stand at the same height of their articles, 0 at opposite ends."""
    comparable: NDArray[np.bool_]
    """Whether both report something and share a content word."""


def signals_of(one: Sequence[Statement], other: Sequence[Statement]) -> Signals:
    """The evidence for each sentence of one article with each of the other."""
    both, first = (*one, *other), len(one)
    counts, weight = _weighed(both)
    vectors = (counts > 0) * weight
    often = counts > 1
    vectors[often] *= 1 + np.log(counts[often])
    # Words that only one article has count for the lengths only.
    shared = counts[:first].any(0) & counts[first:].any(0)
    sides = np.split(_unit(vectors), [first])
    words = _product(*(side[:, shared] for side in sides))
    length = np.minimum(1.0, _lesser(np.count_nonzero(counts, 1), first) / _SENTENCE_WORDS)
    lighter = np.maximum(_lesser(vectors.sum(1), first), _NOTHING)
    reporting = np.array([statement.reports for statement in both])
    return Signals(
        words=words,
        part=_common(counts[:, shared], weight[shared], first) / lighter * length,
        context=_product(*(_unit(_with_neighbours(side))[:, shared] for side in sides)),
        ahead=_ahead(words),
        ahead_of_other=_ahead(words.T).T,
        quote=np.maximum(_quoted(one, other), _quoted(other, one).T),
        date=_meeting_dates(one, other),
        figure=_shared_figures(one, other),
        place=1.0 - np.abs(_heights(first)[:, None] - _heights(len(other))[None]),
        comparable=(words > _NOTHING) & np.outer(*np.split(reporting, [first])),
    )


def _weighed(statements: Sequence[Statement]) -> tuple[Matrix, Matrix]:
    """The counts of stems in each sentence, and the weight of each stem."""
    rarity = _rarity([statement.bag for statement in statements])
    at = {stem: number for number, stem in enumerate(rarity)}
    counts = np.zeros((len(statements), len(at)))
    holders = np.repeat(np.arange(len(statements)), [len(s.bag) for s in statements])
    stems = np.array([at[stem] for s in statements for stem in s.bag], dtype=int)
    counts[holders, stems] = [number for s in statements for number in s.bag.values()]
    return counts, np.array([*rarity.values()])


def _heights(count: int) -> Matrix:
    """The heights of sentences in their article, from 0 on."""
    return np.arange(count) / count


def _rarity(holders: Sequence[Collection[Hashable]]) -> dict[Hashable, float]:
    """The inverse frequency of things over the sentences that hold them, each sentence once."""
    holding = Counter(chain.from_iterable(holders))
    count = max(len(holders), _LEAST_SENTENCES)
    worth = {
        number: max(math.log((count + 1) / (number + 0.5)), _LEAST_RARITY)
        for number in set(holding.values())
    }
    return {thing: worth[number] for thing, number in holding.items()}


def _product(left: Matrix, right: Matrix) -> Matrix:
    """The product of each row of one with each row of the other.

    It is made in slices so small that the library starts no threads: for products of this size,
    threads cost several times the work itself.
    """
    found = np.empty((len(left), len(right)))
    rows = max(1, _ONE_THREAD // max(1, right.size))
    for start in range(0, len(left), rows):
        np.dot(left[start : start + rows], right.T, out=found[start : start + rows])
    return found


def _unit(rows: Matrix) -> Matrix:
    """The rows scaled to length 1; rows of zeros stay."""
    lengths: Matrix = np.sqrt((rows * rows).sum(1, keepdims=True))
    return rows / np.maximum(lengths, _NOTHING)


def _with_neighbours(rows: Matrix) -> Matrix:
    found: Matrix = rows.copy()
    found[1:] += _NEIGHBOUR * rows[:-1]
    found[:-1] += _NEIGHBOUR * rows[1:]
    return found


def _common(counts: Matrix, weight: Matrix, first: int) -> Matrix:
    """The weight of the words that each two sentences share, counted as often as both have them.

    The `first` rows are the sentences of one article, the rest those of the other.
    """
    left, right = np.split(counts, [first])
    found = _product((left > 0) * weight, (right > 0).astype(float))
    most = np.minimum(left.max(0, initial=0), right.max(0, initial=0))
    for level in range(2, int(most.max(initial=0)) + 1):
        often = most >= level
        gain = math.log(level / (level - 1)) * weight[often]
        found += _product(
            (left[:, often] >= level) * gain, (right[:, often] >= level).astype(float)
        )
    return found


def _lesser(values: NDArray[Any], first: int) -> Matrix:
    """The smaller value of each pair of sentences."""
    lesser: Matrix = np.minimum(values[:first, None], values[None, first:])
    return lesser


def _ahead(words: Matrix) -> Matrix:
    """Each value minus the best other value of its row."""
    if words.shape[1] < 2:
        return words
    ordered = np.partition(words, -2, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    return words - np.where(words == best, second, best)


def _quoted(one: Sequence[Statement], other: Sequence[Statement]) -> Matrix:
    """The share of the quotations of each sentence that each sentence of the other article has."""
    found = np.zeros((len(one), len(other)))
    quotes = [
        (row, shingles(inside))
        for row, statement in enumerate(one)
        for span in statement.quoted
        if len(inside := statement.words_within(span)) >= _QUOTE_WORDS
    ]
    wanted = {run for _, runs in quotes for run in runs}
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for column, statement in enumerate(other):
        for run in wanted & statement.runs:
            holders[run].append(column)
    for row, runs in quotes:
        held = Counter(column for run in runs for column in holders.get(run, ()))
        for column, number in held.items():
            found[row, column] = max(found[row, column], number / len(runs))
    return found


def _shared_figures(one: Sequence[Statement], other: Sequence[Statement]) -> Matrix:
    found = np.zeros((len(one), len(other)))
    rarity = _rarity([statement.figures for statement in (*one, *other)])
    holders: dict[tuple[float, str], list[int]] = defaultdict(list)
    for column, statement in enumerate(other):
        for figure in statement.figures:
            holders[figure].append(column)
    for row, statement in enumerate(one):
        for figure in statement.figures:
            if figure[0] > _SMALL and figure in holders:
                found[row, holders[figure]] += rarity[figure] / _FIGURE_SCALE
    return np.minimum(found, 1.0)


def _meeting_dates(one: Sequence[Statement], other: Sequence[Statement]) -> Matrix:
    found = np.zeros((len(one), len(other)))
    theirs = _short_dates(other)
    for row, first, last in _short_dates(one):
        for column, start, end in theirs:
            if first <= end and start <= last:
                found[row, column] = 1.0
    return found


def _short_dates(side: Sequence[Statement]) -> list[tuple[int, int, int]]:
    """The sentence, the first and the last day of each date no longer than a month."""
    return [
        (number, days.first.toordinal(), days.last.toordinal())
        for number, statement in enumerate(side)
        for days in statement.days
        if (days.last - days.first).days < _DAYS_APART
    ]
