"""One whole source beside others: its aligned sentences are tinted and numbered by row."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from index.interface.texts import Texts
from index.model.article import Article
from index.model.statement_rows import Statement
from tui.rendering import Mark, mark_spans
from tui.sheet import Layout, Sheet, lay_out
from tui.stretches import Sign
from tui.widgets.paper import Paper


class TextColumn(Paper):
    def __init__(self, t: Texts, column: int) -> None:
        super().__init__(id=f"text-{column}")
        self._t = t
        self.column = column
        self._article: Article | None = None
        self._statements: tuple[Statement, ...] = ()
        self._styles: dict[int, str] = {}
        self._current: int | None = None
        self.sheet = Sheet()

    def show(
        self, article: Article, statements: Sequence[Statement], styles: dict[int, str]
    ) -> None:
        """Shows an article; the statements compared, and the component class of each number of them."""
        self._article, self._statements, self._styles = article, tuple(statements), styles
        self.redraw()

    def draw(self, width: int) -> Sequence[Content]:
        if self._article is None:
            return ()
        found = self._article.annotations
        marks: list[Mark] = []
        signs: list[Sign] = []
        for number, statement in enumerate(self._statements):
            style = self._styles[number]
            for span in statement.places(self.column):
                if statement.row is not None:
                    marks.append(Mark(span.start, span.end, style))
                    signs.append(Sign(span.start, f"{number + 1}", style))
                if number == self._current:
                    marks.append(Mark(span.start, span.end, "mark--row"))
        marks += mark_spans(((q.start, q.end) for q in found.quotes), "mark--quote")
        layout = Layout(width=width, t=self._t, marks=tuple(marks), signs=tuple(signs), margin=4)
        self.sheet = lay_out(self._article, layout)
        return self.sheet

    def mark_current(self, number: int | None) -> None:
        """Gives the passage of the current statement a ground."""
        if number != self._current:
            self._current = number
            self.redraw()

    def line_of(self, number: int) -> int | None:
        """The line of a statement here; None when this source does not have it."""
        cell = self._statements[number].places(self.column)
        return self.sheet.line_of(cell[0].start) if cell else None


def locked_top(
    leader: TextColumn, follower: TextColumn, statements: Sequence[Statement]
) -> int | None:
    """The top line of a column that puts its aligned statement level with the leader's.

    The statement is the last one that both have and that begins in the upper third of the
    leader's view, else the next one after it. None when they share no statement.
    """
    shared: list[tuple[int, int]] = []
    for number in range(len(statements)):
        a, b = leader.line_of(number), follower.line_of(number)
        if a is not None and b is not None:
            shared.append((a, b))
    if not shared:
        return None
    shared.sort()
    eye = leader.top + leader.scrollable_content_region.height // 3
    before = [pair for pair in shared if pair[0] <= eye]
    here, there = before[-1] if before else shared[0]
    return max(0, there - (here - leader.top))
