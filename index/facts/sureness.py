"""Whether two values are surely about one thing, so that a verdict may claim that they exclude each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import combinations

import yaml

from index.facts.claims_in_context import Told
from index.facts.figure_frames import of_others
from index.facts.gathered_claims import Group
from index.facts.groups import CASUALTIES
from index.facts.moments import by_bulletin
from index.facts.running import has_grown
from index.facts.trusted import denied_of_one_thing, may_claim
from index.facts.verdicts import claims_held
from index.model.article import EntityId, Kind
from index.model.claims import ClaimKind
from index.model.facts import DISAGREEING, FactVerdict

_OF_BODIES = frozenset((ClaimKind.COUNT, ClaimKind.MONEY, ClaimKind.SHARE))
_DENIED_OF_ONE = 0.5
"""The bound where a verb of denial takes back what the other account tells of the same thing."""
_NEVER_WITHOUT = _OF_BODIES | {ClaimKind.DATE}
"""Kinds of which no likeness of what agrees makes a disagreement sure."""


def is_sure(group: Group, verdict: FactVerdict) -> bool:
    """Whether the likeliest of the pairs that disagree reaches the bound of its class or kind, and is one of which
    the verdict may be claimed.
    """
    least = bounds()
    members = group.members
    claim = members[0].claim
    of_others = claim.kind in _EACH_ITS_OWN and _of_others(group)
    if of_others or _of_bulletins(group) or _mixes_values(group):
        return False
    bound = least.get(claim.of) or least.get(claim.kind.value) or least["any"]
    disagreeing = [
        chance
        for one, other, chance in _disagreeing(group)
        if not _each_of_its_day(one, other) and not _of_two_bodies(one, other)
    ]
    if not disagreeing and claim.kind in _NEVER_WITHOUT:
        return False
    if claim.kind is ClaimKind.STATUS and not any(
        _may_be_of_one_place(*pair) for pair in _excluding(group)
    ):
        return False
    claimed = _claimed(group, verdict)
    if not may_claim(verdict, claimed):
        return False
    if verdict is FactVerdict.DENIED and any(denied_of_one_thing(*pair) for pair in claimed):
        bound = min(bound, _DENIED_OF_ONE)
    return max(disagreeing or group.chances.values()) >= bound


def only_grown(group: Group) -> bool:
    """Whether all that differs are tolls beyond the bounds of earlier ones."""
    disagreeing = list(_disagreeing(group))
    return bool(disagreeing) and all(has_grown(one, other) for one, other, _ in disagreeing)


def _mixes_values(group: Group) -> bool:
    """Whether an account counts twice what has no fate, « six départements », « 24 départements »: a line of both is about
    two things, unless it tells one of them again and again.
    """
    if group.members[0].claim.kind is not ClaimKind.COUNT or any(
        told.claim.of in CASUALTIES for told in group.members
    ):
        return False
    by_side: dict[int, Counter[str]] = {}
    for told in group.members:
        claim = told.claim
        if claim.low == claim.high and not (claim.was or claim.now or claim.partial):
            by_side.setdefault(told.side, Counter())[claim.value] += 1
    often = [[times for _, times in own.most_common(2)] for own in by_side.values()]
    return any(len(times) > 1 and times[0] < 2 * times[1] for times in often)


def worth_checking(group: Group, of: str) -> bool:
    """Whether what is not sure is likely enough to be read; `of` is the class of its values. Hours of two bulletins
    never are, nor what is told of places or persons of its own alone.
    """
    if _of_bulletins(group) or _of_others(group):
        return False
    kind = group.members[0].claim.kind.value
    least = worth().get(f"{kind} {of}", worth().get(kind, 0.0))
    return max(group.chances.values()) >= least


def _of_others(group: Group) -> bool:
    """Whether all sentences whose values differ name places, or persons, and share none: of seven such lines of the
    press none was worth reading.
    """
    if group.members[0].claim.kind not in _PLACED:
        return False
    apart = [
        (one.statement, other.statement)
        for one, other in combinations(group.members, 2)
        if one.side != other.side and one.claim.value != other.claim.value
    ]
    return bool(apart) and all(of_others(*pair) for pair in apart)


_EACH_ITS_OWN = frozenset((ClaimKind.SHARE, ClaimKind.MEASURE, ClaimKind.MONEY, ClaimKind.DATE))
"""Kinds of which each person or place has its own: « Léa Arnal (19,86 %) », « Paul Vernin (22,72 %) »."""
_PLACED = _EACH_ITS_OWN | {ClaimKind.CAUSE}
"""Kinds of which hardly a line told of different places, or persons, was worth reading."""


def _of_bulletins(group: Group) -> bool:
    """Whether hours are those of bulletins, of which a day has several."""
    hours = group.members[0].claim.kind is ClaimKind.TIME
    return hours and all(by_bulletin(told.statement) for told in group.members)


def each_of_its_day(group: Group) -> bool:
    """Whether all days that disagree are those of bulletins, each of the day of its own account: there is
    nothing to check. What happens once is: « le maire est mort samedi », « dimanche ».
    """
    disagreeing = list(_disagreeing(group))
    return bool(disagreeing) and all(
        _each_of_its_day(a, b) and by_bulletin(a.statement) and by_bulletin(b.statement)
        for a, b, _ in disagreeing
    )


def _claimed(group: Group, verdict: FactVerdict) -> list[tuple[Told, Told]]:
    """The pairs on which a verdict rests; all of them where it rests on what one account tells of both states."""
    members = group.members
    every = [(members[a], members[b]) for a, b in group.chances]
    return [pair for pair in every if claims_held(*pair)[0] is verdict] or every


def _excluding(group: Group) -> Iterator[tuple[Told, Told]]:
    pairs = [(one, other) for one, other, _ in _disagreeing(group)]
    members = group.members
    yield from pairs or ((members[a], members[b]) for a, b in group.chances)


def _may_be_of_one_place(one: Told, other: Told) -> bool:
    """Whether no sentence names places of its own alone: « la vigilance est levée en Corse », « elle est maintenue
    dans le Nord ».
    """
    ours, theirs = (
        {mention.entity for mention in told.statement.mentions if mention.kind is Kind.PLACE}
        for told in (one, other)
    )
    if one.claim.of == _ALERT:
        return bool(ours & theirs)  # an alert is that of its own departments
    return not ours or not theirs or bool(ours & theirs)


_ALERT = "alert"


def _disagreeing(group: Group) -> Iterator[tuple[Told, Told, float]]:
    members = group.members
    for (a, b), chance in group.chances.items():
        if claims_held(members[a], members[b])[0] in DISAGREEING:
            yield members[a], members[b], chance


def _each_of_its_day(one: Told, other: Told) -> bool:
    """Whether two days lie alike beside the publications of both: « 2 lignes ouvertes mercredi 25 décembre »,
    « 5 lignes jeudi 26 décembre » are told of what goes on, each of its own day.
    """
    if one.claim.kind is not ClaimKind.DATE or one.published is None or other.published is None:
        return False
    ours = (one.claim.low or 0) - one.published.toordinal()
    theirs = (other.claim.low or 0) - other.published.toordinal()
    return one.published != other.published and ours == theirs and abs(ours) <= 1


def _of_two_bodies(one: Told, other: Told) -> bool:
    """Whether each sentence names organisations of its own besides who speaks: « la SNCF versera une prime à ses
    salariés » and « La Poste … aux siens ».
    """
    if one.claim.kind not in _OF_BODIES:
        return False
    ours, theirs = (told.bodies - {EntityId(told.given.said_by or "")} for told in (one, other))
    return bool(ours and theirs) and not ours & theirs


@cache
def bounds() -> Mapping[str, float]:
    """The least probability for a verdict (`data/sure.yaml`), by class or kind of value; `any` for the others."""
    return _read("sure.yaml")


@cache
def worth() -> Mapping[str, float]:
    """The least probability for a line to be checked (`data/worth.yaml`), by class or kind of value; none for the
    others.
    """
    return _read("worth.yaml")


def _read(name: str) -> dict[str, float]:
    text = (files("index.facts") / "data" / name).read_text(encoding="utf-8")
    return {kind: float(least) for kind, least in yaml.safe_load(text).items()}
