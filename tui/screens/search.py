"""The search: a query, its results, the entities in them, and the text beside."""

from __future__ import annotations

from asyncio import sleep
from dataclasses import replace

from textual import on

from index.compare.asked_claim import may_be_claim
from index.errors import QueryError, RecoupeError
from index.model.article import ArticleId
from index.model.found import Page, SearchRequest, Sort
from index.notebook.keepable import Keepable, of_article
from index.query.parser import MAXIMUM_LENGTH
from tui.desk.desk import DEBOUNCE
from tui.keytable import bound
from tui.nothing import say_nothing
from tui.rendering import joined
from tui.screens.base import RoomScreen
from tui.screens.citing import citation
from tui.screens.decide.sidebar import SidebarDeciding
from tui.screens.jotting import JottingScreen
from tui.screens.query_span import with_span
from tui.screens.reading_beside import ReadingBeside
from tui.screens.returning import ReturningScreen
from tui.screens.unfolding import UnfoldingScreen
from tui.session import Session
from tui.widgets.chips import Chips
from tui.widgets.items import Items
from tui.widgets.query import Query
from tui.widgets.results import Results
from tui.widgets.watch import Watch

PAGE = 12
"""Results fetched at a time, at the least: drawing more than can be seen would be felt while typing."""
LEAST_LINES = 4
"""Excerpts of a result."""
FRAME = 1 / 60
"""Seconds for which a part that was drawn is painted: all parts of an answer at once would hold up typing."""


def is_half_typed(query: str) -> bool:
    """Whether a query may end in the middle of a word."""
    word = query.split(" ")[-1]
    return len(word) >= 3 and word.isalpha() and not word.isupper()


def asks_the_same(request: SearchRequest, other: SearchRequest) -> bool:
    """Whether two requests differ at most in how many results they want."""
    return replace(request, limit=other.limit) == other


