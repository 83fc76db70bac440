"""The five tabs of the room; the reader goes from any of them to any other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tui.session import Session

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

TABS = ("search", "events", "entities", "timeline", "notebook")
"""In the order of their digits."""


def titles(session: Session) -> tuple[tuple[str, str], ...]:
    """Each tab with its title in the first line."""
    t = session.t
    called = {
        "search": t("Research"),
        "events": t("Events"),
        "entities": t("Entities"),
        "timeline": t("Timeline"),
        "notebook": t("Notebook"),
    }
    return tuple((tab, called[tab]) for tab in TABS)


def door_of(session: Session, tab: str) -> Callable[[], Screen[None]]:
    doors = session.doors
    return {
        "events": doors.events,
        "entities": doors.entities,
        "timeline": doors.timeline,
        "notebook": doors.notebook,
    }[tab]


def tab_of(app: App[Any]) -> str:
    """The current tab: the screen that lies first upon the search."""
    stack = app.screen_stack
    return getattr(stack[2], "TAB", "search") if len(stack) > 2 else "search"


def go_to(app: App[Any], session: Session, tab: str) -> None:
    """Goes to a tab; screens opened from the tab before are closed."""
    here = tab_of(app)
    least = 2 if tab != here or tab == "search" else 3
    while len(app.screen_stack) > least:
        app.pop_screen()
    if tab not in ("search", here):
        app.push_screen(door_of(session, tab)())
