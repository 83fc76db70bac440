"""Copies folded when a query is answered: all articles found that repeat one text are one result.

The fullest account stands for them, with the best score among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.search.arrays import Array, distinct, ranges
from index.search.columns import FacetColumn
from index.search.snapshot import Mask, Scores, Snapshot


class Folded(NamedTuple):
    """The articles found, with copies folded."""

    shown: Mask
    """The articles that are shown, for themselves or for their copies."""
    scores: Scores
    members: npt.NDArray[np.int64]
    """The articles found that repeat one another, by group, the fullest first."""
    groups: npt.NDArray[np.int64]
    """The group of each member."""

    @property
    def spared(self) -> int:
        """The number of articles that are folded into another result."""
        return len(self.groups) - len(distinct(self.groups))

    def beside(self, number: int) -> list[int]:
        """The other articles of the group of `number`, the fullest first."""
        at = np.flatnonzero(self.members == number)
        if not len(at):
            return []
        group = self.members[self.groups == self.groups[at[0]]]
        return [other for other in group.tolist() if other != number]

    def spared_of(self, column: FacetColumn) -> Mapping[int, int]:
        """For each value of a facet, by its code, the number of articles folded into another
        result.
        """
        size = max(1, len(column.values))
        if column.single:
            codes, groups = column.codes[column.starts[self.members]], self.groups
        else:
            starts = column.starts[self.members]
            lengths = column.starts[self.members + 1] - starts
            places = ranges(starts, lengths)
            codes, groups = column.codes[places], np.repeat(self.groups, lengths)
        pairs = groups * size + codes
        pairs.sort()
        again = pairs[1:][pairs[1:] == pairs[:-1]] % size
        return Counter(again.tolist())


class Copies:
    """The groups of articles of an index that repeat one text."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    @cached_property
    def _members(self) -> npt.NDArray[np.int64]:
        """The articles of groups with several members, by group and the fullest first."""
        roots: Array = self._snapshot.roots
        several = np.bincount(roots, minlength=len(roots)) > 1
        members = np.flatnonzero(several[roots])
        lengths = self._snapshot.told_lengths[members]
        return members[np.lexsort((members, -lengths, roots[members]))]

    def folded(self, selected: Mask, scores: Scores) -> Folded:
        members = self._members[selected[self._members]]
        groups = self._snapshot.roots[members].astype(np.int64)
        first = np.ones(len(members) + 1, dtype=np.bool_)
        first[1:-1] = groups[1:] != groups[:-1]
        # An article stands for itself if no other article of its group was found.
        several = ~(first[:-1] & first[1:])
        members, groups, first = members[several], groups[several], first[:-1][several]
        shown = selected.copy()
        shown[members[~first]] = False
        starts = np.flatnonzero(first)
        if len(starts) < len(members):
            scores = scores.copy()
            scores[members[starts]] = np.maximum.reduceat(scores[members], starts)
        return Folded(shown, scores, members, groups)
