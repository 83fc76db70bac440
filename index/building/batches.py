"""Articles a few at a time, so that each step of a pass is taken for several before the next step.

The rules of a step, its patterns and its lists fit into the nearest memory of a processor, those of
all steps do not: who speaks, storing and indexing article by article takes a sixth longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

_Item = TypeVar("_Item")
BATCH = 16
"""More gain nothing, and would wait in memory."""


def in_batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """The items in lists of `BATCH`, the last one shorter; none is empty."""
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch
