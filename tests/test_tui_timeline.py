"""The timeline in the room: what is drawn of spans, what a key and a click do with one."""

from __future__ import annotations

from datetime import date

import pytest
from invented_library import InventedLibrary
from rich.cells import cell_len
from room import arrived, make_room, part, picture, settled, until
from textual.pilot import Pilot

from index.interface.texts import texts_for
from index.model.timeline import Period, Unit, periods
from tui.screens.query_span import span_words, with_span
from tui.screens.search import SearchScreen
from tui.screens.timeline_screen import TimelineScreen
from tui.widgets.bars import SERIES, Cell, Part, bar_cells, ticks
from tui.widgets.eventlines import Dots, cut, packed
from tui.widgets.query import Query
from tui.widgets.timeaxis import axis
from tui.widgets.timechart import TimeChart

D = date.fromisoformat


@pytest.mark.parametrize(
    ("parts", "most", "rows", "signs"),
    [
        ([Part(0, 4)], 4, 2, "██"),
        ([Part(0, 3)], 4, 2, "█▄"),
        ([Part(0, 1)], 1000, 3, "▄  "),
        ([Part(0, 4, inferred=True)], 4, 2, "⣿⣿"),
        ([Part(0, 2, inferred=True)], 8, 2, "⣤ "),
        ([Part(0, 1), Part(1, 3)], 4, 2, "▀█"),
        ([Part(0, 2), Part(0, 2, inferred=True)], 4, 2, "█⣿"),
        ([], 4, 2, "  "),
        ([Part(0, 0)], 0, 2, "  "),
    ],
)
def test_a_bar_in_half_cells(parts: list[Part], most: int, rows: int, signs: str) -> None:
    assert "".join(cell.sign for cell in bar_cells(parts, most, rows)) == signs


def test_where_two_sources_meet_a_cell_has_both_colours() -> None:
    assert bar_cells([Part(2, 1), Part(SERIES, 1)], 2, 1) == [Cell("▀", SERIES, 2)]


@pytest.mark.parametrize("most", [1, 2, 5, 8, 100])
@pytest.mark.parametrize("rows", [1, 2, 5, 9])
def test_numbers_beside_the_bars_grow_upwards(most: int, rows: int) -> None:
    found = ticks(most, rows)
    assert found[rows - 1] == most
    assert [found[row] for row in sorted(found)] == sorted(found.values())


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("rows", [1, 3])
def test_events_never_cover_one_another_nor_leave_the_screen(width: int, rows: int) -> None:
    events = [
        Dots(
            str(n),
            f"événement {n} 👩‍🚒",
            ((at % (width - 9), 0), (at % (width - 9) + n % 7 + 1, 1)),
        )
        for n, at in enumerate(range(0, 600, 13))
    ]
    placed, left = packed(events, width=width, rows=rows)
    assert placed and len(placed) + left == len(events)
    for row in range(rows):
        cells: list[int] = []
        for one in (one for one in placed if one.row == row):
            first, last = one.dots.columns[0][0], one.dots.columns[-1][0]
            cells += [*range(first, last + 1)]
            cells += [*range(one.label_at, one.label_at + cell_len(one.label))]
        assert len(cells) == len(set(cells))
        assert not cells or (min(cells) >= 0 and max(cells) < width)


@pytest.mark.parametrize(
    "text", ["court", "bien trop long pour ce qu’il y a", "👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒👩‍🚒"]
)
def test_a_label_is_cut_to_its_room(text: str) -> None:
    assert cell_len(cut(text, 10)) <= 10


@pytest.mark.parametrize(
    ("first", "last", "unit", "step", "told"),
    [
        ("2021-11-01", "2022-03-31", Unit.MONTH, 6, "nov. 2021   2022  févr. mars"),
        ("2019-01-01", "2022-12-31", Unit.YEAR, 3, "2019  2021"),
        ("2023-01-30", "2023-02-03", Unit.DAY, 5, "janv. 2023     2    3"),
        ("2023-01-30", "2023-02-03", Unit.DAY, 1, "2023"),
    ],
)
def test_labels_stand_at_the_beginning_of_their_spans(
    first: str, last: str, unit: Unit, step: int, told: str
) -> None:
    spans = periods(D(first), D(last), unit)
    line = axis(texts_for("fr"), spans, unit, [n * step for n in range(len(spans) + 1)])
    assert line.rstrip().startswith(told)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2023-01-01", "2023-12-31", "date:2023"),
        ("2024-02-01", "2024-02-29", "date:2024-02"),
        ("2023-02-01", "2023-02-27", "date:2023-02-01..2023-02-27"),
        ("2023-01-16", "2023-01-22", "date:2023-01-16..2023-01-22"),
        ("2023-01-16", "2023-01-16", "date:2023-01-16"),
    ],
)
def test_a_span_as_a_word_of_the_query(first: str, last: str, words: str) -> None:
    assert span_words(Period(D(first), D(last)), "fr") == words


