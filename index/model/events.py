"""The events that articles report together, and how each article belongs to one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.model.article import ArticleId
from index.model.json_document import Documented


class LinkKind(StrEnum):
    """How an article belongs to an event, closest first."""

    REPUBLICATION = "republication"
    """Most of its words are those of another article."""
    SHARED_SOURCE = "shared-source"
    """A long run of words or a quotation is that of another article."""
    SAME_EVENT = "same-event"
    BACKGROUND = "background"
    """It speaks of the event but reports something else."""


@dataclass(frozen=True, slots=True)
class EventArticle:
    """An article of an event, and why it is there."""

    article: ArticleId
    link: LinkKind
    because: tuple[str, ...]
    """Reasons among `words`, `run`, `quote`, `date`, `entity`, `decision`."""
    score: float = 0.0
    """Likeness to the nearest article of the event, 0 to 1."""
    of: ArticleId | None = None
    """The account of which it is a copy, where that one is known to precede it."""


@dataclass(frozen=True, slots=True)
class Event(Documented):
    """Articles that report the same thing."""

    id: str
    """The id of its earliest article, so that it stays the same when others join."""
    label: str
    earliest: str | None
    """The first day on which it may have happened, `YYYY-MM-DD`."""
    latest: str | None
    articles: tuple[EventArticle, ...]
    """The articles that report it by date of publication, then its background articles."""
    locked: bool = False
    """Whether the reader fixed its articles: later ones are not added."""
