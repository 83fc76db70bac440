"""Decisions about events in the form in which they are written: by the articles of the events."""

from __future__ import annotations

from collections.abc import Sequence

from index.errors import RecoupeError
from index.model.article import ArticleId
from index.model.events import Event
from index.notebook.decisions import EventLock, EventMerge, EventMove, EventSplit
from index.notebook.regrouping import members

Part = Event | ArticleId
"""An event, or an article that stands alone."""


def moved(id: ArticleId, *, to: Part | None, leaves: Event | None, reason: str = "") -> EventMove:
    """An article reports the event `to`; with None it only leaves its present one.

    Raises RecoupeError when one of the events is locked, or there is none to leave.
    """
    _unlocked(leaves)
    if to is None:
        if leaves is None:
            raise RecoupeError("{id} is in no event.", id=id)
        rest = tuple(one for one in members(leaves)[0] if one != id)
        return EventMove(article=id, out_of=rest, reason=reason)
    beside = tuple(one for one in _articles(to) if one != id)
    if not beside or (leaves is not None and leaves == to and id in members(leaves)[0]):
        raise RecoupeError("{id} is there already.", id=id)
    return EventMove(article=id, to=beside, reason=reason)


def merged(parts: Sequence[Part], *, reason: str = "") -> EventMerge:
    """Several events are one. Raises RecoupeError when one is locked, or there are not two."""
    articles = tuple(dict.fromkeys(id for part in parts for id in _articles(part)))
    if len(dict.fromkeys(part.id if isinstance(part, Event) else part for part in parts)) < 2:
        raise RecoupeError("Name two different events to merge.")
    return EventMerge(articles=articles, reason=reason)


def parted(event: Event, *, leaving: Sequence[ArticleId], reason: str = "") -> EventSplit:
    """Some articles of an event report another. Raises RecoupeError when none would stay."""
    _unlocked(event)
    reporting = members(event)[0]
    out = tuple(id for id in reporting if id in leaving)
    rest = tuple(id for id in reporting if id not in leaving)
    if not out or not rest:
        raise RecoupeError("Some articles of the event must leave, and some must stay.")
    return EventSplit(articles=out, rest=rest, reason=reason)


def locked(event: Event, *, reason: str = "") -> EventLock:
    """An event stays as it is, whatever is added later. Raises RecoupeError when it is locked
    already.
    """
    _unlocked(event)
    reporting, background = members(event)
    return EventLock(articles=reporting, background=background, reason=reason)


def _articles(part: Part) -> tuple[ArticleId, ...]:
    if not isinstance(part, Event):
        return (part,)
    _unlocked(part)
    return members(part)[0]


def _unlocked(event: Event | None) -> None:
    if event is not None and event.locked:
        raise RecoupeError(
            "The event “{event}” is locked.", advice="Unlock it first.", event=event.label
        )
