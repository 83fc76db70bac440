"""What the search leads to besides articles: entities, earlier queries, files not read, a rebuild."""

from __future__ import annotations

from textual.binding import Binding

from tui.screens.citing import CitingScreen
from tui.widgets.query import Query


class DoorsScreen(CitingScreen):
    """Each door is a screen of its own; a query may come back from one."""

    BINDINGS = [
        Binding("i", "entities", "All entities", show=False, id="search.entities",
                tooltip="All people, places, organisations… with their spellings and counts"),
        Binding("v", "events", "Events", show=False, id="search.events",
                tooltip="The articles grouped by the event that they report"),
        Binding("o", "concordance", "Occurrences", show=False, id="search.concordance",
                tooltip="Every occurrence of what is asked, a line each, in its context"),
        Binding("h", "history", "Earlier queries", show=False, id="search.history",
                tooltip="The queries asked before, to take one up again"),
        Binding("ctrl+r", "rebuild", "Rebuild", show=False, id="search.rebuild",
                tooltip="Build the index anew from the files; the old one serves until then"),
        Binding("u", "unread", "Files not read", show=False, id="search.unread",
                tooltip="Which files gave no article, and why"),
    ]  # fmt: skip

    @property
    def query_line(self) -> Query:
        return self.query_one("#query", Query)

    def action_entities(self) -> None:
        self.app.push_screen(self.session.doors.entities())

    def action_events(self) -> None:
        self.app.push_screen(self.session.doors.events())

    def action_concordance(self) -> None:
        self.session.remember(self.query_line.value)
        self.app.push_screen(self.session.doors.concordance())

    def action_history(self) -> None:
        self.session.remember(self.query_line.value)
        self.app.push_screen(self.session.doors.history(), self._take_up)

    def _take_up(self, query: str | None) -> None:
        if query is not None:
            self.query_line.put(query)

    def action_rebuild(self) -> None:
        self.app.switch_screen(self.session.doors.opening(rebuild=True))

    def action_unread(self) -> None:
        self.app.push_screen(self.session.doors.unread())
