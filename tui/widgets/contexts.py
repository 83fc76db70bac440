"""Passages that name an entity, each with its source: the reader looks at them before deciding."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from index.interface.texts import Texts
from index.model.found import ConcordanceLine
from tui.rendering import Mark, joined, truncated, wrapped
from tui.widgets.paper import Paper


class Contexts(Paper):
    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._places: tuple[ConcordanceLine, ...] | None = None

    def show(self, name: str, places: Sequence[ConcordanceLine]) -> None:
        self._places = tuple(places)
        self.border_title = joined(f" {name} ")
        self.scroll_home(animate=False)
        self.redraw()

    def draw(self, width: int) -> Sequence[Content]:
        if self._places is None:
            return ()
        if not self._places:
            return [joined(" ", (self._t("No passage to show."), "mark--muted"))]
        lines: list[Content] = []
        for place in self._places:
            source = place.source or self._t("source not stated")
            head = joined(" ", (f"{source} · {self._t.date(place.published)}", "mark--muted"))
            lines.append(truncated(head, width))
            before = place.left
            text = f"{before}{place.form}{place.right}"
            marks = [Mark(len(before), len(before) + len(place.form), "mark--match")]
            lines += [joined(" ", line) for line in wrapped(text, max(10, width - 2), marks)]
            lines.append(joined(""))
        return lines
