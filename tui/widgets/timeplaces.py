"""The places of the parts of a timeline on the sheet, and of the events that join them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from textual.content import Content

from index.model.article import ArticleId
from tui.rendering import joined
from tui.widgets.eventlines import Placed


@dataclass(frozen=True, slots=True)
class Joined:
    """An event by its accounts that have a date: article and source."""

    event: str
    label: str
    accounts: tuple[tuple[ArticleId, str], ...]


@dataclass(slots=True)
class Places:
    """The places of what was drawn, for the mouse."""

    starts: tuple[int, ...] = (0,)
    """Columns in which the spans begin, and the one after the last, counted from the gutter."""
    bar: int = 1
    first: int = 0
    number: int = 0
    undated_at: int = -1
    events: dict[int, list[Placed]] = field(default_factory=dict)
    """Line → events on it."""
    titles: dict[int, ArticleId] = field(default_factory=dict)
    """Line → article whose title stands there."""


def bar_width(step: int) -> int:
    """Width of a bar in a span of some cells: wide spans stand apart."""
    return step - 1 if step >= 3 else step


def dots_drawn(here: Sequence[Placed]) -> Content:
    """A row of events: a line between the first and the last account, a dot for each."""
    pieces: list[tuple[int, Content]] = []
    for one in here:
        columns = dict(one.dots.columns)
        first, last = min(columns), max(columns)
        line = [
            joined(("●", f"series--{columns[at]}"))
            if at in columns
            else joined(("─", "mark--muted"))
            for at in range(first, last + 1)
        ]
        pieces.append((first, joined(*line)))
        pieces.append((one.label_at, joined((one.label, "mark--muted"))))
    content, at = Content(""), 0
    for start, piece in sorted(pieces, key=lambda pair: pair[0]):
        content = joined(content, " " * max(0, start - at), piece)
        at = max(at, start) + piece.cell_length
    return content
