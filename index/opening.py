"""A corpus for a script or a notebook: what `recoupe.open` gives."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Self

# Imported so that `to_dict` of the results finds the functions of these modules.
from index.export import comparison_documents, documents
from index.library import Library
from index.model.article import Article, ArticleId
from index.model.found import Entity, Page, SearchRequest, Sort
from index.settings.places import find_places

if TYPE_CHECKING:
    from types import TracebackType

    from index.model.comparison import Comparison
    from index.model.events import Event

__all__ = ["Corpus", "comparison_documents", "documents"]


class Corpus:
    """The library's face with few methods. Results are frozen; each has `.to_dict()`, as `--json`
    prints.

    A corpus belongs to the thread that opened it. All methods raise RecoupeError with a sentence to
    act on.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        """The whole face of the library, for everything that these methods do not offer."""

    @classmethod
    def open(cls, corpus: str | os.PathLike[str], *, index: str | None = None) -> Corpus:
        """Opens a corpus; builds or updates its index first if needed."""
        from index.building.build import update
        from index.building.fitness import survey

        places = find_places(corpus=str(Path(corpus)), index=index)
        if survey(places).outdated is not None:
            update(places, lambda _: None)
        return cls(Library.open(places))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def search(
        self, query: str = "", *, limit: int = 20, offset: int = 0, sort: str = "relevance"
    ) -> Page:
        """What `recoupe search` finds; `limit=0` for all. Raises QueryError with the column."""
        request = SearchRequest(query=query, limit=limit, offset=offset, sort=Sort(sort))
        return self.library.search(request)

    def article(self, id: str) -> Article:
        """One article by its id. Raises ArticleUnknownError."""
        return self.library.article(ArticleId(id))

    def entities(self) -> tuple[Entity, ...]:
        """All entities, as the reader decided, the most frequent first."""
        return self.library.entities()

    def events(self) -> tuple[Event, ...]:
        """The articles grouped by the event that they report."""
        return self.library.events()

    def compare(self, *ids: str) -> Comparison:
        """Several articles side by side."""
        return self.library.compare([ArticleId(id) for id in ids])

    def close(self) -> None:
        self.library.close()
