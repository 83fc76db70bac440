"""The heads of the columns of a comparison: letter, source, date and title of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from index.interface.texts import Texts
from index.model.article import Article
from tui.rendering import fitted, joined, truncated
from tui.widgets.statement_columns import LETTERS, Widths


class ColumnHeads(Widget):
    DEFAULT_CSS = """
    ColumnHeads { height: 2; padding: 0 1; background: $background; }
    """

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._articles: tuple[Article, ...] = ()
        self._widths: Widths | None = None
        self._column = 0
        self._heads: list[tuple[int, int, int]] = []

    @dataclass
    class ColumnChosen(Message):
        column: int

    def show(self, articles: Sequence[Article], column: int) -> None:
        self._articles, self._column = tuple(articles), column
        self.refresh()

    def place(self, widths: Widths | None) -> None:
        self._widths = widths
        self.refresh()

    def render(self) -> RenderResult:
        if not self._articles:
            return Content("")
        count = len(self._articles)
        widths = self._widths
        rooms = (
            widths.columns
            if widths
            else (max(4, (self.content_size.width - 1) // count - 3),) * count
        )
        first: list[Content | str] = [" "]
        second: list[Content | str] = [" "]
        self._heads = []
        at = 1
        for column, (article, room) in enumerate(zip(self._articles, rooms, strict=True)):
            here = column == self._column
            letter = joined((f"{'▸' if here else ' '}{LETTERS[column]} ", "mark--key"))
            source = article.source or self._t("source not stated")
            name = joined(
                letter,
                (source, "mark--strong" if here else ""),
                (f" · {self._t.date(article.published)}", "mark--muted"),
            )
            first += [fitted(name, room + 1), "  "]
            title = joined(("   " + article.title, "mark--muted"))
            second += [fitted(title, room + 1), "  "]
            self._heads.append((at, at + room + 1, column))
            at += room + 3
        width = self.content_size.width
        return Content("\n").join(
            [truncated(joined(*first), width), truncated(joined(*second), width)]
        )

    def on_click(self, event: events.Click) -> None:
        for start, end, column in self._heads:
            if start <= event.x - 1 < end:
                self.post_message(self.ColumnChosen(column))
