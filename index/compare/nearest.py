"""The nearest sentence of the other sources for one in no row: do they tell it in other words?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from index.compare.statements import Statement
from index.facts.event_words import Weights

TOLD = 0.5
"""The share of a sentence's words, by weight, that another source must have to tell it too."""
_LEAST = 0.12


class Close(NamedTuple):
    """The sentence of another source that has most of the words of a given one."""

    side: int
    number: int
    score: float


def nearest(
    alone: Sequence[Statement], sides: Sequence[Sequence[Statement]], weights: Weights
) -> Mapping[tuple[int, int], Close]:
    """By side and number of a sentence, the nearest sentence of another source, if there is any."""
    holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for side, statements in enumerate(sides):
        for statement in statements:
            for stem in _told(statement):
                holders[stem].append((side, statement.number))
    found: dict[tuple[int, int], Close] = {}
    for statement in alone:
        own = _told(statement)
        whole = sum(max(0.0, weights(stem)) for stem in own)
        shared: dict[tuple[int, int], float] = defaultdict(float)
        for stem in own:
            weight = max(0.0, weights(stem))
            for side, number in holders[stem]:
                if side != statement.side:
                    shared[side, number] += weight
        if shared and whole:
            (side, number), most = max(shared.items(), key=lambda each: (each[1], each[0]))
            score = most / whole
            if score >= _LEAST:
                found[statement.side, statement.number] = Close(side, number, round(score, 3))
    return found


def _told(statement: Statement) -> frozenset[str]:
    return statement.telling | frozenset(map(str, statement.entities))
