"""In the room: an article is moved, events are merged, split and locked, and had back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from events_corpus import ARTICLES, make_places
from room import arrived, part, picture, settled, until
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input

from index.building.build import rebuild
from index.interface.texts import texts_for
from index.library import Library
from index.model.article import ArticleId
from index.settings.places import Places
from tui.app import RoomApp, room_of
from tui.screens.compare import CompareScreen
from tui.screens.decide.choices import Choices
from tui.screens.decide.event_decisions import EventChoiceScreen, EventPartsScreen
from tui.screens.events_screen import EventList, EventsScreen, head_lines
from tui.screens.search import SearchScreen


@pytest.fixture
def app(tmp_path: Path) -> RoomApp:
    places = make_places(tmp_path)
    rebuild(places, lambda event: None)
    return RoomApp(lambda: Library.open(places), texts=texts_for("fr"))


async def at_events(pilot: Pilot[int]) -> EventList:
    await arrived(pilot)
    await pilot.press("enter", "2")
    await until(pilot, lambda: isinstance(pilot.app.screen, EventsScreen))
    listed = part(pilot, "#events", EventList)
    await until(pilot, lambda: listed.event is not None)
    return listed


def stand_on(listed: EventList, id: str) -> None:
    key = next(item.key for item in listed._items if item.key.endswith(f":{id}"))
    listed.move_to(key)


def together(listed: EventList, id: str) -> set[str]:
    events = listed._events or ()
    found = (e for e in events if any(m.article == id for m in e.articles))
    event = next(found, None)
    return {str(m.article) for m in event.articles} if event else set()


async def test_n_goes_from_event_to_event(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        listed = await at_events(pilot)
        events = listed._events or ()
        assert len(events) > 1
        await pilot.press("down", "n")
        assert (listed.event, listed.article) == (events[1], None)
        await pilot.press("down", "N")
        assert (listed.event, listed.article) == (events[1], None)
        await pilot.press("N", "N")
        assert (listed.event, listed.article) == (events[0], None)


async def test_an_article_is_moved_and_had_back(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        listed = await at_events(pilot)
        stand_on(listed, "quai-c")
        await pilot.press("D", "d")
        await until(pilot, lambda: isinstance(pilot.app.screen, EventChoiceScreen))
        await until(pilot, lambda: bool(part(pilot, "#choices", Choices).cursor))
        part(pilot, "#sought", Input).value = "sourle"
        await pilot.press("enter")
        await until(
            pilot, lambda: "crue-b" in picture(pilot).lower() or "Gazette" in picture(pilot)
        )
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EventsScreen))
        await until(pilot, lambda: together(listed, "quai-c") == {"quai-c", "crue-a", "crue-b"})
        assert listed.article == "quai-c"
        await pilot.press("u")
        await until(pilot, lambda: "quai-a" in together(listed, "quai-c"))
        await pilot.press("U")
        await until(pilot, lambda: "crue-a" in together(listed, "quai-c"))


async def test_an_article_is_taken_out(app: RoomApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        listed = await at_events(pilot)
        stand_on(listed, "quai-c")
        await pilot.press("D", "d")
        await until(pilot, lambda: isinstance(pilot.app.screen, EventChoiceScreen))
        await until(pilot, lambda: bool(part(pilot, "#choices", Choices).cursor))
        await pilot.press("down", "end", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EventsScreen))
        await until(pilot, lambda: together(listed, "quai-c") == set())


async def test_events_are_merged_split_and_locked(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        listed = await at_events(pilot)
        await pilot.press("D", "m")
        await until(pilot, lambda: isinstance(pilot.app.screen, EventChoiceScreen))
        await until(pilot, lambda: bool(part(pilot, "#choices", Choices).cursor))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EventsScreen))
        await until(pilot, lambda: "quai-a" in together(listed, "crue-a"))
        await pilot.press("D", "s")
        await until(pilot, lambda: isinstance(pilot.app.screen, EventPartsScreen))
        await until(pilot, lambda: bool(part(pilot, "#choices", Choices).cursor))
        part(pilot, "#choices", Choices).move_to("crue-a")
        await pilot.press("space")
        part(pilot, "#choices", Choices).move_to("crue-b")
        await pilot.press("space", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EventsScreen))
        await until(pilot, lambda: together(listed, "crue-a") == {"crue-a", "crue-b"})
        stand_on(listed, "crue-a")
        await pilot.press("D", "l")
        await until(pilot, lambda: "verrouillé" in picture(pilot))
        await pilot.press("D", "s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EventsScreen)
        await pilot.press("D", "l")
        await until(pilot, lambda: not any(e.locked for e in listed._events or ()))


async def test_retained_articles_join_an_event(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        listed = await at_events(pilot)
        app.session.kept.articles = (ArticleId("seul"),)
        stand_on(listed, "crue-a")
        await pilot.press("D", "a")
        await until(pilot, lambda: "seul" in together(listed, "crue-a"))


@pytest.mark.parametrize(
    ("width", "told"),
    [(120, "4 comptes rendus · parution 12–13 mars 2024"), (80, " contradictions")],
)
async def test_days_of_an_event_and_of_its_accounts_are_told_apart(
    width: int, told: str, sample_places: Places
) -> None:
    """The event lies on the days that its accounts speak of, which is not when they appeared."""
    app = room_of(sample_places)
    async with app.run_test(size=(width, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "2")
        await until(pilot, lambda: "11–12 mars 2024" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: told in picture(pilot))
        assert "11–12 mars 2024" not in picture(pilot).splitlines()[1]


async def test_events_that_were_grouped_date_the_open_search_and_the_timeline(
    tmp_path: Path,
) -> None:
    places = make_places(tmp_path)
    without_day = places.corpus / "quai-d.md"
    without_day.write_text(f"# Un quai rouvre à Brest\n\n{ARTICLES['quai-b'][2]}\n", "utf-8")
    rebuild(places, lambda event: None)
    app = RoomApp(lambda: Library.open(places), texts=texts_for("fr"))
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        assert "sans date" in await settled(pilot)
        await at_events(pilot)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await until(pilot, lambda: "sans date" not in picture(pilot))
        years = next(line for line in (await settled(pilot)).splitlines() if "◷ 2023" in line)
        assert " 7 ━" in years


@pytest.mark.parametrize("on", ["the event", "an account"])
async def test_c_compares_the_event_under_the_cursor_where_nothing_is_retained(
    app: RoomApp, on: str
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        listed = await at_events(pilot)
        if on == "an account":
            stand_on(listed, "quai-c")
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (80, ["La digue cède sous la houle à Vaubrac | 16–17 janv. 2023 · 3 comptes rendus"]),
        (60, ["La digue cède sous la houle à Vaubrac", "    16–17 janv. 2023 · 3 comptes rendus"]),
        (30, ["La digue cède sous la houle à…", "    16–17 janv. 2023 · 3 comp…"]),
    ],
)
def test_the_name_of_an_event_is_not_cut_for_its_figures(width: int, lines: list[str]) -> None:
    found = head_lines(
        Content("La digue cède sous la houle à Vaubrac"),
        Content("16–17 janv. 2023 · 3 comptes rendus"),
        width,
    )
    assert [re.sub(r"(?<=\w) {2,}", " | ", line.plain) for line in found] == lines
