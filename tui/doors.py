"""The table of doors: every screen that another one opens, by what it shows.

Screens ask this table for one another and import none, so that the imports between them have no
circle. `tui/screens/door_table.py` fills it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from index.model.article import ArticleId, EntityId
from index.model.found import Entity, Hit
from index.model.notes import Noted
from index.model.text import Span

if TYPE_CHECKING:
    from index.export.gathering import Gathering
    from index.export.material import Material, Subject
    from tui.offered import Command
    from tui.target import Target


class Doors(Protocol):
    """Makes screens, one method each; the screen that asked pushes what it gets."""

    def opening(self, *, rebuild: bool = False) -> Screen[None]: ...

    def arrival(self) -> Screen[None]:
        """The choice of a corpus: recent ones, a folder, the sample."""

    def folder(self, start: Path) -> Screen[Path | None]:
        """Asks for a folder or a file; its result is the one that was chosen."""

    def tour(self) -> Screen[None]: ...

    def search(self) -> Screen[None]: ...

    def help(self, screen: Screen[Any], topics: Sequence[str]) -> Screen[None]:
        """The help of a screen: its commands, and the chapters of that name."""

    def reading(
        self,
        article: ArticleId,
        *,
        hits: Sequence[Hit] = (),
        at: Span | None = None,
        total: int = 0,
        top: int = 0,
    ) -> Screen[None]:
        """An article, at a passage or with the character `top` in its first line.

        The reader walks from one of `hits` to the next. Where there are more results in all (`total`), those of
        the last request are fetched as the walk goes on.
        """

    def compare(self, articles: Sequence[ArticleId]) -> Screen[None]: ...

    def entity(self, entity: EntityId) -> Screen[None]:
        """The card of an entity."""

    def claim(self, text: str) -> Screen[None]:
        """The passages that say a claim, deny it or give another value."""

    def together(self, one: EntityId, other: EntityId) -> Screen[None]:
        """The passages that name both entities."""

    def entities(self) -> Screen[None]: ...

    def proposals(self) -> Screen[None]: ...

    def events(self) -> Screen[None]: ...

    def concordance(self) -> Screen[None]: ...

    def history(self) -> Screen[str | None]:
        """The earlier queries; its result is the query that the reader takes up."""

    def sets(self) -> Screen[tuple[ArticleId, ...] | None]:
        """Sets of retained articles by name; its result is the set that the reader takes up."""

    def notebook(self) -> Screen[None]: ...

    def export(
        self, subject: Subject, title: str, gather: Callable[[Gathering], Material]
    ) -> Screen[None]:
        """Asks for a format and a place, and writes what `gather` gathers."""

    def decide(self, commands: Sequence[Command]) -> Screen[Command | None]:
        """The choice between some decisions; its result is the one that was chosen."""

    def entry_note(self, entry: Noted) -> Screen[tuple[str, tuple[str, ...]] | None]:
        """Asks for a note on an entry of the notebook, and its tags."""

    def looking(self) -> Screen[None]:
        """The choice of the room's look."""

    def timeline(self) -> Screen[None]: ...

    def jump(self, screen: Screen[None]) -> Screen[Target | None]:
        """A letter on each thing of a screen that the reader can go to; its result is what was chosen."""

    def contrast(self) -> Screen[None]:
        """The current results compared with the rest of the corpus, or with another query."""

    def unread(self) -> Screen[None]: ...

    def note(self, article: ArticleId, *, title: str) -> Screen[None]: ...

    def merge(self, entity: Entity) -> Screen[None]: ...

    def split(self, entity: Entity) -> Screen[None]: ...

    def rename(self, entity: Entity) -> Screen[None]: ...

    def nature(self, entity: Entity) -> Screen[None]: ...
