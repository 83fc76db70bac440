"""The palette: every command of the program, found by a part of its name or by another word for it.

The commands of the current screen come first, then those of other screens, to which the palette leads,
then the subcommands of the command line, which it copies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from index.interface.texts import LANGUAGES, texts_for
from index.text.folding import fold
from tui.elsewhere import Elsewhere, ShellCommand, commands_elsewhere, other_words, shell_commands
from tui.keys import commands_of, key_names
from tui.offered import Command
from tui.screens.tabs import TABS, go_to
from tui.session import HasSession, Session

_HERE, _ELSEWHERE, _SHELL = 1.0, 0.7, 0.5
_OTHER_WORD, _TOLD, _SCATTERED = 0.95, 0.4, 0.1
"""The worth of a match: in another word for a command, in its description, in letters that stand apart."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the palette."""

    name: str
    help: str
    called: tuple[str, ...]
    """Its names, in both languages."""
    words: tuple[str, ...]
    """Other words for it."""
    told: tuple[str, ...]
    """Its description, in both languages."""
    run: Callable[[], Any]
    rank: float
    """The factor of its scores: commands of the current screen come first."""

    def score(self, wanted: str, *, scattered: float) -> float:
        """How well it fits what was typed; `scattered` is how well its letters fit, in order but apart."""
        scores = [
            scattered * _SCATTERED,
            *(_match(fold(name), wanted) for name in self.called),
            *(_match(fold(word), wanted) * _OTHER_WORD for word in self.words),
            *(_match(fold(sentence), wanted) * _TOLD for sentence in self.told),
        ]
        return max(scores) * self.rank


class RoomCommands(Provider):
    """The commands of the palette: a command's binding is declared once, for key, key line, palette and help."""

    async def discover(self) -> Hits:
        for one in self._here():
            yield DiscoveryHit(one.name, one.run, help=one.help)

    async def search(self, query: str) -> Hits:
        wanted = fold(query)
        matcher = self.matcher(wanted)
        found = False
        for one in (*self._here(), *self._elsewhere(), *self._shell()):
            score = one.score(wanted, scattered=matcher.match(fold(one.name)))
            if score > 0:
                found = True
                yield Hit(score, Content(one.name), one.run, text=one.name, help=one.help)
        if not found:
            words = self._session.t("Nothing is called so")
            yield Hit(0.0, Content(words), _nothing, text=words)

    @property
    def _session(self) -> Session:
        return cast(HasSession, self.app).session

    def _offered(self) -> list[Command]:
        return [
            c for c in commands_of(self.screen) if c.enabled and c.tooltip and c.id != "palette"
        ]

    def _here(self) -> Iterator[_Entry]:
        t, words = self._session.t, other_words()["room"]
        for command in self._offered():
            name = f"{t(command.description)}  ({key_names(t, command.keys)})"
            run = partial(self._run, command)
            yield _Entry(
                name,
                t(command.tooltip),
                _in_both(command.description),
                words.get(command.id, ()),
                _in_both(command.tooltip),
                run,
                _HERE,
            )

    def _elsewhere(self) -> Iterator[_Entry]:
        """The commands of other screens, each once, without those offered here."""
        t, words = self._session.t, other_words()["room"]
        told = {(c.description, c.action) for c in self._offered()}
        names = {name for name, _ in told}
        offered = {c.id for c in self._offered()}
        for one in _each_once(commands_elsewhere()):
            if one.id in offered or one.description in names:
                continue
            place = self._place(one.place)
            name = f"{t(one.description)}  ({place}{key_names(t, one.keys)})"
            run = partial(self._lead, one)
            yield _Entry(
                name,
                t(one.tooltip),
                _in_both(one.description),
                words.get(one.id, ()),
                _in_both(one.tooltip),
                run,
                _ELSEWHERE,
            )

    def _shell(self) -> Iterator[_Entry]:
        t, words = self._session.t, other_words()["shell"]
        for one in shell_commands(t):
            run = partial(self._copy, one)
            name, also = f"recoupe {one.name}", words.get(one.name, ())
            yield _Entry(name, one.help, (name,), also, (one.help,), run, _SHELL)

    def _place(self, place: str) -> str:
        t = self._session.t
        called = {
            "search": t("Research"),
            "events": t("Events"),
            "entities": t("Entities"),
            "timeline": t("Timeline"),
            "notebook": t("Notebook"),
            "concordance": t("Occurrences"),
            "reading": t("Reading"),
            "compare": t("Side by side"),
            "entity": t("Card"),
        }[place]
        return f"{called}\u00a0: " if t.language == "fr" else f"{called}: "

    async def _run(self, command: Command) -> None:
        await self.app.run_action(command.action, default_namespace=command.node)

    def _lead(self, one: Elsewhere) -> None:
        """Goes to the screen that has the command, where that is a tab, and tells which key gives it."""
        t = self._session.t
        if one.place in TABS:
            go_to(self.app, self._session, one.place)
        keys = key_names(t, one.keys)
        told = t(
            "{place}{key} — {name}", place=self._place(one.place), key=keys, name=t(one.description)
        )
        self.app.notify(told, markup=False)

    def _copy(self, one: ShellCommand) -> None:
        t = self._session.t
        self.app.copy_to_clipboard(f"recoupe {one.name} --help")
        self.app.notify(
            t("On the command line: recoupe {name} (copied)", name=one.name), markup=False
        )


def _each_once(commands: Iterable[Elsewhere]) -> Iterator[Elsewhere]:
    """The commands of one name and key are listed once, although several screens have them."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for one in commands:
        if (one.description, one.keys) not in seen:
            seen.add((one.description, one.keys))
            yield one


def _in_both(sentence: str) -> tuple[str, ...]:
    """A sentence in both languages, whichever the interface has."""
    return tuple(texts_for(language)(sentence) for language in LANGUAGES)


def _match(told: str, wanted: str) -> float:
    """How what was typed fits a name: it is the whole, begins it, begins a word of it, or stands in it."""
    if not wanted or wanted not in told:
        return 0.0
    if told == wanted:
        return 1.0
    if told.startswith(wanted):
        return 0.9
    return 0.8 if re.search(rf"\b{re.escape(wanted)}", told) else 0.4


def _nothing() -> None:
    """Does nothing: the palette closes when nothing was found."""
