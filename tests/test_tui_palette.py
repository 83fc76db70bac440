"""What can be done is told also where one types: in the palette and in the help."""

from __future__ import annotations

import pytest
from room import arrived, make_room, picture, until
from textual.command import CommandPalette

from tui.keys import commands_of
from tui.screens.events import EventsScreen
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
    async with app.run_test(size=(120, 60)) as pilot:
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
