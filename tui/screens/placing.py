"""The reader's place in an article: the raw file follows it, and the next visit begins there."""

from __future__ import annotations

from msgspec import structs
from textual import on

from index.errors import RecoupeError
from index.model.article import ArticleId
from tui.screens.base import RoomScreen
from tui.widgets.paper import Paper
from tui.widgets.raw import RawPaper
from tui.widgets.selecting import SelectablePaper

_STANDS_STILL = 0.3
"""Seconds after which the reader's place is written down."""


class PlaceScreen(RoomScreen):
    """A screen with a reader's place; subclasses show an article as `#text` and its file as `#raw`."""

    _article_id: ArticleId

    @property
    def _text(self) -> SelectablePaper:
        return self.query_one("#text", SelectablePaper)

    def action_raw(self) -> None:
        self.toggle_class("-raw")
        if self.has_class("-raw"):
            self._load_raw()
        else:
            self._text.focus()

    def _load_raw(self) -> None:
        self.work("raw", self._read_raw, self._article_id)

    async def _read_raw(self, id: ArticleId) -> None:
        raw = self.query_one(RawPaper)
        try:
            text = await self.session.desk.raw_text(id)
        except RecoupeError as error:
            raw.say(self.session.told(error))
            return
        if self._text.article is not None and self._text.article.id == id:
            raw.show(text, self._text.article)
            self._follow()

    @on(Paper.Scrolled)
    def _scrolled(self, event: Paper.Scrolled) -> None:
        if event.paper is self._text:
            self.set_timer(_STANDS_STILL, self._leave_desk, name="desk")
            if self.has_class("-raw"):
                self._follow()

    def _leave_desk(self) -> None:
        """Writes down where the reader is, so that the next visit begins there."""
        article = self._text.article
        if article is not None and self.app.screen is self:
            offset = self._text.sheet.offset_at(self._text.top) if self._text.top else 0
            self.session.leave(
                structs.replace(self.session.left, reading=article.id, offset=offset)
            )

    def _follow(self) -> None:
        """Scrolls the raw file to the origin of the first visible line of the text."""
        article = self._text.article
        if article is None:
            return
        offset = self._text.sheet.offset_at(self._text.top)
        line = self._text.sheet.line_of(offset)
        below = max(0, line - self._text.top)
        self.query_one(RawPaper).show_place_of(article, offset, below=below)
