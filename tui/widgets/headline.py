"""The first line: the tabs of the room, the corpus, its size, what is retained.

On screens deeper than a tab, the way back stands before the tabs. All of it works by mouse and by key.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.rendering import joined, spread
from tui.session import Session

ROOMY = 150
"""Width from which the first line has the name of the program and all of the corpus, in columns."""


class Headline(Widget):
    COMPONENT_CLASSES = {
        *("headline--name", "headline--corpus", "headline--facts", "headline--kept"),
        *("headline--tab", "headline--digit", "headline--here"),
    }
    DEFAULT_CSS = """
    Headline { dock: top; height: 1; background: $panel; padding: 0 1; }
    Headline > .headline--name { color: $primary; text-style: bold; }
    Headline > .headline--corpus { text-style: bold; }
    Headline > .headline--facts { color: $muted; }
    Headline > .headline--kept { color: $strength-same; text-style: bold; }
    Headline > .headline--tab { color: $muted; }
    Headline > .headline--digit { color: $faint; }
    Headline > .headline--here { color: $primary; text-style: bold underline; }
    """

    class TabChosen(Message):
        """The reader clicks a tab."""

        def __init__(self, tab: str) -> None:
            super().__init__()
            self.tab = tab

    class BackChosen(Message):
        """The reader clicks the way back."""

    def __init__(
        self, session: Session, tabs: tuple[tuple[str, str], ...] = (), here: str = ""
    ) -> None:
        """`tabs` are ids and titles; none before the room is open."""
        super().__init__()
        self._session = session
        self._tabs = tabs
        self._here = here
        self._deep = False
        self._places: list[tuple[int, int, str]] = []

    def stand(self, here: str, *, deep: bool) -> None:
        """Shows the current tab, and whether the screen is deeper than the tab itself."""
        if (here, deep) != (self._here, self._deep):
            self._here, self._deep = here, deep
            self.refresh()

    def render(self) -> RenderResult:
        t, width = self._session.t, self.size.width
        left = joined(*self._left(width))
        kept = len(self._session.kept.articles)
        retained = t.count("✓ {n} retained", "✓ {n} retained", kept) if kept else ""
        word = t("follows the folder") if width >= ROOMY else ""
        follows = f"↻ {word}".rstrip() if self._session.desk.builder.follows else ""
        ends = joined(
            (f"  {follows}" if follows else "", "headline--facts"),
            (f"  {retained}" if kept else "", "headline--kept"),
        )
        room = width - left.cell_length - ends.cell_length - 2
        return spread(left, joined(self._corpus(room), ends), width)

    def _left(self, width: int) -> Iterator[tuple[str, str]]:
        self._places = []
        at = 0
        if self._deep:
            back = f"‹ {self._session.t('Back')}"
            self._places.append((0, len(back), ""))
            yield back, "headline--name"
            yield "  ", ""
            at = len(back) + 2
        elif width >= ROOMY or not self._tabs:
            yield "Recoupe", "headline--name"
            yield "  ", ""
            at = 9
        for number, (tab, name) in enumerate(self._tabs, start=1):
            if number > 1:
                yield "  ", ""
                at += 2
            digit = f"{number} "
            self._places.append((at, at + len(digit) + len(name), tab))
            yield digit, "headline--digit"
            yield name, "headline--here" if tab == self._here else "headline--tab"
            at += len(digit) + len(name)

    def _corpus(self, room: int) -> Content:
        """As much about the corpus as there is room for: its name first, then its size."""
        t, overview = self._session.t, self._session.overview
        if overview is None:
            return Content("")
        facts = [t.count("{n} article", "{n} articles", overview.articles)]
        if overview.sources:
            facts.append(t.count("{n} source", "{n} sources", overview.sources))
        if overview.first_year and overview.last_year:
            first, last = overview.first_year, overview.last_year
            facts.append(str(first) if first == last else f"{first}–{last}")
        if overview.unread:
            facts.append(t.count("{n} file not read", "{n} files not read", overview.unread))
        name = t("Sample corpus") if overview.sample else overview.corpus
        for number in range(len(facts), -1, -1):
            told = "".join(f" · {fact}" for fact in facts[:number])
            line = joined((name, "headline--corpus"), (told, "headline--facts"))
            if line.cell_length <= room:
                return line
        return Content("")

    def tab_columns(self) -> list[tuple[str, int]]:
        """Each tab and the column of the screen in which it begins."""
        left = self.region.x + self.styles.padding.left
        return [(tab, left + start) for start, _, tab in self._places if tab]

    def _at(self, x: int) -> str | None:
        """The tab at a column, the empty name for the way back."""
        x -= self.styles.padding.left
        return next((tab for start, end, tab in self._places if start <= x < end), None)

    def on_click(self, event: events.Click) -> None:
        tab = self._at(event.x)
        if tab is not None:
            self.post_message(self.TabChosen(tab) if tab else self.BackChosen())
