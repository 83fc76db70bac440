"""Whatever a key does, the mouse does too: in the line of keys, in the palette, or where one would click."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from room import arrived, make_room, part, picture, until
from test_tui_keys import classes
from textual.binding import Binding
from textual.command import CommandPalette
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from index.settings.places import Places
from tui.app import RoomApp, corpora_of, room_of
from tui.keytable import COMMANDS
from tui.screens.arrival import ArrivalScreen
from tui.screens.box import Box
from tui.screens.folder_choice import FolderScreen
from tui.screens.search import SearchScreen
from tui.screens.tour import TourScreen
from tui.widgets.article_paper import ArticlePaper
from tui.widgets.factlist import FactList
from tui.widgets.keyline import KeyLine

FOLDER = {"folder.choose", "folder.complete", "folder.down", "folder.back"}
"""What the line of keys names while a path is typed."""
_TURNS = 60
"""Of the wheel at the most."""
GESTURES: dict[str, tuple[str, ...]] = {
    "a click on the line": (
        *("list.up", "list.down", "list.home", "list.end", "history.up", "history.down"),
        *("timeline.first", "timeline.last", "timeline.next", "timeline.previous"),
    ),
    "a second click on the line": ("entity.choose",),
    "the wheel": (
        *("list.page-up", "list.page-down", "list.half-up", "list.half-down"),
        *("paper.up", "paper.down", "paper.page-up", "paper.page-down", "paper.half-up"),
        *("paper.half-down", "paper.home", "paper.end"),
    ),
    "dragging over words": (
        *("article.longer", "article.shorter", "article.word-more", "article.word-less"),
        *("article.take-next", "article.take-previous"),
    ),
    "a click on the tab": ("tab.next", "tab.previous"),
    "a click into the pane": (
        *("search.next-pane", "search.previous-pane", "reading.previous-pane", "contrast.pane"),
        *("compare.previous-column", "merge.list", "event-choice.list", "note.list"),
    ),
    "the same word of the line of keys": ("findings.previous", "palette.letter", "quit.always"),
}
"""Commands that neither the palette nor a box names, by what the mouse does instead."""
BOXES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "help": (("question_mark",), ("help.back",)),
    "looks": (("l",), ("looks.choose", "looks.back")),
    "history": (("H",), ("history.choose", "history.back")),
    "sets": (("S",), ("sets.keep", "sets.down", "sets.back")),
    "the list of sets": (
        ("S", "down"),
        ("sets.take", "sets.drop", "sets.back-again", "sets.back"),
    ),
    "decisions": (("3", "D"), ("deciding.choose", "decide.back")),
    "export": (("E",), ("export.choose", "export.other", "export.back")),
    "the path of an export": (("E", "tab"), ("export.choose", "export.other", "export.back")),
    "a note": (("K", "5", "w"), ("entry-note.write", "entry-note.back")),
}
"""What opens a box from the results, and the commands that its line of keys names."""


def ways() -> dict[str, set[str]]:
    """Command → where the mouse finds it by itself: in the palette, in the line of keys of a box."""
    found: dict[str, set[str]] = {}
    for kind in set(classes()):
        if not kind.__module__.startswith("tui"):
            continue
        for binding in vars(kind).get("BINDINGS", ()):
            assert isinstance(binding, Binding)
            if issubclass(kind, Box):
                way = "box" if binding.show and binding.description else ""
            else:
                way = "palette" if binding.tooltip and binding.description else ""
            found.setdefault(binding.id or "", set()).add(way)
    return found


def test_every_command_of_the_table_has_a_way_by_mouse() -> None:
    in_boxes = {command for _, named in BOXES.values() for command in named}
    gestures = {command for commands in GESTURES.values() for command in commands}
    found = {command for command, its in ways().items() if its - {""}}
    # Named in lines of keys that stand in no box of the table.
    alone = {"opening.quit", "jump.back", "note.write", *FOLDER}
    assert found | in_boxes | gestures | alone == COMMANDS
    assert not gestures & (found | in_boxes), "these need no gesture"


def named(pilot: Pilot[int]) -> list[str]:
    """The commands that the line of keys names now."""
    [line] = pilot.app.screen.query(KeyLine)
    return [command.id for _, _, command in line._places]


async def click_on(pilot: Pilot[int], command: str) -> None:
    [line] = pilot.app.screen.query(KeyLine)
    start = next(start for start, _, known in line._places if known.id == command)
    await pilot.click(line, offset=(start, 0))


async def palette_listed(pilot: Pilot[int]) -> OptionList:
    await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
    listed = pilot.app.screen.query_one(OptionList)
    await until(pilot, lambda: listed.option_count > 1)
    return listed


async def opened(pilot: Pilot[int], keys: Iterable[str]) -> None:
    await arrived(pilot)
    await pilot.press("enter", *keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, Box))
    await until(pilot, lambda: bool(pilot.app.screen.query(KeyLine)) and bool(named(pilot)))


@pytest.mark.parametrize("box", BOXES)
async def test_a_box_names_its_keys_and_a_click_on_one_leaves_it(
    box: str, sample_places: Places
) -> None:
    """In French, whose words are longer, and where there is least room."""
    keys, wanted = BOXES[box]
    app = room_of(sample_places)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, keys)
        await until(pilot, lambda: set(named(pilot)) == set(wanted))
        behind = app.screen_stack[-2]
        await click_on(pilot, wanted[-1])
        await until(pilot, lambda: app.screen is behind)


@pytest.mark.parametrize("keys", [("question_mark",), ("l",), ("H",), ("S",), ("E",)])
async def test_a_click_beside_a_box_leaves_it(keys: tuple[str, ...]) -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, keys)
        look = app.theme
        if keys == ("l",):
            await pilot.press("down")
            await until(pilot, lambda: app.theme != look)
        await pilot.click(offset=(1, 38))
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        assert app.theme == look


async def test_what_is_found_is_exported_by_mouse_alone(
    sample_places: Places, tmp_path: Path
) -> None:
    app = room_of(sample_places)
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await click_on(pilot, "palette")
        listed = await palette_listed(pilot)
        for _ in range(_TURNS):
            if "Exporter" in picture(pilot):
                break
            await pilot._post_mouse_events([MouseScrollDown], listed, offset=(5, 5))
        lines = picture(pilot).splitlines()
        row = next(at for at, line in enumerate(lines) if "Exporter" in line)
        await pilot.click(offset=(lines[row].index("Exporter"), row))
        await until(pilot, lambda: isinstance(app.screen, Box))
        await until(pilot, lambda: part(pilot, "#path", Input).value.endswith(".html"))
        await until(pilot, lambda: "export.choose" in named(pilot))
        await click_on(pilot, "export.choose")
        await until(pilot, lambda: bool(list(tmp_path.glob("*.html"))))


@pytest.fixture
def arriving(sample_places: Places, tmp_path: Path) -> RoomApp:
    """A room to which no corpus was named."""
    places = replace(sample_places, state=tmp_path / "state", corpus_from="sample")
    made = room_of(places)
    made.session.corpora = corpora_of(places)
    return made


async def test_a_folder_above_is_reached_by_mouse_alone(arriving: RoomApp, tmp_path: Path) -> None:
    (tmp_path / "un").mkdir()
    async with arriving.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(arriving.screen, ArrivalScreen))
        await pilot.pause()
        arriving.push_screen(FolderScreen(arriving.session, tmp_path / "un"))
        await until(pilot, lambda: "‹ le dossier parent" in picture(pilot))
        await until(pilot, lambda: set(named(pilot)) == FOLDER)
        lines = picture(pilot).splitlines()
        row = next(at for at, line in enumerate(lines) if "‹ le dossier parent" in line)
        await pilot.click(offset=(lines[row].index("‹"), row))
        await until(pilot, lambda: "▸ un" in picture(pilot))
        assert part(pilot, "#path", Input).value == f"{tmp_path}/"


async def test_the_tour_is_walked_and_left_by_mouse_alone(arriving: RoomApp) -> None:
    assert arriving.session.corpora is not None
    arriving.session.corpora.arriving = False
    async with arriving.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(arriving.screen, SearchScreen | TourScreen))
        if not isinstance(arriving.screen, TourScreen):
            arriving.push_screen(TourScreen(arriving.session))
        await until(pilot, lambda: "1/6" in picture(pilot))
        await until(pilot, lambda: bool(named(pilot)))
        await click_on(pilot, "tour.next")
        await until(pilot, lambda: "2/6" in picture(pilot))
        await until(pilot, lambda: "tour.leave" in named(pilot))
        await click_on(pilot, "tour.leave")
        await until(pilot, lambda: isinstance(arriving.screen, SearchScreen))


async def test_the_wheel_moves_a_text(sample_places: Places) -> None:
    app = room_of(sample_places)
    async with app.run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: type(app.screen).__name__ == "ReadingScreen")
        paper = part(pilot, "#text", ArticlePaper)
        await until(pilot, lambda: paper.article is not None)
        await pilot._post_mouse_events([MouseScrollDown], paper, offset=(5, 5))
        await until(pilot, lambda: paper.top > 0)


BORDERS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "results": ((), "par pertinence ▾", "par date ▾"),
    "entities": (("3",), "tous les genres ▾", "personne ▾"),
    "timeline": (("4",), "par jour ▾", "par semaine ▾"),
    "concordance": (("C",), "par le mot d’après ▾", "par le mot d’avant ▾"),
    "a comparison": (("space", "space", "c"), "texte", "╭─  A La Riposte"),
}
"""Part → the keys that lead to it, words of its border that one clicks, words that are there then."""


@pytest.mark.parametrize("name", BORDERS)
async def test_a_click_on_what_a_border_names_changes_it(name: str, sample_places: Places) -> None:
    keys, words, then = BORDERS[name]
    app = room_of(sample_places)
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"vaubrac", "enter")
        await until(pilot, lambda: app.session.asked.query == "vaubrac")
        await pilot.press(*keys)
        await until(pilot, lambda: words in picture(pilot))
        lines = picture(pilot).splitlines()
        row = next(at for at, line in enumerate(lines) if words in line and "──" in line)
        await pilot.click(offset=(lines[row].index(words) + 1, row))
        await until(pilot, lambda: then in picture(pilot))


@pytest.mark.parametrize("times", [1, 2])
async def test_quick_clicks_on_the_line_of_the_cursor_choose_it_once(
    times: int, sample_places: Places
) -> None:
    """A double click opened a fact and folded it again at once."""
    app = room_of(sample_places)
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "2", "enter")
        await until(pilot, lambda: "blessés" in picture(pilot))
        facts = part(pilot, "#facts", FactList)
        line = facts.line_of(facts.cursor)
        assert line is not None
        await pilot.click(facts, offset=(4, line + 1), times=times)
        await until(pilot, lambda: "affirmé et démenti" in picture(pilot))
