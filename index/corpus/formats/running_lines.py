"""Lines that stand again at the head or the foot of the pages of a file: its name, its date, « Usage interne », « Page 3 sur 6 »."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

_DIGITS = re.compile(r"\d+")
_FEWEST = 3
"""The fewest pages that have running lines."""
_DEEPEST = 8
"""The most running lines at either edge of a page."""
_LONGEST = 160


class _Line(NamedTuple):
    key: str
    """The line without its figures, so that numbers of pages are one."""
    start: int
    end: int


def running_lines(raw: str, between: str) -> list[tuple[int, int]]:
    """The places of these lines, in their order; `between` stands between two pages."""
    pages: list[list[_Line]] = []
    at = 0
    for page in raw.split(between):
        pages.append(_lines(page, at))
        at += len(page) + len(between)
    filled = [page for page in pages if page]
    if len(filled) < _FEWEST:
        return []
    found = {*_peeled(filled, 1), *_peeled(filled, -1)}
    keys = {line.key for line in found}
    # One that was drawn late on a page stands elsewhere in its text.
    found.update(line for page in filled for line in page if line.key in keys)
    return sorted((line.start, line.end) for line in found)


def without(raw: str, places: Sequence[tuple[int, int]]) -> str:
    """The text with blanks in these places, so that all others stay."""
    parts = []
    at = 0
    for start, end in places:
        parts += [raw[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, raw[at:]])


def _lines(page: str, offset: int) -> list[_Line]:
    found = []
    for whole in page.splitlines(keepends=True):
        text = whole.strip()
        if text:
            start = offset + whole.index(text[0])
            found.append(_Line(_DIGITS.sub("#", text), start, start + len(text)))
        offset += len(whole)
    return found


def _peeled(pages: Sequence[Sequence[_Line]], step: int) -> set[_Line]:
    """The lines at one edge of the pages: each is looked for below those that were found already."""
    found: set[_Line] = set()
    edges = [list(page)[::step] for page in pages]
    for _ in range(_DEEPEST):
        held: defaultdict[str, list[int]] = defaultdict(list)
        for number, edge in enumerate(edges):
            if edge and len(edge[0].key) <= _LONGEST:
                held[edge[0].key].append(number)
        running = {key for key, numbers in held.items() if _runs(numbers, len(pages))}
        if not running:
            break
        for edge in edges:
            if edge and edge[0].key in running:
                found.add(edge.pop(0))
    return found


def _runs(numbers: Sequence[int], pages: int) -> bool:
    """Whether a line that stands on these pages runs: on most of them, or on most of the left or the right ones."""
    if len(numbers) * 2 > pages and len(numbers) > 1:
        return True
    sides = Counter(number % 2 for number in numbers)
    return len(sides) == 1 and len(numbers) >= _FEWEST and len(numbers) * 4 > pages
