"""A letter on each thing that the reader can go to: one key goes there."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from tui.keytable import bound
from tui.rendering import SPAN_CLASSES, joined, resolved
from tui.target import Target
from tui.widgets.headline import Headline
from tui.widgets.items import Items

LETTERS = "qsdfjklmaezruiopwxcvbnghty"
"""Letters under the fingers first, on a French keyboard."""


def targets(screen: Screen[None]) -> list[Target]:
    """The targets: panes, tabs, then the visible things of the lists, as far as there are letters."""
    found: list[Target] = []
    lists: list[Target] = []
    for widget in screen.focus_chain:
        region = widget.region
        if not region.area or not screen.region.contains_region(region):
            continue
        border = isinstance(widget, Input)
        found.append(Target(region.offset + Offset(1 if border else 2, 0), widget))
        if isinstance(widget, Items):
            lines = [
                Target(place, widget, key)
                for key, line in widget.keys_in_view()
                if screen.region.contains_point(place := line + widget.content_region.offset)
            ]
            # The focused list needs letters most.
            lists = [*lines, *lists] if widget is screen.focused else [*lists, *lines]
    for headline in screen.query(Headline):
        found += [Target(Offset(x, 0), headline, tab) for tab, x in headline.tab_columns()]
    return [*found, *lists][: len(LETTERS)]


class JumpScreen(ModalScreen[Target | None]):
    CSS_PATH = "help.tcss"
    COMPONENT_CLASSES = set(SPAN_CLASSES)
    BINDINGS = [bound("jump.back", "dismiss", "Back")]

    def __init__(self, found: Sequence[Target]) -> None:
        super().__init__()
        self._targets = dict(zip(LETTERS, found, strict=False))

    def compose(self) -> ComposeResult:
        for letter, target in self._targets.items():
            label = Static(resolved(joined((f" {letter} ", "mark--here")), self), classes="letter")
            label.styles.offset = (target.at.x, target.at.y)
            yield label

    def on_key(self, event: events.Key) -> None:
        if event.character is not None and event.character in self._targets:
            event.stop()
            event.prevent_default()
            self.dismiss(self._targets[event.character])

    def on_click(self, event: events.Click) -> None:
        self.dismiss(None)
