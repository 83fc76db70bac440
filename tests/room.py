"""Drives the reading room in tests: waits for a condition, and reads the screen as plain text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from invented_library import InventedLibrary
from textual.pilot import Pilot
from textual.widget import Widget

from index.interface.texts import texts_for
from tui.app import RoomApp
from tui.screens.reading_screen import ReadingScreen
from tui.screens.search import SearchScreen
from tui.widgets.selecting import SelectablePaper

PATIENCE = 1000
"""The rounds of the event loop after which a test stops waiting for a condition."""
_Part = TypeVar("_Part", bound=Widget)


def make_room(
    library: InventedLibrary | None = None, *, language: str = "fr", **options: object
) -> RoomApp:
    """A room on an invented library."""
    return RoomApp(lambda: library or InventedLibrary(), texts=texts_for(language), **options)  # type: ignore[arg-type]


async def until(
    pilot: Pilot[int], condition: Callable[[], bool], *, patience: int = PATIENCE
) -> None:
    """Lets the room work until a condition holds."""
    for _ in range(patience):
        await pilot.pause()
        if condition():
            await pilot.pause()
            return
        await pilot.pause(0.01)
    raise AssertionError("the room never came to that:\n" + picture(pilot))


async def arrived(pilot: Pilot[int]) -> SearchScreen:
    """The search screen, with its first results and the first article beside them."""
    await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    await until(pilot, lambda: bool(screen.query_one("#results").hits))  # type: ignore[attr-defined]
    await until(pilot, lambda: screen.query_one("#reading").article is not None)  # type: ignore[attr-defined]
    return screen


def picture(pilot: Pilot[int]) -> str:
    """The text of the screen, without colours and without spaces at the ends of lines."""
    strips = pilot.app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
    return "\n".join(lines).rstrip() + "\n"


def part(pilot: Pilot[int], selector: str, kind: type[_Part]) -> _Part:
    return pilot.app.screen.query_one(selector, kind)


LOOKS_IN_A_ROW = 4
"""The number of equal pictures in a row after which the screen counts as still: what waits for a
timer is late.
"""


async def settled(pilot: Pilot[int]) -> str:
    """The picture when several in a row are equal and no worker runs any more."""
    last, seen = "", 0
    for _ in range(PATIENCE):
        await pilot.pause()
        now = picture(pilot)
        seen = seen + 1 if now == last and not list(pilot.app.workers) else 0
        last = now
        if seen >= LOOKS_IN_A_ROW:
            return last
    raise AssertionError("the room never came to rest:\n" + picture(pilot))


async def reading(pilot: Pilot[int]) -> SelectablePaper:
    """The text of an article of the sample, opened from a search."""
    await arrived(pilot)
    await pilot.press(*"gantz", "enter", "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
    paper = part(pilot, "#text", SelectablePaper)
    await until(pilot, lambda: paper.article is not None)
    return paper
