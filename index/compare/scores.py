"""The probability that two sentences report the same statement: for each pair alone, then with the
other pairs.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.compare.signals import Matrix, Signals

FEW_WORDS = 0.18
_BEHIND = -0.15
_SURE_QUOTE = 0.5


class Weights(NamedTuple):
    """The weight of each signal in the log odds of two sentences."""

    start: float
    """The log odds of a pair without any signal."""
    part: float
    context: float
    ahead: float
    ahead_of_other: float
    quote: float
    date: float
    figure: float
    place: float
    around: float = 0.0
    """The weight of the likeliest pair of neighbouring sentences."""
    common: float = 0.0
    """The weight of how much the two articles have in common."""


# Logistic regressions (L2) on 558 hand-annotated links among 14,245 pairs of sentences: press articles,
# the originals and the sample corpus; `python -m benchmarks.held_out` fits them anew and prints what they
# do on events left out. Cosine of the words alone adds nothing once context and rivals count, names add
# nothing once their words are counted, and boosted trees on all of it do worse.
ALONE = Weights(
    start=-6.1,
    part=7.1,
    context=11.1,
    ahead=3.8,
    ahead_of_other=3.3,
    quote=5.5,
    date=0.9,
    figure=5.2,
    place=1.5,
)
TOGETHER = Weights(
    start=-6.3,
    part=7.8,
    context=7.0,
    ahead=4.3,
    ahead_of_other=3.7,
    quote=5.7,
    date=0.8,
    figure=5.1,
    place=1.0,
    around=1.5,
    common=0.9,
)


def scores(signals: Signals) -> Matrix:
    """For each pair of sentences the probability that they report the same statement, 0 to 1; 0 if
    they share nothing.
    """
    alone = odds(ALONE, signals)
    return judged(odds(TOGETHER, signals, *surroundings(alone)), signals)


def odds(
    weights: Weights, signals: Signals, around: Matrix | float = 0.0, common: Matrix | float = 0.0
) -> Matrix:
    """The probability of each pair by the weights; 0 if the two sentences cannot be compared."""
    total = weights.start + weights.around * around + weights.common * common
    for name in Weights._fields[1:9]:
        total = total + getattr(weights, name) * getattr(signals, name)
    return np.where(signals.comparable, 1.0 / (1.0 + np.exp(-total)), 0.0)


def surroundings(alone: Matrix) -> tuple[Matrix, Matrix]:
    """From the scores of single pairs: the best score of a neighbouring pair, and how much the
    articles share.

    Sources tell facts in groups, one ends a sentence where the other goes on, and two articles on
    one event share more than an event and its background.
    """
    rows, columns = alone.shape
    framed = np.zeros((rows + 2, columns + 2))
    framed[1:-1, 1:-1] = alone
    beside = [
        framed[1 + down : 1 + down + rows, 1 + right : 1 + right + columns]
        for down, right in ((0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, 1))
    ]
    share = alone.sum() / max(1, min(rows, columns))
    return np.maximum.reduce(beside), np.full_like(alone, share)


def judged(likely: Matrix, signals: Signals) -> Matrix:
    """The scores, halved if only neighbours speak for a pair, or if both sentences have a nearer
    rival: a reader would not find what they share.
    """
    return np.where(_speaks(signals), likely, likely / 2)


def _speaks(signals: Signals) -> NDArray[np.bool_]:
    shares = (
        (signals.words >= FEW_WORDS)
        | (signals.quote >= _SURE_QUOTE)
        | (signals.date > 0)
        | (signals.figure > 0)
    )
    nearest = np.maximum(signals.ahead, signals.ahead_of_other) >= _BEHIND
    return np.asarray(shares & nearest)
