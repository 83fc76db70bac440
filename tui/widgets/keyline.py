"""The last line: the commands of the screen, as far as there is room; a click runs one."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from index.interface.texts import Texts
from tui.keys import behind_prefix, commands_of, key_name
from tui.offered import Command
from tui.rendering import joined

_ROOM, _DEEPER = "quit", "back"
"""The command that is named last where one types: the way out of the room, of a screen over another one."""


class KeyLine(Widget):
    """The line of keys; a command that does not fit is left out whole, and stands in help and palette."""

    COMPONENT_CLASSES = {"keyline--key", "keyline--word", "keyline--rule"}
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $panel; }
    KeyLine > .keyline--key { color: $primary; text-style: bold; }
    KeyLine > .keyline--word { color: $muted; }
    KeyLine > .keyline--rule { color: $rule; }
    """

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._commands: list[Command] = []
        self._places: list[tuple[int, int, Command]] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._update)
        self.call_after_refresh(self._update, self.screen)

    def _update(self, screen: Screen[Any]) -> None:
        if screen is self.screen and screen.is_current:
            commands = [command for command in commands_of(screen) if command.shown]
            # The prefix stands for the decisions behind it.
            self._commands = [
                c for c in commands if c.enabled and not c.typed and not behind_prefix(c.keys[0])
            ]
            if isinstance(screen.focused, Input):
                # Where letters are typed, digits and q lead nowhere: the way that does is named.
                out = _DEEPER if len(self.app.screen_stack) > 2 else _ROOM
                self._commands += [
                    c for c in commands_of(screen) if c.id == out and c.enabled and not c.typed
                ]
            # A line where one types has its arrows before the key that does what one came for.
            self._commands.sort(key=lambda command: "enter" not in command.keys)
            self.refresh()

    def render(self) -> RenderResult:
        self._places = []
        parts: list[Content] = []
        used = 1
        # Help is always there: it is the way to what did not fit.
        last = [c for c in self._commands if c.id in ("help", "palette")]
        kept = sum(self._piece(command).cell_length + 3 for command in last)
        others = [c for c in self._commands if c.id not in ("help", "palette")]
        for command in (*others, *last):
            piece = self._piece(command)
            reserve = 0 if command in last else kept
            rule = 3 if parts else 0
            if used + rule + piece.cell_length > self.size.width - reserve:
                continue
            if rule:
                parts.append(joined((" · ", "keyline--rule")))
                used += 3
            self._places.append((used, used + piece.cell_length, command))
            parts.append(piece)
            used += piece.cell_length
        return joined(" ", *parts)

    def _piece(self, command: Command) -> Content:
        return joined(
            (key_name(self._t, command.keys[0]), "keyline--key"),
            (f" {self._t(command.description)}", "keyline--word"),
        )

    def on_click(self, event: events.Click) -> None:
        for start, end, command in self._places:
            if start <= event.x < end:
                self.app.simulate_key(command.keys[0])

    def on_mouse_move(self, event: events.MouseMove) -> None:
        for start, end, command in self._places:
            if start <= event.x < end:
                tip = self._t(command.tooltip or command.description)
                self.tooltip = Content(tip)
                return
        self.tooltip = None
