"""The sidebar: years as bars that filter, groups that fold, the focus where it was."""

from __future__ import annotations

import pytest
from room import arrived, make_room, part, picture, settled, until
from textual.pilot import Pilot

from index.interface.texts import texts_for
from index.model.found import Facet, FacetCounts, FacetEntry, Filter
from tui.filters import NamedFilter, Stand
from tui.widgets.facet_list import Facets
from tui.widgets.results import Results
from tui.widgets.yearbars import year_bars


@pytest.mark.parametrize("width", [24, 30, 38])
@pytest.mark.parametrize("years", [(2021, 2024), (1998, 2024), (1900, 2024), (2023, 2024)])
def test_every_year_of_the_bars_can_be_clicked(years: tuple[int, int], width: int) -> None:
    first, last = years
    bars = year_bars({first: 3, last: 1}, width, {last: Stand.INCLUDED})
    assert all(line.cell_length <= width for line in bars.lines)
    told = [bars.year_at(column) for column in range(width)]
    assert told[0] is None and last in told
    found = [year for year in told if year is not None]
    assert found == sorted(found)
    assert bars.lines[0].plain.strip() or bars.lines[1].plain.strip()


async def with_years(pilot: Pilot[int]) -> Facets:
    await arrived(pilot)
    facets = part(pilot, "#facets", Facets)
    years = FacetCounts(Facet.YEAR, (FacetEntry("2021", "2021", 4), FacetEntry("2023", "2023", 2)))
    await until(pilot, lambda: facets._counts is not None)
    others = tuple(one for one in facets._counts or () if one.facet is not Facet.YEAR)
    facets.show((*others, years), ())
    await settled(pilot)
    return facets


async def test_a_click_on_the_bar_of_a_year_filters_by_it() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        facets = await with_years(pilot)
        line = facets.line_of("more:year:")
        column = facets._bars.starts[2][0]
        assert line is not None
        await pilot.click("#facets", offset=(column, line - facets.top))
        screen = app.screen
        await until(pilot, lambda: bool(getattr(screen, "_filters", ())))
        assert [(n.filter.facet, n.filter.id) for n in screen._filters] == [(Facet.YEAR, "2023")]  # type: ignore[attr-defined]


async def test_enter_on_the_bars_lists_the_years() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        facets = await with_years(pilot)
        facets.focus()
        facets.move_to("more:year:")
        await pilot.press("enter")
        assert "year:2021" in [item.key for item in facets._items]


async def test_groups_fold_by_key_and_by_mouse() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        facets = part(pilot, "#facets", Facets)
        facets.focus()
        key = next(item.key for item in facets._items if item.key.startswith("person:"))
        facets.move_to(key)
        await pilot.press("left")
        await until(pilot, lambda: "▸ Personnes" in picture(pilot))
        assert facets.cursor == "fold:person:" and "Salma Hadari   " not in picture(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "▾ Personnes" in picture(pilot))
        assert facets.cursor == key
        line = next(n for n, one in enumerate(facets.lines) if "▾ Lieux" in one.plain)
        await pilot.click("#facets", offset=(3, line - facets.top))
        await until(pilot, lambda: "▸ Lieux" in picture(pilot))


async def test_sources_and_years_stand_above_who_is_in_them() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        seen = await settled(pilot)
        assert seen.index("▾ Sources") < seen.index("▾ Années") < seen.index("▾ Personnes")


def _with(facet: Facet, *ids: str) -> tuple[FacetCounts, ...]:
    return (
        FacetCounts(Facet.SOURCE, (FacetEntry("Ports et Marées", "Ports et Marées", 5),)),
        FacetCounts(facet, tuple(FacetEntry(id, id, 2) for id in ids)),
    )


@pytest.mark.parametrize(
    ("facet", "ids"),
    [
        (Facet.YEAR, ("2021", "2022", "2023")),
        (Facet.MONTH, ("2021-03", "2022-04", "2023-05")),
        (Facet.PERSON, ("hadari", "gantz", "kochavi")),
        (Facet.AUTHOR, ("", "Salma", "Yves")),
    ],
)
@pytest.mark.parametrize("at", [0, 1, 2])
async def test_three_enters_are_about_one_value(
    facet: Facet, ids: tuple[str, ...], at: int
) -> None:
    """A value that was left out is found no more, and its row stays for the third Enter."""
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await settled(pilot)
        facets = part(pilot, "#facets", Facets)
        facets.focus()
        facets._whole = {Facet.YEAR}
        facets.show(_with(facet, *ids), ())
        key = f"{facet.value}:{ids[at]}"
        facets.move_to(key)
        kept = NamedFilter(Filter(facet, ids[at]), ids[at])
        facets.show(_with(facet, ids[at]), (kept,))
        assert facets.cursor == key
        left_out = NamedFilter(Filter(facet, ids[at], exclude=True), ids[at])
        facets.show(_with(facet, *(id for id in ids if id != ids[at])), (left_out,))
        assert facets.cursor == key and facets.line_of(key) is not None


async def test_the_row_under_the_cursor_stays_in_view() -> None:
    app = make_room()
    async with app.run_test(size=(120, 24)) as pilot:
        await arrived(pilot)
        await settled(pilot)
        facets = part(pilot, "#facets", Facets)
        facets.focus()
        facets._whole = {Facet.PERSON}
        ids = [f"p{n:02}" for n in range(60)]
        facets.show(_with(Facet.PERSON, *ids), ())
        facets.move_to("person:p50")
        facets.show(_with(Facet.PERSON, "p50", *ids[:50]), ())
        await settled(pilot)
        assert "person:p50" in [key for key, _ in facets.keys_in_view()]


async def test_after_filtering_the_focus_and_the_cursor_stay() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        facets = part(pilot, "#facets", Facets)
        facets.focus()
        key = next(item.key for item in facets._items if item.key.startswith("person:"))
        facets.move_to(key)
        for _ in range(3):
            before = len(part(pilot, "#results", Results).hits)
            await pilot.press("enter")
            await settled(pilot)
            assert facets.has_focus and facets.cursor == key, before
        await pilot.press("enter", "X")
        await settled(pilot)
        assert facets.has_focus and facets.cursor == key


def test_a_group_of_what_is_not_stated_alone_has_no_count() -> None:
    """« Sources 0 » stood above « non indiqué 1 »."""
    facets = Facets(texts_for("fr"))
    entries = (FacetEntry("", "", 1),)
    facets.show((FacetCounts(Facet.SOURCE, entries, 1),), ())
    head, value, *_ = (line.plain for item in facets.draw_items(30) for line in item.lines)
    assert head.split() == ["▾", "Sources"] and "non indiqué" in value and " 1 " in value
    both = (*entries, FacetEntry("L’Écho", "L’Écho", 2))
    facets.show((FacetCounts(Facet.SOURCE, both, 2),), ())
    assert facets.draw_items(30)[0].lines[0].plain.split() == ["▾", "Sources", "1"]
