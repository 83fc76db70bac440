"""The only threads and subprocesses: one thread owns the library, a process of its own rebuilds."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import logging
import sys
import threading
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from index.errors import RecoupeError
from index.model.article import Article, ArticleId, EntityId, Unread
from index.model.building import BuildEvent, Progressed, Published, Skipped, Started
from index.model.comparison import Comparison, Passage
from index.model.events import Event
from index.model.found import (
    Concordance,
    ConcordanceLine,
    Entity,
    Filter,
    Jointly,
    Neighbours,
    Occurrences,
    Overview,
    Page,
    Role,
    SearchRequest,
)
from index.model.text import Span

if TYPE_CHECKING:  # first paint comes before what these need is imported
    from index.notebook.decisions import Decision
    from index.notebook.event_rulings import Part
    from index.notebook.proposals import Proposal
    from index.notebook.verdict import RowAnswer

DEBOUNCE = 0.05
"""Seconds without a key before a question is asked; people type every 100 to 200 ms."""
GROUPED_AT_ONCE = 400
"""Articles up to which grouping by event takes less than a second in the desk's thread."""
MOST_OCCURRENCES = 10_000
"""Lines of a concordance; of what occurs more often, those of the newest articles."""
OCCURRENCES_AT_ONCE = 300
"""Lines of a concordance that are looked up in one go: some hundredths of a second."""
_Answer = TypeVar("_Answer")
_log = logging.getLogger("recoupe.desk")


class Reader(Protocol):
    """What the reading room asks of the library; every call is made in the desk's one thread."""

    def overview(self) -> Overview: ...
    def search(self, request: SearchRequest) -> Page: ...
    def article(self, id: ArticleId) -> Article: ...
    def raw_text(self, id: ArticleId) -> str: ...
    def matches(self, query: str, article: Article) -> tuple[Span, ...]: ...
    def occurrences(
        self, query: str, *, filters: Sequence[Filter] = ..., skip: int = ..., most: int = ...
    ) -> Occurrences: ...
    def entities(self) -> tuple[Entity, ...]: ...
    def entities_of(self, id: ArticleId) -> tuple[Entity, ...]: ...
    def name_of(self, entity: EntityId) -> str: ...
    def name_before(self, entity: EntityId) -> str: ...
    def compare(self, ids: Sequence[ArticleId]) -> Comparison: ...
    def events(self) -> tuple[Event, ...]: ...
    def move_article(
        self, id: ArticleId, *, to: Part | None, out_of: Event | None = None
    ) -> Decision: ...
    def merge_events(self, parts: Sequence[Part]) -> Decision: ...
    def split_event(self, event: Event, *, leaving: Sequence[ArticleId]) -> Decision: ...
    def lock_event(self, event: Event) -> Decision: ...
    def unlock_event(self, event: Event) -> Decision: ...
    def unread(self) -> tuple[Unread, ...]: ...
    def decide(self, decision: Decision) -> Decision: ...
    def split(
        self, entity: EntityId, *, forms: Sequence[str] = (), articles: Sequence[ArticleId] = ()
    ) -> Decision: ...
    def judge(self, passages: Sequence[Passage], verdict: RowAnswer) -> Decision: ...
    def accept(self, proposal: Proposal) -> Decision: ...
    def refuse(self, proposal: Proposal) -> Decision: ...
    def undo(self) -> Decision | None: ...
    def redo(self) -> Decision | None: ...
    def withdraw(self, decision: Decision) -> None: ...
    def decisions(self) -> tuple[Decision, ...]: ...
    def proposals(self) -> tuple[Proposal, ...]: ...
    def contexts(
        self, entity: EntityId, *, forms: Sequence[str] = ()
    ) -> tuple[ConcordanceLine, ...]: ...
    def roles(self, entity: EntityId) -> tuple[Role, ...]: ...
    def together(self, one: EntityId, other: EntityId) -> Jointly: ...
    def contexts_of_slip(self, proposal: Proposal) -> tuple[ConcordanceLine, ...]: ...
    def is_current(self) -> bool: ...
    def close(self) -> None: ...


