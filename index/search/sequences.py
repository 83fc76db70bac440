"""Where words stand in a row or near each other: sets of positions, cut with each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.query.engine import Zone
from index.search.slabs import POSITION_BITS
from index.search.snapshot import Mask, OpenSegment

Keys = npt.NDArray[np.int64]
"""Article (of a segment) and position in one number."""


class Occurrences(NamedTuple):
    """Where something stands in one zone of one segment: first and last word, sorted by the first."""

    starts: Keys
    ends: Keys


NOWHERE = Occurrences(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


def in_a_row(segment: OpenSegment, zone: Zone, slots: Sequence[Sequence[int]]) -> Occurrences:
    """Where one word of each slot follows one of the slot before."""
    if not all(slots):
        return NOWHERE
    sizes = [sum(segment.articles_with(zone, word) for word in words) for words in slots]
    among: Mask | None = None
    starts: Keys | None = None
    for slot in sorted(range(len(slots)), key=sizes.__getitem__):
        places = segment.places(zone, slots[slot], among) - slot
        starts = places if starts is None else starts[contained(starts, places)]
        if not len(starts):
            return NOWHERE
        among = np.zeros(segment.count, dtype=np.bool_)
        among[np.maximum(starts, 0) >> POSITION_BITS] = True
    assert starts is not None
    return Occurrences(starts, starts + (len(slots) - 1))


def contained(keys: Keys, others: Keys) -> Mask:
    """Which keys are among the others; both are sorted."""
    if not len(others):
        return np.zeros(len(keys), dtype=np.bool_)
    places = np.searchsorted(others, keys)
    places[places == len(others)] = 0
    same: Mask = others[places] == keys
    return same


def joined(found: Sequence[Occurrences]) -> Occurrences:
    """All of them."""
    if len(found) == 1:
        return found[0]
    starts = np.concatenate([one.starts for one in found])
    ends = np.concatenate([one.ends for one in found])
    order = np.argsort(starts, kind="stable")
    return Occurrences(starts[order], ends[order])


def nearby(left: Occurrences, right: Occurrences, distance: int) -> Occurrences:
    """Pairs in either order with at most `distance` words between them."""
    return joined([_followed(left, right, distance), _followed(right, left, distance)])


def _followed(first: Occurrences, second: Occurrences, distance: int) -> Occurrences:
    """Each of the first that has one of the second behind it."""
    if not len(first.starts) or not len(second.starts):
        return NOWHERE
    following = np.searchsorted(second.starts, first.ends, side="right")
    inside = following < len(second.starts)
    following[~inside] = 0
    near = inside & (second.starts[following] - first.ends <= distance + 1)
    return Occurrences(first.starts[near], second.ends[following[near]])
