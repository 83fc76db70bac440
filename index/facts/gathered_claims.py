"""Claims of several accounts about one thing, brought together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import NamedTuple

from index.facts.barring import barred
from index.facts.claim_signals import (
    Signal,
    alike,
    counts_other_things,
    days_meet,
    signals,
)
from index.facts.claims_in_context import Told
from index.facts.event_words import Weights
from index.facts.groups import ONE_ANSWER, PERSONAL
from index.facts.meeting import AHEAD, Table, chance, table
from index.model.claims import ClaimKind, ClaimManner

LEAST = 0.4
"""The least probability for two claims to be about one thing."""
LEAST_TO_CHECK = 0.2
"""The least probability for two that nothing else is about, where what they say may still be checked."""
OWN_OUTCOME = 0.6
"""The least probability for what is told of one named person, in one family of outcomes: before what only the
words around it make likely, and below what claims a verdict.
"""
_LOOSE = frozenset(
    (
        ClaimKind.COUNT,
        ClaimKind.MONEY,
        ClaimKind.MEASURE,
        ClaimKind.TIME,
        ClaimKind.SHARE,
    )
)
"""The kinds of which such pairs are worth reading: half of them in invented events, a quarter in the press.

Of statuses, stances, causes, places, roles, days and ages hardly one was; deadlines may be, and what is told of one person.
"""
_LEAST_LOOSE = {ClaimKind.TIME: 0.35}
"""The least probability where that of all kinds showed mostly hours of two things."""
_BEGINNING = 6
"""The sentences of an account in which its first hour is mostly that of the event."""
_CLOCK = 45
"""The minutes of an hour that a clock tells: « vers 13h30 », not « en début d'après-midi »."""
_MOST_HOURS = 150
"""The minutes beyond which two hours are those of two things."""
LEAST_OF_DAYS = 0.33
"""The least probability for two deadlines or days to come: of those below it in the press none was worth reading."""
_SLIP = 3
_SEASON = 100
"""The most days of a time to come that tells when: « à l'été 2026 », not « en 2026 »."""
_APART = 0.1
"""The least probability that a claim needs with every member of a group to join it."""
_FIGURES = frozenset(
    (ClaimKind.COUNT, ClaimKind.MONEY, ClaimKind.SHARE, ClaimKind.MEASURE, ClaimKind.TIME)
)

Pair = tuple[int, int]


class Group(NamedTuple):
    """Claims of at least two accounts about one thing."""

    members: list[Told]
    chances: dict[Pair, float]
    """How likely two members are about one thing, by their places in `members`, the lower one first;
    members of one account have none.
    """

    @property
    def is_loose(self) -> bool:
        """Whether it is only to be checked whether they are about one thing."""
        return max(self.chances.values()) < LEAST


def gathered(
    accounts: Sequence[Sequence[Told]], weights: Weights, odds: Table | None = None
) -> list[Group]:
    """Groups of claims, made from the surest links first; `odds` come from `table`."""
    found = []
    for members in buckets(accounts):
        found += _groups(members, weights, table() if odds is None else odds)
    return found


def buckets(accounts: Sequence[Sequence[Told]]) -> list[list[Told]]:
    """The claims in groups that may be compared at all, in order."""
    by_kind: dict[tuple[ClaimKind, str], list[Told]] = defaultdict(list)
    for account in accounts:
        for told in account:
            by_kind[told.claim.kind, _bucket(told)].append(told)
    return list(by_kind.values())


def _bucket(told: Told) -> str:
    claim = told.claim
    if claim.kind in (ClaimKind.STATUS, ClaimKind.CLASSIFICATION, ClaimKind.PLACE, ClaimKind.ROLE):
        return claim.of
    if claim.kind in (ClaimKind.MONEY, ClaimKind.SHARE, ClaimKind.MEASURE):
        return claim.unit or ""
    return ""


def pairs(members: Sequence[Told], weights: Weights) -> Iterator[tuple[Pair, Iterator[Signal]]]:
    """Pairs of claims of different accounts that may be about one thing, with their signals."""
    likeness: dict[Pair, float] = {}
    for a, one in enumerate(members):
        for b in range(a + 1, len(members)):
            other = members[b]
            if one.side != other.side and not barred(one, other):
                likeness[a, b] = alike(one, other, weights)
    nearest = _nearest(members, likeness)
    values: dict[int, set[str]] = defaultdict(set)
    for told in members:
        values[told.side].add(told.claim.value)
    for (a, b), like in likeness.items():
        one, other = members[a], members[b]
        more = [(AHEAD, like - max(_rival(nearest, a, other), _rival(nearest, b, one)))]
        if one.claim.value != other.claim.value:
            shared = (one.claim.value in values[other.side]) + (
                other.claim.value in values[one.side]
            )
            if shared:
                more.append((f"shared {shared}", 1.0))
        yield (a, b), chain(signals(one, other, weights, like), more)


_Nearest = dict[tuple[int, int], list[tuple[float, str]]]
"""For a member and a side, the two most similar values there, with their likeness."""


