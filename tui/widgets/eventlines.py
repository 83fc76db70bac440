"""The accounts of events as dots on lines that join them, packed into as few rows as possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

LABEL = 34
"""Width of a label at most, in cells."""
_LEAST_LABEL = 10


@dataclass(frozen=True, slots=True)
class Dots:
    """An event and the columns of its accounts."""

    event: str
    label: str
    columns: tuple[tuple[int, int], ...]
    """The column and the series of each account, from left to right."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Dots in a row, with the place of the label."""

    dots: Dots
    row: int
    label_at: int
    label: str


def packed(events: Sequence[Dots], *, width: int, rows: int) -> tuple[list[Placed], int]:
    """The events that have room, those with most accounts first, and the number of the others."""
    order = sorted(events, key=lambda one: (-len(one.columns), one.columns[0]))
    taken: list[list[tuple[int, int]]] = [[] for _ in range(rows)]
    placed: list[Placed] = []
    for dots in order:
        first, last = dots.columns[0][0], dots.columns[-1][0]
        found = _place(dots, first, last, taken, width)
        if found is not None:
            placed.append(found)
            start = min(first, found.label_at)
            end = max(last + 1, found.label_at + cell_len(found.label))
            taken[found.row].append((start - 2, end + 2))
    return sorted(placed, key=lambda one: (one.row, one.dots.columns[0])), len(order) - len(placed)


def _place(
    dots: Dots, first: int, last: int, taken: Sequence[Sequence[tuple[int, int]]], width: int
) -> Placed | None:
    for row, spans in enumerate(taken):
        if any(start < last + 1 and first < end for start, end in spans):
            continue
        right = min([start for start, _ in spans if start >= last] or [width]) - last - 2
        left = first - max([end for _, end in spans if end <= first] or [0]) - 1
        wanted = min(LABEL, cell_len(dots.label))
        if right >= min(wanted, _LEAST_LABEL) or right >= left:
            room = min(LABEL, right)
            if room >= min(wanted, _LEAST_LABEL):
                return Placed(dots, row, last + 2, cut(dots.label, room))
        elif left >= min(wanted, _LEAST_LABEL):
            label = cut(dots.label, min(LABEL, left))
            return Placed(dots, row, first - 1 - cell_len(label), label)
    return None


def cut(text: str, width: int) -> str:
    """A text of at most `width` cells."""
    if cell_len(text) <= width:
        return text
    while text and cell_len(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"
