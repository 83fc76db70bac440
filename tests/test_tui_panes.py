"""Panes are made wider and narrower, stand alone and come back; a letter leads to each target."""

from __future__ import annotations

from pathlib import Path

import pytest
from room import arrived, make_room, part, picture, settled, until
from textual.pilot import Pilot
from textual.widget import Widget

from tui.looks import Looks
from tui.screens.jumping import JumpScreen
from tui.screens.sizing import LEAST, STEP
from tui.widgets.results import Results


def widths(pilot: Pilot[int]) -> dict[str, int]:
    panes = pilot.app.screen.side_by_side()  # type: ignore[attr-defined]
    return {pane.id: pane.outer_size.width for pane in panes}


async def test_a_key_makes_a_pane_wider_and_the_next_visit_has_it_so(tmp_path: Path) -> None:
    file = tmp_path / "looks.json"
    app = make_room(looks=Looks.of(file, None))
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter")
        before = widths(pilot)
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: widths(pilot)["results"] == before["results"] + STEP)
        assert sum(widths(pilot).values()) == sum(before.values())
        after = widths(pilot)
    app = make_room(looks=Looks.of(file, None))
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await until(pilot, lambda: widths(pilot)["results"] == after["results"])


@pytest.mark.parametrize("focus", ["#facets", "#results", "#reading"])
@pytest.mark.parametrize("key", ["less_than_sign", "greater_than_sign"])
async def test_no_pane_vanishes_however_often_a_key_is_pressed(focus: str, key: str) -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        part(pilot, focus, Widget).focus()
        for _ in range(30):
            await pilot.press(key)
        await settled(pilot)
        found = widths(pilot)
        assert min(found.values()) >= LEAST and sum(found.values()) == 120


async def test_a_border_is_dragged() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        before = widths(pilot)
        edge = before["sidebar"]
        await pilot.mouse_down(offset=(edge - 1, 20))
        await pilot.hover(offset=(edge + 7, 20))
        await pilot.mouse_up(offset=(edge + 7, 20))
        await until(pilot, lambda: widths(pilot)["sidebar"] == before["sidebar"] + 8)


async def test_a_pane_has_the_whole_room_and_the_others_come_back() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "plus")
        await until(pilot, lambda: widths(pilot) == {"results": 120})
        await pilot.press("plus")
        await until(pilot, lambda: len(widths(pilot)) == 3)
        await pilot.press("plus", "tab")
        await until(pilot, lambda: len(widths(pilot)) == 3)


async def test_a_letter_leads_to_a_result_and_to_a_tab() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        results = part(pilot, "#results", Results)
        await pilot.press("enter", "J")
        await until(pilot, lambda: isinstance(app.screen, JumpScreen))
        found = app.screen._targets  # type: ignore[attr-defined]
        second = results.hits[1].id
        letter = next(k for k, one in found.items() if one.key == second)
        assert f" {letter} " in await settled(pilot)
        await pilot.press(letter)
        await until(pilot, lambda: results.cursor == second and results.has_focus)
        await pilot.press("J")
        await until(pilot, lambda: isinstance(app.screen, JumpScreen))
        letter = next(k for k, one in found.items() if one.key == "events")
        await pilot.press(letter)
        await until(pilot, lambda: type(app.screen).__name__ == "EventsScreen")


async def test_letters_never_lead_to_what_is_not_seen() -> None:
    app = make_room()
    async with app.run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "J")
        await until(pilot, lambda: isinstance(app.screen, JumpScreen))
        for one in app.screen._targets.values():  # type: ignore[attr-defined]
            assert 0 <= one.at.x < 80 and 0 <= one.at.y < 24
        await pilot.press("escape")
        assert "Résultats" in picture(pilot)
