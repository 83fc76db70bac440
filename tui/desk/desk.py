"""Questions to the library, answered in order by the one thread that owns it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from index.errors import RecoupeError
from index.model.article import Article, ArticleId
from index.model.comparison import Comparison
from index.model.events import Event
from index.model.file_outcomes import FileAccount
from index.model.found import (
    Concordance,
    ConcordanceLine,
    Entity,
    Neighbours,
    Occurrences,
    Overview,
    Page,
    SearchRequest,
)
from index.model.text import Span
from index.settings.log import log_failure
from tui.desk.builder import Builder
from tui.desk.reader import Reader
from tui.desk.rest import Rest

if TYPE_CHECKING:  # imported after the first paint
    from index.compare.tallies import Tally

DEBOUNCE = 0.05
"""Seconds without a key before a question is asked; people type every 100 to 200 ms."""
GROUPED_AT_ONCE = 400
"""Articles up to which grouping by event takes less than a second in the desk's thread."""
MOST_OCCURRENCES = 10_000
"""Lines of a concordance at most; of a more frequent word, those of the newest articles."""
OCCURRENCES_AT_ONCE = 300
"""Lines of a concordance that are looked up at once: that takes some hundredths of a second."""
_Answer = TypeVar("_Answer")


class Desk:
    """Asks the library typed questions, in order; a question that was given up is not asked."""

    def __init__(
        self,
        open_reader: Callable[[], Reader],
        builder: Builder | None = None,
        *,
        group: Sequence[str] = (),
    ) -> None:
        """`group` is the command that groups the events of an index."""
        self.builder = builder or Builder()
        self._open_reader = open_reader
        self._fresh = True
        """Whether no question was asked yet of the index that is open."""
        self._group = tuple(group)
        self._articles = 0
        self._grouped = False
        self._reader: Reader | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._rest = Rest()

    async def open(self) -> Overview:
        """Open the library, or open it anew after a rebuild."""

        def opened() -> Overview:
            fresh = self._open_reader()
            if self._reader is not None:
                self._reader.close()
            self._reader = fresh
            overview = fresh.overview()
            self._fresh = True
            return overview

        overview = await self._ask(opened)
        self._articles, self._grouped = overview.articles, False
        return overview

    async def search(self, request: SearchRequest, *, after: float = 0) -> Page:
        """A page of results; `after` is how many seconds to wait first, while the reader types."""
        await asyncio.sleep(after)
        page = await self._ask(lambda: self._library.search(request))
        if self._fresh:
            self._fresh = False
            self._rest.begin()
        return page

    async def article(self, id: ArticleId, *, after: float = 0) -> Article:
        await asyncio.sleep(after)
        return await self._ask(lambda: self._library.article(id))

    async def matches(self, query: str, article: Article) -> tuple[Span, ...]:
        return await self._ask(lambda: self._library.matches(query, article))

    async def occurrences(
        self, request: SearchRequest
    ) -> AsyncGenerator[tuple[tuple[ConcordanceLine, ...], bool], None]:
        """All occurrences found so far of what a request asks for, and whether these are all.

        Each part is a question of its own, so that other questions can be asked in between.
        """
        lines: list[ConcordanceLine] = []
        skip, told, complete = 0, 0, False
        while not complete and len(lines) < MOST_OCCURRENCES:
            part = await self._ask(partial(self._occurrences, request, skip))
            lines.extend(part.lines)
            skip, complete = part.read, part.complete
            # Yields become rarer, so that sorting costs no more than finding.
            if complete or len(lines) >= min(MOST_OCCURRENCES, 4 * told):
                told = len(lines)
                whole = complete and told <= MOST_OCCURRENCES
                yield tuple(lines[:MOST_OCCURRENCES]), whole

    def _occurrences(self, request: SearchRequest, skip: int) -> Occurrences:
        return self._library.occurrences(
            request.query, filters=request.filters, skip=skip, most=OCCURRENCES_AT_ONCE
        )

    async def arranged(
        self, lines: Sequence[ConcordanceLine], by: Neighbours, *, complete: bool
    ) -> Concordance:
        """Occurrences in an order, and their counts by it."""

        def sort() -> Concordance:
            from index.query.neighbours import arranged

            return arranged(lines, by, complete=complete)

        return await self._ask(sort)

    async def raw_text(self, id: ArticleId) -> str:
        return await self._ask(lambda: self._library.raw_text(id))

    async def entities(self) -> tuple[Entity, ...]:
        return await self._ask(lambda: self._library.entities())

    async def entities_of(self, id: ArticleId) -> tuple[Entity, ...]:
        return await self._ask(lambda: self._library.entities_of(id))

    async def compare(self, ids: Sequence[ArticleId]) -> Comparison:
        return await self._ask(lambda: self._library.compare(ids))

    async def articles(self, ids: Sequence[ArticleId]) -> tuple[Article, ...]:
        return await self._ask(lambda: tuple(self._library.article(id) for id in ids))

    async def tallies(self, events: Sequence[Event]) -> dict[str, Tally]:
        return await self._ask(lambda: self._library.tallies(events))

    @property
    def has_grouped(self) -> bool:
        """Whether the events of the open index were asked for: they date the articles without a day."""
        return self._grouped

    async def events(self) -> tuple[Event, ...]:
        """The articles grouped by event; a process of its own groups a large corpus.

        That process keeps its result beside the index, where the library finds it.
        """
        if not self._grouped:
            if self._articles > GROUPED_AT_ONCE and self._group:
                await self.builder.run(self._group)
            self._grouped = True
        return await self._ask(lambda: self._library.events())

    async def ask(self, question: Callable[[Reader], _Answer]) -> _Answer:
        """Any other question, asked in the desk's thread."""
        return await self._ask(lambda: question(self._library))

    async def files(self) -> tuple[FileAccount, ...]:
        """The outcome of every file of the corpus."""
        return await self._ask(lambda: self._library.file_accounts())

    async def is_current(self) -> bool:
        """Whether no newer index has been put in use since this one was opened."""
        return await self._ask(lambda: self._library.is_current())

    def screen_closed(self) -> None:
        """Told of every screen that was closed, whose garbage is to be thrown away."""
        self._rest.screen_closed()

    def close(self) -> None:
        """Closes library, threads and process, without waiting for a running answer."""
        self.builder.close()
        self._rest.end()
        if self._reader is not None:
            self._thread.submit(self._reader.close)
        self._thread.shutdown(wait=False)

    @property
    def _library(self) -> Reader:
        if self._reader is None:
            raise RecoupeError("The index is not open yet.")
        return self._reader

    async def _ask(self, question: Callable[[], _Answer]) -> _Answer:
        self._rest.put_off()
        try:
            return await asyncio.wrap_future(self._thread.submit(question))
        except RecoupeError:
            raise
        except Exception as error:
            log_failure("a question to the library failed", error)
            raise RecoupeError(
                "Something unexpected happened ({cause}).",
                advice="The log says more; the rest goes on.",
                cause=f"{type(error).__name__}: {error}",
            ) from error
