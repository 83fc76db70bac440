"""Whole texts side by side that scroll together, statement by statement."""

from __future__ import annotations

from textual import on

from index.model.statement_rows import Statement
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.widgets.paper import Paper
from tui.widgets.textcolumn import TextColumn, locked_top


class LockedTexts(RoomScreen):
    """A screen with a text column for each source; its statements hold them together while `-text` shows them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._expected: dict[int, int] = {}
        """The top line that the lock gave each text, so that this movement is not followed again."""
        self._statements: tuple[Statement, ...] = ()

    def _text(self, column: int) -> TextColumn:
        return self.query_one(f"#text-{column}", TextColumn)

    def _go_in_texts(self, number: int) -> None:
        """Brings a statement to the same height in all columns that have it."""
        texts = list(self.query(TextColumn))
        having = [text for text in texts if text.line_of(number) is not None]
        for text in texts:
            text.mark_current(number)
        for text in having:
            line = text.line_of(number) or 0
            third = text.scrollable_content_region.height // 3
            self._move(text, max(0, line - third))
        lacking = [text for text in texts if text not in having]
        for text in lacking:
            top = locked_top(having[0], text, self._statements)
            if top is not None:
                self._move(text, top)

    def _move(self, text: TextColumn, top: int) -> None:
        top = min(top, int(text.max_scroll_y))
        if top != text.top:
            self._expected[text.column] = top
            text.scroll_to(y=top, animate=False)

    @on(Paper.Scrolled)
    def _lock(self, event: Paper.Scrolled) -> None:
        """Moves the other texts along with the one that the reader moved, statement by statement."""
        leader = event.paper
        if not isinstance(leader, TextColumn) or not self.has_class("-text"):
            return
        if self._expected.pop(leader.column, None) == leader.top:
            return
        for follower in self.query(TextColumn):
            if follower is not leader:
                top = locked_top(leader, follower, self._statements)
                if top is not None:
                    self._move(follower, top)
