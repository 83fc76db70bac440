"""The raw file beside the clean text: what was set aside is dimmed, with the reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from textual.content import Content

from index.interface.texts import Texts
from index.model.article import Article
from index.model.text import Span, TextMap
from tui.aside import reason_in_words
from tui.rendering import Mark, joined, styled, wrap, wrapped
from tui.widgets.paper import Paper


class RawPaper(Paper):
    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._raw = ""
        self._article: Article | None = None
        self._word = ""
        self._starts: list[int] = []

    def show(self, raw: str, article: Article) -> None:
        self._raw, self._article, self._word = raw, article, ""
        self.redraw()

    def say(self, sentence: str) -> None:
        """Shows a short text in place of the file."""
        self._article, self._word = None, sentence
        self.redraw()

    def draw(self, width: int) -> Sequence[Content]:
        self._starts = []
        if self._article is None:
            return wrapped(self._word, max(1, width - 2), style="mark--muted")
        marks = [
            Mark(aside.raw_start, aside.raw_end, "mark--aside") for aside in self._article.set_aside
        ]
        reasons = {
            aside.raw_start: reason_in_words(self._t, aside.reason, aside.signs)
            for aside in self._article.set_aside
        }
        content = styled(self._raw, marks)
        lines: list[Content] = []
        for line in wrap(self._raw, max(8, width - 3)):
            why = [word for start, word in reasons.items() if line.start <= start < line.end]
            aside = any(m.start < line.end and m.end > line.start for m in marks)
            rail = ("┊ ", "mark--faint") if aside else "  "
            if why and aside:
                lines.append(joined(("┊ ", "mark--faint"), (f"⌁ {', '.join(why)}", "mark--key")))
                self._starts.append(line.start)
            lines.append(joined(rail, content[line.start : line.end]))
            self._starts.append(line.start)
        return lines

    def show_place_of(self, article: Article, offset: int, *, below: int) -> None:
        """Scroll so that the origin of a clean offset stands `below` lines from the top."""
        if not self._starts:
            return
        raw = TextMap(article.pieces).raw_span(Span(offset, offset + 1)).start
        line = max(0, bisect_right(self._starts, raw) - 1)
        self.scroll_to(y=max(0, line - below), animate=False)
