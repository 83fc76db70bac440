"""Two halves side by side in the room: what is found against the rest, or against another query."""

from __future__ import annotations

from pathlib import Path

from room import arrived, make_room, part, picture, until
from textual.widgets import Input

from index.interface.texts import texts_for
from index.model.found import Facet
from index.model.halves import Contrast, Key
from index.settings.places import Places
from tui.app import room_of
from tui.screens.contrast_screen import ContrastScreen, HalfList
from tui.screens.exporting import ExportScreen
from tui.screens.search import SearchScreen
from tui.widgets.query import Query

KEYS = (Key("grève", 12, 3, 15.2, 2.0), Key("[/b] quai", 9, 0, 12.1, 4.0))
FOUND = Contrast((7, 5), (900, 700), (3, 2), (KEYS, ()), ((), KEYS), (KEYS[:1], ()))


def filtered_by_source(screen: SearchScreen) -> str:
    """Keeps what the first source of the sidebar has; gives its name."""
    assert screen._page is not None
    entries = next(f for f in screen._page.facets if f.facet is Facet.SOURCE).entries
    screen.filter_by(Facet.SOURCE, entries[0].id, entries[0].name)
    return entries[0].name


def test_a_half_lists_what_it_has_more_with_counts_and_effect() -> None:
    half = HalfList(texts_for("fr"), 0)
    half._found = FOUND
    lines = [line.plain for item in half.draw_items(90) for line in item.lines]
    row = next(line for line in lines if "grève" in line)
    assert "12 / 3" in row and "×4" in row and "G² 15" in row
    assert any("hasard" in line for line in lines) and any("[/b] quai" in line for line in lines)


async def test_what_is_found_is_held_against_the_rest_and_a_key_is_looked_for() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"quai", "enter", "h")
        await until(pilot, lambda: isinstance(app.screen, ContrastScreen))
        await until(
            pilot, lambda: "2 articles" in picture(pilot) and "tout le reste" in picture(pilot)
        )
        await pilot.press("slash")
        assert part(pilot, "#other", Input).has_focus
        await pilot.press("escape")
        half = part(pilot, "#half-0", HalfList)
        half.show(FOUND)
        await until(pilot, lambda: half.has_focus and bool(half.cursor))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        await until(pilot, lambda: part(pilot, "#query", Query).value == "=grève")


async def test_halves_are_exported_as_they_stand_with_their_filters(
    sample_places: Places, tmp_path: Path
) -> None:
    app = room_of(sample_places)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press(*"vaubrac", "enter")
        await until(pilot, lambda: app.session.asked.query == "vaubrac")
        name = filtered_by_source(screen)
        await until(pilot, lambda: bool(app.session.asked_filters))
        await pilot.press("h")
        await until(pilot, lambda: isinstance(app.screen, ContrastScreen))
        await until(pilot, lambda: "G²" in picture(pilot) or "hasard" in picture(pilot))
        assert f"vaubrac · § {name}"[:40] in picture(pilot)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(app.screen, ExportScreen))
        await until(pilot, lambda: part(pilot, "#path", Input).value.startswith("vaubrac-"))
        file = tmp_path / part(pilot, "#path", Input).value
        await pilot.press("enter")
        await until(pilot, lambda: file.is_file())
        page = file.read_text(encoding="utf-8")
        assert f"§ {name} ⇄ tout le reste</h1>" in page and "<h2" in page


async def test_what_is_held_filtered_is_told_so_on_every_screen_of_it() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        name = filtered_by_source(screen)
        await until(pilot, lambda: bool(app.session.asked_filters))
        await pilot.press("enter")
        for key in ("4", "h"):
            await pilot.press(key)
            await until(pilot, lambda: f"§ {name}" in picture(pilot))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)
