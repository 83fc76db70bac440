"""The outcome of the files of the corpus: which gave no article and why, and what others lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.content import Content

from index.errors import RecoupeError
from index.interface.accounts import account_head, account_reasons
from index.interface.texts import Texts
from index.model.file_outcomes import FileAccount
from tui.rendering import joined, wrapped
from tui.screens.base import RoomScreen
from tui.widgets.paper import Paper


class FileList(Paper):
    """Files that were not read, then those with something to report."""

    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._files: tuple[FileAccount, ...] | None = None

    def show(self, files: Sequence[FileAccount]) -> None:
        self._files = tuple(files)
        self.redraw()

    def draw(self, width: int) -> Sequence[Content]:
        if self._files is None:
            return ()
        unread = [file for file in self._files if not file.articles]
        told = [file for file in self._files if file.articles and file.is_remarkable]
        lines: list[Content] = []
        if not unread:
            lines += [joined(""), joined("  ", (self._t("Every file was read."), "mark--good"))]
        else:
            lines += [joined(""), joined("  ", (self._t("Not read"), "mark--key")), joined("")]
        for file in unread:
            lines += self._file(file.path, "", width)
            lines += self._reason(self._t(file.reason or ""), "", width)
        if told:
            lines += [joined(""), joined("  ", (self._t("File by file"), "mark--key")), joined("")]
        for file in told:
            lines += self._file(file.path, account_head(self._t, file), width)
            for reason, named in account_reasons(self._t, file):
                lines += self._reason(reason, named, width)
        return lines

    def _file(self, path: str, told: str, width: int) -> Iterator[Content]:
        for line in wrapped(path, width - 4, style="mark--strong"):
            yield joined("  ", line)
        if told:
            yield joined("    ", told)

    def _reason(self, reason: str, named: str, width: int) -> Iterator[Content]:
        text = f"{reason} ({named})" if named else reason
        for line in wrapped(text, width - 6, style="mark--muted"):
            yield joined("    ", line)


class UnreadScreen(RoomScreen):
    def body(self) -> ComposeResult:
        yield FileList(self.t, id="unread")

    def on_mount(self) -> None:
        listing = self.query_one("#unread", FileList)
        listing.border_title = joined(f" {self.t('The files of the corpus')} ")
        listing.focus()
        self.work("unread", self._load)

    async def _load(self) -> None:
        try:
            files = await self.session.desk.files()
        except RecoupeError as error:
            self.tell_error(error)
            return
        self.query_one("#unread", FileList).show(files)
