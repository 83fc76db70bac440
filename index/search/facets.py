"""Counting and filtering by people, places, sources, tags and dates, over columns of numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from index.model.article import EntityId
from index.model.found import COUNTED_FACETS, Facet, FacetCounts, FacetEntry, Filter
from index.search.columns import ENTITY_FACETS
from index.search.copies import Folded
from index.search.snapshot import Mask, Snapshot

MOST_ENTRIES = 200
"""Values of one facet on a page, unless more are asked for."""
_ENTITIES = frozenset(ENTITY_FACETS.values())


def keeping(snapshot: Snapshot, filters: Iterable[Filter]) -> Mask:
    """The live articles that all filters let through."""
    kept = snapshot.live.copy()
    for one in filters:
        having = _having(snapshot, one)
        kept &= ~having if one.exclude else having
    return kept


def _having(snapshot: Snapshot, one: Filter) -> Mask:
    facet, value = snapshot.place_of(one.facet, one.id)
    column = snapshot.facet(facet)
    if one.id == "" and "" not in column.values[:1]:
        none: Mask = np.diff(column.starts) == 0
        return none
    at = bisect_left(column.values, value)
    if at >= len(column.values) or column.values[at] != value:
        return np.zeros(snapshot.count, dtype=np.bool_)
    return column.articles_of(np.array([at]))


def counts(
    snapshot: Snapshot,
    selected: Mask,
    *,
    name_of: Callable[[EntityId], str],
    most: int = MOST_ENTRIES,
    listed: Callable[[Facet], Mask] | None = None,
    folded: Folded | None = None,
) -> tuple[FacetCounts, ...]:
    """The most frequent values of every facet among the selected articles, equals by name.

    `listed` says which values of a facet are looked at; without it all are. With `folded` the entries
    tell their origins too.
    """
    found = []
    for facet in COUNTED_FACETS:
        numbers = snapshot.facet(facet).counts(selected)
        if listed is not None:
            numbers = numbers * listed(facet)
        entries = _entries(snapshot, numbers, facet, name_of=name_of, most=most, folded=folded)
        found.append(FacetCounts(facet, entries, int(np.count_nonzero(numbers))))
    return tuple(found)


def entries(
    snapshot: Snapshot,
    selected: Mask,
    facet: Facet,
    *,
    name_of: Callable[[EntityId], str],
    most: int = MOST_ENTRIES,
) -> tuple[FacetEntry, ...]:
    """The values of one facet, most frequent first; `most` of 0 gives all."""
    numbers = snapshot.facet(facet).counts(selected)
    return _entries(snapshot, numbers, facet, name_of=name_of, most=most)


def _entries(
    snapshot: Snapshot,
    numbers: npt.NDArray[np.integer],
    facet: Facet,
    *,
    name_of: Callable[[EntityId], str],
    most: int,
    folded: Folded | None = None,
) -> tuple[FacetEntry, ...]:
    """The entries from the counts of values; of equal counts where `most` cuts, any."""
    column = snapshot.facet(facet)
    present = np.flatnonzero(numbers)
    if most and len(present) > most:
        held = numbers[present]
        least = np.partition(held, len(held) - most)[len(held) - most]
        more = present[held > least]
        present = np.concatenate([more, present[held == least][: most - len(more)]])
    spared: Mapping[int, int] = {}
    if folded is not None and len(folded.members) and len(present):
        spared = folded.spared_of(column)
    values, codes = column.values, present.tolist()
    held = numbers[present].tolist()
    names = [name_of(EntityId(values[c])) if facet in _ENTITIES else values[c] for c in codes]
    origins: Sequence[int | None] = held
    if folded is None:
        origins = [None] * len(held)
    elif spared:
        origins = [n - spared.get(code, 0) for code, n in zip(codes, held, strict=True)]
    ordered = sorted(
        (-n, name, values[code], left)
        for code, n, name, left in zip(codes, held, names, origins, strict=True)
    )
    return tuple(FacetEntry(value, name, -n, left) for n, name, value, left in ordered)
