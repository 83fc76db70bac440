"""What `recoupe decide` does with events: an article moved, events merged, split and locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import RecoupeError
from index.model.article import ArticleId

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.cli.asked import Asked
    from index.library import Library
    from index.model.events import Event
    from index.notebook.decisions import Decision
    from index.notebook.event_rulings import Part


def find_part(library: Library, wish: str) -> Part:
    """An event by its id or by an article that reports it; an article in no event stands for
    itself.

    Raises ArticleUnknownError for anything else.
    """
    events = library.events()
    named = next((event for event in events if event.id == wish), None)
    if named is not None:
        return named
    id = library.article(ArticleId(wish)).id
    from index.notebook.regrouping import members

    return next((event for event in events if id in members(event)[0]), id)


def find_event(library: Library, wish: str) -> Event:
    """An event by its id or by an article. Raises RecoupeError when there is no such event."""
    found = find_part(library, wish)
    if isinstance(found, str):
        raise RecoupeError("{id} is in no event.", advice="`recoupe events` prints them.", id=found)
    return found


def _move(asked: Asked) -> list[Decision]:
    library = asked.library
    id = library.article(ArticleId(asked.values[0])).id
    to = find_part(library, asked.values[1])
    return [library.move_article(id, to=to, reason=asked.reason)]


def _take_out(asked: Asked) -> list[Decision]:
    library = asked.library
    id = library.article(ArticleId(asked.values[0])).id
    event = find_event(library, asked.values[1]) if len(asked.values) > 1 else None
    if event is not None and all(member.article != id for member in event.articles):
        raise RecoupeError("{id} is not in that event.", id=id)
    return [library.move_article(id, to=None, out_of=event, reason=asked.reason)]


def _merge(asked: Asked) -> list[Decision]:
    parts = [find_part(asked.library, wish) for wish in asked.values]
    return [asked.library.merge_events(parts, reason=asked.reason)]


def _split(asked: Asked) -> list[Decision]:
    library = asked.library
    leaving = [library.article(ArticleId(id)).id for id in asked.values]
    event = find_event(library, leaving[0])
    return [library.split_event(event, leaving=leaving, reason=asked.reason)]


def _lock(asked: Asked) -> list[Decision]:
    events = [find_event(asked.library, wish) for wish in asked.values]
    return [asked.library.lock_event(event, reason=asked.reason) for event in events]


def _unlock(asked: Asked) -> list[Decision]:
    events = [find_event(asked.library, wish) for wish in asked.values]
    return [asked.library.unlock_event(event) for event in events]


EVENT_ACTIONS: dict[str, tuple[int, str, Callable[[Asked], list[Decision]]]] = {
    "move": (2, "move ARTICLE EVENT|ARTICLE", _move),
    "take-out": (1, "take-out ARTICLE [EVENT]", _take_out),
    "merge-events": (2, "merge-events EVENT|ARTICLE EVENT|ARTICLE…", _merge),
    "split-event": (1, "split-event ARTICLE…", _split),
    "lock": (1, "lock EVENT…", _lock),
    "unlock": (1, "unlock EVENT…", _unlock),
}
"""Action → the number of its values, its usage, its function.

An event is named by its id or by an article that reports it.
"""
