"""The next visit in the room: the desk as it was left, the sets of retained articles."""

from __future__ import annotations

from pathlib import Path

from room import arrived, part, reading, settled, until

from index.settings.places import Places
from tui.app import RoomApp, room_of
from tui.screens.reading_screen import ReadingScreen
from tui.screens.search import SearchScreen
from tui.screens.sets import SetList, SetsScreen
from tui.widgets.query import Query
from tui.widgets.results import Results
from tui.widgets.selecting import SelectablePaper
from tui.yesterday import LeftDesk, leave_desk, left_desk


async def test_the_next_visit_finds_the_desk_as_it_was_left(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        everything = part(pilot, "#results", Results).total
        await pilot.press(*"gantz", "enter", "down", "space")
        results = part(pilot, "#results", Results)
        await until(pilot, lambda: 0 < results.total < everything)
        await until(pilot, lambda: bool(pilot.app.session.kept.articles))  # type: ignore[attr-defined]
        stood = results.cursor
        kept = pilot.app.session.kept.articles  # type: ignore[attr-defined]
    again: RoomApp = room_of(sample_places)
    async with again.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        results = part(pilot, "#results", Results)
        await until(pilot, lambda: results.cursor == stood)
        assert part(pilot, "#query", Query).value == "gantz"
        assert pilot.app.session.kept.articles == kept  # type: ignore[attr-defined]


async def test_the_article_that_was_open_comes_back_where_it_was_read(
    sample_places: Places,
) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(80, 24)) as pilot:
        paper = await reading(pilot)
        await pilot.press("pagedown")
        await until(pilot, lambda: paper.top > 0)
        article, top = paper.article, paper.top
        left = pilot.app.session.left_file  # type: ignore[attr-defined]
        here = paper.sheet.offset_at(top)
        await until(pilot, lambda: left_desk(left).offset == here)
        assert article is not None
    again: RoomApp = room_of(sample_places)
    async with again.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        paper = part(pilot, "#text", SelectablePaper)
        await until(pilot, lambda: paper.article is not None and paper.top == top)
        assert paper.article is not None and paper.article.id == article.id
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await until(pilot, lambda: left_desk(left).reading == "")
        assert part(pilot, "#query", Query).value == "gantz"
    last: RoomApp = room_of(sample_places)
    async with last.run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        assert isinstance(pilot.app.screen, SearchScreen)


async def test_sets_of_retained_articles_have_names_and_come_back(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("down", "space", "space")
        kept = pilot.app.session.kept  # type: ignore[attr-defined]
        await until(pilot, lambda: len(kept.articles) == 2)
        first = kept.articles
        await pilot.press("S")
        await until(pilot, lambda: isinstance(pilot.app.screen, SetsScreen))
        await pilot.press(*"incendie", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
    again: RoomApp = room_of(sample_places)
    async with again.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        kept = pilot.app.session.kept  # type: ignore[attr-defined]
        kept.articles = ()
        await pilot.press("down", "S")
        await until(pilot, lambda: isinstance(pilot.app.screen, SetsScreen))
        sets = part(pilot, "#sets", SetList)
        await pilot.press("down", "x")
        await until(pilot, lambda: not sets.sets)
        await pilot.press("u")
        await until(pilot, lambda: list(sets.sets) == ["incendie"])
        assert "incendie  2 articles" in await settled(pilot)
        sets.move_to("incendie")
        await pilot.press("enter")
        await until(pilot, lambda: kept.articles == first)


def test_a_desk_that_cannot_be_read_is_an_empty_one(tmp_path: Path) -> None:
    file = tmp_path / "desk.json"
    assert left_desk(file) == LeftDesk()
    file.write_bytes(b'{"query": 3}')
    assert left_desk(file) == LeftDesk()
    leave_desk(file, LeftDesk(query="quai", retained=("un",)))
    assert left_desk(file).retained == ("un",)


async def test_filters_that_come_back_are_named(sample_places: Places) -> None:
    """A second room on a corpus began with the filters of the first one without a word."""
    left = LeftDesk(filters=(("source", "L’Écho", "L’Écho", False),))
    app = room_of(sample_places)
    app.session.left = left
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        await until(
            pilot, lambda: any("§ L’Écho" in one.message for one in pilot.app._notifications)
        )
