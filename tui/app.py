"""The wiring of the reading room: session, themes, keymap and screens."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.command import CommandPalette
from textual.filter import Monochrome, NoColor
from textual.notifications import Notify
from textual.screen import ModalScreen

from index.interface.texts import Texts, texts_for
from index.model.article import ArticleId
from index.settings.places import find_places, sample_corpus
from tui.colourless import Colourless
from tui.commands import RoomCommands
from tui.corpora import Corpora
from tui.desk.builder import Builder, Following, Stop, command_line
from tui.desk.clipboard import Clipboard
from tui.desk.desk import Desk
from tui.desk.reader import Reader
from tui.desk.terminal import LOOKS_FOR_TERMINAL, leave_with_the_terminal
from tui.keys import key_name
from tui.keytable import bound
from tui.letting_go import let_go_of_lines
from tui.looks import Looks
from tui.misnamed import misnamed
from tui.palettes import ENCRE
from tui.remembered import remembered
from tui.screens.base import TOO_SMALL
from tui.screens.door_table import ScreenTable
from tui.session import MOST_KEPT, Session
from tui.theme import default_variables, themes
from tui.yesterday import left_desk

if TYPE_CHECKING:
    from index.settings.places import Places

_LEAVING = ("ctrl+q", "ctrl+c")
"""Keys that are heard however small the window is."""
MOST_NOTICES = 3
"""Notices in the corner at once."""


_ADDRESS = re.compile(r",\s*url\(\"https?://[^)]*\)\s*format\(\"[a-z0-9]+\"\)")


class RoomApp(App[int]):
    """The app opens with a desk; everything that it shows comes from there."""

    CSS_PATH = "room.tcss"
    TITLE = "Recoupe"
    COMMANDS = {RoomCommands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = (
        False  # Our own binding stands below, with a name in the reader's language.
    )
    BINDINGS = [
        bound("quit", "quit", "Quit", show=False, tooltip="Leave the reading room"),
        bound("quit.always", "quit", "Quit", show=False, system=True),
        bound("palette", "palette", "Commands", priority=True,
                tooltip="All commands of this screen, found by typing"),
        bound("palette.letter", "palette", "Commands", show=False),
        bound("look", "look", "Looks", show=False,
                tooltip="Choose the theme of the room: light, dark, high contrast, sepia…"),
    ]  # fmt: skip

    def __init__(
        self,
        open_reader: Callable[[], Reader],
        *,
        texts: Texts,
        rebuild: Iterable[str] = (),
        group: Iterable[str] = (),
        following: Following | None = None,
        looks: Looks | None = None,
        keys: Mapping[str, str] | None = None,
        history: Path | None = None,
        left: Path | None = None,
        clipboard: Clipboard | None = None,
    ) -> None:
        super().__init__()
        let_go_of_lines()
        builder = Builder(tuple(rebuild), following=following)
        desk = Desk(open_reader, builder, group=tuple(group))
        earlier = remembered(history) if history is not None else []
        self.session = Session(desk, texts, queries=earlier, history=history, keys=dict(keys or {}))
        if self.no_color:
            self._filters = [
                one for one in self._filters if not isinstance(one, (Monochrome, NoColor))
            ]
            self._filters.append(Colourless())
        if left is not None:
            self.session.left_file, self.session.left = left, left_desk(left)
            kept = self.session.left.retained[:MOST_KEPT]
            self.session.kept.articles = tuple(ArticleId(id) for id in kept)
        self.clipboards = clipboard
        """Where a copied text goes besides this room."""
        self.session.doors = ScreenTable(self.session)
        for ours in themes():
            self.register_theme(ours)
        self.session.looks = looks or Looks()
        theme = self.session.looks.theme
        self.theme = theme if theme in self.available_themes else ENCRE.name
        self.set_keymap(self.session.keys)

    async def on_event(self, event: events.Event) -> None:
        """Behind the word that the window is too small nothing is done that cannot be seen."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            if not self.screen_stack:
                return  # before the first screen, or while the room is left
            hidden = self.screen.has_class(TOO_SMALL)
            leaves = isinstance(event, events.Key) and event.key in _LEAVING
            if hidden and not leaves:
                return
        await super().on_event(event)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return default_variables()

    def get_key_display(self, binding: Binding) -> str:
        return key_name(self.session.t, binding.key)

    def on_mount(self) -> None:
        corpora = self.session.corpora
        arriving = corpora is not None and corpora.arriving
        doors = self.session.doors
        self.push_screen(doors.arrival() if arriving else doors.opening())
        said, foreign = self.session.looks.said, set(self.available_themes)
        for sentence in misnamed(
            self.session.t, theme=said, keys=self.session.keys, foreign=foreign
        ):
            self.notify(sentence, severity="warning", markup=False, timeout=12)
        if not self.is_headless and hasattr(signal, "SIGHUP"):
            self.set_interval(LOOKS_FOR_TERMINAL, leave_with_the_terminal)

    def on_unmount(self) -> None:
        self.session.desk.close()

    def pop_screen(self) -> AwaitComplete:
        self.session.desk.screen_closed()
        return super().pop_screen()

    def on_notify(self, event: Notify) -> None:
        """Makes room for a notice: the same one stands once, and few cover the screen."""
        standing = [one for one in self._notifications if one.message != event.notification.message]
        for one in list(self._notifications):
            if one not in standing[1 - MOST_NOTICES :]:
                del self._notifications[one]

    def copy_to_clipboard(self, text: str) -> None:
        """Copies to the terminal and to every other place that takes text.

        The reader is told where it is only when it went to a file.
        """
        self._clipboard = text
        if self.clipboards is not None:
            if self._driver is not None:
                self._driver.write(self.clipboards.sequence(text))
            self.run_worker(self._put(self.clipboards, text), group="clipboard", exclusive=True)

    async def _put(self, clipboard: Clipboard, text: str) -> None:
        copied = await clipboard.put(text)
        if copied.file is not None:
            words = self.session.t(
                "If your terminal refuses to copy, the text is in {file}.", file=copied.file
            )
            self.notify(words, markup=False, timeout=6)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen as SVG that names no address: Rich's would fetch its letters from the net."""
        picture = super().export_screenshot(title=title, simplify=simplify)
        return _ADDRESS.sub("", picture)

    def action_palette(self) -> None:
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=self.session.t("Type a command…")))

    def action_help_quit(self) -> None:
        """The key that ends many programs: the reader is told which key ends this one."""
        self.notify(
            self.session.t("Press ctrl+q to leave Recoupe; what you kept and decided is saved.")
        )

    def action_look(self) -> None:
        if not isinstance(self.screen, ModalScreen):
            self.push_screen(self.session.doors.looking())


