"""What every screen of the room has: a headline, a key line, help, and a word when it is too small."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static

from index.errors import RecoupeError
from tui.keys import key_name
from tui.rendering import SPAN_CLASSES
from tui.session import Session
from tui.widgets.headline import Headline
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from index.interface.texts import Texts

SMALLEST = (60, 16)
"""Columns and lines below which the screen only says that it needs more."""


class TooSmall(Static):
    """Covers a screen that cannot be drawn in so little room."""

    DEFAULT_CSS = """
    TooSmall {
        display: none; layer: above; dock: top; width: 100%; height: 100%;
        background: $background; content-align: center middle; text-align: center;
    }
    """


class RoomScreen(Screen[None]):
    """Subclasses compose their part in `body`."""

    BINDINGS = [
        Binding(
            "escape", "back", "Back", id="back", show=False, tooltip="Go back one step; never quits"
        ),
        Binding(
            "question_mark,f1", "help", "Help", id="help", tooltip="What can be done on this screen"
        ),
    ]
    COMPONENT_CLASSES = set(SPAN_CLASSES)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    @property
    def t(self) -> Texts:
        return self.session.t

    def compose(self) -> ComposeResult:
        yield Headline(self.session)
        yield from self.body()
        yield KeyLine(self.t)
        yield TooSmall()

    def body(self) -> ComposeResult:
        raise NotImplementedError

    def help_topics(self) -> tuple[str, ...]:
        """Which chapters of the help concern this screen, besides its keys."""
        return ("signs",)

    def on_resize(self, event: events.Resize) -> None:
        width, height = event.size
        self.set_class(width < SMALLEST[0] or height < SMALLEST[1], "-too-small")
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
        """Ask the desk beside the drawing; a newer question of the same group replaces it."""

        async def asked() -> None:
            try:
                await question(*given)
            except NoMatches:
                # Whoever leaves the room takes its parts away before an answer is there.
                if self.app.is_running and self.is_attached:
                    raise

        work: Any = asked  # Textual's own types know no such function
        self.run_worker(work, group=group, exclusive=True)

    def tell(self, sentence: str, *, wrong: bool = False) -> None:
        """A passing word in the corner."""
        self.notify(
            sentence,
            severity="error" if wrong else "information",
            markup=False,
            timeout=4,
        )

    def key_of(self, command: str, usual: str) -> str:
        """The key of a command, as the reader chose it or as it usually is."""
        return key_name(self.t, self.session.keys.get(command, usual).split(",")[0].strip())

    def tell_error(self, error: RecoupeError) -> None:
        self.tell(self.session.told(error), wrong=True)

    def index_renewed(self) -> None:
        """A newer index is open: what stands here may be out of date."""
        self.query_one(Headline).refresh()

    def action_back(self) -> None:
        if len(self.app.screen_stack) > 2:
            self.dismiss()

    def action_help(self) -> None:
        self.app.push_screen(self.session.doors.help(self, self.help_topics()))
