"""The screens that the search opens besides articles: a claim, entities, earlier queries, files not read, a rebuild."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from index.export.material import Subject
from tui.keytable import bound
from tui.screens.citing import CitingScreen
from tui.widgets.query import Query
from tui.widgets.results import Results

if TYPE_CHECKING:
    from index.export.gathering import Gathering
    from index.export.material import Material


class DoorsScreen(CitingScreen):
    """A screen that opens the others; the reader may come back from one with a query."""

    BINDINGS = [
        bound("search.concordance", "concordance", "Occurrences", show=False,
                tooltip="Every occurrence of what is asked, a line each, in its context"),
        bound("export", "export", "Export", show=False,
                tooltip="Write this as a document: a dossier, a table, references…"),
        bound("search.contrast", "contrast", "Two halves", show=False,
                tooltip="What is found held against the rest, or against another query: words, names, who is quoted"),
        bound("search.history", "history", "Earlier queries", show=False,
                tooltip="The queries asked before, to take one up again"),
        bound("search.rebuild", "rebuild", "Rebuild", show=False,
                tooltip="Build the index anew from the files; the old one serves until then"),
        bound("search.unread", "unread", "Files not read", show=False,
                tooltip="Which files gave no article, and why"),
    ]  # fmt: skip

    @property
    def query_line(self) -> Query:
        return self.query_one("#query", Query)

    def action_concordance(self) -> None:
        self.session.remember(self.query_line.value)
        self.app.push_screen(self.session.doors.concordance())

    def action_export(self) -> None:
        asked = self.session.asked
        title = self.session.told_request(self.t("All articles"))

        def gathered(gathering: Gathering) -> Material:
            found = gathering.results(asked.query, filters=asked.filters, sort=asked.sort)
            return replace(found, title=title)

        self.app.push_screen(self.session.doors.export(Subject.RESULTS, title, gathered))

    def action_contrast(self) -> None:
        self.session.remember(self.query_line.value)
        self.app.push_screen(self.session.doors.contrast())

    @on(Results.ClaimWanted)
    def _hold_claim(self) -> None:
        self.session.remember(self.query_line.value)
        self.app.push_screen(self.session.doors.claim(self.query_line.value))

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
