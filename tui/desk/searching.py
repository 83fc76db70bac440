"""Runs saved searches, one question each, so that others can ask in between."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, cast

from index.model.found import Facet
from tui.filters import NamedFilter

if TYPE_CHECKING:
    from index.library import Library
    from index.model.found import SearchRequest
    from index.notebook.searches import SavedSearches, SearchState
    from tui.desk.desk import Desk
    from tui.desk.reader import Reader

_NAMELESS = (Facet.SOURCE, Facet.AUTHOR, Facet.TAG, Facet.YEAR, Facet.MONTH, Facet.SECTION)
"""Facets whose values are their own names."""


def _of(reader: Reader) -> SavedSearches:
    from index.notebook.searches import SavedSearches

    library = cast("Library", reader)
    return SavedSearches(library, library.places.searches)


async def standing(desk: Desk) -> AsyncGenerator[tuple[SearchState, ...], None]:
    """Yields the searches that have run so far, ever more of them. Raises RecoupeError."""
    names = await desk.ask(lambda reader: _of(reader).names())
    found: tuple[SearchState, ...] = ()
    yield found
    for name in names:
        one = await desk.ask(lambda reader, name=name: _of(reader).one(name))  # type: ignore[misc]
        found = (*found, one)
        yield found


async def save(desk: Desk, request: SearchRequest) -> None:
    """Saves the current question under its own words, with all that it finds marked as seen. Raises RecoupeError."""

    def saved(reader: Reader) -> None:
        from index.notebook.decisions import SavedSearch
        from index.notebook.saved_queries import written_filters

        name = " ".join((request.query.strip(), *written_filters(request.filters))).strip()
        filters = written_filters(request.filters)
        reader.decide(SavedSearch(name=name, query=request.query.strip(), filters=filters))
        _of(reader).mark_seen(name)

    await desk.ask(saved)


async def taken_up(desk: Desk, one: SearchState) -> tuple[NamedFilter, ...]:
    """Marks a search as seen; its filters with their names. Raises RecoupeError."""

    def taken(reader: Reader) -> tuple[NamedFilter, ...]:
        from index.model.article import EntityId
        from index.notebook.saved_queries import read_filters

        _of(reader).mark_seen(one.search.name)
        return tuple(
            NamedFilter(f, f.id if f.facet in _NAMELESS else reader.name_of(EntityId(f.id)))
            for f in read_filters(one.search.filters)
        )

    return await desk.ask(taken)
