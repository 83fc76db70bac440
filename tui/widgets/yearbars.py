"""Articles per year as two rows of bars in the sidebar; a click on a year filters by it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content

from tui.filters import Stand
from tui.rendering import joined
from tui.widgets.bars import Part, bar_cells

ROWS = 2
WIDEST = 7
"""Width of a year at most, in cells."""
MARGIN = 2
_STYLES = {Stand.FREE: "mark--warm", Stand.INCLUDED: "mark--kept", Stand.EXCLUDED: "mark--error"}


@dataclass(frozen=True, slots=True)
class YearBars:
    """The lines of the sidebar, and where each year begins in them."""

    lines: tuple[Content, ...] = ()
    starts: tuple[tuple[int, int], ...] = ()
    """Column and year; the last entry is the end, with the year after."""

    def year_at(self, column: int) -> int | None:
        at = bisect_right(self.starts, column, key=lambda pair: pair[0]) - 1
        return self.starts[at][1] if 0 <= at < len(self.starts) - 1 else None


def year_bars(by_year: Mapping[int, int], width: int, stands: Mapping[int, Stand]) -> YearBars:
    """Every year from the first to the last; only the latest ones where not all have room."""
    first, last, room = min(by_year), max(by_year), width - 2 * MARGIN
    years = range(max(first, last - room + 1), last + 1)
    step = min(WIDEST, room // len(years))
    bar = step - 1 if step >= 3 else step
    most = max(by_year.values())
    columns = [bar_cells([Part(0, by_year.get(year, 0))], most, ROWS) for year in years]
    lines = []
    for row in reversed(range(ROWS)):
        parts: list[Content | tuple[str, str] | str] = [" " * MARGIN]
        for year, column in zip(years, columns, strict=True):
            style = _STYLES[stands.get(year, Stand.FREE)]
            parts += [(column[row].sign * bar, style), " " * (step - bar)]
        lines.append(joined(*parts))
    lines.append(joined((" " * MARGIN + _labels(years, step, room), "mark--faint")))
    starts = [(MARGIN + n * step, year) for n, year in enumerate(years)]
    return YearBars(tuple(lines), (*starts, (MARGIN + len(years) * step, last + 1)))


def _labels(years: range, step: int, room: int) -> str:
    """The years under their bars: in two digits where there is little room, else only the first and the last."""
    line = [" "] * room
    for n, year in enumerate(years):
        label = str(year) if step >= 5 else f"{year % 100:02}" if step >= 3 else ""
        if step < 3 and n in (0, len(years) - 1):
            label = str(year)
        at = min(n * step, room - len(label))
        if label and not "".join(line[max(0, at - 1) : at + len(label)]).strip():
            line[at : at + len(label)] = label
    return "".join(line).rstrip()
