"""Which sentences of two sources report the same statement, with what certainty, and why.

A sentence may have several links, and links may cross.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.compare.contradictions import contradictions
from index.compare.scores import scores
from index.compare.signals import Signals, signals_of
from index.compare.statements import Statement
from index.model.comparison import Doubt, Evidence, Strength

STRONG = 0.75
"""The lowest score of a strong link: without a contradiction, 99 of 100 are right on events not
used for the fit.
"""
PROBABLE = 0.5
"""The lowest score of a pair that is shown; nine of ten are right on events not used for the fit."""
_SAME_WORDS = 0.8
_TOLD = 0.3
"""The least share of common words, other than names, dates and figures, for the link to be sure."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences that seem to report the same statement."""

    one: Statement
    other: Statement
    score: float
    strength: Strength
    because: tuple[Evidence, ...]
    doubts: tuple[Doubt, ...] = ()
    """The reasons why its strength is not higher."""


def align(one: Sequence[Statement], other: Sequence[Statement]) -> tuple[Link, ...]:
    """All links between the sentences of two articles that are probable or better, best first."""
    if not one or not other:
        return ()
    signals = signals_of(one, other)
    likely = scores(signals)
    links = []
    for row, column in np.argwhere(likely >= PROBABLE).tolist():
        left, right, score = one[row], other[column], float(likely[row, column])
        doubts = doubts_of(left, right) if score >= STRONG else ()
        strength = _band(left, right, score, doubts)
        because = _because(left, right, signals, (row, column))
        links.append(Link(left, right, round(score, 4), strength, because, doubts))
    return tuple(sorted(links, key=lambda link: (-link.score, link.one.number, link.other.number)))


def strength_of(one: Statement, other: Statement, score: float) -> Strength | None:
    """The band of a score; a strong link allows no doubt, the band « same » needs nearly the same
    words.
    """
    return None if score < PROBABLE else _band(one, other, score, doubts_of(one, other))


def doubts_of(one: Statement, other: Statement) -> tuple[Doubt, ...]:
    """The reasons to doubt that two sentences report the same, whatever their score."""
    found = contradictions(one, other)
    return found if _tell_the_same(one, other) else (*found, Doubt.NAMES)


def _band(one: Statement, other: Statement, score: float, doubts: tuple[Doubt, ...]) -> Strength:
    if score < STRONG or doubts:
        return Strength.PROBABLE
    return Strength.SAME if _same_words(one, other) else Strength.STRONG


def _tell_the_same(one: Statement, other: Statement) -> bool:
    """Whether more than names, dates and figures is common: a common name does not say that the
    deed is the same.
    """
    shorter = min(len(one.telling), len(other.telling))
    return len(one.telling & other.telling) >= max(min(2, shorter), _TOLD * shorter)


def _same_words(one: Statement, other: Statement) -> bool:
    ours = {stem for stem in one.stems if stem}
    theirs = {stem for stem in other.stems if stem}
    union = ours | theirs
    return len(union) >= 3 and len(ours & theirs) >= _SAME_WORDS * len(union)


def _because(
    one: Statement, other: Statement, signals: Signals, at: tuple[int, int]
) -> tuple[Evidence, ...]:
    found = []
    if signals.words[at] >= 0.2:
        found.append(Evidence.WORDS)
    if signals.quote[at] >= 0.5:
        found.append(Evidence.QUOTE)
    if one.entities & other.entities:
        found.append(Evidence.ENTITY)
    if signals.date[at]:
        found.append(Evidence.DATE)
    if one.figures & other.figures:
        found.append(Evidence.NUMBER)
    return tuple(found) or (Evidence.WORDS,)
