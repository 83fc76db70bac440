"""Boxes: what the room asks or shows over a screen. Their keys stand in the last line, as everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.rendering import SPAN_CLASSES
from tui.session import Session
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from index.interface.texts import Texts

_Result = TypeVar("_Result")
_LEAST_LINES = 4
"""Lines of a list at the least, so that a box looks like one."""


def rows_of_box(lines: int) -> int:
    """The height of a box with a line where one types and a list of so many lines."""
    return max(_LEAST_LINES, lines) + 3


class Box(ModalScreen[_Result]):
    """A box over a screen; subclasses compose it in `body`. A click beside it goes back."""

    CSS_PATH = "help.tcss"
    COMPONENT_CLASSES = set(SPAN_CLASSES)
    BESIDE = "dismiss"
    """The action of a click beside the box; empty where such a click does nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    @property
    def t(self) -> Texts:
        return self.session.t

    def compose(self) -> ComposeResult:
        yield from self.body()
        yield KeyLine(self.t)

    def body(self) -> ComposeResult:
        raise NotImplementedError

    async def on_click(self, event: events.Click) -> None:
        if self.BESIDE and self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            await self.run_action(self.BESIDE)
