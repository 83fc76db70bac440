"""How surely two claims of different accounts are about the same thing: a table of weights."""

from __future__ import annotations

import math
from functools import lru_cache

from index.claims.lexicon import lexicon
from index.facts.claims_in_context import Told
from index.facts.event_words import Weights
from index.facts.groups import (
    ACTORS,
    CASUALTIES,
    OF_PERSONS,
    PEOPLE,
    WEAK,
    may_be_one,
    same_fate,
)
from index.model.claims import Claim, ClaimKind

ALIGNED = 0.6
"""What an aligned row adds."""
LEAST = 1.2
"""The score from which two claims are about one thing."""


def meeting(one: Told, other: Told, weights: Weights) -> float:
    """The score of two claims of one kind; below LEAST they are not held together."""
    kind = one.claim.kind
    if kind is not other.claim.kind:
        return -9.0
    if kind in _OF_A_DAY and not _touch(one, other):
        return -9.0
    alike = 0.6 * weights.alike(one.near, other.near) + 0.4 * weights.alike(
        one.statement.telling, other.statement.telling
    )
    score = _SCORES[kind](one, other, alike) if kind in _SCORES else 0.0
    score += _alone(one, other, weights)
    pair = sorted((s.side, s.number) for s in (one.statement, other.statement))
    if (pair[0], pair[1]) in weights.aligned:
        score += ALIGNED if kind is not ClaimKind.DATE else ALIGNED / 2
    return score


_OF_A_DAY = frozenset((ClaimKind.DATE, ClaimKind.TIME))


def _touch(one: Told, other: Told) -> bool:
    """Whether two days or times share a word or what happens: most of a long event's share neither."""
    return (
        not one.statement.telling.isdisjoint(other.statement.telling)
        or _share_events(one, other) > 0
        or bool(one.day and other.day)
    )


_OTHERS = {"guilt": 0.2, "trial": -0.3, "appeal": -0.3, "missing": -0.3, "custody": -0.8}
"""What it costs that other people are named: of the accused there is mostly one, of the hurt many."""
_FEW, CROWDED = 3, 0.1
"""Values of a sort that an account may give freely; what each more costs."""
UNIQUE = 0.4
"""What it adds that each of the two accounts gives but one value of this sort."""
_FIGURES = frozenset(
    (
        ClaimKind.COUNT, ClaimKind.MONEY, ClaimKind.SHARE, ClaimKind.MEASURE, ClaimKind.AGE,
        ClaimKind.TIME, ClaimKind.PLACE, ClaimKind.DURATION, ClaimKind.STATUS, ClaimKind.CLASSIFICATION,
    )
)  # fmt: skip


_OF_CLASS = (
    ClaimKind.PLACE, ClaimKind.COUNT, ClaimKind.STATUS, ClaimKind.CLASSIFICATION
)  # fmt: skip


def sort_of(told: Told) -> tuple[str, str, str]:
    """What values of one account must share for each other to be rivals."""
    claim = told.claim
    unit = "" if claim.kind in (ClaimKind.TIME, ClaimKind.AGE, ClaimKind.DATE) else claim.unit or ""
    of = claim.of if claim.kind in _OF_CLASS else ""
    return claim.kind.value, of, unit


def _alone(one: Told, other: Told, weights: Weights) -> float:
    if one.claim.kind in (ClaimKind.DATE, ClaimKind.TIME):
        # Of the many days of a long article few are the one that another account means.
        crowd = sum(max(0, weights.rivals(told, sort_of) - _FEW) for told in (one, other))
        if crowd:
            return -CROWDED * crowd
    if one.claim.kind not in _FIGURES:
        return 0.0
    if weights.rivals(one, sort_of) != 1 or weights.rivals(other, sort_of) != 1:
        return 0.0
    rare = one.claim.kind is ClaimKind.MEASURE and one.claim.unit not in ("km", "m", "h")
    return 2.4 * UNIQUE if rare else UNIQUE


@lru_cache(maxsize=4096)
def _people(about: tuple[str, ...]) -> frozenset[str]:
    return frozenset(about) & PEOPLE


def _who(told: Told) -> frozenset[str]:
    return _people(told.claim.about)


def _actors(told: Told) -> frozenset[str]:
    return frozenset(told.claim.about) & ACTORS


def _events(told: Told) -> tuple[str, ...]:
    return _happenings(told.claim.about)


@lru_cache(maxsize=4096)
def _happenings(about: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        each for each in about
        if each not in PEOPLE and each not in ACTORS and each != "any-person"
    )  # fmt: skip


