"""Two parts of the corpus compared: what is said more in one, and who is quoted in one only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from index.errors import RecoupeError
from index.export.halves_sections import size_of_half, times_as_often
from index.export.material import Subject
from index.interface.texts import Texts
from index.model.found import SearchRequest
from index.model.halves import Contrast, Halves, Key
from tui.keytable import bound
from tui.rendering import fitted, joined, thin_bar, truncated, wrapped
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.widgets.items import Item, Items
from tui.widgets.line import Line

if TYPE_CHECKING:
    from index.export.gathering import Gathering
    from index.export.material import Material

MOST = 1_500
"""How many articles of a part are read, the newest ones."""
_BAR = 6
_LONGEST = 40
"""Columns of a word or a name at the most."""
_SURE_FROM = 52
"""Columns of a half from which G² stands in it."""


class HalfList(Items):
    """One part: what it has more than the other, the surest first."""

    BINDINGS = [
        bound("contrast.look", "choose", "Look for it",
              tooltip="Back to the search, with this word or name"),
    ]  # fmt: skip

    def __init__(self, t: Texts, side: int) -> None:
        super().__init__(id=f"half-{side}")
        self._t = t
        self._side = side
        self._found: Contrast | None = None
        self._word = ""

    def say(self, sentence: str) -> None:
        self._found, self._word = None, sentence
        self.redraw()

    def show(self, found: Contrast) -> None:
        self._found = found
        self.redraw()
        self.move_to(self.first_key(), silent=True)

    def draw_items(self, width: int) -> list[Item]:
        if self._found is None:
            lines = wrapped(self._word, max(10, width - 4), style="mark--muted")
            return [Item(tuple(joined("  ", line) for line in lines))]
        t, side, found = self._t, self._side, self._found
        head = joined((f"  {size_of_half(t, found, side)}", "mark--muted"))
        return [
            Item((truncated(head, width), joined(""))),
            *self._keys("word", t("Words"), found.more_words[side], width),
            *self._keys("name", t("Names"), found.more_names[side], width),
            *self._keys("name", t("Quoted here only"), found.only_quoted[side], width, alone=True),
        ]

    def _keys(
        self, kind: str, title: str, keys: tuple[Key, ...], width: int, *, alone: bool = False
    ) -> Iterator[Item]:
        yield Item((joined((f" {title}", "mark--key")),))
        if not keys:
            words = self._t("Nothing that chance would not explain.")
            lines = wrapped(words, max(10, width - 4), style="mark--faint")
            yield Item((*(joined("   ", line) for line in lines), joined("")))
            return
        most = max(abs(key.effect) for key in keys) or 1.0
        told = _in_columns([self._told(key, alone=alone, sure=width >= _SURE_FROM) for key in keys])
        longest = max(len(words) for words in told)
        room = max(8, min(_LONGEST, width - _BAR - longest - 7))
        for number, (key, words) in enumerate(zip(keys, told, strict=True)):
            line = joined(
                "   ",
                fitted(joined((key.text, "mark--strong")), room),
                (f" {thin_bar(abs(key.effect) / most, _BAR):<{_BAR}} ", "mark--warm"),
                (words, "mark--muted"),
            )
            yield Item((truncated(line, width),), key=f"{kind}:{number}:{title}:{key.text}")
        yield Item((joined(""),))

    def _told(self, key: Key, *, alone: bool, sure: bool) -> tuple[str, ...]:
        """How often here and there, and how sure that is where there is room."""
        here, there = (key.first, key.second) if self._side == 0 else (key.second, key.first)
        if alone:
            return (f"{here}",)
        told = (f"{here} /", f"{there} ", times_as_often(self._t, key))
        return (*told, f" G² {key.likelihood:.0f}") if sure else told


def _in_columns(rows: list[tuple[str, ...]]) -> list[str]:
    """The cells of each row at the right of their columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        " ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
    ]


class ContrastScreen(RoomScreen):
    BINDINGS = [
        bound("contrast.other", "other", "Other half",
              tooltip="Say what the other half is: a query, or the name of a saved search"),
        bound("export", "export", "Export",
              tooltip="Write this as a document: a dossier, a table, references…"),
        bound("contrast.pane", "pane", "Pane", show=False),
    ]  # fmt: skip
    CSS = """
    ContrastScreen #other { height: 1; background: $panel; padding: 0 2; }
    ContrastScreen #panes { height: 1fr; }
    ContrastScreen HalfList { width: 1fr; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._request = session.asked
        self._asked = session.told_request(session.t("everything"))
        self._halves_held: Halves | None = None
        """What stands here, once both halves are read."""

    def body(self) -> ComposeResult:
        words = self.t("a query or a saved search; empty: all the rest")
        yield Line(placeholder=words, compact=True, id="other")
        with Horizontal(id="panes"):
            yield HalfList(self.t, 0)
            yield HalfList(self.t, 1)

    @property
    def _halves(self) -> tuple[HalfList, HalfList]:
        first, second = self.query(HalfList).results(HalfList)
        return first, second

    def on_mount(self) -> None:
        self._halves[0].focus()
        self._hold()

    def _hold(self) -> None:
        other = self.query_one("#other", Input).value.strip()
        self._halves_held = None
        told = (self._asked, other or self.t("all the rest"))
        for half, letter, words in zip(self._halves, "AB", told, strict=True):
            half.border_title = joined(
                (f" {letter} ", "mark--key"), truncated(joined(f"{words} "), 48)
            )
            half.say(self.t("Reading both halves…"))
        self.work("contrast", self._load, self._request, other, told)

    async def _load(self, request: SearchRequest, other: str, told: tuple[str, str]) -> None:
        try:
            found = await self.session.desk.ask(
                lambda library: library.contrast(request, other, most=MOST)
            )
        except RecoupeError as error:
            for half in self._halves:
                half.say(self.session.told(error))
            return
        self._halves_held = Halves(told, found)
        for half in self._halves:
            half.show(found)

    @on(Input.Submitted, "#other")
    def _submitted(self) -> None:
        self._halves[0].focus()
        self._hold()

    @on(Items.Chosen)
    def _look_for(self, event: Items.Chosen) -> None:
        kind, _, _, text = event.key.split(":", 3)
        query = f'"{text}"' if kind == "name" else f"={text}"
        self.session.taken_up = query, ()
        self.action_tab("search")

    def action_export(self) -> None:
        held = self._halves_held
        if held is None:
            self.tell(self.t("Nothing to write yet: both halves are being read."))
            return

        def gathered(gathering: Gathering) -> Material:
            return gathering.halves(held)

        title = " ⇄ ".join(held.queries)
        self.app.push_screen(self.session.doors.export(Subject.HALVES, title, gathered))

    def action_other(self) -> None:
        self.query_one("#other", Input).focus()

    def action_pane(self) -> None:
        self.all_panes()
        first, second = self._halves
        (second if first.has_focus else first).focus()

    def action_back(self) -> None:
        if isinstance(self.focused, Input):
            self._halves[0].focus()
        else:
            super().action_back()
