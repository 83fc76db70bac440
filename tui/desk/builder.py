"""The processes that build the index and group its events, and the thread that follows the files."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import threading
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.errors import IndexBusyError, RecoupeError
from index.model.building import BuildEvent, Progressed, Published, Skipped, Started
from index.settings.log import log_failure


class Stop(Protocol):
    """Called now and then: whether to end."""

    def is_set(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Following:
    """How the index follows the files of the corpus."""

    changes: Callable[[Stop], Iterator[None]]
    """Yields whenever files have changed and waits in between; ends soon after the stop is set."""
    update: tuple[str, ...]
    """The command that takes the changes into the index."""


class Builder:
    """Runs the commands that change the index; the index that is open does not change meanwhile."""

    def __init__(self, rebuild: Sequence[str] = (), *, following: Following | None = None) -> None:
        """`rebuild` is the command that builds the index."""
        self._rebuild = tuple(rebuild)
        self._following = following
        self._stop_following = threading.Event()
        self._running: set[asyncio.subprocess.Process] = set()

    @property
    def follows(self) -> bool:
        """Whether the index is to follow the files of the corpus."""
        return self._following is not None

    async def follow(self) -> AsyncGenerator[RecoupeError | None, None]:
        """Takes changes of the files into the index, at once and whenever there are more.

        Yields after each update, with the error when it failed. Raises RecoupeError when the files cannot be
        followed.
        """
        if self._following is None:
            return
        changed, loop = asyncio.Event(), asyncio.get_running_loop()
        ended: list[Exception | None] = []
        following, stop = self._following, threading.Event()
        self._stop_following = stop

        def tell() -> None:
            # A loop that is closed has no listener left.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(changed.set)

        def look() -> None:
            error: Exception | None = None
            try:
                for _ in following.changes(stop):
                    tell()
            except Exception as accident:
                log_failure("the files of the corpus cannot be followed", accident)
                error = accident
            ended.append(error)
            tell()

        threading.Thread(target=look, name="follow", daemon=True).start()
        try:
            while True:
                # The next update takes in what changes during this one.
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

        Raises RecoupeError with what the process said when it fails, IndexBusyError while another
        process builds the same index. A reader who closes this iterator stops the process; the index that was in use stays so.
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
            if status := await process.wait():
                last = said.splitlines()[-1] if said else f"exit {status}"
                last = last.removeprefix("recoupe: ")
                busy = status == IndexBusyError.exit_status
                failed = IndexBusyError if busy else RecoupeError
                raise failed("The index could not be built: {cause}", cause=last)
        finally:
            complaint.cancel()
            await self._end(process)

    async def run(self, command: Sequence[str]) -> None:
        """Runs any other command to its end."""
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
            await self._end(process)

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        """Ends a process that still runs, and takes leave of it: one that nobody waits for is left over."""
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            await process.wait()
        self._running.discard(process)

    def close(self) -> None:
        """Ends what runs without waiting for it."""
        self._stop_following.set()
        for process in self._running:
            if process.returncode is None:
                process.terminate()


def build_event(line: bytes) -> BuildEvent | None:
    """The event that a line of `recoupe rebuild --json` tells; None for a kind that this room does not know."""
    try:
        told = json.loads(line)
    except ValueError:
        return None
    match told:
        case {"event": "started", "files": int(files)}:
            return Started(files)
        case {"event": "progress", "done": int(done), "files": int(files)}:
            read, size = told.get("bytes", 0), told.get("of_bytes", 0)
            return Progressed(done, files, told.get("articles", 0), read, size)
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
