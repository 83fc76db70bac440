"""What all screens share: the desk, the language, and what the reader set aside to compare."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from index.errors import RecoupeError
from index.interface.texts import Texts
from index.model.article import ArticleId
from index.model.found import Overview, SearchRequest
from index.model.notes import Noted
from tui.corpora import Corpora
from tui.desk.desk import Desk
from tui.doors import Doors
from tui.filters import NamedFilter, told_filters
from tui.looks import Looks
from tui.remembered import remember
from tui.yesterday import LeftDesk, leave_desk

MOST_KEPT = 4
"""The most sources that can stand side by side."""


@dataclass(slots=True)
class Kept:
    """The articles that the reader retained, in that order."""

    articles: tuple[ArticleId, ...] = ()
    let_go: tuple[ArticleId, ...] = ()
    """The articles that were let go together, until others are retained or these come back."""

    def empty(self) -> None:
        """Let all go."""
        self.articles, self.let_go = (), self.articles

    def bring_back(self) -> bool:
        """Retains again those that were let go together; False when there are none."""
        if self.articles or not self.let_go:
            return False
        self.articles, self.let_go = self.let_go, ()
        return True

    def toggle(self, id: ArticleId) -> bool:
        """Retain an article or let it go; False when there is no room for it."""
        if id in self.articles:
            self.articles = tuple(kept for kept in self.articles if kept != id)
            return True
        if len(self.articles) >= MOST_KEPT:
            return False
        self.articles = (*self.articles, id)
        return True

    def letter(self, id: ArticleId) -> str:
        """The letter of the article when compared, `A` to `D`; empty when it is not kept."""
        return "ABCD"[self.articles.index(id)] if id in self.articles else ""


@dataclass(frozen=True, slots=True)
class NotebookMarks:
    """The marks of the notebook that lists and texts show."""

    ids: frozenset[str] = frozenset()
    """The ids of entries, made of what they are about."""
    articles: frozenset[ArticleId] = frozenset()
    """The articles of which something was kept."""

    @classmethod
    def of(cls, noted: Iterable[Noted], written_on: Iterable[ArticleId] = ()) -> NotebookMarks:
        """`written_on` are the articles that bear a note of their own."""
        entries = tuple(noted)
        kept = frozenset(proof.article for one in entries for proof in one.proofs)
        return cls(frozenset(one.id for one in entries), kept | frozenset(written_on))


@dataclass(slots=True)
class Session:
    """The state that every screen is given; only screens change it."""

    desk: Desk
    t: Texts
    overview: Overview | None = None
    kept: Kept = field(default_factory=Kept)
    queries: list[str] = field(default_factory=list)
    """The earlier queries, the latest last, each once."""
    history: Path | None = None
    """The file that keeps the queries from one visit to the next."""
    asked: SearchRequest = field(default_factory=SearchRequest)
    """The last request that was answered: its results are « the results »."""
    asked_filters: tuple[NamedFilter, ...] = ()
    """Its filters, with their names."""
    left: LeftDesk = field(default_factory=LeftDesk)
    """The state of the last visit, until the search has taken it up."""
    left_file: Path | None = None
    """The file of that state, written at each change."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """The reader's own keys, by the id of the command."""
    doors: Doors = field(init=False)
    """How one screen opens another."""
    corpora: Corpora | None = None
    """The other corpora that can be opened; None where the room cannot change its corpus."""
    marks: NotebookMarks = field(default_factory=NotebookMarks)
    looks: Looks = field(default_factory=Looks)
    """The look of the room and the widths of its panes."""
    taken_up: tuple[str, tuple[NamedFilter, ...]] | None = None
    """Query and filters of a saved search, until the search has taken them up."""
    line_left: bool = False
    """Whether Escape was pressed before the search was there: it then begins in its results."""
    dates_wanted: str = ""
    """A span of time that another screen wants the search to have, as its query says it."""
    today: Callable[[], date] = date.today
    """Today, from which « hier » is counted."""
    decided: int = 0
    """How many decisions were made here: what was drawn before the last one may be out of date."""

    @property
    def standing(self) -> tuple[int, bool]:
        """What lists and counts rest on: the decisions, and whether events have dated the articles without a day."""
        return self.decided, self.desk.has_grouped

    def told_request(self, everything: str) -> str:
        """What was asked, filters included; `everything` where nothing narrows it."""
        parts = (self.asked.query.strip(), told_filters(self.t, self.asked_filters))
        return " · ".join(part for part in parts if part) or everything

    def remember(self, query: str) -> None:
        """Keeps a query at which the reader stopped."""
        query = query.strip()
        if query:
            self.queries = [*(kept for kept in self.queries if kept != query), query]
            if self.history is not None:
                remember(self.history, self.queries)

    def leave(self, desk: LeftDesk) -> None:
        """Writes the state down, so that the next visit finds it."""
        if self.left_file is not None and desk != self.left:
            self.left = desk
            leave_desk(self.left_file, desk)

    def told(self, error: RecoupeError, *, advised: bool = True) -> str:
        """An error in the reader's language."""
        look_up: Callable[[str], str] = self.t
        return error.told(look_up, advised=advised)


class HasSession(Protocol):
    """The app as the palette and the list of keys see it, which get no session."""

    session: Session
