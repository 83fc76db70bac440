"""Which sentences of two sources report the same statement, how surely, and because of what.

Links are many to many and free of order.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from index.compare.contradictions import contradict, figures
from index.compare.signals import Signals, signals_of
from index.compare.statements import Statement
from index.model.comparison import Evidence, Strength

STRONG = 0.85
PROBABLE = 0.5
"""Scores from which a pair is shown; on events not fitted on, about nine of ten are right."""
_SAME_WORDS = 0.8
_FEW_WORDS = 0.18
_BEHIND = -0.15

# Logistic regression (L2) on 391 hand-annotated links among 11,132 pairs of sentences: press articles,
# the originals and the sample corpus; `python -m benchmarks.held_out` fits it anew and prints what it
# does on events left out. Cosine of the words alone adds nothing once context and rivals count, names
# add nothing once their words are counted.
_WEIGHTS = Signals(
    words=0.0,
    part=7.6,
    context=10.8,
    ahead=3.2,
    ahead_of_other=3.2,
    quote=3.1,
    date=1.3,
    figure=8.5,
    place=0.9,
)
_INTERCEPT = -5.9


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences claimed to report the same statement."""

    one: Statement
    other: Statement
    score: float
    strength: Strength
    because: tuple[Evidence, ...]


def align(one: Sequence[Statement], other: Sequence[Statement]) -> tuple[Link, ...]:
    """All links between the sentences of two articles that are probable or better, best first."""
    links = []
    for left, right, signals in signals_of(one, other, few=_FEW_WORDS):
        score = score_of(signals)
        strength = strength_of(left, right, score)
        if strength is not None:
            because = _because(left, right, signals)
            links.append(Link(left, right, round(score, 4), strength, because))
    return tuple(sorted(links, key=lambda link: (-link.score, link.one.number, link.other.number)))


def score_of(signals: Signals) -> float:
    """How likely the two sentences report the same statement, 0 to 1."""
    total = _INTERCEPT + sum(w * signal for w, signal in zip(_WEIGHTS, signals, strict=True))
    return held_back(1.0 / (1.0 + math.exp(-total)), signals)


def held_back(score: float, signals: Signals) -> float:
    """Half of a score when only neighbours speak for it, or when both sentences have a nearer
    rival: then a reader would look in vain for what they share."""
    shares = signals.words >= _FEW_WORDS or signals.quote >= 0.5 or signals.date or signals.figure
    nearest = max(signals.ahead, signals.ahead_of_other) >= _BEHIND
    return score if shares and nearest else score / 2


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
