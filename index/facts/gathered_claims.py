"""Claims of several accounts about one thing, brought together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from index.facts.claims_in_context import Told
from index.facts.event_words import Weights
from index.facts.meeting import LEAST, meeting
from index.model.claims import ClaimKind

_APART = 0.3
"""What a claim must score at the least with every member of a group that it joins."""


def gathered(accounts: Sequence[Sequence[Told]], weights: Weights) -> list[list[Told]]:
    """Groups of claims of two accounts or more, the surest links first."""
    by_kind: dict[tuple[ClaimKind, str], list[Told]] = defaultdict(list)
    for account in accounts:
        for told in account:
            by_kind[told.claim.kind, _bucket(told)].append(told)
    found = []
    for members in by_kind.values():
        found += _groups(members, weights)
    return found


def _bucket(told: Told) -> str:
    """What claims must share to be held against each other at all."""
    claim = told.claim
    if claim.kind in (ClaimKind.STATUS, ClaimKind.CLASSIFICATION, ClaimKind.PLACE, ClaimKind.ROLE):
        return claim.of
    if claim.kind in (ClaimKind.MONEY, ClaimKind.SHARE, ClaimKind.MEASURE):
        return claim.unit or ""
    return ""


def _two_wholes(ours: Sequence[Told], theirs: Sequence[Told]) -> bool:
    """Whether two accounts would have two different values each: then these are two things."""
    by_side: dict[int, set[str]] = defaultdict(set)
    for told in (*ours, *theirs):
        if told.claim.kind in _FIGURES and not told.claim.was:
            by_side[told.side].add(told.claim.value)
    return sum(len(values) > 1 for values in by_side.values()) > 1


_FIGURES = frozenset(
    (ClaimKind.COUNT, ClaimKind.MONEY, ClaimKind.SHARE, ClaimKind.MEASURE, ClaimKind.TIME)
)


def _groups(members: Sequence[Told], weights: Weights) -> list[list[Told]]:
    pairs = []
    scores: dict[tuple[int, int], float] = {}
    for a, one in enumerate(members):
        for b in range(a + 1, len(members)):
            other = members[b]
            if one.side == other.side:
                continue
            score = meeting(one, other, weights)
            scores[a, b] = score
            if score >= LEAST:
                pairs.append((score, a, b))
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    group_of: dict[int, list[int]] = {}
    for _, a, b in pairs:
        ours, theirs = group_of.get(a, [a]), group_of.get(b, [b])
        if ours is theirs:
            continue
        if all(
            scores.get((min(x, y), max(x, y)), LEAST) >= _APART for x in ours for y in theirs
        ) and not _two_wholes([members[x] for x in ours], [members[y] for y in theirs]):
            joined = sorted([*ours, *theirs])
            for each in joined:
                group_of[each] = joined
    unique = {id(group): group for group in group_of.values()}
    return [[members[at] for at in group] for group in unique.values()]
