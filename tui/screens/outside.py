"""Screens that open an article in other programs: its address, its file, its place in an editor."""

from __future__ import annotations

import os
from pathlib import Path

from textual.app import SuspendNotSupported

from index.errors import RecoupeError
from index.interface.outside_arguments import document, editor_command, web_address
from index.model.article import ArticleId
from index.model.text import Span, TextMap
from tui.desk.programs import edit, open_outside
from tui.keytable import bound
from tui.nothing import say_nothing
from tui.screens.keeping import KeepingScreen


class OutsideScreen(KeepingScreen):
    """A screen that opens files; subclasses say in `offset_here` where in the article the reader is."""

    BINDINGS = [
        bound("outside.open", "outside", "Open outside", show=False,
                tooltip="Open the article's address, or else its file, with the system's own program"),
        bound("outside.file", "outside_file", "Open its file", show=False,
                tooltip="Open the article's file with the system's own program; never what could be run"),
        bound("outside.edit", "edit", "Editor", show=False,
                tooltip="Open the file in your editor ($EDITOR) at this passage"),
    ]  # fmt: skip

    def offset_here(self) -> int:
        """The reader's place: a character of the article's clean text."""
        return 0

    def action_outside(self) -> None:
        self._with_article(file=False)

    def action_outside_file(self) -> None:
        self._with_article(file=True)

    def _with_article(self, *, file: bool) -> None:
        here = self.article_here()
        if here is None:
            say_nothing(self, "No article here to open.")
        else:
            self.work("outside", self._open_outside, here, file)

    async def _open_outside(self, id: ArticleId, file: bool) -> None:
        try:
            article = await self.session.desk.article(id)
            address = None if file else web_address(article.url)
            target: str | Path = address or document(await self._file_of(id))
            await open_outside(target)
        except RecoupeError as error:
            self.tell_error(error)
            return
        self.tell(self.t("Opened outside: {what}", what=target))

    async def _file_of(self, id: ArticleId) -> Path:
        return await self.session.desk.ask(lambda library: library.file_of(id))

    def action_edit(self) -> None:
        here = self.article_here()
        if here is None:
            say_nothing(self, "No article here to open.")
        else:
            self.work("outside", self._edit, here, self.offset_here())

    async def _edit(self, id: ArticleId, offset: int) -> None:
        """Suspends the room while the editor has the terminal."""
        desk = self.session.desk
        try:
            article = await desk.article(id)
            raw = await desk.raw_text(id)
            place = TextMap(article.pieces).raw_span(Span(offset, offset + 1)).start
            line = raw[:place].count("\n") + 1
            file = await self._file_of(id)
            command = editor_command(file, line, environment=os.environ)
            with self.app.suspend():
                edit(command)
        except RecoupeError as error:
            self.tell_error(error)
        except SuspendNotSupported:
            self.tell(self.t("The room cannot stand aside for an editor here."), wrong=True)