class SearchScreen(ReturningScreen, ReadingBeside, UnfoldingScreen, SidebarDeciding, JottingScreen):
    BINDINGS = [
        bound("search.sort", "sort", "Sort",
                tooltip="Sort by relevance, date or source"),
        bound("search.release", "release", "Release filters",
                tooltip="Take all filters away"),
        bound("search.keep", "keep_article", "Keep the article", show=False,
                tooltip="Put this article into the notebook, or take it out"),
    ]  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._page: Page | None = None
        self._fetching: SearchRequest | None = None
        """The last request for more results, so that scrolling on does not ask it again."""
        self._recalled = 0
        """How many queries back in the history the line was taken from."""
        self._standing = (0, False)
        """What that rests on which is drawn here."""
        self._asking = False
        self._open_wanted = False
        """Whether the first result of what is being asked is to be opened."""

    def on_mount(self) -> None:
        t = self.t
        self.query_one("#sidebar").border_title = joined(f" {t('Entities')} ")
        self._paper.border_title = joined(f" {t('Reading')} ")
        self._paper.say(t("An article is shown here as soon as the cursor stands on it."))
        self._title_results()
        self.query_line.leads_to = self._results
        first = self._results if self.session.line_left else self.query_line
        self.session.line_left = False
        first.focus()
        self._take_up_desk()
        self._ask(after=0)

    def help_topics(self) -> tuple[str, ...]:
        return ("query", "filters", "signs")

    def on_screen_resume(self) -> None:
        """A decision made elsewhere changes names and counts here, events that were grouped change days."""
        super().on_screen_resume()
        if self.session.taken_up is not None:
            query, self._filters = self.session.taken_up
            self.session.taken_up = None
            self.query_line.put(query)
            self._ask(after=0)
        if self.session.dates_wanted:
            self.query_line.put(with_span(self.query_line.value, self.session.dates_wanted))
            self.session.dates_wanted = ""
            self._go_to(self._results)
        self.look_at_notebook()
        if self._standing != self.session.standing:
            self._standing = self.session.standing
            self._ask(after=0)

    # Asking

    @property
    def _request(self) -> SearchRequest:
        return SearchRequest(
            query=self.query_line.value,
            filters=tuple(named.filter for named in self._filters),
            sort=self._sort,
            limit=self._page_size,
            today=self.session.today(),
            fold=self.folds_copies,
        )

    @property
    def _page_size(self) -> int:
        """As many results as a tall screen shows, and not many more."""
        return max(PAGE, self._results.size.height // LEAST_LINES + 1)

    def _ask(self, *, after: float) -> None:
        self._asking, self._open_wanted = True, False
        self.work("search", self._search, self._request, after)

    async def _search(self, request: SearchRequest, after: float) -> None:
        desk = self.session.desk
        try:
            page = await desk.search(request, after=after)
            if not page.total and self.query_line.has_focus and is_half_typed(request.query):
                completed = await desk.search(replace(request, query=f"{request.query}*"))
                page = completed if completed.total else page
        except QueryError as error:
            told = self.session.told(error)
            short = self.session.told(error, advised=False)
            whole = self.query_line.complain(told, error.column, short=short)
            if self._page is None or not whole:
                self._results.say(told)
            self._results.set_class(whole, "-stale")
            self._asking = False
            # The answer before may be drawn by half.
            await self._show_beside()
            return
        except RecoupeError as error:
            self._fetching, self._asking = None, False
            self._results.say(self.session.told(error))
            return
        if asks_the_same(request, self._request):
            await self._show(page)

    async def _show(self, page: Page) -> None:
        """Draws part by part, so that keys are heard in between; a newer question ends this."""
        again = self._page is not None and asks_the_same(page.request, self._page.request)
        self._page, self._fetching = page, None
        self.session.asked, self.session.asked_filters = page.request, self._filters
        self._results.remove_class("-stale")
        self.query_line.tell(page)
        self.query_line.offer(page)
        self._results.show(
            page.hits,
            total=page.listed,
            hints=page.hints,
            proposals=page.proposals,
            claim=not page.total and may_be_claim(page.request.query),
            filtered=bool(self._filters),
            unread=self._unread_only,
            keep_place=again,
        )
        if self._stand_on and any(hit.id == self._stand_on for hit in page.hits):
            self._results.move_to(self._stand_on)
        self._stand_on = ""
        self._asking = False
        if self._open_wanted:
            self._open()
        self._title_results()
        await sleep(FRAME)
        await self._show_beside()

    async def _show_beside(self) -> None:
        """Shows what belongs to the listed results: counts, filters, the text."""
        if self._page is None:
            return
        self._facets.show(self._page.facets, self._filters)
        self._seek_all()
        self.query_one(Chips).show(self._filters)
        await sleep(FRAME)
        self._read_current()
        if not self._remembered:
            self._remembered = True
            self._open_left()
            self.work("remember", self._be_remembered)

    @property
    def _unread_only(self) -> int:
        """The number of files that gave no article, where no file gave one."""
        overview = self.session.overview
        return overview.unread if overview is not None and not overview.articles else 0

    def _title_results(self) -> None:
        t = self.t
        # An empty query makes nothing more relevant than anything else.
        asked = self._page is not None and self._page.understood.strip()
        sort = {
            Sort.RELEVANCE: t("by relevance") if asked else t("newest first"),
            Sort.DATE: t("by date"),
            Sort.SOURCE: t("by source"),
        }[self._sort]
        self._results.border_title = joined(
            f" {t('Results')} ", ("──", "mark--rule"), f" {sort} ▾ "
        )
        unfolded = f" {t('copies unfolded')} "
        self._results.border_subtitle = joined("" if self.folds_copies else unfolded)

    @on(Query.Asked)
    def _typed(self) -> None:
        self._ask(after=DEBOUNCE)

    @on(Query.Cut)
    def _cut(self) -> None:
        most = self.t.number(MAXIMUM_LENGTH)
        self.tell(self.t("Only the first {most} characters are searched.", most=most))

    @on(Query.Left)
    def _to_results(self) -> None:
        self.session.remember(self.query_line.value)
        self._recalled = 0
        if self.focused is self.query_line:
            self._go_to(self._results)
        self._results.to_proposal()

    @on(Query.Recalled)
    def _recall(self) -> None:
        """Goes one query further back each time; the current line is not among them."""
        earlier = self.session.queries
        if not self._recalled and self.query_line.value.strip() in earlier[-1:]:
            self._recalled = 1
        if self._recalled < len(earlier):
            self._recalled += 1
            self.query_line.put(earlier[-self._recalled])
        else:
            say_nothing(self, "No earlier query.")

    @on(Results.QueryProposed)
    def _take_proposal(self, event: Results.QueryProposed) -> None:
        if event.unfiltered:
            self._filters = ()
        self.query_line.put(event.query)

    @on(Results.UnreadWanted)
    def _see_unread(self) -> None:
        self.action_unread()

    @on(Results.MoreWanted)
    def _more(self) -> None:
        if self._page is None:
            return
        offset = len(self._results.hits)
        request = replace(self._page.request, offset=offset, limit=self._page_size, facets=False)
        if request == self._fetching:
            return
        self._fetching = request
        self.work("more", self._fetch_more, request)

    async def _fetch_more(self, request: SearchRequest) -> None:
        try:
            page = await self.session.desk.search(request)
        except RecoupeError as error:
            self._fetching = None
            self.tell_error(error)
            return
        # Results asked for before the order or filter changed belong to no list any more.
        if request == self._fetching:
            self._results.extend(page.hits)

    def copies_folded(self) -> None:
        self._title_results()
        self._ask(after=0)

    def action_sort(self) -> None:
        order = list(Sort)
        self._sort = order[(order.index(self._sort) + 1) % len(order)]
        self._title_results()
        self._ask(after=0)

    # Reading beside the results

    @on(Items.Highlighted, "#results")
    def _read_current(self) -> None:
        hit = self._results.current
        if hit is None:
            self.workers.cancel_group(self, "article")
            self._paper.say("")
            return
        self._leave_desk()
        self.work("article", self._read, hit.id)

    async def _read(self, id: ArticleId) -> None:
        desk = self.session.desk
        try:
            article = await desk.article(id, after=DEBOUNCE / 2)
            matches = await desk.matches(self.session.asked.query, article)
        except RecoupeError as error:
            self._paper.say(self.session.told(error))
            return
        if self._results.cursor == id:
            self._paper.show(article, matches, keep_place=not self._start_at)
            if self._start_at and matches:
                self._paper.go_to(matches[0] if self._start_at > 0 else matches[-1])
            self._start_at = 0

    @on(Items.Chosen, "#results")
    def _open(self) -> None:
        if self._asking:
            self._open_wanted = True  # what is listed belongs to an older question
            return
        self._open_wanted = False
        hit = self._results.current
        if hit is not None and self.app.screen is self:
            self.app.push_screen(
                self.session.doors.reading(
                    hit.id, hits=self._results.hits, total=self._results.total
                )
            )

    def decided(self) -> None:
        self._standing = self.session.standing
        self.look_at_notebook()
        self._ask(after=0)

    # Retaining, and other screens

    def article_here(self) -> ArticleId | None:
        hit = self._results.current
        return hit.id if hit else None

    def keepable_here(self) -> Keepable | None:
        here = self.article_here()
        return of_article(here) if here else None

    def action_keep_article(self) -> None:
        self.jot(self.keepable_here())

    def marks_changed(self) -> None:
        self._results.mark_noted(self.session.marks.articles)

    def citation_here(self) -> str:
        hit = self._results.current
        if hit is None:
            return ""
        return citation(self.t, hit.title, source=hit.source, published=hit.published, file=hit.id)

    def kept_changed(self) -> None:
        super().kept_changed()
        self._results.redraw()
        if self._page is not None:
            self._leave_desk()

    @on(Results.Retained)
    def _retain(self, event: Results.Retained) -> None:
        self.keep(event.id)

    @on(Watch.Renewed)
    def _renewed(self, event: Watch.Renewed) -> None:
        for screen in self.app.screen_stack:
            if isinstance(screen, RoomScreen):
                screen.index_renewed()
        if event.more > 0:
            self.tell(self.t.count("{n} new article", "{n} new articles", event.more))
        else:
            self.tell(self.t("The index was renewed."))
        # As many results as before, so that the reader's place is among them.
        request = replace(self._request, limit=max(self._page_size, len(self._results.hits)))
        self.work("search", self._search, request, 0)

    @on(Watch.Failed)
    def _not_followed(self, event: Watch.Failed) -> None:
        self.tell_error(event.error)

    def border_clicked(self, part: str, column: int) -> None:
        if part == "results":
            self.action_sort()
