"""Passages that name two entities, each with its source, to choose one from."""

from __future__ import annotations

from collections.abc import Iterator

from index.interface.texts import Texts
from index.model.found import Jointly, JointPassage
from tui.rendering import Mark, joined, truncated, wrapped
from tui.widgets.items import Item, Items

WIDEST = 96
"""Cells of a line of text: longer ones are hard to read."""


class Passages(Items):
    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._found: Jointly | None = None

    def show(self, found: Jointly) -> None:
        self._found = found
        t = self._t
        facts = [t.count("{n} passage", "{n} passages", len(found.passages))]
        facts.append(
            t.count("in {n} article that names both", "in {n} articles that name both",
                    found.articles)
        )  # fmt: skip
        if found.apart:
            facts.append(t.count("{n} only far apart", "{n} only far apart", found.apart))
        self.border_subtitle = joined(f" {' · '.join(facts)} ")
        self.redraw()

    @property
    def current(self) -> JointPassage | None:
        return self._found.passages[int(self.cursor)] if self._found and self.cursor else None

    def draw_items(self, width: int) -> list[Item]:
        if self._found is None:
            return []
        if not self._found.passages:
            words = self._t("They stand together nowhere.")
            return [Item((joined("  ", (words, "mark--muted")),))]
        return list(self._items_of(self._found, min(width, WIDEST)))

    def _items_of(self, found: Jointly, width: int) -> Iterator[Item]:
        for number, passage in enumerate(found.passages):
            source = passage.source or self._t("source not stated")
            date = self._t.date(passage.published)
            head = truncated(
                joined("  ", (source, "mark--strong"), (f" · {date}", "mark--muted")), width
            )
            lines = [head]
            for at, (span, text) in enumerate(passage.pieces):
                if at:
                    lines.append(joined("  ", ("[…]", "mark--faint")))
                marks = [
                    Mark(name.start - span.start, name.end - span.start, "mark--match")
                    for name in passage.names
                    if span.start <= name.start < span.end
                ]
                # Line breaks become spaces, so that the marks stay where the names are.
                words = text.replace("\n", " ")
                lines += [joined("  ", line) for line in wrapped(words, max(10, width - 4), marks)]
            yield Item((*lines, joined("")), key=str(number))
