"""Looks now and then whether another process has put a newer index in use, and opens it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message
from textual.widget import Widget

from index.errors import RecoupeError
from tui.session import Session

EVERY = 4.0
"""Seconds between two looks."""


class Watch(Widget):
    """Takes no room; tells its screen when there is something new."""

    DEFAULT_CSS = "Watch { display: none; }"

    @dataclass
    class Renewed(Message):
        """A newer index is open."""

        more: int
        """How many articles it has more than the one before."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def on_mount(self) -> None:
        self._timer = self.set_interval(EVERY, self.look)

    async def look(self) -> None:
        desk = self._session.desk
        self._timer.pause()
        try:
            if not await desk.is_current():
                before = self._session.overview
                self._session.overview = await desk.open()
                more = self._session.overview.articles - (before.articles if before else 0)
                self.post_message(self.Renewed(more))
        except RecoupeError:
            pass  # whoever asks something next is told what is wrong
        finally:
            self._timer.resume()
