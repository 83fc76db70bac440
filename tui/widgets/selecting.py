"""A passage selected in an article: by sentences with the keyboard, by characters with the mouse."""

from __future__ import annotations

import re

from textual.selection import Selection

from index.model.text import Span
from tui.keytable import bound
from tui.widgets.article_paper import ArticlePaper

_WORD_END = re.compile(r"\w+\W*")


class SelectablePaper(ArticlePaper):
    """`chosen` is the passage that is selected, over the article's clean text."""

    BINDINGS = [
        bound("article.select", "select", "Select",
                tooltip="Begin a selection: moves take the next sentence, shift lengthens it, Esc leaves"),
        bound("article.take-next", "take(1)", "Next sentence", show=False),
        bound("article.take-previous", "take(-1)", "Previous sentence", show=False),
        bound("article.longer", "lengthen(1)", "Longer", show=False),
        bound("article.shorter", "lengthen(-1)", "Shorter", show=False),
        bound("article.word-more", "word(1)", "A word more", show=False),
        bound("article.word-less", "word(-1)", "A word less", show=False),
        bound("article.leave", "leave_selection", "Leave the selection", show=False,
                tooltip="Go on without a selection"),
    ]  # fmt: skip

    selected: Span | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of movement belong to the selection only while there is one; up and down scroll without one."""
        if action in ("lengthen", "word", "leave_selection"):
            return self.selected is not None
        return super().check_action(action, parameters)

    @property
    def chosen(self) -> Span | None:
        """The stretch that the keyboard selected, else the one that the mouse did."""
        if self.selected is not None:
            return self.selected
        return self._span_of(self.text_selection) if self.text_selection else None

    def action_select(self) -> None:
        article = self.article
        if article is None or not article.annotations.sentences:
            return
        start = self.here.start if self.here else self.sheet.offset_at(self.top)
        sentences = self._sentences()
        self._choose(next((one for one in sentences if one.end > start), sentences[-1]))

    def action_take(self, direction: int) -> None:
        """The next sentence or the one before; without a selection a line further down or up."""
        if self.selected is None:
            # A widget has one binding a key: this one hides that of the sheet below.
            self.scroll_relative(y=direction, animate=False)
            return
        sentences = self._sentences()
        if direction > 0:
            after = [one for one in sentences if one.start >= self.selected.end]
            self._choose(after[0] if after else sentences[-1])
        else:
            before = [one for one in sentences if one.end <= self.selected.start]
            self._choose(before[-1] if before else sentences[0])

    def action_lengthen(self, direction: int) -> None:
        if self.selected is None:
            return
        ends = [one.end for one in self._sentences()]
        start, end = self.selected
        if direction > 0:
            end = next((one for one in ends if one > end), end)
        else:
            end = next((one for one in reversed(ends) if start < one < end), end)
        self._choose(Span(start, end))

    def action_word(self, direction: int) -> None:
        if self.selected is None or self.article is None:
            return
        start, end = self.selected
        text = self.article.text
        if direction > 0:
            match = _WORD_END.search(text, end)
            end = match.end() if match else end
        else:
            words = [match.start() for match in _WORD_END.finditer(text, start, end)]
            end = words[-1] if len(words) > 1 else end
        while end > start and text[end - 1].isspace():
            end -= 1
        self._choose(Span(start, end))

    def action_leave_selection(self) -> None:
        self.selected = None
        self.here = None
        self.redraw()

    def clear_chosen(self) -> None:
        """Ends the selection, of keyboard and mouse."""
        if self.selected is not None:
            self.action_leave_selection()
        self.screen.clear_selection()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words of the article, without margin signs and without line breaks that the width made."""
        span = self._span_of(selection)
        if span is None or self.article is None:
            return super().get_selection(selection)
        return span.of(self.article.text), "\n"

    def _choose(self, span: Span) -> None:
        self.selected = span
        self.go_to(span)

    def _sentences(self) -> list[Span]:
        article = self.article
        return [Span(*one) for one in article.annotations.sentences] if article else []

    def _span_of(self, selection: Selection) -> Span | None:
        """The stretch of the article in a selection of the screen."""
        sheet, article = self.sheet, self.article
        if article is None or not sheet.offsets:
            return None
        if selection.end is None:
            sheet.unfold()
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else len(sheet.offsets) - 1
        found: list[int] = []
        for line in range(max(0, first), min(last, len(sheet.offsets) - 1) + 1):
            offset = sheet.offsets[line]
            if offset < 0:
                continue
            length = max(0, len(sheet[line].plain) - sheet.lead)
            left = selection.start.x - sheet.lead if selection.start and line == first else 0
            right = selection.end.x - sheet.lead if selection.end and line == last else length
            left, right = max(0, min(left, length)), max(0, min(right, length))
            if right > left:
                found += [offset + left, offset + right]
        return trimmed(article.text, min(found), max(found)) if found else None


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A stretch without the white space at its ends; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None
