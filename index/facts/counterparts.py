"""The counterpart of a sentence in another account: each is the nearest to the other there.

An event's accounts tell one story. Whatever words they have for it, the sentence of the one that is nearest to a sentence
of the other mostly tells of the same part of it, and the more so where that holds both ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.compare.statements import Statement
from index.facts.event_words import Rarity
from index.facts.sentence_meanings import Units

MOST_ACCOUNTS = 12
"""The accounts among which counterparts are looked for: as many as are aligned."""

Place = tuple[int, int]
"""A sentence, by its side and its number."""


class Counterpart(NamedTuple):
    """Two sentences of different accounts, each the nearest to the other."""

    one: Place
    other: Place
    likeness: float
    """How much they have in common, 0 to 1."""
    lead: float
    """By how much they are nearer to each other than the next sentence of either account is."""


class _Sentence(NamedTuple):
    place: Place
    units: Units


def counterparts(
    sides: Sequence[Sequence[Statement]], units: Sequence[Sequence[Units]], rarity: Rarity
) -> list[Counterpart]:
    """The counterparts of all sentences but titles; `units` are what each sentence is about."""
    if not 2 <= len(sides) <= MOST_ACCOUNTS:
        return []
    places = [
        [_Sentence((statement.side, statement.number), own)
         for statement, own in zip(side, means, strict=True)
         if own and not statement.in_title]
        for side, means in zip(sides, units, strict=True)
    ]  # fmt: skip
    column: dict[str, int] = {}
    for side in places:
        for sentence in side:
            for unit in sentence.units:
                column.setdefault(unit, len(column))
    weights = np.sqrt([max(0.0, rarity(unit)) for unit in column], dtype=np.float32)
    vectors = [_vectors([sentence.units for sentence in side], column, weights) for side in places]
    pairs: list[Counterpart] = []
    for a, ours in enumerate(vectors):
        for b in range(a + 1, len(vectors)):
            if ours.size and vectors[b].size:
                pairs += _mutual(places[a], places[b], ours @ vectors[b].T)
    return pairs


def _vectors(
    sentences: Sequence[Units], column: dict[str, int], weights: NDArray[np.float32]
) -> NDArray[np.float32]:
    """A row for each sentence, of length one."""
    found = np.zeros((len(sentences), len(column)), dtype=np.float32)
    for row, units in zip(found, sentences, strict=True):
        own = [column[unit] for unit in units]
        row[own] = weights[own]
    lengths = np.sqrt((found * found).sum(1, keepdims=True))
    long_as_one: NDArray[np.float32] = found / np.maximum(lengths, 1e-6)
    return long_as_one


def _mutual(
    ours: Sequence[_Sentence], theirs: Sequence[_Sentence], alike: NDArray[np.float32]
) -> Iterator[Counterpart]:
    """The sentences of two accounts, by their likeness, that are each the nearest to the other."""
    across, down = alike.argmax(1), alike.argmax(0)
    for row, column in enumerate(across.tolist()):
        likeness = float(alike[row, column])
        if likeness > 0 and int(down[column]) == row:
            rivals = *np.delete(alike[row], column), *np.delete(alike[:, column], row)
            lead = likeness - float(max(rivals, default=0.0))
            yield Counterpart(ours[row].place, theirs[column].place, likeness, lead)
