"""What every screen of the room has: a headline, a key line, help, and a note when the terminal is too small."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Input, Static

from index.errors import RecoupeError
from tui.keys import decides, decisions_of, key_name
from tui.keytable import KNOWN, PREFIX, bound, keys_of
from tui.nothing import say_nothing
from tui.offered import Command
from tui.rendering import SPAN_CLASSES
from tui.screens.sizing import SizingScreen
from tui.screens.tabs import TABS, go_to, tab_of, titles
from tui.session import Session
from tui.widgets.headline import Headline
from tui.widgets.items import Items
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from index.interface.texts import Texts
    from tui.target import Target

SMALLEST = (60, 16)
"""Columns and lines below which the screen only says that it needs more."""
TOO_SMALL = "-too-small"
"""The class of a screen that says so."""


class TooSmall(Static):
    """Covers a screen for which the terminal is too small."""

    DEFAULT_CSS = """
    TooSmall {
        display: none; layer: above; dock: top; width: 100%; height: 100%;
        background: $background; content-align: center middle; text-align: center;
    }
    """


class RoomScreen(SizingScreen):
    """A screen of the room; subclasses compose their part in `body`."""

    BINDINGS = [
        bound("back", "back", "Back", show=False, tooltip="Go back one step; never quits"),
        bound("decide", "decide", "Decide…",
                tooltip="Merge, split, rename, move, lock…: a letter chooses, u takes it back"),
        bound("search.query", "query", "Search", show=False,
                tooltip="Go to the line where one asks"),
        bound("tab.search", "tab('search')", "Search", show=False,
                tooltip="To the search, from anywhere"),
        bound("search.events", "tab('events')", "Events", show=False,
                tooltip="The articles grouped by the event that they report"),
        bound("search.entities", "tab('entities')", "All entities", show=False,
                tooltip="All people, places, organisations… with their spellings and counts"),
        bound("search.timeline", "tab('timeline')", "Timeline", show=False,
                tooltip="When the articles appeared, and which days they speak of"),
        bound("search.notebook", "tab('notebook')", "Notebook", show=False,
                tooltip="What was kept: passages, quotations, articles, with notes and proofs"),
        bound("corpora", "corpora", "Other corpus", show=False,
                tooltip="Open another corpus: a recent one, a folder, the sample"),
        bound("tab.next", "next_tab(1)", "Next tab", show=False),
        bound("tab.previous", "next_tab(-1)", "Previous tab", show=False),
        bound("jump", "jump", "Jump", show=False,
                tooltip="A letter on each pane, tab and line: one key goes there"),
        bound("picture", "picture", "Picture", show=False,
                tooltip="Write a picture of this screen (SVG) into the working folder"),
        bound("help", "help", "Help", tooltip="What can be done on this screen"),
    ]  # fmt: skip
    COMPONENT_CLASSES = set(SPAN_CLASSES)
    TABBED = True
    """Whether its first line shows the tabs."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._turn = Lock()
        """Held by the decision that is being made."""

    @property
    def t(self) -> Texts:
        return self.session.t

    def compose(self) -> ComposeResult:
        headline = Headline(self.session, titles(self.session) if self.TABBED else ())
        self._stand(headline)
        yield headline
        yield from self.body()
        yield KeyLine(self.t)
        yield TooSmall()

    def body(self) -> ComposeResult:
        raise NotImplementedError

    def help_topics(self) -> tuple[str, ...]:
        """The chapters of the help for this screen, besides its keys."""
        return ("signs",)

    def on_screen_resume(self) -> None:
        """The first line says which tab the reader is in."""
        for headline in self.query(Headline):
            self._stand(headline)

    def _stand(self, headline: Headline) -> None:
        tab = tab_of(self.app)
        at_tab = 2 if tab == "search" else 3
        headline.stand(tab, deep=len(self.app.screen_stack) > at_tab)

    def on_click(self, event: events.Click) -> None:
        """A click on the upper border of a part, where its order or its view is named, changes that."""
        part, place = self.get_widget_at(event.screen_x, event.screen_y)
        inside = part.content_region.contains(event.screen_x, event.screen_y)
        if part.id and event.screen_y == place.y and not inside:
            self.border_clicked(part.id, event.screen_x - place.x)

    def border_clicked(self, part: str, column: int) -> None:
        """What a click on the upper border of a part does, `column` counted from its corner."""

    @on(Headline.TabChosen)
    def _tab_chosen(self, event: Headline.TabChosen) -> None:
        """Who clicks on the search is about to type: among the results the letters would be commands."""
        if event.tab == "search":
            self.action_query()
        else:
            self.action_tab(event.tab)

    @on(Headline.BackChosen)
    def _back_chosen(self) -> None:
        self.action_back()

    def on_resize(self, event: events.Resize) -> None:
        width, height = event.size
        self.call_after_refresh(self.take_up_sizes)
        self.set_class(width < SMALLEST[0] or height < SMALLEST[1], TOO_SMALL)
        self.query_one(TooSmall).update(
            Content(
                self.t(
                    "Recoupe needs {columns} × {lines} (here {width} × {height}). "
                    "Enlarge the window.",
                    columns=SMALLEST[0],
                    lines=SMALLEST[1],
                    width=width,
                    height=height,
                )
            )
        )

    def work(
        self, group: str, question: Callable[..., Coroutine[Any, Any, None]], *given: object
    ) -> None:
        """Asks the desk without holding up the drawing; a newer question of the same group replaces it."""

        async def asked() -> None:
            await self._unless_left(question, given)

        work: Any = asked  # Textual's types lack this function
        self.run_worker(work, group=group, exclusive=True)

    def act(self, deed: Callable[..., Coroutine[Any, Any, None]], *given: object) -> None:
        """Makes what the reader decided, one after the other: neither a newer decision nor leaving gives one up."""

        async def in_turn() -> None:
            async with self._turn:
                await self._unless_left(deed, given)

        work: Any = in_turn
        self.app.run_worker(work, group="act", exclusive=False)

    async def _unless_left(
        self, question: Callable[..., Coroutine[Any, Any, None]], given: tuple[object, ...]
    ) -> None:
        try:
            await question(*given)
        except NoMatches:
            if self.is_here:
                raise

    @property
    def is_here(self) -> bool:
        """Whether it is open still; a screen that is left loses its widgets before it hears the last answer."""
        return self.app.is_running and self.is_attached and self in self.app.screen_stack

    def while_here(self, callback: Callable[..., object]) -> Callable[..., object]:
        """A callback that may come after the screen was left, and then finds nothing to do."""

        def called(*given: object, **named: object) -> object:
            try:
                return callback(*given, **named)
            except NoMatches:
                if self.is_here:
                    raise
                return None

        return called

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        return super().call_after_refresh(self.while_here(callback), *args, **kwargs)

    def tell(self, sentence: str, *, wrong: bool = False) -> None:
        """Shows a short notice in the corner."""
        self.notify(
            sentence,
            severity="error" if wrong else "information",
            markup=False,
            timeout=4,
        )

    def key_of(self, command: str) -> str:
        """The key of a command, as the reader chose it or as the table has it."""
        keys = self.session.keys.get(command, keys_of(command))
        return key_name(self.t, keys.split(",")[0].strip())

    def tell_error(self, error: RecoupeError) -> None:
        self.tell(self.session.told(error), wrong=True)

    def index_renewed(self) -> None:
        """A newer index is open: what this screen shows may be out of date."""
        self.query_one(Headline).refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers the prefix of decisions where there is something to decide, and tabs in an open room."""
        if action in ("tab", "next_tab", "corpora") and not self.TABBED:
            return False
        return decides(self) if action == "decide" else super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """A letter that means something elsewhere, and nothing here, says so."""
        typed = isinstance(self.focused, Input)  # typed fast behind the key that leaves a line
        if not event.is_printable or typed or self.app.screen is not self:
            return
        if self._is_bound(event.key):
            return
        if event.key in KNOWN:
            name, help_key = key_name(self.t, event.key), self.key_of("help")
            if event.key == PREFIX:
                say_nothing(
                    self, "Nothing to decide here: put the cursor on an entity or an event."
                )
            else:
                say_nothing(
                    self,
                    "{key} does nothing here; {help} says what can be done.",
                    key=name,
                    help=help_key,
                )

    def _is_bound(self, key: str) -> bool:
        active = self.active_bindings.get(key)
        return active is not None and active.enabled

    def action_decide(self) -> None:
        screen = self.session.doors.decide(decisions_of(self))
        self.app.push_screen(screen, self._decision_chosen)

    async def _decision_chosen(self, command: Command | None) -> None:
        if command is not None:
            await self.app.run_action(command.action, default_namespace=command.node)

    def action_jump(self) -> None:
        screen = self.session.doors.jump(self)
        self.app.push_screen(screen, self._jumped)

    def _jumped(self, target: Target | None) -> None:
        if target is None:
            return
        if isinstance(target.widget, Headline):
            self.action_tab(target.key)
            return
        target.widget.focus()
        if target.key and isinstance(target.widget, Items):
            target.widget.move_to(target.key)

    def action_picture(self) -> None:
        try:
            file = self.app.save_screenshot(path=".")
        except OSError as error:
            words = self.t("The picture could not be written: {cause}", cause=error.strerror or "")
            self.tell(words, wrong=True)
        else:
            self.tell(self.t("Written: {path}", path=Path(file).resolve()))

    def action_tab(self, tab: str) -> None:
        if tab == "search" and len(self.app.screen_stack) <= 2:
            say_nothing(
                self,
                "This is the search; {key} leads to its line.",
                key=self.key_of("search.query"),
            )
        go_to(self.app, self.session, tab)

    def action_query(self) -> None:
        """Goes to the query line, from any screen."""
        go_to(self.app, self.session, "search")
        screen = self.app.screen
        if isinstance(screen, RoomScreen) and screen is not self:
            screen.call_after_refresh(screen.action_query)

    def action_next_tab(self, by: int) -> None:
        at = TABS.index(tab_of(self.app))
        go_to(self.app, self.session, TABS[(at + by) % len(TABS)])

    def action_corpora(self) -> None:
        if self.session.corpora is None:
            say_nothing(self, "No other corpus can be opened from here.")
        else:
            self.app.push_screen(self.session.doors.arrival())

    def action_back(self) -> None:
        if self._alone is not None:
            self.all_panes()
        elif len(self.app.screen_stack) > 2:
            self.dismiss()

    def action_help(self) -> None:
        self.app.push_screen(self.session.doors.help(self, self.help_topics()))