def _share_events(one: Told, other: Told) -> float:
    ours, theirs = _events(one), _events(other)
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


def _persons(one: Told, other: Told) -> float:
    if one.persons & other.persons:
        return 0.8
    return -0.5 if one.persons and other.persons else 0.0


def _count(one: Told, other: Told, alike: float) -> float:
    ours, theirs = one.claim, other.claim
    if ours.partial != theirs.partial:
        return -9.0
    who, whose = _who(one), _who(other)
    score = 2 * alike
    if ours.of.endswith("new") != theirs.of.endswith("new"):
        return -9.0
    if ours.of == theirs.of == "new" and ours.unit != theirs.unit:
        return -9.0
    if ours.of and theirs.of:
        if (
            ours.of != theirs.of
            and not {ours.of, theirs.of} & WEAK
            and not same_fate(ours.of, theirs.of)
        ):
            return -9.0
        score += 0.0 if ours.of != theirs.of else 2.0 if ours.of in CASUALTIES else 1.0
    elif (ours.of or theirs.of) in CASUALTIES:
        score -= 1.0
    if who and whose:
        score += 1.0 if who & whose else 0.2 if may_be_one(who, whose) else -1.6
    if ours.unit and ours.unit == theirs.unit and ours.unit not in ("personne", "autre"):
        score += 0.8
    elif not (who & whose) and not (ours.of and ours.of == theirs.of):
        score -= 0.2 if _anybody(one, other) else 1.0
    if _share_events(one, other) >= 1.0:
        score += _SAME_EVENT
    if ours.low == 0 or theirs.low == 0:
        score -= 0.3
    else:
        score += _closeness(ours, theirs)
    return score


def _anybody(one: Told, other: Told) -> bool:
    """Whether both count people and one does not say who they are: « hommes », « membres », « patients »."""
    kinds = [{"any-person"} & set(told.claim.about) or _who(told) for told in (one, other)]
    return all(kinds) and any("any-person" in kind for kind in kinds)


_SAME_EVENT = 0.5
"""What it adds to two counts that the same happens in their clauses."""


def _closeness(ours: Claim, theirs: Claim) -> float:
    """Figures of one size are likelier to count one thing: −4 to .4."""
    one, other = (_middle(claim) for claim in (ours, theirs))
    if one <= 0 or other <= 0:
        return 0.0
    return max(-4.0, 0.4 - abs(math.log(one / other)) / math.log(3))


def _middle(claim: Claim) -> float:
    low, high = claim.low or 0.0, claim.high or 0.0
    return low if math.isinf(high) else high if math.isinf(low) else (low + high) / 2


def _money(one: Told, other: Told, alike: float) -> float:
    ours, theirs = one.claim, other.claim
    score = 2.5 * alike
    if ours.of and theirs.of:
        score += 1.1 if ours.of == theirs.of else -1.0
    if ours.thing and ours.thing == theirs.thing:
        score += 1.0
    score += 0.5 * _closeness(ours, theirs)
    return score if ours.unit == theirs.unit else -9.0


def _measure(one: Told, other: Told, alike: float) -> float:
    ours, theirs = one.claim, other.claim
    if ours.unit != theirs.unit:
        return -9.0
    score = 2.8 * alike + 0.3
    if ours.of or theirs.of:
        score += 1.0 if ours.of == theirs.of else -0.3
    if ours.thing and theirs.thing:
        score += 0.6 if ours.thing == theirs.thing else -0.6
    if _share_events(one, other) >= 1.0:
        score += _SAME_EVENT
    return score


def _age(one: Told, other: Told, alike: float) -> float:
    who, whose = _who(one), _who(other)
    score = 2.2 * alike
    if one.owner and other.owner:
        score += 1.4 if one.owner == other.owner else -1.5
    elif who and whose:
        score += 1.3 if who & whose else -1.5
    elif _actors(one) & _actors(other):
        score += 1.0
    else:
        score += _persons(one, other)
    gap = abs((one.claim.low or 0) - (other.claim.low or 0))
    return score + (1.1 if gap <= 2 else 0.6 if gap <= 4 else 0.0 if gap <= 10 else -0.4)


def _duration(one: Told, other: Told, alike: float) -> float:
    ours, theirs = one.claim, other.claim
    score = 2.8 * alike
    if ours.of or theirs.of:
        score += 1.4 if ours.of == theirs.of else -3.0
    elif ours.thing != theirs.thing:
        score -= 0.5
    return score


