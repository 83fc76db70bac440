"""The filters of the search: values chosen in the sidebar, chips that remove them, names that are sought."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from textual import on
from textual.widgets import Input

from index.errors import RecoupeError
from index.model.found import Facet, SearchRequest
from tui.desk.desk import DEBOUNCE
from tui.filters import NamedFilter, cycled, released
from tui.screens.panes import PanesScreen
from tui.session import Session
from tui.widgets.chips import Chips
from tui.widgets.facet_list import Facets
from tui.widgets.results import Results


class FilteringScreen(PanesScreen):
    """A screen with filters; it puts the current ones into each request."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._filters: tuple[NamedFilter, ...] = ()

    @abstractmethod
    def _ask(self, *, after: float) -> None:
        """Asks anew with the current filters."""

    @on(Facets.Filtered)
    def _filter(self, event: Facets.Filtered) -> None:
        self._filter_by(cycled(self._filters, event.facet, event.id, event.name))

    @on(Chips.Released)
    def _release_chip(self, event: Chips.Released) -> None:
        chosen = event.named.filter
        self._filter_by(released(self._filters, chosen.facet, chosen.id))

    @on(Results.FiltersReleased)
    def action_release(self) -> None:
        self._filter_by(())

    def _filter_by(self, filters: tuple[NamedFilter, ...]) -> None:
        self._filters = filters
        self.query_one(Chips).show(filters)
        self._ask(after=0)

    def filter_by(self, facet: Facet, id: str, name: str) -> None:
        """Keeps only the articles that have a value; for other screens that lead here."""
        self._filter_by(cycled(released(self._filters, facet, id), facet, id, name))

    @on(Input.Changed, "#seek")
    def _seek(self, event: Input.Changed) -> None:
        self._facets.seek(event.value)
        self._seek_all()

    def _seek_all(self) -> None:
        """Looks among all values: the list has only the most frequent, and what is sought may be rarer."""
        sought = self.query_one("#seek", Input).value.strip()
        if not sought:
            self.workers.cancel_group(self, "seek")
            return
        request = replace(self.session.asked, named=sought, limit=1, offset=0, excerpts=0)
        self.work("seek", self._look_for_values, request)

    async def _look_for_values(self, request: SearchRequest) -> None:
        try:
            page = await self.session.desk.search(request, after=DEBOUNCE)
        except RecoupeError as error:
            self.tell_error(error)
            return
        self._facets.show_bearing(page.facets)

    @on(Input.Submitted, "#seek")
    def _sought(self) -> None:
        self._go_to(self._facets)
        self._facets.move_to(self._facets.first_key())
