"""The search as the reader left it: taken up at the start, written down at each change, and the corpus among the recent ones."""

from __future__ import annotations

from msgspec import structs

from index.errors import RecoupeError
from index.model.article import ArticleId
from index.model.found import Facet, Filter, SearchRequest, Sort
from tui.filters import NamedFilter, told_filters
from tui.screens.filtering import FilteringScreen
from tui.session import Session


class ReturningScreen(FilteringScreen):
    """A screen that comes back with its query, filters, order, cursor and open article."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._sort = Sort.RELEVANCE
        self._stand_on = ""
        """The result under the cursor when the room was left."""
        self._remembered = False
        """Whether this visit stands among the recent corpora."""

    def on_screen_resume(self) -> None:
        """At the results, no article is open any more."""
        super().on_screen_resume()
        if self._remembered:
            self.session.leave(structs.replace(self.session.left, reading="", offset=0))

    def _take_up_desk(self) -> None:
        """Takes up query, filters and order; the cursor follows with the first answer."""
        left = self.session.left
        self._filters = tuple(
            NamedFilter(Filter(Facet(facet), id, exclude=excluded), name)
            for facet, id, name, excluded in left.filters
            if facet in {one.value for one in Facet}
        )
        self._sort = Sort(left.sort) if left.sort in {one.value for one in Sort} else Sort.RELEVANCE
        self._stand_on = left.article
        if left.query:
            self.query_line.put(left.query)
        if self._filters:
            told = told_filters(self.t, self._filters)
            words = "Filters of the last visit: {filters} ({key}: let go)"
            self.tell(self.t(words, filters=told, key=self.key_of("search.release")))

    def _leave_desk(self) -> None:
        """Writes the state at each answer and each move, so that a room that was killed comes back."""
        self.session.leave(
            structs.replace(
                self.session.left,
                query=self.query_line.value,
                filters=tuple(
                    (one.filter.facet.value, one.filter.id, one.name, one.filter.exclude)
                    for one in self._filters
                ),
                sort=self._sort.value,
                retained=tuple(self.session.kept.articles),
                article=self._results.cursor or "",
            )
        )

    def _open_left(self) -> None:
        """Opens the article that was open when the room was left, where it was being read."""
        left = self.session.left
        if left.reading and self.app.screen is self:
            self.app.push_screen(
                self.session.doors.reading(
                    ArticleId(left.reading),
                    hits=self._results.hits,
                    top=left.offset,
                    total=self._results.total,
                )
            )

    async def _be_remembered(self) -> None:
        """Writes this corpus among the recent ones, with its years; on the sample, starts the tour when it is due."""
        corpora, overview = self.session.corpora, self.session.overview
        if corpora is None or overview is None:
            return
        if corpora.tour_due and self.app.screen is self:
            self.app.push_screen(self.session.doors.tour())
        try:
            page = await self.session.desk.search(SearchRequest(limit=1))
        except RecoupeError:
            return
        corpora.note(overview, {one.id: one.articles for one in page.facet(Facet.YEAR)})
