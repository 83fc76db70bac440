"""The choice of the room's look: the cursor shows each at once, Enter keeps it, Esc brings the old one back."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.color import Color
from textual.content import Content
from textual.content import Span as StyleSpan
from textual.style import Style

from index.interface.texts import Texts
from tui.keytable import bound
from tui.palettes import PALETTES, Palette
from tui.rendering import fitted, joined, truncated
from tui.screens.box import Box
from tui.session import Session
from tui.theme import KIND_SIGNS
from tui.widgets.items import Item, Items

_NAME = 10


class LookList(Items):
    """The looks, a line each, with signs in the look's own colours on its own ground."""

    def __init__(self, t: Texts) -> None:
        super().__init__(id="looks")
        self._t = t

    def draw_items(self, width: int) -> list[Item]:
        return [
            Item((truncated(self._line(one), width), joined("")), key=one.name) for one in PALETTES
        ]

    def _line(self, palette: Palette) -> Content:
        name = fitted(joined((palette.name, "mark--strong")), _NAME)
        return joined("  ", sample(palette), "  ", name, (self._t(palette.says), "mark--muted"))


def sample(palette: Palette) -> Content:
    """A sample of a look: the signs of entities, a word, and a word of a query."""
    inks = (palette.person, palette.organisation, palette.place, palette.equipment, palette.event)
    pieces = [(f" {sign}", ink) for sign, ink in zip(KIND_SIGNS.values(), inks, strict=False)]
    pieces += [(" Aa ", palette.foreground)]
    text, spans = "", []
    ground = Color.parse(palette.background)
    for piece, ink in pieces:
        look = Style(background=ground, foreground=Color.parse(ink))
        spans.append(StyleSpan(len(text), len(text) + len(piece), look))
        text += piece
    ink, under = palette.match
    look = Style(background=Color.parse(under), foreground=Color.parse(ink), bold=True)
    spans.append(StyleSpan(len(text), len(text) + 3, look))
    return Content(f"{text}mot", spans)


class LookingScreen(Box[None]):
    BESIDE = "leave"
    BINDINGS = [
        bound("looks.choose", "keep", "Keep", tooltip="Keep this look, for other visits too"),
        bound("looks.back", "leave", "Back"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._before = ""

    def body(self) -> ComposeResult:
        t = self.t
        looks = LookList(t)
        looks.border_title = joined(f" {t('Looks')} ")
        yield looks

    def on_mount(self) -> None:
        self._before = self.app.theme
        self._list.focus()
        self.call_after_refresh(self._list.move_to, self._before, silent=True)

    @property
    def _list(self) -> LookList:
        return self.query_one(LookList)

    @on(Items.Highlighted, "#looks")
    def _show(self, event: Items.Highlighted) -> None:
        self.app.theme = event.key

    @on(Items.Chosen, "#looks")
    def action_keep(self) -> None:
        if self._list.cursor:
            self.app.theme = self._list.cursor
            self.session.looks.choose(self._list.cursor)
        self.dismiss()

    def action_leave(self) -> None:
        self.app.theme = self._before
        self.dismiss()