def _nearest(members: Sequence[Told], likeness: dict[Pair, float]) -> _Nearest:
    found: _Nearest = defaultdict(list)
    for (a, b), like in likeness.items():
        if like <= 0:
            continue
        for one, other in ((a, b), (b, a)):
            best = found[one, members[other].side]
            value = members[other].claim.value
            known = next((at for at, (_, each) in enumerate(best) if each == value), None)
            if known is None:
                best.append((like, value))
            elif like > best[known][0]:
                best[known] = (like, value)
            best.sort(reverse=True)
            del best[2:]
    return found


def _rival(nearest: _Nearest, one: int, other: Told) -> float:
    """The likeness of a claim to the best other value of the same account."""
    best = nearest.get((one, other.side), [])
    return next((like for like, value in best if value != other.claim.value), 0.0)


def _two_wholes(ours: Sequence[Told], theirs: Sequence[Told]) -> bool:
    """Whether each of two accounts would have different values: then these belong to two things."""
    by_side: dict[int, set[str]] = defaultdict(set)
    for told in (*ours, *theirs):
        if told.claim.kind in _FIGURES and not told.claim.was:
            by_side[told.side].add(told.claim.value)
    return sum(len(values) > 1 for values in by_side.values()) > 1


def _groups(members: Sequence[Told], weights: Weights, odds: Table) -> list[Group]:
    chances = {pair: chance(found, odds) for pair, found in pairs(members, weights)}
    for pair in _own_outcomes(members):
        if pair in chances:
            chances[pair] = max(OWN_OUTCOME, chances[pair])
    told = _told_again(members)
    best: dict[Pair, float] = {}
    for (a, b), score in chances.items():
        pair = min(told[a], told[b]), max(told[a], told[b])
        best[pair] = max(score, best.get(pair, 0.0))
    links = sorted((-score, *pair) for pair, score in best.items() if score >= LEAST)
    group_of: dict[int, list[int]] = {}
    for _, a, b in links:
        ours, theirs = group_of.get(a, [a]), group_of.get(b, [b])
        if ours is theirs:
            continue
        if all(_fits(members, best, x, y) for x in ours for y in theirs) and not _two_wholes(
            [members[x] for x in ours], [members[y] for y in theirs]
        ):
            joined = sorted([*ours, *theirs])
            for each in joined:
                group_of[each] = joined
    worth = set()
    for a, b in (*_first_hours(members), *_deadlines(members, best)):
        pair = min(told[a], told[b]), max(told[a], told[b])
        best[pair] = max(LEAST_TO_CHECK, best.get(pair, 0.0))
        chances[a, b] = max(LEAST_TO_CHECK, chances.get((a, b), 0.0))
        worth.add(pair)
    for a, b in _loose(members, best, worth):
        if a not in group_of and b not in group_of:
            group_of[a] = group_of[b] = [a, b]
    unique = {id(group): group for group in group_of.values()}
    again: dict[int, list[int]] = defaultdict(list)
    for at, first in enumerate(told):
        again[first].append(at)
    return [
        _group(members, sorted(at for first in group for at in again[first]), chances)
        for group in unique.values()
    ]


def _told_again(members: Sequence[Told]) -> list[int]:
    """For each claim the first one of its account that tells the same: « deux morts » in a title, « deux personnes
    sont mortes » in the text; of outcomes those of one sentence, which tell the course of one thing.
    """
    known: dict[tuple[object, ...], list[int]] = defaultdict(list)
    told = []
    for at, each in enumerate(members):
        before = known[_same(at, each)]
        first = next((n for n in before if _one_place(members[n], each)), at)
        if first == at:
            before.append(at)
        told.append(first)
    return told


def _same(at: int, told: Told) -> tuple[object, ...]:
    """What two claims of one account have in common where they tell the same."""
    claim = told.claim
    denied = claim.manner is ClaimManner.DENIED
    if claim.kind is ClaimKind.COUNT and claim.of and not claim.partial:
        return told.side, claim.of, claim.value, claim.was, claim.now, denied
    if claim.kind is ClaimKind.STATUS and not denied:
        return told.side, claim.of, told.statement.number, told.persons
    return (at,)


def _one_place(one: Told, other: Told) -> bool:
    return not one.place or not other.place or one.place == other.place


def _loose(members: Sequence[Told], chances: dict[Pair, float], worth: Set[Pair]) -> list[Pair]:
    """Pairs of which it is only to be checked whether they are about one thing, the likeliest first; `worth`
    are pairs that are worth it whatever their kind.
    """
    found = [
        (-score, pair)
        for pair, score in chances.items()
        if LEAST_TO_CHECK <= score < LEAST
        and (
            pair in worth
            or _last_alike(members, pair)
            or (
                members[pair[0]].claim.kind in _LOOSE
                and score >= _LEAST_LOOSE.get(members[pair[0]].claim.kind, 0)
            )
        )
        and not counts_other_things(members[pair[0]], members[pair[1]])
    ]
    return [pair for _, pair in sorted(found)]


