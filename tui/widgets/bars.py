"""Bars of several colours in half cells, with a hatch for what is inferred: a chart as styled lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

SERIES = 6
"""Sources that have a colour of their own; the others share the last one, number `SERIES`."""
SERIES_CLASSES = frozenset(
    f"{layer}--{number}" for layer in ("series", "ground") for number in range(SERIES + 1)
)
"""The component classes of inks and of grounds, one of each for a series."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar, from below to above."""

    series: int
    number: int
    inferred: bool = False


class Cell(NamedTuple):
    """A sign, the series of its ink (-1 for none) and that of its ground (-1 for none)."""

    sign: str
    ink: int = -1
    ground: int = -1


EMPTY = Cell(" ")
_FULL, _LOWER, _UPPER = "█", "▄", "▀"
_HATCHED, _HATCHED_LOWER, _HATCHED_UPPER = "⣿", "⣤", "⠛"


def bar_cells(parts: Sequence[Part], most: int, rows: int) -> list[Cell]:
    """A bar as cells from the lowest to the highest; a value above zero has half a cell at least."""
    halves = _halves(parts, most, rows * 2)
    return [_cell(halves[2 * row], halves[2 * row + 1]) for row in range(rows)]


def _halves(parts: Sequence[Part], most: int, room: int) -> list[Part | None]:
    total = sum(part.number for part in parts)
    found: list[Part | None] = [None] * room
    if not total or not most:
        return found
    height = min(room, max(1, round(total / most * room)))
    below = start = 0
    for part in parts:
        below += part.number
        end = round(below / total * height)
        found[start:end] = [part] * (end - start)
        start = max(start, end)
    return found


def _cell(lower: Part | None, upper: Part | None) -> Cell:
    if lower is None and upper is None:
        return EMPTY
    if upper is None:
        assert lower is not None
        return Cell(_HATCHED_LOWER if lower.inferred else _LOWER, lower.series)
    if lower is None:
        return Cell(_HATCHED_UPPER if upper.inferred else _UPPER, upper.series)
    if (lower.series, lower.inferred) == (upper.series, upper.inferred):
        return Cell(_HATCHED if upper.inferred else _FULL, upper.series)
    if lower.series == upper.series:
        return Cell(_HATCHED_UPPER if upper.inferred else _UPPER, upper.series)
    return Cell(_UPPER, upper.series, lower.series)


def ticks(most: int, rows: int) -> dict[int, int]:
    """The numbers beside the bars: row from below → the number at its top; the highest, and its half."""
    if most < 1 or rows < 1:
        return {}
    found = {rows - 1: most}
    if rows >= 6 and most >= 4 and most % 2 == 0:
        found[rows // 2 - 1] = most // 2
    return found
