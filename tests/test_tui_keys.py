"""A key means one thing wherever one stands, and one table says what."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest
from room import arrived, make_room, part, until
from textual.binding import Binding
from textual.dom import DOMNode

from tui.keys import commands_of, key_name
from tui.keytable import COMMANDS, PREFIX, TABLE, bound, keys_of
from tui.screens.decide.menu import DecideScreen
from tui.screens.entities import EntitiesScreen, EntityList
from tui.screens.events_screen import EventsScreen
from tui.screens.notebook_screen import NotebookScreen
from tui.screens.search import SearchScreen
from tui.screens.timeline_screen import TimelineScreen
from tui.widgets.results import Results

ROOM = Path(str(files("tui")))
DECISIONS = {
    *("decide.merge", "decide.split", "decide.rename", "decide.nature", "decide.hide"),
    *("events.move", "events.merge", "events.split", "events.gather", "events.lock"),
}
"""What changes what the program found out: never one plain letter."""


def is_letter(key: str) -> bool:
    """Whether a key writes something: a letter, a digit, a sign."""
    [binding] = Binding.make_bindings([Binding(key, "any")])
    named = {"slash", "plus", "colon", "question_mark", "ampersand", "quotation_mark",
             "apostrophe", "minus", "left_parenthesis"}  # fmt: skip
    return len(binding.key) == 1 or key in named or key.startswith(f"{PREFIX}+")


def classes() -> Iterator[type[DOMNode]]:
    for path in ROOM.rglob("*.py"):
        name = ".".join(("tui", *path.relative_to(ROOM).with_suffix("").parts))
        for found in vars(import_module(name.removesuffix(".__init__"))).values():
            if isinstance(found, type) and issubclass(found, DOMNode):
                yield found


def declared() -> dict[str, set[str]]:
    """Every binding of the room: the name of its command → its keys as declared."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind in set(classes()):
        if kind.__module__.startswith("tui"):
            for binding in vars(kind).get("BINDINGS", ()):
                assert isinstance(binding, Binding), (kind, binding)
                found[binding.id or ""].add(binding.key)
    return found


def test_no_letter_has_two_meanings() -> None:
    letters = Counter(
        key for row in TABLE for key in row.keys.split(",") if is_letter(key) or key == PREFIX
    )
    assert [key for key, rows in letters.items() if rows > 1] == []


def test_every_binding_of_the_room_is_made_from_the_table() -> None:
    for command, keys in declared().items():
        assert keys == {keys_of(command)}, command


def test_every_command_of_the_table_is_bound_somewhere() -> None:
    assert set(declared()) == COMMANDS


def test_no_key_is_named_outside_the_table() -> None:
    for path in ROOM.rglob("*.py"):
        if path.name == "keytable.py":
            continue
        called = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                  if isinstance(node, ast.Call)]  # fmt: skip
        assert not [one for one in called if getattr(one, "id", "") == "Binding"], path


def test_what_is_decided_stands_behind_the_prefix() -> None:
    assert {row for row in DECISIONS if not keys_of(row).startswith(f"{PREFIX}+")} == set()


def test_a_command_that_no_row_names_cannot_be_bound() -> None:
    with pytest.raises(KeyError):
        bound("nothing.of-the-kind", "any")


@pytest.mark.parametrize(
    ("key", "name"), [("D+m", "D m"), ("ctrl+d", "ctrl+d"), ("plus", "+"), ("enter", "Entrée")]
)
def test_keys_are_called_as_they_are_pressed(key: str, name: str) -> None:
    from index.interface.texts import texts_for

    assert key_name(texts_for("fr"), key) == name


async def test_the_prefix_shows_what_can_be_decided_and_a_letter_does_it() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "3")
        await until(pilot, lambda: isinstance(app.screen, EntitiesScreen))
        listed = part(pilot, "#entities", EntityList)
        await until(pilot, lambda: listed.current is not None)
        await pilot.press("D")
        await until(pilot, lambda: isinstance(app.screen, DecideScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, EntitiesScreen))
        await pilot.press("D", "r")
        await until(pilot, lambda: type(app.screen).__name__ == "RenameScreen")


async def test_moves_are_moves_in_a_list() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter")
        results = part(pilot, "#results", Results)
        ids = [hit.id for hit in results.hits]
        for key, at in (("j", 1), ("k", 0), ("G", -1), ("g", 0), ("ctrl+d", None), ("ctrl+u", 0)):
            before = results.cursor
            await pilot.press(key)
            if at is None:
                assert results.cursor != before
            else:
                assert results.cursor == ids[at], key


async def test_the_tabs_are_a_digit_or_an_arrow_away() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter")
        for key, screen in (
            ("2", EventsScreen),
            ("quotation_mark", EntitiesScreen),
            ("T", TimelineScreen),
            ("5", NotebookScreen),
            ("ctrl+right", SearchScreen),
            ("ctrl+left", NotebookScreen),
            ("é", EventsScreen),
            ("1", SearchScreen),
        ):
            await pilot.press(key)
            await until(pilot, lambda kind=screen: isinstance(app.screen, kind))  # type: ignore[misc]
            assert len(app.screen_stack) <= 3


async def test_a_tab_leaves_what_was_opened_from_another() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: type(app.screen).__name__ == "ReadingScreen")
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, EventsScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))


async def test_the_prefix_is_told_in_the_key_line_where_something_can_be_decided() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter")
        assert "decide" not in {c.id for c in commands_of(app.screen) if c.enabled}
        await pilot.press("3")
        await until(pilot, lambda: isinstance(app.screen, EntitiesScreen))
        await until(pilot, lambda: part(pilot, "#entities", EntityList).current is not None)
        shown = {c.id for c in commands_of(app.screen) if c.enabled and c.shown}
        assert "decide" in shown


@pytest.mark.parametrize("way", [("2",), ("T",), ("enter",), ("5",)])
async def test_a_slash_leads_to_the_line_where_one_asks_from_anywhere(way: tuple[str, ...]) -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        search = await arrived(pilot)
        await pilot.press("enter", *way)
        await until(pilot, lambda: app.screen is not search)
        await pilot.press("slash")
        await until(pilot, lambda: app.screen is search and search.query_line.has_focus)
