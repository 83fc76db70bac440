"""Groups of articles that repeat one text: republications and copies of an agency's text.

They are found when an index is published, over all segments, from the stored prints. They are
written as one column: for each article the number of the fullest account that it repeats, or its
own number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
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


class _Pair(NamedTuple):
    """Two articles that share runs."""

    fuller: int
    other: int
    share: float
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


def origins_of(segments: Iterable[tuple[dict[str, Array], Sequence[int]]]) -> _Numbers:
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


def _pairs(prints: Array, owners: _Numbers, lengths: Array) -> list[_Pair]:
    """All pairs of articles of which one may repeat the other."""
    if not len(prints):
        return []
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
    keys: list[_Numbers] = [np.zeros(0, dtype=np.int64)]
    for step in range(1, _FORMULA):
        at = np.flatnonzero(prints[step:] == prints[:-step])
        if not len(at):
            break
        keys.append(owners[at] * count + owners[at + step])
    pairs, shared = np.unique(np.concatenate(keys), return_counts=True)
    one, other = pairs // count, pairs % count
    share = shared / np.maximum(1, np.minimum(sizes[one], sizes[other]))
    enough = np.flatnonzero((shared >= _FEWEST) & (share >= _THROUGH))
    found = []
    for a, b, part in zip(
        one[enough].tolist(), other[enough].tolist(), share[enough].tolist(), strict=True
    ):
        fuller, shorter = (a, b) if (int(lengths[a]), -a) >= (int(lengths[b]), -b) else (b, a)
        found.append(_Pair(fuller, shorter, part))
    found.sort(key=lambda pair: (-int(lengths[pair.other]), pair.other))
    return found


def _roots(pairs: Sequence[_Pair], days: Array, count: int) -> _Numbers:
    """Goes through the articles, the fullest first: each joins the account that it repeats most, or
    begins its own.
    """
    roots = np.arange(count)
    fuller: dict[int, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        fuller[pair.other].append(pair)
    for other, found in fuller.items():
        shares: dict[int, float] = defaultdict(float)
        through: set[int] = set()
        for pair in found:
            root = int(roots[pair.fuller])
            if root == pair.fuller:
                shares[root] = pair.share
            if pair.share >= _enough(int(days[pair.fuller]), int(days[other]))[0]:
                through.add(root)
        if through:
            root = max(through, key=lambda root: (shares[root], -root))
            if shares[root] >= _enough(int(days[root]), int(days[other]))[1]:
                roots[other] = root
    return roots


def _enough(day: int, other: int) -> tuple[float, float]:
    """The share that a copy needs, and the share with the fullest account that a copy of a copy
    needs.

    They depend on the days of both, as `day_number` gives them; an unknown day counts as the same
    day.
    """
    apart = abs(_ordinal(day) - _ordinal(other)) if day and other else 0
    if apart == 0:
        return COPIED, _THROUGH
    return (NEXT_DAY, _THROUGH_NEXT_DAY) if apart == 1 else (AFAR, AFAR)


def _ordinal(day: int) -> int:
    """The number of days before a day; a day that no calendar has counts from the first of its
    month.
    """
    year, month, of_month = day // 10_000, day // 100 % 100, day % 100
    try:
        return date(year, month, of_month).toordinal()
    except ValueError:
        return date(max(1, year), min(12, max(1, month)), 1).toordinal() + of_month
