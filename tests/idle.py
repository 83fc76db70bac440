"""Waits in tests until a room has nothing left to do, instead of until its process looks idle.

Textual's own wait sleeps a fiftieth of a second and looks how much of it the processor worked, twice
for every key: that was half of the time of the tests of the room. Here the room itself is asked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from time import monotonic, process_time

import pytest
from textual._context import active_app
from textual._wait import SLEEP_GRANULARITY, SLEEP_IDLE
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

_PATIENCE = 10.0
LOOKS = 3
"""The turns of the event loop in a row in which nothing was left to do."""


async def wait_for_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Waits until no message, call, picture or worker is outstanding, or as long as Textual waits.

    A worker that itself waits is waited for as Textual does: until the processor has nothing to do.
    """
    app: App[object] = active_app.get()
    until = monotonic() + max_sleep
    at_rest = 0
    while at_rest < LOOKS and monotonic() < until:
        await asyncio.sleep(0)
        if _has_work(app):
            at_rest = 0
        elif running := [worker._task for worker in app.workers if worker._task]:
            before = process_time()
            done, _ = await asyncio.wait(
                running, timeout=SLEEP_GRANULARITY, return_when=asyncio.FIRST_COMPLETED
            )
            if not done and process_time() - before < SLEEP_IDLE:
                return
        elif soon := _next_timers(app):
            at_rest = 0
            await asyncio.sleep(max(soon))
        else:
            # Not before: what is called after a layout would come before the layout is asked for.
            _paint(app)
            at_rest += 1


def _paint(app: App[object]) -> None:
    """Paints what changed, which otherwise waits for the next sixtieth of a second."""
    if isinstance(screen := _screen(app), Screen) and screen.is_running:
        screen._on_timer_update()


def _screen(app: App[object]) -> Screen[object] | None:
    return app._screen_stack[-1] if app._running and app._screen_stack else None


def _has_work(app: App[object]) -> bool:
    """Whether a call of the event loop or a message to a part of the room is outstanding."""
    loop = asyncio.get_running_loop()
    return bool(loop._ready) or any(map(_has_messages, _parts(app)))  # type: ignore[attr-defined]


def _parts(app: App[object]) -> Iterator[MessagePump]:
    yield app
    if screen := _screen(app):
        yield from screen.walk_children(with_self=True)


def _has_messages(part: MessagePump) -> bool:
    queue = part._message_queue
    return part.is_running and not (queue.empty() and not part._next_callbacks)


def _next_timers(app: App[object]) -> list[float]:
    """In how many seconds timers are due, those only that Textual's wait would have seen done.

    The one that paints a screen is none of them: its screen is painted already.
    """
    loop = asyncio.get_running_loop()
    painting = {id(_awaited(screen._update_timer._task)) for screen in app._screen_stack}
    waits = (
        timer.when() - loop.time()
        for timer in loop._scheduled  # type: ignore[attr-defined]
        if not timer.cancelled() and not painting.intersection(map(id, timer._args))
    )
    return [wait for wait in waits if wait < SLEEP_GRANULARITY]


def _awaited(task: asyncio.Task[None] | None) -> object:
    return getattr(task, "_fut_waiter", None)


_shutdown = App._shutdown


async def _shut_down(app: App[object]) -> None:
    """Leaves a room, and waits until what it had begun has ended too: a process is slow to go where the
    machine is busy, and would be left over when the loop is closed.
    """
    begun = [worker._task for worker in app.workers if worker._task]
    await _shutdown(app)
    if begun:
        await asyncio.wait(begun, timeout=_PATIENCE)


def use(patch: pytest.MonkeyPatch) -> None:
    """Lets Textual's pilot wait like this."""
    patch.setattr(App, "_shutdown", _shut_down)
    patch.setattr("textual.app.wait_for_idle", wait_for_idle)
    patch.setattr("textual.pilot.wait_for_idle", wait_for_idle)
