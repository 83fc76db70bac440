"""In the room: entities are merged, renamed, hidden and had back, and proposals answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from room import arrived, part, picture, until
from test_notebook_library import DUPONT, GANTZ, KOCHAVI, make_places
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from index.building.build import rebuild
from index.interface.texts import texts_for
from index.library import Library
from tui.app import RoomApp
from tui.screens.decide.choices import Choices
from tui.screens.decide.merging import MergeScreen
from tui.screens.decide.noting import NoteScreen
from tui.screens.decide.proposal_queue import ProposalsScreen
from tui.screens.decide.renaming import NatureScreen, RenameScreen
from tui.screens.decide.splitting import SplitScreen
from tui.screens.entities import EntitiesScreen, EntityList
from tui.screens.reading_screen import ReadingScreen
from tui.screens.search import SearchScreen
from tui.widgets.article_paper import ArticlePaper
from tui.widgets.facet_list import Facets


async def at_entities(pilot: Pilot[int], id: str) -> EntityList:
    await arrived(pilot)
    await pilot.press("enter", "3")
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
        await pilot.press("D", "m")
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
        await pilot.press("D", "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, RenameScreen))
        part(pilot, "#name", Input).value = "Le [général]"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntitiesScreen))
        await until(pilot, lambda: "Le [général]" in picture(pilot))


async def test_the_queue_of_proposals_is_answered(app: RoomApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at_entities(pilot, GANTZ)
        await pilot.press("D", "p")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProposalsScreen))
        await until(pilot, lambda: "Gantzaux" in picture(pilot))
        await pilot.press("a")
        await until(pilot, lambda: "Il a été répondu" in picture(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "Il a été répondu" not in picture(pilot))


async def at_sidebar(pilot: Pilot[int], id: str) -> Facets:
    """The search screen with the cursor of the sidebar on an entity."""
    await arrived(pilot)
    facets = part(pilot, "#facets", Facets)
    await until(pilot, lambda: any(item.key.endswith(id) for item in facets._items))
    facets.focus()
    await until(pilot, lambda: facets.has_focus)
    facets.move_to(f"{id.partition(':')[0]}:{id}")
    return facets


def listed_in(facets: Facets) -> set[str]:
    return {item.key.partition(":")[2] for item in facets._items if item.key}


async def test_from_the_sidebar_an_entity_is_hidden_and_had_back(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        facets = await at_sidebar(pilot, DUPONT)
        await pilot.press("D", "h")
        await until(pilot, lambda: DUPONT not in listed_in(facets))
        assert facets.cursor
        await pilot.press("u")
        await until(pilot, lambda: DUPONT in listed_in(facets))
        await pilot.press("U")
        await until(pilot, lambda: DUPONT not in listed_in(facets))


async def test_from_the_sidebar_two_are_merged_with_the_contexts_in_view(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        facets = await at_sidebar(pilot, KOCHAVI)
        await pilot.press("D", "m")
        await until(pilot, lambda: isinstance(pilot.app.screen, MergeScreen))
        await until(pilot, lambda: bool(part(pilot, "#choices", Choices).cursor))
        await pilot.press(*"dupont", "enter")
        await until(pilot, lambda: "a visité une usine" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await until(pilot, lambda: DUPONT not in listed_in(facets))


@pytest.mark.parametrize(
    ("key", "screen"), [("r", RenameScreen), ("n", NatureScreen), ("s", SplitScreen)]
)
async def test_from_the_sidebar_every_decision_is_a_key_away(
    app: RoomApp, key: str, screen: type[Screen[None]]
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await at_sidebar(pilot, GANTZ)
        await pilot.press("D", key)
        await until(pilot, lambda: isinstance(pilot.app.screen, screen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))


async def test_a_source_cannot_be_merged(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        facets = await at_sidebar(pilot, GANTZ)
        facets.move_to(next(item.key for item in facets._items if item.key.startswith("source:")))
        await pilot.press("D", "m")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SearchScreen)


async def test_one_article_means_somebody_else(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        listed = await at_entities(pilot, GANTZ)
        entity = listed.current
        assert entity is not None
        await pilot.press("D", "s")
        await until(pilot, lambda: isinstance(pilot.app.screen, SplitScreen))
        choices = part(pilot, "#choices", Choices)
        await until(pilot, lambda: bool(choices.cursor))
        screen = pilot.app.screen
        assert isinstance(screen, SplitScreen)
        await until(pilot, lambda: len(screen._hits) == entity.articles)
        if not screen._by_article:
            await pilot.press("V")
        await until(pilot, lambda: choices.cursor in {hit.id for hit in screen._hits})
        await pilot.press("space", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntitiesScreen))
        await until(pilot, lambda: len([e for e in listed._entities if e.name == entity.name]) == 2)


async def test_a_note_is_written_shown_beside_the_article_and_taken_back(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await until(pilot, lambda: part(pilot, "#text", ArticlePaper).article is not None)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        part(pilot, "#name", Input).value = "à [vérifier]"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await until(pilot, lambda: "✎ à [vérifier]" in picture(pilot))
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        await until(pilot, lambda: "✎ à [vérifier]" in picture(pilot))
        await pilot.press("down", "x")
        await until(pilot, lambda: "Pas encore de note." in picture(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await until(pilot, lambda: "✎" not in picture(pilot))


def toasts(app: RoomApp) -> str:
    return "\n".join(str(told.message) for told in app._notifications)


async def test_hiding_names_what_takes_it_back(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await at_entities(pilot, KOCHAVI)
        await pilot.press("D", "h")
        await until(pilot, lambda: "(u\u00a0: annuler)" in toasts(app))


async def test_taking_back_names_what_makes_it_again(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await at_entities(pilot, KOCHAVI)
        await pilot.press("D", "h")
        await until(pilot, lambda: "(u\u00a0: annuler)" in toasts(app))
        await pilot.press("u")
        await until(pilot, lambda: "(U\u00a0: refaire)" in toasts(app))
        app.clear_notifications()
        await pilot.press("U")
        await until(pilot, lambda: "(u\u00a0: annuler)" in toasts(app))


async def test_retained_articles_are_let_go_and_brought_back(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "down", "space", "down", "space")
        kept = app.session.kept
        await until(pilot, lambda: len(kept.articles) == 2)
        before = kept.articles
        await pilot.press("D", "k")
        await until(pilot, lambda: not kept.articles)
        assert "D k les reprend" in toasts(app)
        await pilot.press("D", "k")
        await until(pilot, lambda: kept.articles == before)
        await pilot.press("D", "k")
        await until(pilot, lambda: not kept.articles)
        kept.let_go = ()
        app.screen.refresh_bindings()
        await pilot.press("D")
        await pilot.pause()
        assert isinstance(app.screen, SearchScreen)
