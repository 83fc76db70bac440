"""Copies at the time of a question: of what is found, the articles that one text stands behind are one result.

Their fullest account stands for them, with the best score that one of them has.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.search.arrays import Array
from index.search.columns import FacetColumn
from index.search.snapshot import Mask, Scores, Snapshot


class Folded(NamedTuple):
    """What is found, copies folded."""

    shown: Mask
    """Those that stand for themselves or for their copies."""
    scores: Scores
    members: npt.NDArray[np.int64]
    """Those found that share their text with others of the corpus, found or not, by their groups."""
    groups: npt.NDArray[np.int64]
    """The group of each of these."""

    @property
    def spared(self) -> int:
        """How many results less there are than articles."""
        return len(self.groups) - len(np.unique(self.groups))

    def beside(self, number: int) -> list[int]:
        """The articles that one stands for, the fullest first."""
        at = np.flatnonzero(self.members == number)
        if not len(at):
            return []
        group = self.members[self.groups == self.groups[at[0]]]
        return [other for other in group.tolist() if other != number]

    def spared_of(self, column: FacetColumn) -> npt.NDArray[np.int64]:
        """For each value of a facet how many origins less there are than articles that have it."""
        size = len(column.values)
        starts, lengths = column.starts[self.members], np.diff(column.starts)[self.members]
        firsts = np.cumsum(lengths) - lengths
        places = np.arange(int(lengths.sum())) + np.repeat(starts - firsts, lengths)
        codes = column.codes[places].astype(np.int64)
        pairs = np.repeat(self.groups, lengths) * max(1, size) + codes
        origins = np.bincount(np.unique(pairs) % max(1, size), minlength=size)
        return np.bincount(codes, minlength=size) - origins


class Copies:
    """The groups of an index."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    @cached_property
    def _members(self) -> npt.NDArray[np.int64]:
        """Articles of groups of several, by group and the fullest first."""
        roots: Array = self._snapshot.roots
        several = np.bincount(roots, minlength=len(roots)) > 1
        members = np.flatnonzero(several[roots])
        lengths = self._snapshot.told_lengths[members]
        return members[np.lexsort((members, -lengths, roots[members]))]

    def folded(self, selected: Mask, scores: Scores) -> Folded:
        members = self._members[selected[self._members]]
        groups = self._snapshot.roots[members].astype(np.int64)
        first = np.ones(len(members), dtype=np.bool_)
        first[1:] = groups[1:] != groups[:-1]
        shown = selected.copy()
        shown[members[~first]] = False
        starts = np.flatnonzero(first)
        if len(starts) < len(members):
            scores = scores.copy()
            scores[members[starts]] = np.maximum.reduceat(scores[members], starts)
        return Folded(shown, scores, members, groups)
