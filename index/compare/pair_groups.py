"""Groups of articles made from pairs, without chains: most pairs of a group must be linked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

_LINKED = 0.65
"""The share of pairs between two groups that must be links before the groups are joined."""


def groups(
    count: int,
    links: Mapping[tuple[int, int], float],
    *,
    near: Collection[tuple[int, int]] = (),
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> tuple[tuple[int, ...], ...]:
    """Groups of the numbers below `count`, made from the best links first; a number alone is a
    group of one.

    A pair of `near` is no link, but counts as half a link when groups are joined. `together` and
    `apart` are decisions of a reader: they win over the links.
    """
    of = list(range(count))
    members: dict[int, list[int]] = {number: [number] for number in range(count)}
    forbidden = {(min(pair), max(pair)) for pair in apart}
    for a, b in together:
        _join(of, members, a, b)
    for (a, b), _ in sorted(links.items(), key=lambda item: (-item[1], item[0])):
        ours, theirs = members[of[a]], members[of[b]]
        if of[a] == of[b] or _any(ours, theirs, forbidden):
            continue
        between = [(min(x, y), max(x, y)) for x in ours for y in theirs]
        linked = sum(1.0 if pair in links else 0.5 * (pair in near) for pair in between)
        if linked >= _LINKED * len(ours) * len(theirs):
            _join(of, members, a, b)
    return tuple(tuple(sorted(group)) for group in members.values())


def _join(of: list[int], members: dict[int, list[int]], a: int, b: int) -> None:
    keep, lose = of[a], of[b]
    if keep == lose:
        return
    for number in members[lose]:
        of[number] = keep
    members[keep] += members.pop(lose)


def _any(ours: Sequence[int], theirs: Sequence[int], pairs: set[tuple[int, int]]) -> bool:
    return bool(pairs) and any((min(x, y), max(x, y)) in pairs for x in ours for y in theirs)
