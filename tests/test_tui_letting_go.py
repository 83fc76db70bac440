"""What the room keeps in memory: nothing of screens that are closed, nor of an index that was open."""

from __future__ import annotations

import gc
import weakref

import pytest
from room import arrived, make_room, until
from textual import events
from textual._styles_cache import StylesCache

from tui.desk.rest import Rest
from tui.screens.help import HelpScreen
from tui.screens.search import SearchScreen

_OPENED = 6


def alive() -> int:
    gc.collect()
    return sum(type(one) is StylesCache for one in gc.get_objects())


async def test_nothing_is_kept_of_the_lines_of_closed_screens() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter")  # from the words of the query to what they found

        async def open_and_close() -> None:
            await pilot.press("question_mark")
            await until(pilot, lambda: isinstance(app.screen, HelpScreen))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, SearchScreen))

        await open_and_close()
        gc.unfreeze()
        before = alive()
        for _ in range(_OPENED):
            await open_and_close()
        # Each has three parts at the least; what the last one left may wait for its last event.
        assert alive() - before < _OPENED


@pytest.mark.parametrize("event", [events.Key("a", "a"), events.Paste("un mot")])
async def test_what_is_typed_where_there_is_no_screen_is_nobodys(event: events.Event) -> None:
    """Before the first one, or while the room is left: it ended the room."""
    await make_room().on_event(event)


class _Circle:
    """What only a collection throws away."""

    def __init__(self) -> None:
        self.itself = self


async def test_what_was_open_before_is_let_go_in_the_quiet() -> None:
    rest = Rest()
    try:
        rest.begin()
        first = _Circle()
        gone = weakref.ref(first)
        rest.begin()
        del first
        rest.collect()
        assert gone() is None
        # What the index in use loaded is out of the way again, until it is opened anew.
        assert gc.get_freeze_count() > 0
        kept = _Circle()
        there = weakref.ref(kept)
        rest.begin()
        rest.collect()
        del kept
        gc.collect()
        assert there() is not None
        rest.begin()
        rest.collect()
        assert there() is None
    finally:
        rest.end()
    assert gc.get_freeze_count() == 0
