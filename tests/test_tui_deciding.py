"""In the room: entities are merged, renamed, hidden and had back, and proposals answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from room import arrived, part, picture, until
from test_notebook_library import DUPONT, GANTZ, KOCHAVI, make_places
from textual.pilot import Pilot
from textual.widgets import Input

from index.building.build import rebuild
from index.library import Library
from index.texts import texts_for
from tui.app import RoomApp
from tui.screens.deciding import Choices, MergeScreen, RenameScreen
from tui.screens.entities import EntitiesScreen, EntityList
from tui.screens.proposals import ProposalsScreen


async def at_entities(pilot: Pilot[int], id: str) -> EntityList:
    await arrived(pilot)
    await pilot.press("enter", "i")
    await until(pilot, lambda: isinstance(pilot.app.screen, EntitiesScreen))
    listed = part(pilot, "#entities", EntityList)
    await until(pilot, lambda: bool(listed.cursor))
    listed.move_to(id)
    return listed


@pytest.fixture
def app(tmp_path: Path) -> RoomApp:
    places = make_places(tmp_path)
    rebuild(places, lambda event: None)
    return RoomApp(lambda: Library.open(places), texts=texts_for("fr"))


async def test_a_merge_with_the_contexts_in_view_and_back(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        listed = await at_entities(pilot, KOCHAVI)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.screen, MergeScreen))
        await until(pilot, lambda: bool(part(pilot, "#choices", Choices).cursor))
        await pilot.press(*"dupont", "enter")
        await until(pilot, lambda: "a visité une usine" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntitiesScreen))
        await until(pilot, lambda: listed.current is not None and listed.current.articles == 4)
        listed.move_to(DUPONT)
        assert listed.current is None or listed.current.id != DUPONT
        await pilot.press("u")
        await until(pilot, lambda: any(e.id == DUPONT for e in listed._entities))


async def test_a_new_name_stands_in_the_list(app: RoomApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at_entities(pilot, GANTZ)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, RenameScreen))
        part(pilot, "#name", Input).value = "Le [général]"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntitiesScreen))
        await until(pilot, lambda: "Le [général]" in picture(pilot))


async def test_the_queue_of_proposals_is_answered(app: RoomApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at_entities(pilot, GANTZ)
        await pilot.press("d")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProposalsScreen))
        await until(pilot, lambda: "Gantzaux" in picture(pilot))
        await pilot.press("o")
        await until(pilot, lambda: "Il a été répondu" in picture(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "Il a été répondu" not in picture(pilot))
