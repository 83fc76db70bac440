"""What the room keeps in memory: nothing of screens that are closed, nor of an index that was open."""

from __future__ import annotations

import gc
import weakref

import pytest
from room import arrived, make_room, until
from textual import events
from textual._styles_cache import StylesCache
from textual.css.query import NoMatches

from index.model.article import ArticleId
from tui.desk import rest
from tui.desk.rest import Rest
from tui.screens.help import HelpScreen
from tui.screens.reading_screen import ReadingScreen
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


async def test_the_garbage_of_closed_screens_is_not_put_off_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A reader who is never quiet had the room grow: each closed screen leaves megabytes."""
    monkeypatch.setattr(rest, "_SOON", 0.0)
    monkeypatch.setattr(rest, "_QUIET", 1000.0)
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter")
        collected: list[bool] = []
        monkeypatch.setattr(gc, "collect", lambda: collected.append(True))
        for number in range(2 * rest._LEFT):
            await pilot.press("question_mark")
            await until(pilot, lambda: isinstance(app.screen, HelpScreen))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, SearchScreen))
            await pilot.pause(0)
            assert len(collected) <= (number + 1) // rest._LEFT
        await until(pilot, lambda: len(collected) == 2)


class _Circle:
    """What only a collection throws away."""

    def __init__(self) -> None:
        self.itself = self


async def test_a_room_before_is_let_go_when_another_opens() -> None:
    """Its articles stayed in memory for as long as the next room was open."""
    first = _Circle()
    gone = weakref.ref(first)
    del first
    room = Rest()
    try:
        room.begin()
        room.collect()
        assert gone() is None
        assert gc.get_freeze_count() > 0
    finally:
        room.end()


async def test_what_comes_late_to_a_screen_that_was_left_is_nobodys() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        search = await arrived(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        left = app.screen
        assert isinstance(left, ReadingScreen)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is search and not left.is_attached)
        with pytest.raises(NoMatches):
            left._say_loading(ArticleId("a"))
        left.while_here(left._say_loading)(ArticleId("a"))
        with pytest.raises(NoMatches):
            search.while_here(search.query_one)("#nothing")


async def test_what_was_open_before_is_let_go_in_the_quiet() -> None:
    room = Rest()
    try:
        room.begin()
        first = _Circle()
        gone = weakref.ref(first)
        room.begin()
        del first
        room.collect()
        assert gone() is None
        # What the index in use loaded is out of the way again, until it is opened anew.
        assert gc.get_freeze_count() > 0
        kept = _Circle()
        there = weakref.ref(kept)
        room.begin()
        room.collect()
        del kept
        gc.collect()
        assert there() is not None
        room.begin()
        room.collect()
        assert there() is None
    finally:
        room.end()
    assert gc.get_freeze_count() == 0
