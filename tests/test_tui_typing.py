"""What is typed goes where the reader sees it go, however fast; what is told in the corner stays small."""

from __future__ import annotations

import pytest
from room import arrived, make_room, settled, until
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tui.app import MOST_NOTICES
from tui.screens.search import SearchScreen
from tui.widgets.headline import Headline

QUICK = (
    ("an older one", ("ctrl+u", *"new"), "new"),
    ("an older one", ("escape", *"new"), "new"),
    ("an older one", ("backspace", "backspace", "backspace", *"new"), "an older new"),
    ("an older one", ("ctrl+w", *"new"), "an older new"),
    ("one", ("home", *"new "), "new one"),
    ("one", ("left", *"new"), "onnewe"),
)


def at_once(pilot: Pilot[int], keys: tuple[str, ...]) -> None:
    """Sends keys that all wait before the first is heard, as under load."""
    for key in keys:
        letter = key if len(key) == 1 else None
        pilot.app.post_message(events.Key("space" if key == " " else key, letter))


@pytest.mark.parametrize(("before", "keys", "after"), QUICK)
async def test_a_word_typed_at_once_behind_a_key_stays(
    before: str, keys: tuple[str, ...], after: str
) -> None:
    """Ctrl+u came last, and the new word was gone with the old one."""
    async with make_room().run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        screen.query_line.put(before)
        at_once(pilot, keys)
        await settled(pilot)
        assert screen.query_line.value == after


async def test_in_a_line_that_filters_a_list_too() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        screen.action_seek()
        seek = screen.query_one("#seek", Input)
        seek.value = "older"
        seek.cursor_position = 5
        await settled(pilot)
        at_once(pilot, ("ctrl+u", *"new"))
        await settled(pilot)
        assert seek.value == "new"


@pytest.mark.parametrize("elsewhere", (None, "events", "notebook"))
async def test_who_clicks_on_the_search_may_type(elsewhere: str | None) -> None:
    """Letters were commands: one undid an entry of the notebook."""
    async with make_room().run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press("enter")
        if elsewhere:
            screen.action_tab(elsewhere)
            await until(pilot, lambda: pilot.app.screen is not screen)
            await settled(pilot)
        headline = pilot.app.screen.query_one(Headline)
        column = dict(headline.tab_columns())["search"]
        await pilot.click(Headline, offset=(column + 1, 0))
        await until(pilot, lambda: pilot.app.screen is screen and screen.query_line.has_focus)
        await pilot.press(*"us")
        assert screen.query_line.value == "us"


async def test_the_digit_of_the_search_in_the_search_names_the_key_of_its_line() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "1")
        await until(pilot, lambda: any("mène à sa ligne" in told for told in _told(pilot)))


async def test_a_query_that_is_wrong_at_the_start_says_so_among_the_results() -> None:
    """« Recherche… » stood there for ever."""
    app = make_room()
    app.session.left = app.session.left.__class__(query='"masques')
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        shown = await settled(pilot)
        assert "Recherche…" not in shown
        line, _, results = shown.partition("Résultats")
        assert "✗" in line
        assert "quotation mark" in results, shown


def _told(pilot: Pilot[int]) -> list[str]:
    return [one.message for one in pilot.app._notifications]


async def test_few_notices_stand_at_once_and_each_once() -> None:
    """They covered a third of the screen."""
    async with make_room().run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        for number in (0, 1, 2, 3, 4, 5, 5, 4):
            pilot.app.notify(f"Notice {number}", timeout=600)
        await until(pilot, lambda: _told(pilot)[-1:] == ["Notice 4"])
        assert _told(pilot) == ["Notice 3", "Notice 5", "Notice 4"]
        assert len(_told(pilot)) == MOST_NOTICES
