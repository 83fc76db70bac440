"""The menu behind the prefix: the decisions that are possible here, a letter each."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content

from index.interface.texts import Texts
from tui.keytable import PREFIX, bound
from tui.offered import Command
from tui.rendering import fitted, joined, truncated
from tui.screens.box import Box
from tui.session import Session
from tui.widgets.items import Item, Items

_NAME = 20


def letter_of(command: Command) -> str:
    """The letter that follows the prefix; empty for a decision that has another key."""
    keys = (key.partition("+") for key in command.keys)
    return next((letter for prefix, _, letter in keys if prefix == PREFIX), "")


class Decisions(Items):
    """The decisions, a line each: letter, name, what it does."""

    def __init__(self, t: Texts, commands: Sequence[Command]) -> None:
        super().__init__(id="decisions")
        self._t = t
        self._commands = tuple(commands)

    def draw_items(self, width: int) -> list[Item]:
        return [Item((truncated(self._line(one), width),), key=one.id) for one in self._commands]

    def _line(self, command: Command) -> Content:
        return joined(
            "  ",
            (letter_of(command), "mark--key"),
            "  ",
            fitted(joined((self._t(command.description), "mark--strong")), _NAME),
            (f"  {self._t(command.tooltip)}", "mark--muted"),
        )

    def command(self, id: str) -> Command | None:
        return next((one for one in self._commands if one.id == id), None)

    def on_key(self, event: events.Key) -> None:
        """A letter chooses a decision; it does not move the cursor."""
        for command in self._commands:
            if event.character is not None and event.character == letter_of(command):
                event.stop()
                event.prevent_default()
                self.post_message(self.Chosen(self, command.id))
                return

    def clicked(self, item: Item, event: events.Click) -> None:
        self.post_message(self.Chosen(self, item.key))


class DecideScreen(Box[Command | None]):
    """Its result is the decision that was chosen."""

    CSS_PATH = "decide.tcss"
    BINDINGS = [
        bound("deciding.choose", "choose", "Do it", tooltip="Decide so"),
        bound("decide.back", "dismiss", "Back"),
    ]

    def __init__(self, session: Session, commands: Sequence[Command]) -> None:
        super().__init__(session)
        self._commands = tuple(commands)

    def body(self) -> ComposeResult:
        t = self.t
        listing = Decisions(t, self._commands)
        listing.border_title = joined(f" {t('Decide')} ")
        how = t("a letter, or Enter · Esc goes back · what is decided can be undone")
        listing.border_subtitle = joined(f" {how} ")
        listing.styles.height = len(self._commands) + 2
        yield listing

    def on_mount(self) -> None:
        self.query_one(Decisions).focus()

    def action_choose(self) -> None:
        self.query_one(Decisions).action_choose()

    @on(Items.Chosen, "#decisions")
    def _chosen(self, event: Items.Chosen) -> None:
        self.dismiss(self.query_one(Decisions).command(event.key))