def _time(one: Told, other: Told, alike: float) -> float:
    shared = _share_events(one, other)
    # « à 11 heures » of a mass and « à 14 heures » of a tribute share only that somebody died.
    score = shared + 1.6 * alike + (0.2 if shared > 0.4 else -0.1)
    if one.day and other.day:
        # « vendredi 17h45 » and « vendredi, vers 18h30 » are times of one day.
        meet = one.day.first <= other.day.last and other.day.first <= one.day.last
        gap = abs((one.claim.low or 0) - (other.claim.low or 0))
        score += (1.3 if gap <= 90 else 0.2) if meet else -1.5
    return score


def _date(one: Told, other: Told, alike: float) -> float:
    ours, theirs = one.claim, other.claim
    score = 0.8 * _share_events(one, other) + 2.2 * alike
    if (
        ours.unit
        and theirs.unit
        and ours.unit != theirs.unit
        and "jusqu" not in (ours.unit, theirs.unit)
    ):
        score -= 0.3
    if _far(one) == _far(other) != 0:
        score += 0.3
    elif _far(one) != _far(other):
        score -= 0.4
    return score


def _far(told: Told) -> int:
    """Whether a day lies ahead of the publication (1), long before it (−1), or about its time (0)."""
    if told.published is None:
        return 0
    published = told.published.toordinal()
    if (told.claim.low or 0) > published:
        return 1
    return -1 if (told.claim.high or 0) < published - 20 else 0


def _place(one: Told, other: Told, alike: float) -> float:
    if one.claim.of != other.claim.of:
        return -9.0
    score = 0.6 * _share_events(one, other) + 2.2 * alike + 0.2
    who, whose = _who(one), _who(other)
    if one.claim.of.startswith("where-") and who and whose:
        # « un suspect arrêté à X » and « un conducteur arrêté à Y » are two.
        score += 0.6 if who & whose else -1.0
    return score


def _status(one: Told, other: Told, alike: float) -> float:
    if one.claim.of != other.claim.of:
        return -9.0
    who, whose = _who(one), _who(other)
    if one.claim.of.startswith("event-"):
        return 1.0 + 1.5 * alike + 0.3 * _persons(one, other)
    score = 0.5 + 2.2 * alike + _persons(one, other)
    if one.claim.of in OF_PERSONS:
        if who and whose:
            score += 0.8 if who & whose else _OTHERS.get(one.claim.of, -1.5)
    else:
        score += 0.4 + 0.3 * bool(who & whose)
    return score + 0.35 * (_share_events(one, other) > 0)


def _cause(one: Told, other: Told, alike: float) -> float:
    return 1.2 + 2 * alike + 0.3 * (_share_events(one, other) > 0)


def _classification(one: Told, other: Told, alike: float) -> float:
    if one.claim.of != other.claim.of:
        return -9.0
    if one.claim.of == "offence":
        return 1.0 + 1.8 * alike + _persons(one, other)
    if one.claim.of == "colour":
        same = bool(one.claim.thing) and one.claim.thing == other.claim.thing
        return 1.5 * alike + (1.3 if same else 0.6)
    return 0.8 + 1.8 * alike + _persons(one, other) + 0.2 * (_share_events(one, other) > 0)


def _role(one: Told, other: Told, alike: float) -> float:
    return 2.0 if one.claim.of == other.claim.of else -9.0


def _stance(one: Told, other: Told, alike: float) -> float:
    same = bool(one.persons & other.persons or one.bodies & other.bodies)
    who = frozenset(one.claim.about) & (ACTORS | PEOPLE) & frozenset(other.claim.about)
    score = 0.9 * same + 0.5 * bool(who) + 2.5 * alike - 0.5
    if "silent" in (one.claim.value, other.claim.value) and (same or who):
        score += 1.1
    return score


_SCORES = {
    ClaimKind.COUNT: _count,
    ClaimKind.MONEY: _money,
    ClaimKind.SHARE: _measure,
    ClaimKind.MEASURE: _measure,
    ClaimKind.AGE: _age,
    ClaimKind.DURATION: _duration,
    ClaimKind.TIME: _time,
    ClaimKind.DATE: _date,
    ClaimKind.PLACE: _place,
    ClaimKind.STATUS: _status,
    ClaimKind.CAUSE: _cause,
    ClaimKind.CLASSIFICATION: _classification,
    ClaimKind.ROLE: _role,
    ClaimKind.STANCE: _stance,
}