def test_what_has_no_date_is_a_word_of_the_query_too() -> None:
    assert (span_words(None, "fr"), span_words(None, "en")) == ("date:aucune", "date:none")


@pytest.mark.parametrize(
    ("query", "then"),
    [
        ("", "date:2023"),
        ("quai", "quai date:2023"),
        ("quai date:2021-01", "quai date:2023"),
        ("date:2021..2022 quai", "quai date:2023"),
        ('date:"17 janvier 2021" quai', "quai date:2023"),
        ("update:2021", "update:2021 date:2023"),
    ],
)
def test_a_span_takes_the_place_of_another(query: str, then: str) -> None:
    assert with_span(query, "date:2023") == then


async def charted(pilot: Pilot[int], key: str) -> TimeChart:
    """The timeline of everything, opened with its key."""
    await arrived(pilot)
    await pilot.press("enter", key)
    await until(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen))
    chart = part(pilot, "#chart", TimeChart)
    await until(pilot, lambda: chart.period is not None)
    return chart


async def test_a_span_is_looked_at_and_filters_the_search() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        chart = await charted(pilot, "T")
        assert "janv. 2023" in picture(pilot)
        unit = chart.unit
        await pilot.press("minus")
        await until(pilot, lambda: chart.unit is not unit)
        await pilot.press("plus")
        await until(pilot, lambda: chart.unit is unit)
        period = chart.period
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        query = part(pilot, "#query", Query)
        await until(pilot, lambda: query.value == span_words(period, "fr"))


async def test_what_has_no_date_is_the_last_of_the_spans_and_tells_its_titles() -> None:
    library = InventedLibrary()
    app = make_room(library)
    async with app.run_test(size=(80, 24)) as pilot:
        chart = await charted(pilot, "4")
        await pilot.press("G")
        await until(pilot, lambda: chart.period is None)
        below = (await settled(pilot)).partition("▸ sans date")[2]
        undated = [one for one in library.articles.values() if one.published.earliest is None]
        assert undated and all(one.title in below and one.id not in below for one in undated)
        await pilot.press("enter")
        await until(pilot, lambda: part(pilot, "#query", Query).value == "date:aucune")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_timeline_of_nothing_but_undated_articles(size: tuple[int, int]) -> None:
    library = InventedLibrary()
    app = make_room(library)
    async with app.run_test(size=size) as pilot:
        await arrived(pilot)
        library.articles = {
            id: one for id, one in library.articles.items() if one.published.earliest is None
        }
        await pilot.press("enter", "4")
        await until(pilot, lambda: "▸ sans date" in picture(pilot))
        await pilot.press("n", "p", "g", "G", "plus", "minus")
        seen = await settled(pilot)
        assert all(one.title in seen for one in library.articles.values())


async def test_a_click_goes_to_a_span_and_a_title_opens_its_article() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await charted(pilot, "4")
        await pilot.press("g", "G", "p")
        lines = (await settled(pilot)).splitlines()
        line = next(n for n, one in enumerate(lines) if "Le quai Est de Nador" in one)
        await pilot.click(offset=(lines[line].index("quai"), line))
        await until(pilot, lambda: type(app.screen).__name__ == "ReadingScreen")


async def test_an_empty_timeline_names_what_was_asked_and_the_way_out() -> None:
    async with make_room().run_test(size=(80, 24)) as pilot:
        screen = await arrived(pilot)
        screen.query_line.put("zzyzx")
        await until(pilot, lambda: screen.session.asked.query == "zzyzx")
        screen.action_tab("timeline")
        await until(pilot, lambda: "zzyzx" in picture(pilot))
        shown = " ".join(picture(pilot).split())
        assert "Rien trouvé : zzyzx." in shown.replace("\u00a0", " ")
        assert "/ mène à la ligne de recherche." in shown
