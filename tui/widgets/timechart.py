"""The timeline: a cursor over spans, by key and by mouse, and what it chooses."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from textual import events
from textual.message import Message

from index.model.article import ArticleId
from index.model.timeline import Period
from tui.keytable import bound
from tui.nothing import say_nothing
from tui.widgets.timedrawing import GUTTER, TimeDrawing


class TimeChart(TimeDrawing):
    """A cursor over spans; what has no date is the last of them."""

    BINDINGS = [
        bound("timeline.previous", "step(-1)", "Span before", show=False),
        bound("timeline.next", "step(1)", "Next span", show=False),
        bound("timeline.next-filled", "walk(1)", "Next articles",
              tooltip="The next span in which articles appeared"),
        bound("timeline.previous-filled", "walk(-1)", "Articles before", show=False,
              tooltip="The span before in which articles appeared"),
        bound("timeline.first", "end(0)", "First", show=False),
        bound("timeline.last", "end(1)", "Last", show=False),
        bound("timeline.filter", "filter", "Filter",
              tooltip="Back to the search, keeping only the articles of this span"),
    ]  # fmt: skip

    @dataclass
    class Moved(Message):
        """The cursor stands on another span."""

    @dataclass
    class SpanChosen(Message):
        """The reader chose a span; None is what has no date."""

        period: Period | None

    @dataclass
    class EventChosen(Message):
        event: str

    @dataclass
    class ArticleChosen(Message):
        article: ArticleId

    # Moving and choosing

    def _go(self, to: int) -> None:
        to = max(0, min(self._number - 1, to))
        if to != self.cursor:
            self.cursor = to
            self.redraw()
            self.post_message(self.Moved())

    def action_step(self, by: int) -> None:
        self._go(self.cursor + by)

    def action_end(self, end: int) -> None:
        self._go(self._number - 1 if end else 0)

    def action_walk(self, direction: int) -> None:
        if self._chart is None:
            return
        at = self.cursor + direction
        while 0 <= at < len(self._chart.published) and not self._chart.published[at].articles:
            at += direction
        if 0 <= at < self._number:
            self._go(at)
        else:
            say_nothing(self, "No further articles in this direction.")

    def action_filter(self) -> None:
        if self._chart is not None and self._number:
            self.post_message(self.SpanChosen(self.period))

    def on_resize(self, event: events.Resize) -> None:
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """A click goes to the span of its column, a second one filters; on a line, to its event or title."""
        offset = event.get_content_offset(self)
        if offset is None or self._chart is None:
            return
        place, line = self._place, offset.y
        if line in place.titles:
            self.post_message(self.ArticleChosen(place.titles[line]))
            return
        for one in place.events.get(line, ()):
            first, last = one.dots.columns[0][0], one.dots.columns[-1][0]
            if min(first, one.label_at) <= offset.x <= max(last, one.label_at + len(one.label)):
                self.post_message(self.EventChosen(one.dots.event))
                return
        span = bisect_right(place.starts, offset.x - GUTTER) - 1
        if 0 <= place.undated_at <= offset.x:
            span = self._number - 1
        elif 0 <= span < place.number and offset.x >= GUTTER:
            span += place.first
        else:
            return
        if span == self.cursor:
            self.action_filter()
        else:
            self._go(span)
