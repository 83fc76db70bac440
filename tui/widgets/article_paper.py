"""The text of one article: the reader walks through matches and mentions, and unfolds what was set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from index.interface.texts import Texts
from index.model.article import Article, EntityId
from index.model.text import Span
from tui.aside import asides_by_place
from tui.keytable import bound
from tui.marks import reading_marks, reading_signs
from tui.nothing import say_nothing
from tui.rendering import joined, wrapped
from tui.sheet import Layout, Sheet
from tui.widgets.paper import Paper

_STEP = 300
"""How many lines below the visible ones are laid out at once: that takes some ten milliseconds."""
_PAUSE = 0.01
"""Seconds between two such steps, left to keys and drawing."""


class ArticlePaper(Paper):
    """Shows an article, or a short text in its place."""

    BINDINGS = [
        bound("article.next-match", "match(1)", "Next match",
                tooltip="The next word of the query in the text, then the next article"),
        bound("article.previous-match", "match(-1)", "Previous match", show=False,
                tooltip="The word of the query before this one"),
        bound("article.next-mention", "mention(1)", "Next entity",
                tooltip="The next person, place, organisation… that the text names"),
        bound("article.previous-mention", "mention(-1)", "Previous entity", show=False,
                tooltip="The entity named before this one"),
        bound("article.asides", "asides", "Set aside",
                tooltip="Show in its place what is no part of the article, and why"),
        bound("article.mention", "open_mention", "Entity card", show=False,
                tooltip="Open the card of the entity that the walk stands on"),
    ]  # fmt: skip

    @dataclass
    class Ended(Message):
        """The walk through the matches went past the first (-1) or the last one (1)."""

        paper: ArticlePaper
        direction: int

    @dataclass
    class MentionOpened(Message):
        """The reader asks for an entity."""

        paper: ArticlePaper
        entity: EntityId

    def __init__(self, t: Texts, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._t = t
        self.article: Article | None = None
        self.matches: tuple[Span, ...] = ()
        self.here: Span | None = None
        self.asides_shown = False
        self._sheet = Sheet()
        self._laid_out: tuple[Article, int, bool] | None = None
        """The article, the width, and whether stretches set aside are shown: what `_sheet` was made for."""
        self._placeholder = ""
        self.noted: tuple[Span, ...] = ()
        """The marks of the notebook in the article."""

    def show(self, article: Article, matches: Sequence[Span], *, keep_place: bool = False) -> None:
        """Shows another article, from its top, or the same one with other marks."""
        same = self.article is not None and self.article.id == article.id
        self.article, self.matches = article, tuple(matches)
        self.here = self.here if same and keep_place else None
        self.redraw()
        if not (same and keep_place):
            self.scroll_home(animate=False)

    def say(self, sentence: str) -> None:
        """Shows a short text in place of an article."""
        self.article, self.matches, self.here = None, (), None
        self._placeholder = sentence
        self.redraw()

    def draw(self, width: int) -> Sequence[Content]:
        if self.article is None:
            room = max(1, width - 6)
            lines = wrapped(self._placeholder, room, style="mark--muted")
            return [Content(""), *(joined("   ", line) for line in lines)]
        article = self.article
        layout = Layout(
            width=width,
            t=self._t,
            marks=reading_marks(article, self.matches, self.here, self.noted),
            signs=reading_signs(article, self.matches, self.noted),
            margin=4 if width >= 50 else 2,
            asides=self.asides_shown,
        )
        before = self._laid_out
        self._laid_out = (article, width, self.asides_shown)
        if before is not None and before[0] is article and before[1:] == self._laid_out[1:]:
            self._sheet.restyle(layout)
        else:
            top = self.top if before is not None and before[0].id == article.id else 0
            self._sheet = Sheet(article, layout)
            self._sheet.unfold(top + _STEP)
            self._unfold_later(self._sheet)
        return self._sheet

    def _unfold_later(self, sheet: Sheet) -> None:
        """Lays out the lines below the visible ones step by step, while the reader reads."""
        if not sheet.whole:
            self.set_timer(_PAUSE, partial(self._unfold, sheet))

    def _unfold(self, sheet: Sheet) -> None:
        if sheet is self._sheet:
            sheet.unfold(len(sheet) + _STEP)
            self._grow()
            self._unfold_later(sheet)

    def _grow(self) -> None:
        """Makes the sheet as long as the lines laid out so far, so that they can be scrolled to."""
        if self._laid_out is not None and self.article is not None:
            self.virtual_size = Size(self._laid_out[1], len(self._sheet))

    def _line_of(self, offset: int) -> int:
        """The line of a character, laid out so that it can be scrolled to."""
        line = self._sheet.line_of(offset)
        self._grow()
        return line

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    def go_to(self, span: Span) -> None:
        """Marks a stretch of the text and brings it into view."""
        self.here = span
        self.redraw()
        self.show_line(self._line_of(span.start), margin=3)

    def sees(self, span: Span) -> bool:
        """Whether a stretch of the text begins in view."""
        line = self._sheet.line_of(span.start)
        return self.top <= line < self.top + self.scrollable_content_region.height

    def put_on_top(self, offset: int) -> None:
        """Brings a character of the text into the first line."""
        self.scroll_to(y=self._sheet.line_of(offset), animate=False)

    def walk(self, spans: Sequence[Span], direction: int) -> bool:
        """Goes to the next or the previous of some stretches; whether there was one."""
        if self.here is not None:
            start = self.here.start
        else:
            start = self._sheet.offset_at(self.top) - (1 if direction > 0 else 0)
            if self.top == 0 and direction > 0:
                start = -1
        ahead = [span for span in spans if (span.start > start) == (direction > 0)]
        ahead = [span for span in ahead if span != self.here]
        if not ahead:
            return False
        self.go_to(ahead[0] if direction > 0 else ahead[-1])
        return True

    def action_scroll_end(self) -> None:
        self._sheet.unfold()
        self._grow()
        super().action_scroll_end()

    def action_match(self, direction: int) -> None:
        if not self.walk(self.matches, direction):
            self.post_message(self.Ended(self, direction))

    def action_mention(self, direction: int) -> None:
        if self.article is not None:
            spans = [Span(m.start, m.end) for m in self.article.annotations.mentions]
            if not self.walk(spans, direction):
                self.here = None
                if not self.walk(spans, direction):
                    say_nothing(self, "No entity is named in this text.")

    def action_asides(self) -> None:
        if self.article is None:
            return
        if not asides_by_place(self.article):
            say_nothing(self, "Nothing was set aside in this article.")
            return
        seen = self._sheet.offset_at(self.top)
        at_top = self.top == 0
        self.asides_shown = not self.asides_shown
        self.redraw()
        if not at_top:
            self.scroll_to(y=self._line_of(seen), animate=False)
        if self.asides_shown:
            self.call_after_refresh(self._show_aside)

    def _show_aside(self) -> None:
        """Shows the next stretch that was set aside when none is on the screen; the last one when all are above."""
        sheet = self._sheet
        while (
            not (below := [line for line in sheet.asides if line >= self.top]) and not sheet.whole
        ):
            sheet.unfold(len(sheet) + _STEP)
        self._grow()
        if lines := sheet.asides:
            self.show_line(below[0] if below else lines[-1], margin=3)

    def action_open_mention(self) -> None:
        if self.here is not None:
            self._open_mention_at(self.here.start)

    def on_click(self, event: events.Click) -> None:
        line = self.line_at(event)
        if line is None or self.article is None or self._sheet.offsets[line] < 0:
            return
        offset = event.get_content_offset(self)
        if offset is not None and offset.x >= self._sheet.lead:
            self._open_mention_at(self._sheet.offsets[line] + offset.x - self._sheet.lead)

    def _open_mention_at(self, offset: int) -> None:
        if self.article is None:
            return
        for mention in self.article.annotations.mentions:
            if mention.start <= offset < mention.end:
                self.here = Span(mention.start, mention.end)
                self.redraw()
                self.post_message(self.MentionOpened(self, mention.entity))
                return
