"""A pressed key returns when the room has done all that follows from it, and not before."""

from __future__ import annotations

import asyncio
import threading
from typing import ClassVar

from room import picture
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class Doing(App[None]):
    """Does something by each of the ways that the room has for doing it later."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("a", "after_refresh"),
        ("s", "soon"),
        ("t", "in_a_thread"),
        ("w", "in_workers"),
        ("g", "for_ever"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()

    def compose(self) -> ComposeResult:
        yield Static("nothing yet")

    def _done(self) -> None:
        self.query_one(Static).update("done")

    def action_after_refresh(self) -> None:
        self.call_after_refresh(lambda: self.call_later(lambda: self.call_next(self._done)))

    def action_soon(self) -> None:
        self.set_timer(1 / 120, self._done)

    def action_in_a_thread(self) -> None:
        async def asked() -> None:
            for _ in range(20):
                await asyncio.to_thread(sum, range(10_000))
            self._done()

        self.run_worker(asked())

    def action_in_workers(self) -> None:
        async def first() -> None:
            await asyncio.to_thread(sum, range(100_000))
            self.action_in_a_thread()

        self.run_worker(first())

    def action_for_ever(self) -> None:
        async def asked() -> None:
            await asyncio.to_thread(self.gate.wait)
            self._done()

        self.run_worker(asked())


async def _seen_after(*keys: str) -> str:
    app = Doing()
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        seen = picture(pilot)
        app.gate.set()
        return seen.strip()


async def test_what_a_key_asks_for_is_done_and_painted_when_it_returns() -> None:
    for key in "astw":
        assert await _seen_after(key) == "done", key


async def test_what_waits_for_somebody_else_is_not_waited_for() -> None:
    assert await _seen_after("g") == "nothing yet"


async def test_a_room_that_was_left_has_nothing_left_to_do() -> None:
    async with Doing().run_test() as pilot:
        await pilot.press("ctrl+q", "a")
    assert not pilot.app.is_running
