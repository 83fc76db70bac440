"""The look is chosen with the cursor, kept for other visits, and a wrong name in the settings is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from room import arrived, make_room, picture, until

from index.interface.texts import texts_for
from tui.looks import Looks
from tui.misnamed import misnamed
from tui.palettes import ENCRE, PAPIER, SEPIA
from tui.screens.looking import LookingScreen


async def test_the_cursor_shows_a_look_and_enter_keeps_it(tmp_path: Path) -> None:
    file = tmp_path / "looks.json"
    app = make_room(looks=Looks.of(file, None))
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "l")
        await until(pilot, lambda: isinstance(app.screen, LookingScreen))
        await until(pilot, lambda: "papier" in picture(pilot))
        await pilot.press("j")
        await until(pilot, lambda: app.theme == PAPIER.name)
        await pilot.press("escape")
        await until(pilot, lambda: app.theme == ENCRE.name)
        assert not file.exists()
        await pilot.press("l", "j", "j", "j", "enter")
        await until(pilot, lambda: app.theme == SEPIA.name)
    assert Looks.of(file, None).theme == SEPIA.name


@pytest.mark.parametrize(
    ("chosen", "over", "said", "theme"),
    [
        ("sépia", "", "", "sépia"),
        ("sépia", "papier", "papier", "sépia"),
        ("sépia", "papier", "phare", "phare"),
        ("", "", "recoupe-jour", "papier"),
        ("", "", "light", "papier"),
        ("", "", "", "encre"),
        ("", "", "dracula", "dracula"),
        ("gone", "", "", "encre"),
    ],
)
def test_what_was_chosen_last_holds_until_the_settings_change(
    chosen: str, over: str, said: str, theme: str, tmp_path: Path
) -> None:
    file = tmp_path / "looks.json"
    if chosen:
        Looks.of(file, over).choose(chosen)
    assert Looks.of(file, said).theme == theme


def test_widths_are_kept_beside_the_look(tmp_path: Path) -> None:
    file = tmp_path / "looks.json"
    looks = Looks.of(file, None)
    looks.size("sidebar", 40)
    looks.choose("phare")
    looks.size("card", 50)
    looks.size("card", None)
    again = Looks.of(file, None)
    assert again.left.sizes == {"sidebar": 40} and again.theme == "phare"


@pytest.mark.parametrize(
    ("theme", "keys", "told"),
    [
        ("", {}, []),
        ("papier", {"cite": "g"}, []),
        ("dracula", {}, []),
        ("papeir", {}, ["papier"]),
        ("zzzz", {}, ["encre"]),
        ("", {"search.sorted": "g"}, ["search.sort"]),
        ("", {"qqqq": "g"}, ["(?)"]),
    ],
)
def test_what_is_called_wrongly_is_told_with_the_nearest(
    theme: str, keys: dict[str, str], told: list[str]
) -> None:
    said = list(misnamed(texts_for("fr"), theme=theme, keys=keys, foreign={"dracula"}))
    assert len(said) == len(told)
    assert all(near in sentence for near, sentence in zip(told, said, strict=True))


async def test_a_wrong_name_in_the_settings_is_told_when_the_room_opens() -> None:
    app = make_room(keys={"search.sorted": "g"}, looks=Looks.of(None, "papeir"))
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        told = "\n".join(str(one.message) for one in app._notifications)
        assert "search.sort" in told and "papier" in told


async def test_the_help_names_the_commands_and_says_how_keys_are_changed() -> None:
    app = make_room()
    async with app.run_test(size=(120, 200)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "question_mark")
        await until(pilot, lambda: "results.read" in picture(pilot))
        assert "keys:" in picture(pilot)


async def test_the_first_line_leads_to_the_tabs_and_back_by_mouse() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        line = picture(pilot).splitlines()[0]
        await pilot.click("Headline", offset=(line.index("Événements") + 1, 0))
        await until(pilot, lambda: type(app.screen).__name__ == "EventsScreen")
        await pilot.press("1", "enter", "enter")
        await until(pilot, lambda: type(app.screen).__name__ == "ReadingScreen")
        await until(pilot, lambda: "‹" in picture(pilot).splitlines()[0])
        await pilot.click("Headline", offset=(3, 0))
        await until(pilot, lambda: type(app.screen).__name__ == "SearchScreen")


async def test_the_first_line_names_the_program_where_all_of_it_has_room() -> None:
    app = make_room()
    async with app.run_test(size=(152, 40)) as pilot:
        await arrived(pilot)
        assert "Recoupe" in picture(pilot).splitlines()[0]
        await pilot.resize_terminal(151, 40)
        await until(pilot, lambda: "Recoupe" not in picture(pilot).splitlines()[0])
        assert "1 Recherche" in picture(pilot).splitlines()[0].replace("\u00a0", " ")
