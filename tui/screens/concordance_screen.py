"""How a word is used: every occurrence in its context, a line each, the word in the middle."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from index.errors import RecoupeError
from index.model.article import ArticleId
from index.model.found import Concordance, ConcordanceLine, Neighbours, SearchRequest
from index.notebook.keepable import Keepable, of_line
from tui.keytable import bound
from tui.rendering import joined, truncated
from tui.screens.citing import CitingScreen, citation
from tui.screens.jotting import JottingScreen
from tui.session import Session
from tui.widgets.items import Items
from tui.widgets.neighbour_list import NeighbourList
from tui.widgets.occurrences import Occurrences


class ConcordanceScreen(CitingScreen, JottingScreen):
    """The concordance of the query and the filters of the search screen."""

    CSS_PATH = "concordance.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-two"), (160, "-wide")]
    BINDINGS = [
        bound("concordance.sort", "sort", "Sort",
                tooltip="Sort by the word after it, the word before it, form, source or date"),
        bound("concordance.left", "sort_by('left')", "Word before",
                tooltip="Sort by what stands before it"),
        bound("concordance.right", "sort_by('right')", "Word after",
                tooltip="Sort by what stands after it"),
        bound("concordance.next", "group(1)", "Next group",
                tooltip="To the first line of the next group"),
        bound("concordance.previous", "group(-1)", "Previous group", show=False,
                tooltip="To the first line of this group, then of the one before"),
        bound("concordance.pane", "pane", "Counts",
                tooltip="To the counts, and back to the lines"),
        bound("concordance.keep", "retain", "Keep",
                tooltip="Put this occurrence into the notebook with its proof, or take it out"),
    ]  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._request: SearchRequest = session.asked
        self._asked = session.told_request(session.t("everything"))
        self._by = Neighbours.RIGHT
        self._looked_up: tuple[ConcordanceLine, ...] = ()
        """The occurrences in the order in which they were found; more may come."""
        self._looking = True
        self._complete = False
        self._found: Concordance | None = None

    def body(self) -> ComposeResult:
        with Horizontal(id="panes"):
            yield Occurrences(self.t, id="lines")
            yield NeighbourList(self.t, id="groups")

    def on_mount(self) -> None:
        marks = self.session
        self._lines.is_noted = lambda line: of_line(line).id in marks.marks.ids
        self._lines.say(self.t("Looking up every occurrence…"))
        self._lines.focus()
        self._load()

    @property
    def _lines(self) -> Occurrences:
        return self.query_one("#lines", Occurrences)

    @property
    def _groups(self) -> NeighbourList:
        return self.query_one("#groups", NeighbourList)

    def help_topics(self) -> tuple[str, ...]:
        return ("query",)

    def _load(self) -> None:
        self._title()
        self.work("concordance", self._look_up)

    async def _look_up(self) -> None:
        """Shows the first lines at once, then more and more until these are all."""
        self._looking = True
        try:
            async for lines, complete in self.session.desk.occurrences(self._request):
                self._looked_up, self._complete = lines, complete
                await self._arrange()
        except RecoupeError as error:
            self._looked_up = ()
            self._lines.say(self.session.told(error))
        self._looking = False
        self._title()

    async def _arrange(self) -> None:
        """Puts what was looked up so far into the current order."""
        by = self._by
        desk = self.session.desk
        found = await desk.arranged(self._looked_up, by, complete=self._complete)
        if by is self._by:
            self._show(found, by)

    def index_renewed(self) -> None:
        """Asks the newer index the same question; the cursor stays on its occurrence."""
        super().index_renewed()
        self._load()

    def _show(self, found: Concordance, by: Neighbours) -> None:
        self._found = found
        self._groups.show(found, by)
        if found.lines:
            self._lines.show(found, by)
        else:
            self._lines.say(self.t("It occurs nowhere in the texts."))
        self._title()

    def _title(self) -> None:
        t = self.t
        order = {
            Neighbours.LEFT: t("by the word before it"),
            Neighbours.RIGHT: t("by the word after it"),
            Neighbours.FORM: t("by form"),
            Neighbours.SOURCE: t("by source"),
            Neighbours.DATE: t("by date"),
        }[self._by]
        self._lines.border_title = joined(
            " ", truncated(joined((self._asked, "mark--key")), 48), " ",
            ("──", "mark--rule"), f" {order} ▾ ",
        )  # fmt: skip
        if self._found is None:
            return
        lines = t.count("{n} occurrence", "{n} occurrences", len(self._found.lines))
        articles = t.count("{n} article", "{n} articles", self._found.articles)
        said = t("{lines} in {articles}.", lines=lines, articles=articles)
        if self._looking:
            said = f"{said[:-1]}…"
        elif not self._found.complete:
            said = f"{said} {t('There are more; these are from the newest articles.')}"
        self._lines.border_subtitle = joined(f" {said} ")

    # Order

    def action_sort(self) -> None:
        orders = [Neighbours.RIGHT, *(by for by in Neighbours if by is not Neighbours.RIGHT)]
        self._order(orders[(orders.index(self._by) + 1) % len(orders)])

    def action_sort_by(self, by: str) -> None:
        self._order(Neighbours(by))

    def _order(self, by: Neighbours) -> None:
        if by is not self._by:
            self._by = by
            self._title()
            self.work("order", self._arrange)

    def border_clicked(self, part: str, column: int) -> None:
        if part == "lines":
            self.action_sort()

    # Groups

    def action_group(self, by: int) -> None:
        self._lines.step_to_group(by)

    def action_pane(self) -> None:
        self.all_panes()
        to_groups = self.focused is self._lines
        self.set_class(to_groups, "-on-groups")
        target = self._groups if to_groups else self._lines
        self.call_after_refresh(target.focus)

    @on(Items.Highlighted, "#groups")
    @on(Items.Chosen, "#groups")
    def _to_group(self, event: Items.Highlighted) -> None:
        """Moves the lines to the group under the cursor of the counts; Enter goes over to them."""
        at = self._lines.first_of(self._groups.group_of(event.key)) if event.key else None
        if at is not None:
            self._lines.put_on_top(at)
        if isinstance(event, Items.Chosen):
            self.remove_class("-on-groups")
            self._lines.focus()

    @on(Occurrences.Moved)
    def _mark_group(self, event: Occurrences.Moved) -> None:
        self._groups.stand_on(event.line.group)

    # Articles

    @on(Occurrences.Chosen)
    def _open(self, event: Occurrences.Chosen) -> None:
        line = event.line
        self.app.push_screen(self.session.doors.reading(line.article, at=line.span))

    def article_here(self) -> ArticleId | None:
        line = self._lines.current
        return line.article if line else None

    def citation_here(self) -> str:
        line = self._lines.current
        if line is None:
            return ""
        said = f"…{line.left}{line.form}{line.right}…"
        return citation(
            self.t, said, source=line.source, published=line.published, file=line.article
        )

    def offset_here(self) -> int:
        line = self._lines.current
        return line.span.start if line else 0

    def keepable_here(self) -> Keepable | None:
        line = self._lines.current
        return of_line(line) if line else None

    def action_retain(self) -> None:
        self.jot(self.keepable_here())

    def marks_changed(self) -> None:
        self._lines.redraw()

    def on_screen_resume(self) -> None:
        super().on_screen_resume()
        self.look_at_notebook()

    def action_back(self) -> None:
        if self.focused is self._groups:
            self.action_pane()
        else:
            super().action_back()
