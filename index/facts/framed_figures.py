"""Two figures that sentences of two accounts give among the same words, and that no line holds yet.

No class of words is needed: « un panache de fumée noire long de 22 km » and « une fumée noire de 70 km de long » are
each the nearest sentence to the other, and the words beside their figures are the same. Such a line is to be checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from index.compare.figures import AGE, TIME, Figure, figures_of, held
from index.compare.row_sentences import OTHER_TIME
from index.compare.statements import Statement
from index.facts.counterparts import Counterpart, Place
from index.facts.figure_frames import framed_alike
from index.facts.otherwise_signs import Event, Lines
from index.facts.told_otherwise import label_of
from index.model.claims import Claim, ClaimKind
from index.model.comparison import Verdict
from index.model.facts import FactVerdict

OF = "framed"
"""The class of the claims made here."""
_LASTING = frozenset((AGE, TIME, "an", "jour", "heure", "minute", "seconde", "semaine", "mois"))
"""Units of ages and lengths of time, which are read with their owners, as sums are with what they are paid for."""

Figures = Mapping[Place, Sequence[Figure]]


def framed_figures(
    near: Sequence[Counterpart], event: Event, lines: Lines, texts: Sequence[str]
) -> Iterator[tuple[ClaimKind, str, list[tuple[int, Claim]]]]:
    """The kind, the label and both values of each pair of figures that no line but an agreement holds."""
    pairs = {(pair.one, pair.other) for pair in near} | set(event.aligned)
    figures: Figures = {
        (side, statement.number): list(figures_of(texts[side], statement.quantities))
        for side, own in enumerate(event.sides)
        for statement in own
        if statement.quantities
    }
    for one, other in sorted(pair for pair in pairs if pair[0] in figures and pair[1] in figures):
        if lines.get(frozenset((one, other)), set()) <= {FactVerdict.AGREE}:
            found = list(_apart(one, other, event, figures))
            label = label_of([one, other], event, texts)
            # Of two pairs of one sentence nothing says which belong together.
            if len(found) == 1 and label:
                yield _kind(found[0][0]), label, _claims(one, other, found[0], event, texts)


def _apart(
    one: Place, other: Place, event: Event, figures: Figures
) -> Iterator[tuple[Figure, Figure]]:
    for ours in figures[one]:
        for theirs in figures[other]:
            units = ours.units & theirs.units
            if (
                units
                and not units & _LASTING
                and not any(unit.isupper() for unit in units)
                and held(ours, theirs)[0] is Verdict.CONFLICT
                and not _given(ours, other[0], figures)
                and not _given(theirs, one[0], figures)
                and not _classes(one, ours, event) & _classes(other, theirs, event)
                and not _far_apart(event.at(one), event.at(other))
                and framed_alike(event.at(one), ours.span, event.at(other), theirs.span)
            ):
                yield ours, theirs


def _classes(place: Place, figure: Figure, event: Event) -> set[str]:
    """The classes of what a figure counts: two of one class were held against each other as claims, and kept apart."""
    return {
        told.claim.of
        for told in event.told.get(place, ())
        if told.claim.of
        and told.claim.kind is _kind(figure)
        and told.claim.span.overlaps(figure.span)
    }


def _far_apart(one: Statement, other: Statement) -> bool:
    """Whether both sentences name days, and none of the same half year: one case, and another one years later."""
    least = timedelta(days=OTHER_TIME)
    return bool(one.days and other.days) and all(
        a.last + least < b.first or b.last + least < a.first for a in one.days for b in other.days
    )


def _given(figure: Figure, side: int, figures: Figures) -> bool:
    """Whether an account gives a figure too, be it elsewhere: « 4 586 cas » of the day before."""
    return any(
        each.units & figure.units and held(each, figure)[0] is Verdict.AGREE
        for place, own in figures.items()
        if place[0] == side
        for each in own
    )


def _kind(figure: Figure) -> ClaimKind:
    unit = next(iter(sorted(figure.units)))
    if unit in ("%", "point"):
        return ClaimKind.SHARE
    return ClaimKind.COUNT if len(unit) > 3 else ClaimKind.MEASURE


def _claims(
    one: Place, other: Place, pair: tuple[Figure, Figure], event: Event, texts: Sequence[str]
) -> list[tuple[int, Claim]]:
    claims = []
    for place, figure in zip((one, other), pair, strict=True):
        start, end = figure.span
        words, sentence = texts[place[0]][start:end], event.at(place).span
        claims.append((place[0], Claim(_kind(figure), OF, start, end, words, sentence)))
    return claims
