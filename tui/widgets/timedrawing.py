"""The drawing of a timeline: bars by source, events as dots on lines, days spoken of, the span in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from index.compare.time_counts import Chart, Published
from index.interface.days import interval
from index.interface.texts import Texts
from index.model.article import ArticleId
from index.model.timeline import Period, Unit
from tui.rendering import fitted, joined, truncated, wrapped
from tui.widgets.bars import SERIES, SERIES_CLASSES, Cell, Part, bar_cells, ticks
from tui.widgets.eventlines import Dots, Placed, packed
from tui.widgets.paper import Paper
from tui.widgets.timeaxis import axis
from tui.widgets.timeplaces import Joined, Places, bar_width, dots_drawn

GUTTER = 6
"""Cells for the numbers beside the bars."""
WIDEST = 9
"""Width of a span at most, in cells."""
_NAME = 24
"""Width of a source in the legend, in cells."""
UNDATED = 15
"""Width of the bucket of what has no date, in cells."""
_FIXED = 8
"""How many lines are neither bars nor events nor the list below."""


class TimeDrawing(Paper):
    """The sheet of the timeline; its subclass moves the cursor."""

    COMPONENT_CLASSES = set(SERIES_CLASSES)
    DEFAULT_CSS = """
    TimeDrawing { overflow-y: hidden; }
    """

    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._chart: Chart | None = None
        self._undated: tuple[ArticleId, ...] = ()
        self._events: tuple[Joined, ...] = ()
        self._titles: Mapping[ArticleId, tuple[str, str]] = {}
        self._series: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._word = ""
        self._told_whole = False
        self.cursor = 0
        self._place = Places()

    def say(self, sentence: str) -> None:
        self._chart, self._word = None, sentence
        self.redraw()

    def show(
        self,
        chart: Chart,
        *,
        undated: Sequence[ArticleId],
        events: Sequence[Joined],
        titles: Mapping[ArticleId, tuple[str, str]],
        told_whole: bool,
    ) -> None:
        """Shows a timeline; `titles` has title and source of each article, `told_whole` says whether all articles were read for the
        days they speak of.
        """
        here, first = self.period, self._chart is None
        self._chart, self._undated, self._events = chart, tuple(undated), tuple(events)
        self._titles, self._told_whole = titles, told_whole
        counts: dict[str, int] = {}
        for one in chart.published:
            for source, number in one.sources.items():
                counts[source] = counts.get(source, 0) + number
        ranked = sorted((s for s in counts if s), key=lambda s: (-counts[s], s))
        self._series = {source: n for n, source in enumerate(ranked[:SERIES])}
        self._counts = counts
        if here is not None:
            inside = (n for n, one in enumerate(chart.published) if one.period.first <= here.first)
            self.cursor = max(inside, default=0)
        elif first:
            filled = [n for n, one in enumerate(chart.published) if one.articles]
            self.cursor = filled[-1] if filled else 0
        self.cursor = max(0, min(self.cursor, self._number - 1))
        self.redraw()

    @property
    def unit(self) -> Unit | None:
        """The length of the spans that are shown."""
        return self._chart.unit if self._chart else None

    @property
    def period(self) -> Period | None:
        """The span under the cursor; None on what has no date, or before there is anything."""
        one = self._published
        return one.period if one else None

    @property
    def _published(self) -> Published | None:
        if self._chart is None or self.cursor >= len(self._chart.published):
            return None
        return self._chart.published[self.cursor]

    @property
    def _number(self) -> int:
        """The number of columns: spans and the bucket."""
        return (len(self._chart.published) if self._chart else 0) + bool(self._undated)

    # Drawing

    def draw(self, width: int) -> Sequence[Content]:
        if self._chart is None:
            lines = wrapped(self._word, max(10, width - 6), style="mark--muted")
            return [Content(""), *(joined("   ", line) for line in lines)]
        height = self.scrollable_content_region.height
        self._place = place = Places()
        room = width - GUTTER - (UNDATED if self._undated else 1)
        number = len(self._chart.published)
        place.number = min(number, max(1, room))
        # Where nothing has a date there is only the bucket, with a bar as wide as a span's.
        fill, spans = min(room, place.number * WIDEST), max(1, place.number)
        place.starts = tuple(round(n * fill / spans) for n in range(place.number + 1))
        here = min(self.cursor, number - 1)
        place.bar = bar_width(fill // spans or WIDEST)
        place.first = max(0, min(number - place.number, here - place.number // 2))
        if self._undated:
            place.undated_at = GUTTER + place.starts[-1] + 3
        free = max(6, height - _FIXED)
        most = max((sum(one.sources.values()) for one in self._chart.published), default=0)
        told = max((one.articles for one in self._chart.spoken_of), default=0)
        events = self._packed(max(1, free // 4), width)
        listed = 8 if free >= 36 else 3 if free >= 20 else 0
        bars = free - len(events[0]) - listed
        # Bars get no more height than they need; what is left lists the articles.
        above = max(2, min((bars + 1) * 3 // 5, max(6, 6 * most)))
        below = max(2, min(bars - above, max(4, 3 * told)))
        lines = [self._legend(width)]
        lines += self._above(above, width)
        lines += self._axis(width)
        lines += self._between(len(lines), *events, width=width)
        lines += self._below(below, width)
        lines += self._detail(len(lines), height - len(lines) - 2, width)
        return lines[: max(1, height)]

    def _shown(self) -> slice:
        return slice(self._place.first, self._place.first + self._place.number)

    def _legend(self, width: int) -> Content:
        t = self._t
        head = joined((f" {t('Published')}  ", "mark--key"), ("⣿ ", "mark--muted"),
                      (f"{t('inferred date')}  ", "mark--muted"))  # fmt: skip
        parts: list[Content] = []
        rest = sum(self._counts.values())
        room = width - head.cell_length - 14
        for source, series in self._series.items():
            number = self._counts[source]
            name = truncated(joined((source, "mark--muted")), _NAME)
            part = joined(("■ ", f"series--{series}"), name, (f" {number}  ", "mark--muted"))
            if part.cell_length > room:
                break
            room -= part.cell_length
            rest -= number
            parts.append(part)
        if rest:
            told = f"{t('others')} {self._t.number(rest)}"
            parts.append(joined(("■ ", f"series--{SERIES}"), (told, "mark--muted")))
        return truncated(joined(head, *parts), width)

    def _parts(self, one: Published) -> list[Part]:
        found: list[Part] = []
        for series in range(SERIES + 1):
            sources = [s for s in one.sources if self._series.get(s, SERIES) == series]
            inferred = sum(one.inferred.get(s, 0) for s in sources)
            stated = sum(one.sources[s] for s in sources) - inferred
            found += [Part(series, stated)] if stated else []
            found += [Part(series, inferred, inferred=True)] if inferred else []
        return found

    def _above(self, rows: int, width: int) -> list[Content]:
        assert self._chart is not None
        most = max((sum(one.sources.values()) for one in self._chart.published), default=0)
        most = max(most, 1)
        columns = [
            bar_cells(self._parts(o), most, rows) for o in self._chart.published[self._shown()]
        ]
        undated = [Part(SERIES, len(self._undated), inferred=True)]
        bucket = bar_cells(undated, max(most, len(self._undated)), rows) if self._undated else None
        return self._bars(columns, rows, most, width, bucket)

    def _below(self, rows: int, width: int) -> list[Content]:
        assert self._chart is not None
        t, chart = self._t, self._chart
        told = [(f" {t('Days spoken of')}  ", "mark--key")]
        facts = [
            t.count("{n} earlier", "{n} earlier", chart.before) if chart.before else "",
            t.count("{n} later", "{n} later", chart.after) if chart.after else "",
            t.count("{n} longer than a span", "{n} longer than a span", chart.wider)
            if chart.wider else "",
            "" if self._told_whole else t("reading…"),
        ]  # fmt: skip
        told.append((" · ".join(fact for fact in facts if fact), "mark--muted"))
        most = max((one.articles for one in chart.spoken_of), default=0)
        columns = [
            bar_cells(
                [Part(0, one.articles - one.inferred), Part(0, one.inferred, inferred=True)],
                max(most, 1),
                rows,
            )
            for one in chart.spoken_of[self._shown()]
        ]
        head = truncated(joined(*told), width)
        return [head, *self._bars(columns, rows, most, width, None, ink="mark--warm")]

    def _bars(
        self,
        columns: Sequence[Sequence[Cell]],
        rows: int,
        most: int,
        width: int,
        bucket: Sequence[Cell] | None,
        *,
        ink: str = "",
    ) -> list[Content]:
        """The rows of the bars from the highest to the lowest; with `ink` all in that one class."""
        starts, numbers = self._place.starts, ticks(most, rows)
        here = self.cursor - self._place.first
        lines = []
        for row in reversed(range(rows)):
            label = str(numbers[row]) if row in numbers else ""
            parts: list[Content | tuple[str, str] | str] = [
                (f"{label:>{GUTTER - 2}} ", "mark--faint"),
                ("┤" if label else "│", "mark--rule"),
            ]
            run = ""
            for number, column in enumerate(columns):
                cell, step = column[row], starts[number + 1] - starts[number]
                if number == here or cell.ink >= 0:
                    parts += [run] if run else []
                    run = ""
                    parts.append(self._cell(cell, step, marked=number == here, ink=ink))
                else:
                    run += " " * step
            parts += [run] if run else []
            if bucket is not None:
                parts.append("   ")
                marked = self.cursor == self._number - 1
                parts.append(self._cell(bucket[row], UNDATED - 8, marked=marked))
            lines.append(fitted(joined(*parts), width))
        return lines

    def _cell(self, cell: Cell, step: int, *, marked: bool, ink: str = "") -> Content:
        """One row of a bar; the span under the cursor has another ground."""
        bar = min(step, self._place.bar)
        blank = cell.ink < 0
        text = (
            Content(" " * bar) if blank else joined((cell.sign * bar, ink or f"series--{cell.ink}"))
        )
        if cell.ground >= 0:
            text = text.stylize(f".ground--{cell.ground}")
        elif marked:
            text = text.stylize(".mark--row")
        return joined(text, " " * (step - bar))

    def _axis(self, width: int) -> list[Content]:
        assert self._chart is not None
        place, starts = self._place, self._place.starts
        shown = [one.period for one in self._chart.published[self._shown()]]
        here = self.cursor - place.first
        parts: list[Content | tuple[str, str] | str] = [" " * (GUTTER - 1), ("└", "mark--rule")]
        if 0 <= here < place.number:
            bar = place.bar
            parts += [("─" * starts[here], "mark--rule"), ("▀" * bar, "mark--key"),
                      ("─" * (starts[-1] - starts[here] - bar), "mark--rule")]  # fmt: skip
        else:
            parts.append(("─" * starts[-1], "mark--rule"))
        if self._undated:
            marked = self.cursor == self._number - 1
            style = "mark--key" if marked else "mark--rule"
            parts += ["   ", (("▀" if marked else "─") * (UNDATED - 8), style)]
        labels = axis(self._t, shown, self._chart.unit, starts)
        under: list[Content | tuple[str, str] | str] = [" " * GUTTER, (labels, "mark--muted")]
        if self._undated:
            words = f"{self._t('undated')} {len(self._undated)}"
            under += ["  ", fitted(joined((words, "mark--muted")), UNDATED - 2)]
        return [fitted(joined(*parts), width), fitted(joined(*under), width)]

    def _column_of(self) -> dict[ArticleId, int]:
        assert self._chart is not None
        starts = self._place.starts
        return {
            id: GUTTER + starts[number] + (self._place.bar - 1) // 2
            for number, one in enumerate(self._chart.published[self._shown()])
            for id in one.articles
        }

    def _packed(self, rows: int, width: int) -> tuple[list[list[Placed]], int]:
        """The rows of events, and how many events have no room."""
        columns = self._column_of()
        dots = []
        for event in self._events:
            found = sorted(
                (columns[id], self._series.get(source, SERIES))
                for id, source in event.accounts
                if id in columns
            )
            if len(found) > 1:
                dots.append(Dots(event.event, f"{len(found)} · {event.label}", tuple(found)))
        placed, left = packed(dots, width=width - 1, rows=rows)
        used = max((one.row for one in placed), default=-1) + 1
        return [[one for one in placed if one.row == row] for row in range(used)], left

    def _between(
        self, line: int, rows: Sequence[Sequence[Placed]], left: int, *, width: int
    ) -> list[Content]:
        if not rows:
            return []
        head = [(f" {self._t('Events')}  ", "mark--key")]
        if left:
            head.append((self._t.count("{n} more", "{n} more", left), "mark--faint"))
        lines = [joined(*head)]
        for number, here in enumerate(rows, start=1):
            self._place.events[line + number] = list(here)
            lines.append(fitted(dots_drawn(here), width))
        return lines

    def _detail(self, line: int, listed: int, width: int) -> list[Content]:
        """The span under the cursor in words: colours and heights alone say nothing to some readers."""
        t, one = self._t, self._published
        if one is None:
            ids: Sequence[ArticleId] = self._undated
            when, told = t("undated"), ""
        else:
            ids = one.articles
            when = interval(t, one.period.first.isoformat(), one.period.last.isoformat())
            ranked = sorted(one.sources.items(), key=lambda pair: (-pair[1], pair[0]))
            told = ", ".join(f"{s or t('source not stated')} {n}" for s, n in ranked)
            inferred = sum(one.inferred.values())
            if inferred:
                told += f" · {t.count('{n} inferred', '{n} inferred', inferred)}"
            assert self._chart is not None
            spoken = self._chart.spoken_of[self.cursor].articles if self._chart.spoken_of else 0
            if spoken:
                said = t.count("{n} article speaks of it", "{n} articles speak of it", spoken)
                told += f" · {said}" if told else said
        count = t.count("{n} article", "{n} articles", len(ids))
        head = joined(
            (f" ▸ {when} ", "mark--key"),
            (f"· {count}", ""),
            (f" · {told}" if told else "", "mark--muted"),
        )
        lines = [Content(""), truncated(head, width)]
        for number, id in enumerate(ids[: max(0, listed)]):
            if number == listed - 1 and len(ids) > listed:
                more = t.count("{n} more", "{n} more", len(ids) - number)
                lines.append(joined((f"     … {more}", "mark--faint")))
                break
            self._place.titles[line + len(lines)] = id
            title, source = self._titles.get(id, (str(id), ""))
            beside = f" · {source}" if source else ""
            lines.append(truncated(joined("     ", title, (beside, "mark--muted")), width))
        return lines
