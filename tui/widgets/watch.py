"""Checks now and then whether another process has put a newer index in use, and opens it."""

from __future__ import annotations

from asyncio import Lock
from contextlib import aclosing, suppress
from dataclasses import dataclass

from textual.message import Message
from textual.widget import Widget

from index.errors import RecoupeError
from tui.session import Session

EVERY = 4.0
"""Seconds between two checks."""


class Watch(Widget):
    """An invisible widget that tells its screen when there is something new."""

    DEFAULT_CSS = "Watch { display: none; }"

    @dataclass
    class Renewed(Message):
        """A newer index is open."""

        more: int
        """How many more articles it has than the one before."""

    @dataclass
    class Failed(Message):
        """The index could not follow the files."""

        error: RecoupeError

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._looking = Lock()

    def on_mount(self) -> None:
        self._timer = self.set_interval(EVERY, self.look)
        if self._session.desk.builder.follows:
            self.run_worker(self._follow(), group="follow", exclusive=True)

    async def _follow(self) -> None:
        """Checks whenever the desk has taken changed files into the index."""
        try:
            async with aclosing(self._session.desk.builder.follow()) as updates:
                async for failed in updates:
                    if failed is not None:
                        self.post_message(self.Failed(failed))
                    await self.look()
        except RecoupeError as error:
            self.post_message(self.Failed(error))

    async def look(self) -> None:
        desk = self._session.desk
        async with self._looking:
            # The next question tells the reader what is wrong.
            with suppress(RecoupeError):
                if not await desk.is_current():
                    before = self._session.overview
                    self._session.overview = await desk.open()
                    more = self._session.overview.articles - (before.articles if before else 0)
                    self.post_message(self.Renewed(more))
