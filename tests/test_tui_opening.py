"""What is pressed while the index is opened leads nowhere that one cannot leave."""

from __future__ import annotations

import sys
from threading import Event

import pytest
from invented_library import InventedLibrary
from room import arrived, make_room, part, picture, until

from index.errors import IndexBusyError, IndexMissingError
from tui.app import RoomApp
from tui.screens import opening_screen
from tui.screens.events_screen import EventsScreen
from tui.screens.folder_choice import _meant
from tui.screens.help import HelpScreen
from tui.screens.opening_screen import OpeningScreen
from tui.screens.search import SearchScreen
from tui.widgets.query import Query


async def test_help_opened_meanwhile_makes_room_for_the_search() -> None:
    ready = Event()
    library = InventedLibrary()

    def opened() -> InventedLibrary:
        ready.wait(60)
        return library

    room = make_room()
    room = RoomApp(opened, texts=room.session.t)
    async with room.run_test(size=(120, 40)) as pilot:
        try:
            await until(pilot, lambda: isinstance(pilot.app.screen, OpeningScreen))
            await pilot.press("question_mark")
            await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        finally:
            ready.set()
        await arrived(pilot)
        await pilot.press("escape", "escape")
        assert isinstance(pilot.app.screen, SearchScreen)
        assert not any(isinstance(one, OpeningScreen) for one in pilot.app.screen_stack)


async def test_escape_pressed_meanwhile_leaves_the_line_that_comes() -> None:
    """A digit behind it goes to a tab, as it does behind an Escape in the search."""
    ready = Event()

    def opened() -> InventedLibrary:
        ready.wait(60)
        return InventedLibrary()

    room = RoomApp(opened, texts=make_room().session.t)
    async with room.run_test(size=(120, 40)) as pilot:
        try:
            await until(pilot, lambda: isinstance(pilot.app.screen, OpeningScreen))
            await pilot.press("escape")
        finally:
            ready.set()
        await arrived(pilot)
        await pilot.press("2")
        await until(pilot, lambda: isinstance(pilot.app.screen, EventsScreen))
        await pilot.press("1")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        assert part(pilot, "#query", Query).value == ""


async def test_a_room_opens_by_itself_once_another_process_has_built_the_index(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening_screen, "BETWEEN_LOOKS", 0.0)
    ready = Event()

    def opened() -> InventedLibrary:
        if not ready.is_set():
            raise IndexMissingError("There is no index of this corpus yet.")
        return InventedLibrary()

    busy = (sys.executable, "-c", f"import sys; sys.exit({IndexBusyError.exit_status})")
    room = RoomApp(opened, texts=make_room().session.t, rebuild=busy)
    async with room.run_test(size=(120, 40)) as pilot:
        try:
            await until(pilot, lambda: "la salle s’ouvrira" in picture(pilot))
        finally:
            ready.set()
        await arrived(pilot)


async def test_the_key_of_other_programs_names_ours() -> None:
    async with make_room().run_test(size=(120, 40), notifications=True) as pilot:
        await arrived(pilot)
        pilot.app.action_help_quit()
        await until(pilot, lambda: "Ctrl+q quitte Recoupe" in picture(pilot))


async def test_on_a_narrow_screen_the_facts_say_which_source_is_which() -> None:
    async with make_room().run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "space", "space", "c")
        await until(pilot, lambda: "A La Gazette du Rif  B Ports et Marées" in picture(pilot))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/home/moi//tmp/revue", "/tmp/revue"),
        ("/root/~/revue", "~/revue"),
        (" /tmp/revue ", "/tmp/revue"),
        ("revue", "revue"),
        ("/", "/"),
    ],
)
def test_a_path_pasted_behind_another_is_the_one_that_is_meant(typed: str, meant: str) -> None:
    assert _meant(typed) == meant
