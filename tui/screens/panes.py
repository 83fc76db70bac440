"""The panes of the search: their places, and the way from one to the next."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input

from tui.keytable import bound
from tui.screens.search_doors import DoorsScreen
from tui.session import Session
from tui.widgets.article_paper import ArticlePaper
from tui.widgets.chips import Chips
from tui.widgets.facet_list import Facets
from tui.widgets.line import Line
from tui.widgets.query import Query
from tui.widgets.results import Results
from tui.widgets.watch import Watch


class PanesScreen(DoorsScreen):
    """A screen of panes; where not all have room, the focused pane is in view."""

    CSS_PATH = "search.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-two"), (118, "-three"), (160, "-wide")]
    BINDINGS = [
        bound("search.query", "query", "Search",
                tooltip="Go to the line where one asks"),
        bound("search.seek", "seek", "Find an entity",
                tooltip="Type a part of a name to list only the entities that have it"),
        bound("search.next-pane", "pane(1)", "Next pane", show=False),
        bound("search.previous-pane", "pane(-1)", "Previous pane", show=False),
    ]  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._heading_for: Widget | None = None
        """The pane that has the focus, or gets it as soon as it is in view."""

    def body(self) -> ComposeResult:
        t = self.t
        yield Query(t, id="query")
        yield Chips(t)
        yield Watch(self.session)
        with Horizontal(id="panes"):
            with Vertical(id="sidebar"):
                yield Line(placeholder=t("filter the list…"), id="seek", compact=True)
                yield Facets(t, id="facets")
            yield Results(t, self.session.kept, id="results")
            yield ArticlePaper(t, id="reading")

    @property
    def _results(self) -> Results:
        return self.query_one("#results", Results)

    @property
    def _facets(self) -> Facets:
        return self.query_one("#facets", Facets)

    @property
    def _paper(self) -> ArticlePaper:
        return self.query_one("#reading", ArticlePaper)

    @property
    def _panes(self) -> tuple[Widget, ...]:
        """The panes, from the top, then from left to right."""
        return (self.query_line, self._facets, self._results, self._paper)

    def _go_to(self, pane: Widget) -> None:
        """Brings a pane into view where not all have room, then focuses it."""
        self.all_panes()
        self.set_class(pane is self._paper, "-on-reading")
        self.set_class(pane is self._facets or pane.id == "seek", "-on-sidebar")
        self._heading_for = pane
        if pane.focusable:
            pane.focus()
        else:
            self.call_after_refresh(pane.focus)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self._heading_for = event.widget
        self.set_class(event.widget is self._paper, "-on-reading")
        self.set_class(event.widget.id in ("seek", "facets"), "-on-sidebar")

    def action_pane(self, direction: int) -> None:
        panes = self._panes
        here = self._heading_for
        if here is not None and here.id == "seek":
            here = self._facets
        at = panes.index(here) if here in panes else 0
        self._go_to(panes[(at + direction) % len(panes)])

    def action_query(self) -> None:
        self._go_to(self.query_line)

    def action_seek(self) -> None:
        self._go_to(self.query_one("#seek", Input))

    def action_back(self) -> None:
        """Goes from a pane to the results, from there to a query to mend; it never leaves the room.

        An empty query is left: in its line the number of a tab would be a word.
        """
        if self.focused is self.query_line:
            if self.query_line.value:
                self.query_line.put("")
            else:
                self._go_to(self._results)
        elif self.focused is self._results or self.focused is None:
            if self.query_line.value:
                self._go_to(self.query_line)
        else:
            seek = self.query_one("#seek", Input)
            if seek.value:
                seek.value = ""
            else:
                self._go_to(self._results)
