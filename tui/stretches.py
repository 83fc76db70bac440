"""The marks and signs of a text, found by place: a line asks for its own, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.rendering import Mark

_BLOCK = 256
"""The length of a stretch of text, in characters, whose marks lie together."""


class Sign(NamedTuple):
    """A glyph for the margin of the line where an offset of the text stands."""

    offset: int
    glyph: str
    style: str


class Stretches:
    """Marks from the lowest layer to the uppermost, and signs in the order in which they are drawn."""

    def __init__(self, marks: Iterable[Mark] = (), signs: Iterable[Sign] = ()) -> None:
        self._marks = tuple(marks)
        self._signs = tuple(signs)
        self._marks_at: defaultdict[int, list[int]] = defaultdict(list)
        self._signs_at: defaultdict[int, list[int]] = defaultdict(list)
        for number, mark in enumerate(self._marks):
            if mark.start < mark.end:
                for block in _blocks(mark.start, mark.end):
                    self._marks_at[block].append(number)
        for number, sign in enumerate(self._signs):
            self._signs_at[sign.offset // _BLOCK].append(number)

    def marks(self, start: int, end: int) -> Iterator[Mark]:
        """The marks in a stretch of the text, with places that count from its start."""
        numbers = {n for block in _blocks(start, end) for n in self._marks_at.get(block, ())}
        for number in sorted(numbers):
            mark = self._marks[number]
            if mark.start < end and mark.end > start:
                yield Mark(max(0, mark.start - start), min(end, mark.end) - start, mark.style)

    def signs(self, start: int, end: int) -> Iterator[Sign]:
        """The signs in a stretch of the text, or at an empty one."""
        numbers = {n for block in _blocks(start, end) for n in self._signs_at.get(block, ())}
        for number in sorted(numbers):
            sign = self._signs[number]
            if start <= sign.offset < end or sign.offset == start == end:
                yield sign


def _blocks(start: int, end: int) -> range:
    return range(start // _BLOCK, max(start, end - 1) // _BLOCK + 1)
