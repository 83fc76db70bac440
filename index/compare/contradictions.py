"""The reasons why two likely sentences differ: other figures, names or models, or a « ne »."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re

from index.compare.statements import Statement
from index.model.article import Kind
from index.model.comparison import Doubt

_WISHES = frozenset(
    "demande demandent reclame reclament souhaite souhaitent exige exigent voudrait voudraient"
    " souhaiterait souhaiteraient propose proposent".split()
)
_DESIGNATOR = re.compile(r"(?:[^\W\d_]+\d|\d+[^\W\d_])[^\W_]*")
_NO_DESIGNATOR = re.compile(
    r"\d+(?:h\d*|e|er|re|eme|ieme|nde?|[kcm]?m|km2|m2|m3|k?g|[hc]?l|ans?|mn|min|s|c|k|kmh|[km]w|gw)"
)
"""Words that look like a model but are a time, a rank or a measure: « 9h », « 9H00 », « 19e »,
« 50km ».
"""


def contradictions(one: Statement, other: Statement) -> tuple[Doubt, ...]:
    """The kinds of values that differ where both sentences give one, and whether only one denies.

    Such pairs may still be rows, since the reader looks for figures that differ. They are never
    shown as surely the same.
    """
    found = {
        Doubt.NEGATION: _one_denies(one, other) or _one_denies(other, one),
        Doubt.FIGURES: _figures_differ(one, other),
        Doubt.PERSONS: _persons_differ(one, other),
        Doubt.DATES: _days_differ(one, other),
        Doubt.MODELS: _designators_differ(one, other),
        Doubt.WISH: _is_wish(one) != _is_wish(other),
    }
    return tuple(doubt for doubt, raised in found.items() if raised)


def _one_denies(one: Statement, other: Statement) -> bool:
    """Whether it denies a word that the other says, and that it does not say itself."""
    return not one.denied.isdisjoint(other.said) and bool(
        (one.denied - one.said) & other.said - other.denied
    )


def _is_wish(statement: Statement) -> bool:
    """Whether it says what somebody asks for, which has not happened yet."""
    return not _WISHES.isdisjoint([token.folded for token in statement.tokens])


def _figures_differ(one: Statement, other: Statement) -> bool:
    """Whether each sentence has figures of a unit that the other has not."""
    ours, theirs = one.figures, other.figures
    units = {unit for _, unit in ours} & {unit for _, unit in theirs}
    return any(
        {value for value, own in ours if own == unit}
        != {value for value, own in theirs if own == unit}
        for unit in units
    )


def _designators_differ(one: Statement, other: Statement) -> bool:
    ours, theirs = _designators(one), _designators(other)
    return bool(ours - theirs) and bool(theirs - ours)


def _designators(statement: Statement) -> frozenset[str]:
    """`f16`, `h135`: words of letters and figures, which name a model."""
    return frozenset(
        token.folded
        for token in statement.tokens
        if not token.folded.isalpha()
        and _DESIGNATOR.fullmatch(token.folded)
        and not _NO_DESIGNATOR.fullmatch(token.folded)
    )


def _persons_differ(one: Statement, other: Statement) -> bool:
    ours, theirs = _persons(one), _persons(other)
    return bool(ours - theirs) and bool(theirs - ours)


def _persons(statement: Statement) -> frozenset[str]:
    return frozenset(m.entity for m in statement.mentions if m.kind is Kind.PERSON)


def _days_differ(one: Statement, other: Statement) -> bool:
    """Whether both sentences give dates and none of them overlap."""
    return (
        bool(one.days)
        and bool(other.days)
        and not any(a.first <= b.last and b.first <= a.last for a in one.days for b in other.days)
    )
