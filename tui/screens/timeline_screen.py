"""The timeline of the current results: publication, events, days spoken of; a span filters the search."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult

from index.compare.time_counts import chart, unit_for
from index.errors import RecoupeError
from index.model.events import Event, LinkKind
from index.model.found import Hit, SearchRequest
from index.model.timeline import Appeared, Told, Unit
from tui.keytable import bound
from tui.rendering import joined, truncated
from tui.screens.base import RoomScreen
from tui.screens.query_span import span_words
from tui.session import Session
from tui.widgets.timechart import TimeChart
from tui.widgets.timedrawing import GUTTER
from tui.widgets.timeplaces import Joined

_AT_ONCE = 150
"""How many articles are read at once for the days they speak of; other questions come in between."""
MOST_READ = 6_000
"""How many articles are read for that, the newest ones."""


class TimelineScreen(RoomScreen):
    TAB = "timeline"
    BINDINGS = [
        bound("timeline.closer", "zoom(-1)", "Closer", tooltip="Shorter spans: days, weeks"),
        bound("timeline.farther", "zoom(1)", "Farther", tooltip="Longer spans: months, years"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._request: SearchRequest | None = None
        self._standing = (0, False)
        self._dated: tuple[Appeared, ...] = ()
        self._undated: tuple[Hit, ...] = ()
        self._told: list[Told] = []
        self._read = 0
        self._events: tuple[Event, ...] = ()
        self._unit: Unit | None = None
        self._asked = ""
        """The request in words."""

    def body(self) -> ComposeResult:
        yield TimeChart(self.t, id="chart")

    @property
    def _chart(self) -> TimeChart:
        return self.query_one("#chart", TimeChart)

    def help_topics(self) -> tuple[str, ...]:
        return ("timeline",)

    def on_mount(self) -> None:
        self._chart.say(self.t("Looking when the articles appeared…"))
        self._chart.focus()
        self._renew()

    def on_screen_resume(self) -> None:
        super().on_screen_resume()
        if self.is_mounted:
            self._renew()

    def _renew(self) -> None:
        """Asks again when the results are no longer those that are shown."""
        asked = self.session.asked
        if self._request == asked and self._standing == self.session.standing:
            return
        self._request, self._standing = asked, self.session.standing
        self._asked = self.session.told_request(self.t("everything"))
        self.work("timeline", self._load, asked)

    async def _load(self, request: SearchRequest) -> None:
        desk = self.session.desk
        self._told, self._read, self._events = [], 0, ()
        try:
            dated_before = desk.has_grouped
            self._dated, self._undated = await desk.ask(lambda library: library.appeared(request))
            self._show()
            self._events = await desk.events()
            if not dated_before:
                found = await desk.ask(lambda library: library.appeared(request))
                self._dated, self._undated = found
            self._show()
            newest = [one.article for one in reversed(self._dated)][:MOST_READ]
            shown = 0
            while self._read < len(newest):
                part = newest[self._read : self._read + _AT_ONCE]
                self._told += await desk.ask(lambda library, part=part: library.days_told(part))  # type: ignore[misc]
                self._read += len(part)
                if self._read >= min(len(newest), 2 * shown):
                    shown = self._read
                    self._show()
        except RecoupeError as error:
            self._chart.say(self.session.told(error))

    def _show(self) -> None:
        t = self.t
        if not self._dated and not self._undated:
            self._chart.say(" ".join(self._nothing()))
            self._chart.border_title = joined(f" {t('Timeline')} ")
            self._chart.border_subtitle = ""
            return
        room = max(20, self._chart.text_width - GUTTER - 12)
        unit = self._unit or unit_for(self._dated, room)
        drawn = chart(self._dated, self._told, unit)
        self._unit = drawn.unit if self._unit else None
        source = {one.article: one.source or "" for one in self._dated}
        events = []
        for event in self._events:
            accounts = [
                (one.article, source[one.article])
                for one in event.articles
                if one.article in source and one.link is not LinkKind.BACKGROUND
            ]
            if len(accounts) > 1:
                events.append(Joined(event.id, event.label, tuple(accounts)))
        self._chart.show(
            drawn,
            undated=[one.id for one in self._undated],
            events=events,
            titles={
                **{one.article: (one.title, one.source or "") for one in self._dated},
                **{one.id: (one.title, one.source or "") for one in self._undated},
            },
            told_whole=self._read >= min(len(self._dated), MOST_READ),
        )
        by = {
            Unit.DAY: t("by day"),
            Unit.WEEK: t("by week"),
            Unit.MONTH: t("by month"),
            Unit.YEAR: t("by year"),
        }[drawn.unit]
        self._chart.border_title = joined(
            f" {t('Timeline')} ", ("── ", "mark--rule"), f"{by} ▾ ", ("── ", "mark--rule"),
            truncated(joined((self._asked, "mark--key")), 40), " ",
        )  # fmt: skip
        count = t.count("{n} article", "{n} articles", len(self._dated) + len(self._undated))
        self._chart.border_subtitle = joined(f" {count} ")
        self.refresh_bindings()

    def _nothing(self) -> Iterator[str]:
        """What was asked in vain, and the way out."""
        t = self.t
        yield t("Nothing found: {asked}.", asked=self._asked)
        yield t("{key} leads to the line of the search.", key=self.key_of("search.query"))
        if self.session.asked_filters:
            yield t("There {key} lets the filters go.", key=self.key_of("search.release"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "zoom":
            return self._other_unit(int(str(parameters[0]))) is not None
        return super().check_action(action, parameters)

    def _other_unit(self, by: int) -> Unit | None:
        shown = self._chart.unit if self.is_mounted else None
        units = list(Unit)
        at = units.index(shown) + by if shown is not None else -1
        return units[at] if 0 <= at < len(units) else None

    def action_zoom(self, by: int) -> None:
        unit = self._other_unit(by)
        if unit is not None:
            self._unit = unit
            self._show()

    def border_clicked(self, part: str, column: int) -> None:
        """The next longer spans, after the longest the shortest."""
        if self._chart.unit is not None:
            units = list(Unit)
            self._unit = units[(units.index(self._chart.unit) + 1) % len(units)]
            self._show()

    @on(TimeChart.SpanChosen)
    def _filter(self, event: TimeChart.SpanChosen) -> None:
        self.session.dates_wanted = span_words(event.period, self.t.language)
        self.action_tab("search")

    @on(TimeChart.EventChosen)
    def _open_event(self, event: TimeChart.EventChosen) -> None:
        from tui.screens.events_screen import accounts_of, open_accounts

        found = next((one for one in self._events if one.id == event.event), None)
        if found is not None and len(accounts_of(found)) >= 2:
            self.work("accounts", open_accounts, self, found)

    @on(TimeChart.ArticleChosen)
    def _open_article(self, event: TimeChart.ArticleChosen) -> None:
        self.app.push_screen(self.session.doors.reading(event.article))
