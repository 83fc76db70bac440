"""Every occurrence in its context, one a line: only the lines that are visible are ever made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message

from index.interface.texts import Texts
from index.model.article import Basis
from index.model.found import Concordance, ConcordanceLine, Neighbours
from tui.keytable import bound
from tui.nothing import say_nothing
from tui.rendering import Mark, fitted, joined, styled, truncated, visible, wrapped
from tui.widgets.paper import Paper

WIDEST_FORM = 32
WIDEST_PLACE = 40
WHOLE_DATE = 34
"""Width of source and date, in cells, from which the date is more than a year."""
_FIRST_WORD = re.compile(r"^\W*(\w+)")
_LAST_WORD = re.compile(r"(\w+)\W*$")


@dataclass(frozen=True, slots=True)
class Shares:
    """The widths of the parts of a line."""

    left: int
    form: int
    right: int
    place: int
    """Width of source and date at the end of the line; 0 where there is no room."""

    @classmethod
    def of(cls, width: int, lines: Sequence[ConcordanceLine]) -> Shares:
        longest = max((cell_len(line.form) for line in lines), default=0)
        form = min(WIDEST_FORM, width // 3, longest)
        place = min(WIDEST_PLACE, width // 4) if width >= 60 else 0
        sides = max(8, width - form - place - (3 if place else 1))
        left = sides // 2
        return cls(left, form, sides - left, place)


class _Drawn(Sequence[Content]):
    """The lines in the form in which they were last drawn."""

    def __init__(self, occurrences: Occurrences, number: int) -> None:
        self._occurrences = occurrences
        self._number = number

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, index: int) -> Content: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Content]: ...
    def __getitem__(self, index: int | slice) -> Content | Sequence[Content]:
        if isinstance(index, slice):
            return [self._occurrences.drawn(at) for at in range(*index.indices(self._number))]
        return self._occurrences.drawn(index)

    def __iter__(self) -> Iterator[Content]:
        return (self._occurrences.drawn(at) for at in range(self._number))


class Occurrences(Paper):
    """A cursor over the lines of a concordance."""

    COMPONENT_CLASSES = {"occurrences--cursor", "occurrences--rail"}
    DEFAULT_CSS = """
    Occurrences > .occurrences--cursor { background: $row-background; }
    Occurrences > .occurrences--rail { color: $primary; }
    """
    BINDINGS = [
        bound("list.up", "cursor(-1)", "Up", show=False),
        bound("list.down", "cursor(1)", "Down", show=False),
        bound("list.page-up", "cursor_page(-1)", "Page up", show=False),
        bound("list.page-down", "cursor_page(1)", "Page down", show=False),
        bound("list.half-up", "cursor_page(-1, 0.5)", "Half a page up", show=False),
        bound("list.half-down", "cursor_page(1, 0.5)", "Half a page down", show=False),
        bound("list.home", "cursor_to(0)", "First", show=False),
        bound("list.end", "cursor_to(-1)", "Last", show=False),
        bound("occurrences.read", "choose", "Read",
                tooltip="Open the article at this place"),
    ]  # fmt: skip

    @dataclass
    class Moved(Message):
        """The cursor stands on another line."""

        line: ConcordanceLine

    @dataclass
    class Chosen(Message):
        """The reader chose a line."""

        line: ConcordanceLine

    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._found: tuple[ConcordanceLine, ...] = ()
        self._by = Neighbours.RIGHT
        self._shares = Shares(0, 0, 0, 0)
        self._word = ""
        self.cursor = 0
        self.is_noted: Callable[[ConcordanceLine], bool] = lambda line: False
        """Whether the notebook holds a line, which then has a pencil."""

    def show(self, found: Concordance, by: Neighbours) -> None:
        """Shows other lines, or the same in another order: the cursor stays on its occurrence."""
        # A cursor that was not moved yet stays at the top, whatever line comes there.
        here = self.current if self.cursor else None
        self._found, self._by, self._word = found.lines, by, ""
        places = ((n, line) for n, line in enumerate(self._found) if here is not None)
        self.cursor = next(
            (
                n
                for n, line in places
                if here and (line.article, line.span) == (here.article, here.span)
            ),
            0,
        )
        self.redraw()
        self.move_to(self.cursor)

    def say(self, sentence: str) -> None:
        """Shows a short text in place of lines."""
        self._found, self._word = (), sentence
        self.redraw()

    @property
    def current(self) -> ConcordanceLine | None:
        return self._found[self.cursor] if self.cursor < len(self._found) else None

    def first_of(self, group: str) -> int | None:
        """The first line that is counted under a group."""
        return next((n for n, line in enumerate(self._found) if line.group == group), None)

    def draw(self, width: int) -> Sequence[Content]:
        if not self._found:
            lines = wrapped(self._word, max(8, width - 4), style="mark--muted")
            return [Content(""), *(joined("  ", line) for line in lines)]
        self._shares = Shares.of(width - 1, self._found)
        return _Drawn(self, len(self._found))

    def drawn(self, index: int) -> Content:
        """One line: the context before, the word, the context after, source and date."""
        line, shares = self._found[index], self._shares
        left = _end_of(visible(line.left), shares.left)
        near = _LAST_WORD.search(left) if self._by is Neighbours.LEFT else None
        before = styled(left, [Mark(*near.span(1), "mark--warm")] if near else ())
        form = truncated(joined((line.form, "mark--match")), shares.form)
        near = _FIRST_WORD.search(line.right) if self._by is Neighbours.RIGHT else None
        after = styled(line.right, [Mark(*near.span(1), "mark--warm")] if near else ())
        rest = shares.right + shares.form - form.cell_length
        parts: list[Content | tuple[str, str] | str] = [
            ("✎", "mark--kept") if self.is_noted(line) else " ",
            " " * max(0, shares.left - before.cell_length),
            before,
            form,
            fitted(after, rest),
        ]
        if shares.place:
            parts += ["  ", self._place(line, shares.place)]
        return joined(*parts)

    def _place(self, line: ConcordanceLine, width: int) -> Content:
        when, published = self._t.date(line.published), line.published
        if width < WHOLE_DATE and published.earliest:
            when = ("" if published.basis is Basis.STATED else "~") + published.earliest[:4]
        date = joined((when, "mark--muted"))
        source = line.source or self._t("source not stated")
        room = width - date.cell_length - 1
        style = "mark--muted" if line.source else "mark--faint"
        return joined(fitted(joined((source, style)), room), " ", date)

    def line_style(self, index: int) -> str:
        return "occurrences--cursor" if self._found and index == self.cursor else ""

    def line_content(self, index: int) -> Content:
        content = super().line_content(index)
        if self._found and index == self.cursor:
            rail = "occurrences--rail" if self.has_focus else "mark--faint"
            return joined((content.plain[0] if content.plain[0] != " " else "▌", rail), content[1:])
        return content

    def move_to(self, index: int) -> None:
        """Puts the cursor on a line and shows it."""
        if not self._found:
            return
        self.cursor = max(0, min(len(self._found) - 1, index))
        self.show_line(self.cursor, margin=2)
        self.refresh()
        self.post_message(self.Moved(self._found[self.cursor]))

    def put_on_top(self, index: int) -> None:
        """Puts the cursor on a line and brings it to the top of the sheet."""
        self.scroll_to(y=index, animate=False)
        self.move_to(index)

    def step_to_group(self, by: int) -> None:
        """Goes to the first line of the next group; backwards, to the first of this group, then of the one before."""
        here = self.current
        if here is None:
            return
        at = self.cursor + by
        if by < 0 and at >= 0:
            here = self._found[at]
            while at > 0 and self._found[at - 1].group == here.group:
                at -= 1
        while by > 0 and at < len(self._found) and self._found[at].group == here.group:
            at += 1
        if 0 <= at < len(self._found):
            self.move_to(at)
        else:
            say_nothing(self, "No further group in this direction.")

    def action_cursor(self, by: int) -> None:
        self.move_to(self.cursor + by)

    def action_cursor_page(self, direction: int, share: float = 1) -> None:
        height = max(2, round(self.scrollable_content_region.height * share))
        self.move_to(self.cursor + direction * (height - 1))

    def action_cursor_to(self, index: int) -> None:
        self.move_to(len(self._found) - 1 if index < 0 else index)

    def action_choose(self) -> None:
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def on_click(self, event: events.Click) -> None:
        """A click goes to a line, a second one chooses it."""
        index = self.line_at(event)
        if index is None or not self._found:
            return
        event.stop()
        again = index == self.cursor
        self.move_to(index)
        if again or event.chain > 1:
            self.action_choose()


def _end_of(text: str, width: int) -> str:
    """The last part of a text that fits into `width` cells, `…` before it when it is cut."""
    if cell_len(text) <= width:
        return text
    start = len(text) - width + 1
    while start < len(text) and cell_len(text[start:]) > width - 1:
        start += 1
    return "…" + text[start:]
