"""Escape goes one step back, folds before it leaves, and leaves an empty query; no toast loses its last words."""

from __future__ import annotations

import pytest
from room import arrived, make_room, part, settled, until

from tui.screens.compare import CompareScreen
from tui.screens.events_screen import EventsScreen
from tui.widgets.factlist import FactList
from tui.widgets.query import Query
from tui.widgets.results import Results


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
async def test_a_toast_shows_its_last_word_whatever_its_length(size: tuple[int, int]) -> None:
    async with make_room().run_test(size=size, notifications=True) as pilot:
        await arrived(pilot)
        for length in range(25, 52):
            words = " ".join(["mots"] * 20)[:length].rstrip() + " fin"
            pilot.app.notify(words, markup=False, timeout=600)
            assert " fin" in (await settled(pilot)).replace("▌ fin", " fin"), length
            pilot.app.clear_notifications()


async def test_an_empty_query_is_left_and_numbers_are_tabs_again() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        query, results = part(pilot, "#query", Query), part(pilot, "#results", Results)
        query.focus()
        await until(pilot, lambda: query.has_focus)
        await pilot.press("escape")
        await until(pilot, lambda: results.has_focus)
        await pilot.press("escape", "2")
        await until(pilot, lambda: isinstance(pilot.app.screen, EventsScreen))


async def test_from_the_results_one_goes_back_to_a_query_to_mend() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        query, results = part(pilot, "#query", Query), part(pilot, "#results", Results)
        await pilot.press(*"quai", "enter")
        await until(pilot, lambda: results.has_focus)
        await pilot.press("escape")
        await until(pilot, lambda: query.has_focus and query.value == "quai")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: results.has_focus and query.value == "")


async def test_facts_are_folded_before_they_are_left() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "space", "space", "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
        facts = part(pilot, "#facts", FactList)
        await until(pilot, lambda: facts.current is not None)
        await pilot.press("enter")
        await until(pilot, lambda: facts.current is not None and facts.current.id in facts._open)
        await pilot.press("escape")
        await until(pilot, lambda: not facts._open)
        assert isinstance(pilot.app.screen, CompareScreen)
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, CompareScreen))
