"""The saved searches beside the notebook, with what is new in each since it was last seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from index.interface.texts import Texts
from tui.keytable import bound
from tui.rendering import joined, truncated, wrapped
from tui.widgets.items import Item, Items

if TYPE_CHECKING:
    from index.notebook.searches import SearchState

_SAVE = "save"
_AT = "search:"


class SearchList(Items):
    BINDINGS = [
        bound("searches.take", "choose", "Take up",
                tooltip="Ask this search again; what is new in it counts as seen"),
        bound("searches.drop", "drop", "Drop", show=False, tooltip="Drop this search; undo brings it back"),
    ]  # fmt: skip

    @dataclass
    class Taken(Message):
        """The reader takes up a search."""

        standing: SearchState

    class SaveWanted(Message):
        """The reader wants to save the current query."""

    @dataclass
    class DropWanted(Message):
        standing: SearchState

    def __init__(self, t: Texts) -> None:
        super().__init__(id="searches")
        self._t = t
        self._standing: tuple[SearchState, ...] | None = None
        self._asked = ""

    def show(self, standing: Sequence[SearchState], asked: str) -> None:
        """Shows the searches; `asked` is the query of the search screen, empty where there is none to save."""
        self._standing, self._asked = tuple(standing), asked
        self.redraw()

    def draw_items(self, width: int) -> list[Item]:
        t = self._t
        items = []
        known = {one.search.query for one in self._standing or ()}
        if self._asked and self._asked not in known:
            words = t("Save the search “{query}”", query=self._asked)
            line = truncated(joined("  ", ("+ ", "mark--key"), words), width)
            items.append(Item((line, joined("")), key=_SAVE))
        if self._standing is None:
            return [*items, Item((joined("  ", (t("Looking for what is new…"), "mark--muted")),))]
        if not self._standing and not items:
            told = t("No search is saved yet. Ask something in the search, then come back here.")
            lines = wrapped(told, max(12, width - 4), style="mark--muted")
            return [Item(tuple(joined("  ", line) for line in lines))]
        items += [self._search(one, width) for one in self._standing]
        return items

    def _search(self, one: SearchState, width: int) -> Item:
        t = self._t
        lines: list[Content] = [joined("  ", (one.search.name, "mark--strong"))]
        asked = " ".join((one.search.query, *one.search.filters)).strip()
        if asked != one.search.name:
            lines.append(joined("  ", (asked, "mark--muted")))
        total = t.count("{n} article", "{n} articles", one.total)
        told: list[Content | tuple[str, str] | str] = ["  ", (total, "mark--muted")]
        if one.new and one.seen:
            day = t.day(date.fromisoformat(one.seen[:10]))
            new = t.count("{n} new since {day}", "{n} new since {day}", len(one.new), day=day)
            told += [" · ", (new, "mark--warm")]
        lines.append(joined(*told))
        lines += [joined("    ", ("▸ ", "mark--warm"), new.title) for new in one.new[:3]]
        drawn = (*(truncated(line, width) for line in lines), joined(""))
        return Item(drawn, key=f"{_AT}{one.search.name}")

    @property
    def current(self) -> SearchState | None:
        name = self.cursor.removeprefix(_AT)
        found = (one for one in self._standing or () if one.search.name == name)
        return next(found, None) if self.cursor.startswith(_AT) else None

    def action_choose(self) -> None:
        if self.cursor == _SAVE:
            self.post_message(self.SaveWanted())
        elif self.current is not None:
            self.post_message(self.Taken(self.current))

    def action_drop(self) -> None:
        if self.current is not None:
            self.post_message(self.DropWanted(self.current))
