"""Groups of articles that repeat one text: republications and copies of an agency's text.

They are found when an index is published, over all segments, from the stored prints. They are
written as one column: for each article the number of the fullest account that it repeats, or its
own number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.search.arrays import Array, distinct, read_arrays, write_arrays
from index.search.contents import ARRAYS, Segment

FILE = "origins.arrays"
COPIED = 0.6
"""An article repeats another if they share at least this part of the runs of the shorter one."""
NEXT_DAY = 0.66
"""The same if one appeared the day after: its news stand before the background of the day before."""
AFAR = 0.9
"""The same for articles further apart: a newspaper repeats its own background for years."""
_THROUGH = 0.4
"""The share with the fullest account that is enough for an article that repeats another copy of it."""
_THROUGH_NEXT_DAY = 0.56
_FEWEST = 3
"""The fewest prints that two articles must share."""
_FORMULA = 60
"""A run in more articles than this is a formula of the newspaper, not a sign of copying."""

_Numbers = npt.NDArray[np.int64]


class _Pairs(NamedTuple):
    """Two articles each that share runs, the longest of the shorter ones first."""

    fuller: _Numbers
    other: _Numbers
    share: npt.NDArray[np.float64]
    """The share of the runs of the shorter article."""


def write_origins(directory: Path, segments: Sequence[Segment]) -> None:
    """Writes the column in one step; the old file may be shared with another generation and does
    not change.
    """
    roots = origins_of([(read_arrays(s.file(directory, ARRAYS)), s.deleted) for s in segments])
    new = directory / f"{FILE}.new"
    write_arrays(new, {"roots": roots.astype("i4")})
    new.replace(directory / FILE)


def read_origins(directory: Path, *, count: int) -> Array:
    """Reads the column; raises ValueError when the file does not belong to an index of so many
    articles.
    """
    roots = read_arrays(directory / FILE)["roots"]
    if len(roots) != count or (count and not 0 <= int(roots.min()) <= int(roots.max()) < count):
        raise ValueError(f"{FILE} is of another index")
    return roots


def origins_of(segments: Iterable[tuple[Mapping[str, Array], Sequence[int]]]) -> _Numbers:
    """For each article of all segments, one after another, the article that it repeats, or itself.

    Each segment comes with the numbers of its deleted articles.
    """
    prints: list[Array] = [np.zeros(0, dtype="u4")]
    owners: list[_Numbers] = [np.zeros(0, dtype=np.int64)]
    days: list[Array] = [np.zeros(0, dtype="i4")]
    lengths: list[Array] = [np.zeros(0, dtype="u4")]
    base = 0
    for arrays, deleted in segments:
        counts = arrays["prints.counts"]
        own = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
        kept = ~np.isin(own, np.array(deleted, dtype=np.int64)) if deleted else slice(None)
        prints.append(arrays["prints"][kept])
        owners.append(own[kept] + base)
        days.append(arrays["days"])
        lengths.append(arrays["body.lengths"] + arrays["description.lengths"])
        base += len(counts)
    pairs = _pairs(np.concatenate(prints), np.concatenate(owners), np.concatenate(lengths))
    return _roots(pairs, np.concatenate(days), base)


def _pairs(prints: Array, owners: _Numbers, lengths: Array) -> _Pairs:
    """All pairs of articles of which one may repeat the other."""
    none = np.zeros(0, dtype=np.int64)
    if not len(prints):
        return _Pairs(none, none, np.zeros(0))
    # Owner and print share one number: one sort then puts equal ones side by side, and each counts
    # once.
    both = distinct(prints.astype(np.uint64) << np.uint64(32) | owners.astype(np.uint64))
    prints, owners = both >> np.uint64(32), (both & np.uint64(0xFFFFFFFF)).astype(np.int64)
    firsts = np.flatnonzero(np.concatenate([[True], prints[1:] != prints[:-1]]))
    held = np.diff(np.append(firsts, len(prints)))
    telling = np.repeat(held <= _FORMULA, held)
    prints, owners = prints[telling], owners[telling]
    count = len(lengths)
    sizes = np.bincount(owners, minlength=count)
    keys: list[_Numbers] = [none]
    for step in range(1, _FORMULA):
        at = np.flatnonzero(prints[step:] == prints[:-step])
        if not len(at):
            break
        keys.append(owners[at] * count + owners[at + step])
    ordered = np.sort(np.concatenate(keys))
    if not len(ordered):
        return _Pairs(none, none, np.zeros(0))
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    pairs, shared = ordered[starts], np.diff(np.append(starts, len(ordered)))
    one, other = pairs // count, pairs % count
    share = shared / np.maximum(1, np.minimum(sizes[one], sizes[other]))
    enough = (shared >= _FEWEST) & (share >= _THROUGH)
    one, other, share = one[enough], other[enough], share[enough]
    # The longer one is the fuller account, of two as long the first.
    first = lengths[one].astype(np.int64) >= lengths[other]
    fuller, other = np.where(first, one, other), np.where(first, other, one)
    order = np.lexsort((other, -lengths[other].astype(np.int64)))
    return _Pairs(fuller[order], other[order], share[order])


def _roots(pairs: _Pairs, days: Array, count: int) -> _Numbers:
    """Goes through the articles, the fullest first: each joins the account that it repeats most, or
    begins its own.
    """
    roots = list(range(count))
    ordinals = _ordinals(days)
    apart = np.abs(ordinals[pairs.fuller] - ordinals[pairs.other])
    apart[(days[pairs.fuller] == 0) | (days[pairs.other] == 0)] = 0
    copied = pairs.share >= np.choose(np.minimum(apart, 2), [each for each, _ in _ENOUGH])
    bounds = np.flatnonzero(np.concatenate([[True], pairs.other[1:] != pairs.other[:-1]]))
    ends = np.append(bounds[1:], len(pairs.other))
    fullers, shares_of, copies = pairs.fuller.tolist(), pairs.share.tolist(), copied.tolist()
    for low, high in zip(bounds.tolist(), ends.tolist(), strict=True) if len(pairs.other) else ():
        other = int(pairs.other[low])
        shares: dict[int, float] = {}
        through: set[int] = set()
        for at in range(low, high):
            fuller = fullers[at]
            root = roots[fuller]
            if root == fuller:
                shares[root] = shares_of[at]
            if copies[at]:
                through.add(root)
        if through:
            root = max(through, key=lambda root: (shares.get(root, 0.0), -root))
            gone = abs(int(ordinals[root] - ordinals[other])) if days[root] and days[other] else 0
            if shares.get(root, 0.0) >= _ENOUGH[min(gone, 2)][1]:
                roots[other] = root
    return np.array(roots, dtype=np.int64)


_ENOUGH = ((COPIED, _THROUGH), (NEXT_DAY, _THROUGH_NEXT_DAY), (AFAR, AFAR))
"""The share that a copy needs, and the share with the fullest account that a copy of a copy needs: of one
day, of the day after, of days further apart. An unknown day counts as the same day.
"""


def _ordinals(days: Array) -> _Numbers:
    """The number of days before each day, as `day_number` gives it; 0 for an unknown one."""
    known, where = np.unique(days, return_inverse=True)
    return np.array([_ordinal(day) if day else 0 for day in known.tolist()], dtype=np.int64)[where]


def _ordinal(day: int) -> int:
    """The number of days before a day; a day that no calendar has counts from the first of its
    month.
    """
    year, month, of_month = day // 10_000, day // 100 % 100, day % 100
    try:
        return date(year, month, of_month).toordinal()
    except ValueError:
        return date(max(1, year), min(12, max(1, month)), 1).toordinal() + of_month