def room_of(places: Places, *, watch: bool = False) -> RoomApp:
    """The reading room on a corpus.

    The library is imported and opened by the desk's thread, after the first picture. With `watch`
    the index follows the files of the corpus while the room is open.
    """

    def open_reader() -> Reader:
        from index.library import Library

        return Library.open(places)

    def changes(stop: Stop) -> Iterator[None]:
        from index.building.watching import watch as changes_of

        return changes_of(places, stop)

    options = (
        *("--corpus", str(places.corpus), "--index", str(places.index.parent)),
        *("--lang", places.language),
    )
    return RoomApp(
        open_reader,
        texts=texts_for(places.language),
        rebuild=command_line("rebuild", *options),
        group=command_line("events", *options),
        following=Following(changes, command_line("update", *options)) if watch else None,
        looks=Looks.of(places.state / "looks.json", places.user.theme),
        keys=places.user.keys,
        history=places.state / "queries" / f"{places.index.name}.json",
        left=places.state / "desks" / f"{places.index.name}.json",
    )


def corpora_of(places: Places) -> Corpora:
    """The corpora that can be opened from this room."""
    return Corpora(
        here=places.corpus,
        sample=sample_corpus(),
        file=places.state / "corpora.json",
        toured=places.state / "toured",
        arriving=places.corpus_from == "sample",
    )


def run(places: Places, *, watch: bool = False) -> int:
    """Opens the reading room on a corpus, then on those chosen there; gives the exit status at the end."""
    touring = False
    while True:
        room = room_of(places, watch=watch)
        room.clipboards = Clipboard(dict(os.environ), places.state / "copied.txt")
        corpora = room.session.corpora = corpora_of(places)
        corpora.touring = touring
        status = room.run() or 0
        if corpora.chosen is None:
            return status
        touring = corpora.touring
        places = find_places(
            corpus=str(corpora.chosen), index=str(places.index.parent), language=places.language
        )