def _last_alike(members: Sequence[Told], pair: Pair) -> bool:
    """Whether two lengths of time are those of one kind of thing: two waits, two bans."""
    one, other = (members[at].claim for at in pair)
    same = one.of == other.of != "" and not one.of.startswith(_PENALTIES)
    bodies = members[pair[0]].bodies, members[pair[1]].bodies
    apart = all(bodies) and not bodies[0] & bodies[1]
    return one.kind is ClaimKind.DURATION and same and not apart


_PENALTIES = ("sentence", "firm", "suspended")
"""Lengths of time that are each person's own."""


def _first_hours(members: Sequence[Told]) -> Iterator[Pair]:
    """The first hours that two accounts tell near their beginning: mostly of when it happened.

    They need no word in common: « le feu s'est déclaré à 23h10 », « l'alerte a été donnée à 22h50 ».
    """
    first: dict[int, int] = {}
    for at, told in enumerate(members):
        if told.claim.kind is ClaimKind.TIME and _is_clock(told):
            first.setdefault(told.side, at)
    hours = [at for at in first.values() if _is_early(members[at])]
    for place, a in enumerate(hours):
        for b in hours[place + 1 :]:
            one, other = members[a], members[b]
            early, late = sorted((one.claim, other.claim), key=lambda claim: claim.low or 0)
            gap = (late.low or 0) - (early.high or early.low or 0)
            if gap <= _MOST_HOURS and days_meet(one, other) is not False:
                yield (a, b)


def _own_outcomes(members: Sequence[Told]) -> Iterator[Pair]:
    """What two accounts tell of one named person, of one kind: « Paul Vernin a été relaxé », « Paul Vernin a été
    condamné »; and outcomes of which an event has one answer.
    """
    for a, one in enumerate(members):
        answer = one.claim.of in ONE_ANSWER
        if one.claim.kind is not ClaimKind.STATUS or not (
            answer or (one.claim.of in PERSONAL and one.owner)
        ):
            continue
        for b in range(a + 1, len(members)):
            if members[b].side != one.side and (answer or members[b].owner == one.owner):
                yield (a, b)


def _deadlines(members: Sequence[Told], chances: Mapping[Pair, float]) -> Iterator[Pair]:
    """Days until or from which something holds, and days to come, that may be about one thing: « jusqu'à
    mercredi », « pas avant samedi »; « se prononcera le 28 mars », « se réunira le 26 mars ».
    """
    for (a, b), score in chances.items():
        if score >= LEAST_TO_CHECK and members[a].claim.kind is ClaimKind.DATE:
            both = members[a], members[b]
            least = LEAST_OF_DAYS
            if all(map(_is_day_to_come, both)) and _is_near(*both):
                least = LEAST_TO_CHECK
            elif not all(told.claim.unit or _is_day_to_come(told) for told in both):
                continue
            if score >= least:
                yield (a, b)


def _is_near(one: Told, other: Told) -> bool:
    """Whether two days lie so near to each other that one may be a slip: « le 12 février », « le 13 février »."""
    gap = abs((one.claim.low or 0) - (other.claim.low or 0))
    exact = all(told.claim.low == told.claim.high for told in (one, other))
    return exact and gap <= _SLIP


def _is_day_to_come(told: Told) -> bool:
    low, high = told.claim.low or 0, told.claim.high or 0
    ahead = told.published is not None and low > told.published.toordinal()
    return ahead and high - low <= _SEASON


def _is_clock(told: Told) -> bool:
    low, high = told.claim.low, told.claim.high
    return low is not None and (high is None or high - low <= _CLOCK)


def _is_early(told: Told) -> bool:
    return told.prominent or told.statement.number < _BEGINNING


def _group(members: Sequence[Told], places: list[int], chances: dict[Pair, float]) -> Group:
    own = {
        (a, b): chances[places[a], places[b]]
        for a in range(len(places))
        for b in range(a + 1, len(places))
        if (places[a], places[b]) in chances
    }
    return Group([members[at] for at in places], own)


def asserted(group: Group) -> Group:
    """A group without outcomes that are only asked about: « Va-t-il faire appel ? » says neither. What « pourquoi » asks
    for is told.
    """
    kept = [at for at, told in enumerate(group.members) if not _is_asked(told)]
    if len(kept) == len(group.members):
        return group
    chances = {
        (a, b): group.chances[kept[a], kept[b]]
        for b in range(len(kept))
        for a in range(b)
        if (kept[a], kept[b]) in group.chances
    }
    sides = {group.members[at].side for at in kept}
    return Group([group.members[at] for at in kept] if chances and len(sides) > 1 else [], chances)


def _is_asked(told: Told) -> bool:
    if told.claim.manner is not ClaimManner.ASKED or told.claim.kind is not ClaimKind.STATUS:
        return False
    return not any(token.folded in _WHICH for token in told.statement.tokens)


_WHICH = frozenset(
    "pourquoi comment combien quand quoi qui quel quelle quels quelles depuis".split()  # noqa: SIM905
)


def _fits(members: Sequence[Told], chances: dict[Pair, float], x: int, y: int) -> bool:
    if members[x].side == members[y].side:
        return True
    return chances.get((min(x, y), max(x, y)), 0.0) >= _APART
