"""What the search leads to besides articles: entities, earlier queries, files not read, a rebuild."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from index.export.material import Subject
from tui.screens.citing import CitingScreen
from tui.widgets.query import Query

if TYPE_CHECKING:
    from index.export.gathering import Gathering
    from index.export.material import Material


class DoorsScreen(CitingScreen):
    """Each door is a screen of its own; a query may come back from one."""

    BINDINGS = [
        Binding("i", "entities", "All entities", show=False, id="search.entities",
                tooltip="All people, places, organisations… with their spellings and counts"),
        Binding("v", "events", "Events", show=False, id="search.events",
                tooltip="The articles grouped by the event that they report"),
        Binding("o", "concordance", "Occurrences", show=False, id="search.concordance",
                tooltip="Every occurrence of what is asked, a line each, in its context"),
        Binding("B", "notebook", "Notebook", show=False, id="search.notebook",
                tooltip="What was kept: passages, quotations, articles, with notes and proofs"),
        Binding("E", "export", "Export", show=False, id="export",
                tooltip="Write this as a document: a dossier, a table, references…"),
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

    def action_notebook(self) -> None:
        self.app.push_screen(self.session.doors.notebook())

    def action_export(self) -> None:
        asked = self.session.asked
        title = asked.query.strip() or self.t("All articles")

        def gathered(gathering: Gathering) -> Material:
            return gathering.results(asked.query, filters=asked.filters, sort=asked.sort)

        self.app.push_screen(self.session.doors.export(Subject.RESULTS, title, gathered))

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
