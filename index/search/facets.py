"""Counting and filtering by people, places, sources, tags and dates, over columns of numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import repeat
from operator import neg
from typing import cast

import numpy as np
import numpy.typing as npt

from index.model.article import EntityId
from index.model.found import COUNTED_FACETS, Facet, FacetCounts, FacetEntry, Filter
from index.search.columns import ENTITY_FACETS
from index.search.copies import Folded
from index.search.snapshot import Mask, Snapshot

MOST_ENTRIES = 200
"""Values of one facet on a page, unless more are asked for."""
_entry: Callable[[tuple[str, str, int, int | None]], FacetEntry] = partial(
    tuple.__new__, FacetEntry
)
"""An entry from its fields, without the check of their number: a page makes a thousand."""
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
    held = numbers[present].tolist()
    ids = list(map(column.values.__getitem__, present.tolist()))
    names = list(map(name_of, cast("Iterable[EntityId]", ids))) if facet in _ENTITIES else ids
    origins: Iterable[int | None] = held
    if folded is None:
        origins = repeat(None, len(held))
    elif spared:
        origins = [n - spared.get(code, 0) for code, n in zip(present.tolist(), held, strict=True)]
    ordered = sorted(zip(map(neg, held), names, ids, origins, strict=True))
    return tuple([_entry((value, name, -n, left)) for n, name, value, left in ordered])
