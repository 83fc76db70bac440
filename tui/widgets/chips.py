"""The filters in force, as chips under the query; a click lets one go."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.message import Message
from textual.widget import Widget

from index.interface.texts import Texts
from tui.filters import NamedFilter, sign_of, style_of
from tui.rendering import joined, resolved


class Chips(Widget):
    COMPONENT_CLASSES = {"chips--chip", "chips--excluded"}
    DEFAULT_CSS = """
    Chips { height: 1; padding: 0 1; display: none; }
    Chips.-some { display: block; }
    Chips > .chips--chip { background: $panel; }
    Chips > .chips--excluded { background: $panel; color: $error; }
    """

    @dataclass
    class Released(Message):
        named: NamedFilter

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._filters: tuple[NamedFilter, ...] = ()
        self._places: list[tuple[int, int, NamedFilter]] = []

    def show(self, filters: tuple[NamedFilter, ...]) -> None:
        self._filters = filters
        self.set_class(bool(filters), "-some")
        self.refresh()

    def render(self) -> RenderResult:
        line = joined("")
        self._places = []
        for named in self._filters:
            excluded = named.filter.exclude
            word = f"{self._t('without')} " if excluded else ""
            style = "chips--excluded" if excluded else "chips--chip"
            chip = joined(
                (" ", "chips--chip"),
                (sign_of(named.filter.facet), style_of(named.filter.facet)),
                (f" {word}{named.name} ✕ ", style),
            )
            start = line.cell_length
            self._places.append((start, start + chip.cell_length, named))
            line = joined(line, chip, " ")
        return resolved(line, self)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for start, end, named in self._places:
            if start <= offset.x < end:
                self.post_message(self.Released(named))
