"""Figures as ranges: « environ 140 » is near 140, « entre 100 et 150 » all that lies between."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.french.quantities import singular
from index.model.article import Quantity
from index.model.comparison import Verdict
from index.model.text import Span

_S = r"[ \u00a0\u202f]"
_ABOUT = re.compile(r"(?:environ|quelque|autour de|presque|à peu près|approximativement)\W*$", re.I)
_NEARLY = re.compile(r"(?:près d[e'’]|pas loin de|bientôt)\W*$", re.I)
_AT_LEAST = re.compile(r"(?:plus d[e'’]|au moins|au minimum|minimum)\W*$", re.I)
_AT_MOST = re.compile(r"(?:moins d[e'’]|au plus|jusqu['’]à|au maximum|maximum)\W*$", re.I)
_COLLECTIVE = re.compile(rf"(?:une?{_S}+[^\W\d_]+(?:aine|ier)\b|quelques\b)", re.I)
_BETWEEN = re.compile(rf"^{_S}*(?:et|à|ou|-|–){_S}*$")
_OPENS = re.compile(r"(?:entre|de|d['’])\W*$", re.I)
_MADE_OF = re.compile(rf"{_S}(?:de{_S}|d['’])([^\W\d_]+)")
_TOLERANCE = 0.1
"""How far « environ 50 » may lie from 50, as a share."""
_BEFORE = 18
_PEOPLE = frozenset(
    "personne habitant gens riverain individu homme femme civil sinistré évacué résident"
    " voyageur passager manifestant".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the text with all values that it allows."""

    span: Span
    low: float
    high: float
    units: frozenset[str]
    """What it counts; several when it counts things made of others (« maquettes de péniches »)."""

    @property
    def exact(self) -> bool:
        return self.low == self.high


def figures_of(text: str, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """The figures of a sentence; two that bound a range are one."""
    items = list(quantities)
    at = 0
    while at < len(items):
        quantity = items[at]
        following = items[at + 1] if at + 1 < len(items) else None
        if following is not None and _bounds(text, quantity, following):
            span = Span(quantity.start, following.end)
            yield Figure(span, quantity.value, following.value, _units(text, following))
            at += 2
            continue
        low, high = _range(text, quantity)
        yield Figure(Span(quantity.start, quantity.end), low, high, _units(text, quantity))
        at += 1


def verdict_of(ours: Figure, theirs: Figure) -> Verdict:
    """How two figures of one unit stand to each other."""
    if (ours.low, ours.high) == (theirs.low, theirs.high):
        return Verdict.AGREE
    if _holds(ours, theirs) or _holds(theirs, ours):
        return Verdict.NARROWER
    if ours.low <= theirs.high and theirs.low <= ours.high:
        return Verdict.OVERLAP
    return Verdict.CONFLICT


def _holds(wide: Figure, narrow: Figure) -> bool:
    return wide.low <= narrow.low and narrow.high <= wide.high


def _bounds(text: str, one: Quantity, other: Quantity) -> bool:
    if one.unit != other.unit or one.value >= other.value:
        return False
    gap = text[one.end : other.start]
    if not _BETWEEN.match(gap):
        return False
    opens = _OPENS.search(text[max(0, one.start - 8) : one.start]) is not None
    return opens or "et" not in gap


def _range(text: str, quantity: Quantity) -> tuple[float, float]:
    before, value = text[max(0, quantity.start - _BEFORE) : quantity.start], quantity.value
    wide = abs(value) * _TOLERANCE
    if _ABOUT.search(before) or _COLLECTIVE.match(text, quantity.start):
        return value - wide, value + wide
    if _NEARLY.search(before):
        return value - wide, value
    if _AT_LEAST.search(before):
        return value, math.inf
    if _AT_MOST.search(before):
        return -math.inf, value
    return value, value


def _units(text: str, quantity: Quantity) -> frozenset[str]:
    units = {"personne" if quantity.unit in _PEOPLE else quantity.unit}
    made_of = _MADE_OF.match(text, quantity.end)
    if made_of and not quantity.unit.isupper() and quantity.unit != "%":
        units.add(singular(made_of[1].lower()))
    return frozenset(units)
