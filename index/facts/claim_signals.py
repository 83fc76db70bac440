"""The evidence for and against two claims being about one thing: signals by name."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

from index.claims.lexicon import lexicon
from index.facts.claims_in_context import Told
from index.facts.event_words import Weights
from index.facts.groups import (
    ACTORS,
    CASUALTIES,
    EARLIER,
    PEOPLE,
    may_be_one,
)
from index.model.claims import Claim, ClaimKind

Signal = tuple[str, float]

_OF_CLASS = (
    ClaimKind.PLACE, ClaimKind.COUNT, ClaimKind.STATUS, ClaimKind.CLASSIFICATION,
    ClaimKind.SHARE, ClaimKind.DURATION, ClaimKind.MEASURE,
)  # fmt: skip
BY_UNIT = (ClaimKind.MONEY, ClaimKind.MEASURE, ClaimKind.SHARE)
_AMOUNTS = frozenset((*BY_UNIT, ClaimKind.COUNT, ClaimKind.AGE, ClaimKind.DURATION))
_ANYBODY = ("personne", "autre")
"""Nouns that may count any people."""
_WIDEST, _LONGEST = 4.0, 3.0
"""The largest values of the gap between figures, and of the gap between years or hours."""
_LONG_AGO = 60
"""The days before the publication from which on a day belongs to another time than the event."""
_DECADE, _TWO_HOURS = 10.0, 120.0
_LASTING = (60, 1440, 43800, 438000)
"""Minutes from which on a duration is one of hours, days, months or years."""


def sort_of(told: Told) -> tuple[str, str, str]:
    """The sort of a claim: values of one account are rivals if they share it."""
    claim = told.claim
    unit = "" if claim.kind in (ClaimKind.TIME, ClaimKind.AGE, ClaimKind.DATE) else claim.unit or ""
    if claim.kind is ClaimKind.DURATION:
        # Years are no rivals of minutes, though all durations are told in one unit.
        unit = str(sum(claim.low >= least for least in _LASTING) if claim.low else 0)
    of = claim.of if claim.kind in _OF_CLASS else ""
    return claim.kind.value, of, unit


def alike(one: Told, other: Told, weights: Weights) -> float:
    """The likeness of the words around two claims, 0 to 1: words beside them count before those of
    the sentence.
    """
    return 0.6 * weights.alike(one.near, other.near) + 0.4 * weights.alike(
        one.statement.telling, other.statement.telling
    )


def signals(one: Told, other: Told, weights: Weights, likeness: float) -> Iterator[Signal]:
    """The signals of two claims that are not barred; `likeness` is the result of `alike`.

    Each signal is 1 if it holds, or a figure whose unit its function states; a signal that is not
    given is 0.
    """
    kind = one.claim.kind
    yield f"kind {kind}", 1.0
    yield "words", likeness
    yield "sentence", weights.alike(one.statement.telling, other.statement.telling)
    pair = sorted((s.side, s.number) for s in (one.statement, other.statement))
    if (pair[0], pair[1]) in weights.aligned:
        yield "aligned", 1.0
    yield "happening", same_happening(one, other)
    yield from _classes(one.claim, other.claim)
    yield from _people(one, other)
    yield from _beside(one, other)
    yield from _rivals(one, other, weights)
    yield from _before(one, other)
    if one.published and other.published:
        yield "days between", math.log1p(abs((one.published - other.published).days))
    if kind in _AMOUNTS:
        yield from _amounts(one.claim, other.claim)
    if kind is ClaimKind.COUNT:
        yield from _nouns(one, other)
    else:
        yield from _things(one.claim, other.claim)
    if kind is ClaimKind.TIME:
        gap = abs((one.claim.low or 0) - (other.claim.low or 0))
        yield "hours", min(_LONGEST, gap / _TWO_HOURS)
    if kind is ClaimKind.DATE:
        yield from _days(one, other)
    if kind is ClaimKind.STANCE and "silent" in (one.claim.value, other.claim.value):
        yield "silent", 1.0


def _classes(ours: Claim, theirs: Claim) -> Iterator[Signal]:
    """Whether the fate of the people, or the subject, is of the same class."""
    if ours.of and theirs.of:
        if ours.of != theirs.of:
            yield "class differs", 1.0
            return
        yield "class same", 1.0
        if ours.of in CASUALTIES:
            yield "casualties same", 1.0
    elif ours.of or theirs.of:
        yield "class of one", 1.0
        if (ours.of or theirs.of) in CASUALTIES:
            yield "casualties of one", 1.0


def _people(one: Told, other: Told) -> Iterator[Signal]:
    """Whether the people of both values may be the same."""
    who, whose = who_of(one.claim.about), who_of(other.claim.about)
    if who and whose:
        yield (
            "people same" if who & whose
            else "people alike" if may_be_one(who, whose)
            else "people differ"
        ), 1.0  # fmt: skip
    elif who or whose:
        yield "people of one", 1.0
    if ACTORS.intersection(one.claim.about).intersection(other.claim.about):
        yield "actors same", 1.0
    if one.persons and other.persons:
        yield ("names same" if one.persons & other.persons else "names differ"), 1.0
    if one.bodies & other.bodies:
        yield "bodies same", 1.0
    if one.owner and other.owner:
        yield ("owner same" if one.owner == other.owner else "owner differs"), 1.0


def _beside(one: Told, other: Told) -> Iterator[Signal]:
    """Whether both have the same day beside them, and whether one refers back to an earlier
    sentence.
    """
    meet = days_meet(one, other)
    if meet is not None:
        yield ("day same" if meet else "day differs"), 1.0
    if one.place and other.place:
        yield "place same", 1.0
    elif one.place or other.place:
        yield "place of one", 1.0
    if one.claim.resolved or other.claim.resolved:
        yield "points back", 1.0


def days_meet(one: Told, other: Told) -> bool | None:
    """Whether the days beside two claims may be one; None where one of them has none."""
    if one.day is None or other.day is None:
        return None
    return one.day.first <= other.day.last and other.day.first <= one.day.last


def _before(one: Told, other: Told) -> Iterator[Signal]:
    """Whether only one sentence tells of an earlier time, by a day in it or by its words."""
    if long_ago(one) != long_ago(other):
        yield "long ago of one", 1.0
    ours, theirs = (
        any(token.folded in EARLIER for token in told.statement.tokens) for told in (one, other)
    )
    if ours != theirs:
        yield "earlier words of one", 1.0


def long_ago(told: Told) -> bool:
    """Whether a sentence names a day, other than the claim itself, long before its article
    appeared.
    """
    if told.published is None or told.claim.kind is ClaimKind.DATE:
        return False
    least = told.published.toordinal() - _LONG_AGO
    return any(day.last.toordinal() < least for day in told.statement.days)


def _rivals(one: Told, other: Told, weights: Weights) -> Iterator[Signal]:
    """The number of values of this sort in the two accounts: only one in each, or the logarithm of
    their product.
    """
    rivals = max(1, weights.rivals(one, sort_of)) * max(1, weights.rivals(other, sort_of))
    if rivals == 1:
        yield "alone", 1.0
    else:
        yield "crowd", math.log(rivals)


def _amounts(ours: Claim, theirs: Claim) -> Iterator[Signal]:
    """The distance of two figures: the logarithm of their ratio; for ages, decades."""
    one, other = middle(ours), middle(theirs)
    if one > 0 and other > 0:
        yield "gap", min(_WIDEST, abs(math.log(one / other)))
    else:
        yield "none", 1.0
    if ours.kind is ClaimKind.AGE:
        yield "years", min(_LONGEST, abs(one - other) / _DECADE)


def middle(claim: Claim) -> float:
    """The figure of a claim, or the middle of its range."""
    low, high = claim.low or 0.0, claim.high or 0.0
    return low if math.isinf(high) else high if math.isinf(low) else (low + high) / 2


def _nouns(one: Told, other: Told) -> Iterator[Signal]:
    """Whether both claims count with the same noun."""
    ours, theirs = one.claim.unit, other.claim.unit
    if not ours or not theirs:
        yield "no noun", 1.0
    if ours and ours == theirs and ours not in _ANYBODY:
        yield "noun same", 1.0
    elif who_of(one.claim.about) & who_of(other.claim.about):
        if one.claim.of == other.claim.of or not one.claim.of or not other.claim.of:
            yield "counted same", 1.0
    elif _anybody(one, other):
        yield "anybody", 1.0
    elif counts_other_things(one, other):
        yield "noun differs", 1.0


def counts_other_things(one: Told, other: Told) -> bool:
    """Whether two counts have nouns that are neither the same nor of the same people."""
    ours, theirs = one.claim.unit, other.claim.unit
    if not ours or not theirs or ours == theirs:
        return False
    same = who_of(one.claim.about) & who_of(other.claim.about)
    return not same and not _anybody(one, other)


def _anybody(one: Told, other: Told) -> bool:
    """Whether both count people and one does not say which: « hommes », « membres », « patients »."""
    kinds = [
        {"any-person"}.intersection(told.claim.about) or who_of(told.claim.about)
        for told in (one, other)
    ]
    return all(kinds) and any("any-person" in kind for kind in kinds)


def _things(ours: Claim, theirs: Claim) -> Iterator[Signal]:
    if ours.thing and theirs.thing:
        yield ("thing same" if ours.thing == theirs.thing else "thing differs"), 1.0


def _days(one: Told, other: Told) -> Iterator[Signal]:
    """Whether two days lie on the same side of the publication, and have the same preposition."""
    far = _far(one)
    if far != _far(other):
        yield "far differs", 1.0
    elif far:
        yield "far same", 1.0
    units = {one.claim.unit, other.claim.unit} - {None, ""}
    if len(units) > 1 and "jusqu" not in units:
        yield "preposition differs", 1.0


def _far(told: Told) -> int:
    """Whether a day lies after the publication (1), long before it (−1), or near it (0)."""
    if told.published is None:
        return 0
    published = told.published.toordinal()
    if (told.claim.low or 0) > published:
        return 1
    return -1 if (told.claim.high or 0) < published - 20 else 0


@lru_cache(maxsize=4096)
def who_of(about: tuple[str, ...]) -> frozenset[str]:
    """The classes of people or things that a claim is about."""
    return frozenset(about) & PEOPLE


@lru_cache(maxsize=4096)
def _happenings(about: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        each for each in about
        if each not in PEOPLE and each not in ACTORS and each != "any-person"
    )  # fmt: skip


def same_happening(one: Told, other: Told) -> float:
    """Whether the same happens in the clauses of both, 0 to 1.2: as the first event in both, or in
    passing.
    """
    ours, theirs = _happenings(one.claim.about), _happenings(other.claim.about)
    if not ours or not theirs:
        return 0.0
    known = lexicon()
    if ours[0] == theirs[0]:
        return 0.3 if ours[0] in known.generic else 1.2
    if ours[0] in theirs or theirs[0] in ours:
        return 1.0
    near = known.near
    if any(b in near.get(a, ()) for a in ours[:2] for b in theirs[:2]):
        return 1.0
    return 0.4 if set(ours) & set(theirs) else 0.0
