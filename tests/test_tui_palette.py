"""What can be done is told also where one types: in the palette and in the help."""

from __future__ import annotations

from pathlib import Path

import pytest
from room import arrived, make_room, picture, until
from textual.command import CommandPalette

from index.interface.texts import texts_for
from tui.elsewhere import commands_elsewhere, other_words, shell_commands
from tui.keys import commands_of
from tui.keytable import COMMANDS
from tui.screens.events_screen import EventsScreen
from tui.screens.help import HelpScreen


async def test_the_palette_finds_without_accents_what_the_query_line_takes_the_keys_of() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("ctrl+p", *"evenem")
        await until(pilot, lambda: "Événements  (2 é)" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, EventsScreen))


async def test_a_key_that_the_reader_chose_is_told() -> None:
    app = make_room(keys={"search.events": "g"})
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        keys = {command.id: command.keys for command in commands_of(screen)}
        assert keys["search.events"] == ("g",)


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Rien ne s’appelle ainsi"), ("en", "Nothing is called so")]
)
async def test_the_palette_says_in_the_readers_language_that_nothing_is_so_called(
    language: str, words: str
) -> None:
    app = make_room(language=language)
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("ctrl+p", *"zqzqzq")
        await until(pilot, lambda: words in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, CommandPalette))


async def test_the_help_from_the_query_line_tells_what_waits_outside_it() -> None:
    app = make_room()
    async with app.run_test(size=(120, 120)) as pilot:
        await arrived(pilot)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        seen = picture(pilot)
        waiting = seen.partition("Hors de la ligne de saisie")[2]
        assert "Événements" in waiting.partition("Ce qu’on peut demander")[0]


async def test_outside_the_query_line_nothing_waits() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        assert any(command.typed for command in commands_of(screen))
        await pilot.press("enter")
        await pilot.pause()
        assert not any(command.typed for command in commands_of(screen))


def test_other_words_are_for_commands_that_there_are() -> None:
    words = other_words()
    assert set(words["room"]) <= COMMANDS
    assert set(words["shell"]) == {one.name for one in shell_commands(texts_for("fr"))}


def test_every_screen_is_looked_through_for_its_commands() -> None:
    found = {one.id for one in commands_elsewhere()}
    assert {
        "events.lock",
        "decide.rename",
        "timeline.closer",
        "compare.mode",
        "facets.card",
    } <= found


MOST_ABOVE = 10
"""Line of the screen by which a command stands that was called by another word: the second one."""


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("exporter", "Exporter  (E"),
        ("export", "Exporter  (E"),
        ("dossier", "Exporter  (E"),
        ("theme", "Apparence  (l"),
        ("couleur", "Apparence  (l"),
        ("image", "Image  (f12"),
        ("screenshot", "Image  (f12"),
        ("carnet", "Carnet  (5"),
        ("frise", "Chronologie  (4"),
        ("personnes", "Toutes les entités  (3"),
        ("kwic", "Occurrences  (C"),
        ("historique", "Requêtes précédentes  (H"),
        ("verrou", "Verrouiller  (Événements\u00a0: D l"),
        ("renommer", "Renommer"),
        ("lock", "Verrouiller  (Événements\u00a0: D l"),
        ("raw", "Brut  (Lecture\u00a0: o"),
        ("keyness", "Deux moitiés  (h"),
        ("verifier", "recoupe check"),
        ("qui dit", "Toutes les entités  (3"),
        ("qui dit quoi", "Comparer  (c"),
        ("qui dit quoi", "(Côte à côte\u00a0: d"),
        ("reglages", "recoupe locate"),
    ],
)
async def test_the_palette_finds_a_command_by_other_words(typed: str, line: str) -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("ctrl+p", *typed)
        await until(pilot, lambda: line in picture(pilot))
        first = next(n for n, one in enumerate(picture(pilot).splitlines()) if line in one)
        assert first <= MOST_ABOVE, picture(pilot)


async def test_what_another_tab_offers_leads_there() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("ctrl+p", *"verrouiller")
        await until(pilot, lambda: "Verrouiller  (Événements" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, EventsScreen))
        assert "D l" in "\n".join(str(told.message) for told in app._notifications)


async def test_a_subcommand_is_copied() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("ctrl+p", *"checksums")
        await until(pilot, lambda: "recoupe check" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: app.clipboard == "recoupe check --help")


async def test_a_picture_of_the_screen_is_written_and_its_place_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("f12")
        await until(pilot, lambda: bool([*tmp_path.glob("*.svg")]))
        told = "\n".join(str(one.message) for one in app._notifications)
        assert str(tmp_path.resolve()) in told


@pytest.mark.parametrize("key", ["colon", "ctrl+t", "ctrl+p"])
async def test_the_palette_has_keys_that_editors_and_terminals_leave(key: str) -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", key)
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))


@pytest.mark.parametrize("key", ["f1", "ctrl+g"])
async def test_the_help_opens_also_where_one_types(key: str) -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
