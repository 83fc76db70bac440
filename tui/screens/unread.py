"""Which files of the corpus gave no article, and why."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content

from index.errors import RecoupeError
from index.interface.texts import Texts
from index.model.article import Unread
from tui.rendering import joined, wrapped
from tui.screens.base import RoomScreen
from tui.widgets.paper import Paper


class UnreadList(Paper):
    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._files: tuple[Unread, ...] | None = None

    def show(self, files: Sequence[Unread]) -> None:
        self._files = tuple(files)
        self.redraw()

    def draw(self, width: int) -> Sequence[Content]:
        if self._files is None:
            return ()
        if not self._files:
            return [joined(""), joined("  ", (self._t("Every file was read."), "mark--good"))]
        lines: list[Content] = []
        for file in self._files:
            lines += [
                joined("  ", line) for line in wrapped(file.path, width - 4, style="mark--strong")
            ]
            reason = self._t(file.reason)
            lines += [
                joined("    ", line) for line in wrapped(reason, width - 6, style="mark--muted")
            ]
        return lines


class UnreadScreen(RoomScreen):
    def body(self) -> ComposeResult:
        yield UnreadList(self.t, id="unread")

    def on_mount(self) -> None:
        listing = self.query_one("#unread", UnreadList)
        listing.border_title = joined(f" {self.t('Files not read')} ")
        listing.focus()
        self.work("unread", self._load)

    async def _load(self) -> None:
        try:
            files = await self.session.desk.unread()
        except RecoupeError as error:
            self.tell_error(error)
            return
        self.query_one("#unread", UnreadList).show(files)
