"""The earlier queries: the reader walks through them, finds one by a part, and takes it up again."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from index.interface.texts import Texts
from index.text.folding import fold
from tui.keytable import bound
from tui.rendering import joined, truncated
from tui.screens.box import Box, rows_of_box
from tui.widgets.items import Item, Items
from tui.widgets.line import Line


class Queries(Items):
    BINDINGS = [bound("history.choose", "choose", "Take up")]

    def __init__(self, t: Texts, queries: list[str]) -> None:
        super().__init__(id="queries")
        self._t = t
        self._queries = list(reversed(queries))
        self._sought = ""

    def seek(self, sought: str) -> None:
        self._sought = fold(sought.strip())
        self.redraw()
        self.move_to(self.first_key(), silent=True)

    def draw_items(self, width: int) -> list[Item]:
        found = [query for query in self._queries if self._sought in fold(query)]
        if not found:
            return [Item((joined(" ", (self._t("No query yet."), "mark--muted")),))]
        return [Item((truncated(joined("  ", query), width),), key=query) for query in found]


class SeekLine(Line):
    BINDINGS = [bound("history.choose", "submit", "Take up")]


class HistoryScreen(Box[str | None]):
    BINDINGS = [
        bound("history.back", "dismiss", "Back"),
        bound("history.down", "down", "Down", show=False),
        bound("history.up", "up", "Up", show=False),
    ]

    def body(self) -> ComposeResult:
        t = self.t
        with Vertical(id="history") as frame:
            frame.border_title = joined(f" {t('Earlier queries')} ")
            frame.styles.height = rows_of_box(len(self.session.queries))
            yield SeekLine(placeholder=t("filter the list…"), compact=True, id="sought")
            yield Queries(t, self.session.queries)

    @property
    def _list(self) -> Queries:
        return self.query_one("#queries", Queries)

    def on_mount(self) -> None:
        self.query_one("#sought").focus()
        self.call_after_refresh(self._list.seek, "")

    @on(Input.Changed, "#sought")
    def _seek(self, event: Input.Changed) -> None:
        self._list.seek(event.value)

    @on(Input.Submitted, "#sought")
    def _take(self) -> None:
        self.dismiss(self._list.cursor or None)

    @on(Items.Chosen, "#queries")
    def _chosen(self, event: Items.Chosen) -> None:
        self.dismiss(event.key)

    def action_down(self) -> None:
        self._list.step(1)

    def action_up(self) -> None:
        self._list.step(-1)
