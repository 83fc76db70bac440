"""Words in a row or near each other, found by intersecting sets of positions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.query.engine import Zone
from index.search.slabs import POSITION_BITS
from index.search.snapshot import Mask, OpenSegment

Keys = npt.NDArray[np.int64]
"""The article (of a segment) and the position in one number."""


class Occurrences(NamedTuple):
    """Occurrences in one zone of one segment: the first and the last word of each, sorted by the
    first.
    """

    starts: Keys
    ends: Keys


NOWHERE = Occurrences(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


def in_a_row(segment: OpenSegment, zone: Zone, slots: Sequence[Sequence[int]]) -> Occurrences:
    """The occurrences of a row of words, one word of each slot after one of the slot before."""
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
    """All these occurrences in one, in their order."""
    if len(found) == 1:
        return found[0]
    starts = np.concatenate([one.starts for one in found])
    ends = np.concatenate([one.ends for one in found])
    order = np.argsort(starts, kind="stable")
    return Occurrences(starts[order], ends[order])


def nearby(left: Occurrences, right: Occurrences, distance: int) -> Occurrences:
    """Pairs, in either order, with at most `distance` words between them."""
    return joined([_followed(left, right, distance), _followed(right, left, distance)])


def _followed(first: Occurrences, second: Occurrences, distance: int) -> Occurrences:
    """The pairs of a first occurrence and the next second one, at most `distance` words after it."""
    if not len(first.starts) or not len(second.starts):
        return NOWHERE
    following = np.searchsorted(second.starts, first.ends, side="right")
    inside = following < len(second.starts)
    following[~inside] = 0
    near = inside & (second.starts[following] - first.ends <= distance + 1)
    return Occurrences(first.starts[near], second.ends[following[near]])