class Stop(Protocol):
    """Asked now and then whether to end."""

    def is_set(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Following:
    """How the index follows the files of the corpus."""

    changes: Callable[[Stop], Iterator[None]]
    """Yields whenever files have changed; waits in between, and ends soon after the stop is set."""
    update: tuple[str, ...]
    """The command that takes the changes into the index."""


class Desk:
    """Typed questions to the library, answered in order; one that was given up is not asked."""

    def __init__(
        self,
        open_reader: Callable[[], Reader],
        rebuild: Sequence[str] = (),
        *,
        group: Sequence[str] = (),
        following: Following | None = None,
    ) -> None:
        """`rebuild` and `group` are the commands that build the index and group its events."""
        self._open_reader = open_reader
        self._fresh = True
        """Whether nothing was asked yet of the index that is open."""
        self._rebuild = tuple(rebuild)
        self._group = tuple(group)
        self._following = following
        self._stop_following = threading.Event()
        self._articles = 0
        self._grouped = False
        self._reader: Reader | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._running: set[asyncio.subprocess.Process] = set()

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
        """A page of results; `after` seconds of patience first, while the reader types."""
        await asyncio.sleep(after)
        page = await self._ask(lambda: self._library.search(request))
        if self._fresh:
            # What the first answer loaded stays while the index is open: going through it again and
            # again for garbage would stop the typing for a tenth of a second on a large corpus.
            self._fresh = False
            gc.freeze()
        return page

    async def article(self, id: ArticleId, *, after: float = 0) -> Article:
        await asyncio.sleep(after)
        return await self._ask(lambda: self._library.article(id))

    async def matches(self, query: str, article: Article) -> tuple[Span, ...]:
        return await self._ask(lambda: self._library.matches(query, article))

    async def occurrences(
        self, request: SearchRequest
    ) -> AsyncGenerator[tuple[tuple[ConcordanceLine, ...], bool], None]:
        """Of what a request asks for: all that were found so far, and whether these are all.

        Others can ask in between, since each part is a question of its own.
        """
        lines: list[ConcordanceLine] = []
        skip, told, complete = 0, 0, False
        while not complete and len(lines) < MOST_OCCURRENCES:
            part = await self._ask(partial(self._occurrences, request, skip))
            lines.extend(part.lines)
            skip, complete = part.read, part.complete
            # Told ever more seldom, so that sorting them costs no more than finding them.
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
        """Occurrences in an order, and counted by it."""

        def sort() -> Concordance:
            from index.search.concordance import arranged

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

    async def events(self) -> tuple[Event, ...]:
        """The articles grouped by event; what takes long is done by a process of its own.

        That process keeps what it found beside the index, where the library finds it.
        """
        if not self._grouped:
            if self._articles > GROUPED_AT_ONCE and self._group:
                await self._run(self._group)
            self._grouped = True
        return await self._ask(lambda: self._library.events())

    async def ask(self, question: Callable[[Reader], _Answer]) -> _Answer:
        """Any other question, asked in the desk's thread."""
        return await self._ask(lambda: question(self._library))

    async def unread(self) -> tuple[Unread, ...]:
        return await self._ask(lambda: self._library.unread())

    async def is_current(self) -> bool:
        """Whether no newer index has been put in use since this one was opened."""
        return await self._ask(lambda: self._library.is_current())

    @property
    def follows(self) -> bool:
        """Whether the index is to follow the files of the corpus."""
        return self._following is not None

    async def follow(self) -> AsyncGenerator[RecoupeError | None, None]:
        """Takes what changed in the files into the index, at once and whenever they change.

        Yields after each update, with the error when that failed. Raises RecoupeError when the files
        cannot be followed.
        """
        if self._following is None:
            return
        changed, loop = asyncio.Event(), asyncio.get_running_loop()
        ended: list[Exception | None] = []
        following, stop = self._following, threading.Event()
        self._stop_following = stop

        def tell() -> None:
            # A loop that is closed has nobody to tell.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(changed.set)

        def look() -> None:
            error: Exception | None = None
            try:
                for _ in following.changes(stop):
                    tell()
            except Exception as accident:
                _log.exception("the files of the corpus cannot be followed")
                error = accident
            ended.append(error)
            tell()

        threading.Thread(target=look, name="follow", daemon=True).start()
        try:
            while True:
                # What changes during an update is taken in by the next one.
                changed.clear()
                failed = None
                try:
                    async for _ in self._build(following.update):
                        pass
                except RecoupeError as error:
                    failed = error
                yield failed
                if not ended:
                    await changed.wait()
                if ended:
                    break
        finally:
            stop.set()
        if ended[0] is not None:
            raise RecoupeError(
                "The files of the corpus cannot be followed: {cause}", cause=str(ended[0])
            )

    async def rebuild(self) -> AsyncGenerator[BuildEvent, None]:
        """Build the index in a process of its own, and tell what happens there.

        Raises RecoupeError with what the process said when it fails. A reader who closes this
        iterator stops the process; the index that was in use stays so.
        """
        async with contextlib.aclosing(self._build(self._rebuild)) as events:
            async for event in events:
                yield event

    async def _build(self, command: Sequence[str]) -> AsyncGenerator[BuildEvent, None]:
        try:
            process = await asyncio.create_subprocess_exec(
                *(command or ("",)),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
        except OSError as error:
            raise RecoupeError(
                "The index could not be built: {cause}", cause=error.strerror
            ) from error
        self._running.add(process)
        assert process.stdout is not None and process.stderr is not None
        complaint = asyncio.ensure_future(process.stderr.read())
        try:
            # The last word of a process that fails is on standard error.
            async for line in process.stdout:
                if event := build_event(line):
                    yield event
            said = (await complaint).decode("utf-8", "replace").strip()
            if await process.wait():
                last = said.splitlines()[-1] if said else f"exit {process.returncode}"
                last = last.removeprefix("recoupe: ")
                raise RecoupeError("The index could not be built: {cause}", cause=last)
        finally:
            complaint.cancel()
            if process.returncode is None:
                process.terminate()
                await process.wait()
            self._running.discard(process)

    async def _run(self, command: Sequence[str]) -> None:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        self._running.add(process)
        try:
            await process.wait()
        finally:
            if process.returncode is None:
                process.terminate()
            self._running.discard(process)

    def close(self) -> None:
        """Let go of library, threads and process; a running answer is not waited for."""
        self._stop_following.set()
        for process in self._running:
            if process.returncode is None:
                process.terminate()
        if self._reader is not None:
            self._thread.submit(self._reader.close)
        self._thread.shutdown(wait=False)
        gc.unfreeze()

    @property
    def _library(self) -> Reader:
        if self._reader is None:
            raise RecoupeError("The index is not open yet.")
        return self._reader

    async def _ask(self, question: Callable[[], _Answer]) -> _Answer:
        try:
            return await asyncio.wrap_future(self._thread.submit(question))
        except RecoupeError:
            raise
        except Exception as error:
            _log.exception("a question to the library failed")
            raise RecoupeError(
                "Something unexpected happened ({cause}).",
                advice="The log says more; the rest goes on.",
                cause=f"{type(error).__name__}: {error}",
            ) from error


def build_event(line: bytes) -> BuildEvent | None:
    """A line of `recoupe rebuild --json`; None for one that this room does not know."""
    try:
        told = json.loads(line)
    except ValueError:
        return None
    match told:
        case {"event": "started", "files": int(files)}:
            return Started(files)
        case {"event": "progress", "done": int(done), "files": int(files)}:
            return Progressed(done, files, told.get("articles", 0))
        case {"event": "skipped", "path": str(path), "reason": str(reason)}:
            return Skipped(path, reason)
        case {"event": "published", "articles": int(articles), "skipped": int(skipped)}:
            seconds, generation = told.get("seconds", 0.0), told.get("generation", "")
            return Published(articles, skipped, seconds, generation)
        case _:
            return None


def command_line(subcommand: str, *options: str) -> tuple[str, ...]:
    """A subcommand as a process that cannot pick up another `index` from the folder it is in."""
    return (sys.executable, "-P", "-m", "index.cli.main", subcommand, "--json", *options)
