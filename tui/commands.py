"""The palette: every command of the screen and of the room, found by a part of its name."""

from __future__ import annotations

from functools import partial
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from index.text.folding import fold
from tui.keys import commands_of, key_names
from tui.offered import Command
from tui.session import HasSession


class RoomCommands(Provider):
    """One declaration of a command, its binding, feeds key, key line, palette and help."""

    async def discover(self) -> Hits:
        for command in self._commands():
            run = partial(self._run, command)
            yield DiscoveryHit(self._name(command), run, help=self._help(command))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(fold(query))
        found = False
        for command in self._commands():
            name, help = self._name(command), self._help(command)
            score = max(matcher.match(fold(name)), matcher.match(fold(help)) * 0.7)
            if score > 0:
                found = True
                run = partial(self._run, command)
                yield Hit(score, Content(name), run, text=name, help=help)
        if not found:
            words = cast(HasSession, self.app).session.t("Nothing is called so")
            yield Hit(0.0, Content(words), _nothing, text=words)

    def _commands(self) -> list[Command]:
        return [
            c for c in commands_of(self.screen) if c.enabled and c.tooltip and c.id != "palette"
        ]

    async def _run(self, command: Command) -> None:
        await self.app.run_action(command.action, default_namespace=command.node)

    def _name(self, command: Command) -> str:
        t = cast(HasSession, self.app).session.t
        return f"{t(command.description)}  ({key_names(t, command.keys)})"

    def _help(self, command: Command) -> str:
        t = cast(HasSession, self.app).session.t
        return t(command.tooltip) if command.tooltip else ""


def _nothing() -> None:
    """What is done when nothing was found: the palette closes."""
