"""The parts of a build carried out side by side, one process each, pass by pass."""

from __future__ import annotations

import gc
import math
import multiprocessing
import os
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Self

from index.building.part import Advance, Job, Part
from index.building.space import full_disk_told
from index.errors import CorpusError, RecoupeError
from index.settings.log import log_failure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.context import SpawnProcess
    from types import TracebackType


_OBJECTS_BETWEEN_COLLECTIONS = 50_000


class Team:
    """Does the same pass of every part at a time; a single part is carried out in this process.

    Raises CorpusError when a process dies, and whatever of our own errors a part raises.
    """

    def __init__(self, jobs: Sequence[Job], report: Callable[[Advance], None]) -> None:
        self._jobs = jobs
        self._report = report
        self._alone: Part | None = None
        self._others: list[tuple[Connection, SpawnProcess]] = []

    def __enter__(self) -> Self:
        if len(self._jobs) == 1:
            self._alone = Part(self._jobs[0], self._report)
            return self
        # A fresh interpreter for each: forking a process that has threads, as the room's, can hang.
        context = multiprocessing.get_context("spawn")
        for _ in self._jobs:
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs,), daemon=True)
            process.start()
            theirs.close()
            self._others.append((ours, process))
        # Sent once they run, not as an argument: starting a process that dies before it has read
        # a long argument never ends.
        for job, (connection, _) in zip(self._jobs, self._others, strict=True):
            with suppress(BrokenPipeError, ConnectionResetError):
                connection.send(job)
        self._jobs = ()  # every path of the corpus, which the others hold now
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._alone and kind:
            self._alone.close()
        for connection, process in self._others:
            connection.close()
            if kind:
                process.terminate()
            process.join()

    def all(self, what: str, *arguments: object) -> list[Any]:
        """What the method `what` of each part gives, in the order of the jobs."""
        if self._alone:
            return [getattr(self._alone, what)(*arguments)]
        for connection, _ in self._others:
            # Who has died is found below, where its answer is waited for.
            with suppress(BrokenPipeError, ConnectionResetError):
                connection.send((what, arguments))
        given: dict[int, Any] = {}
        numbers = {id(connection): at for at, (connection, _) in enumerate(self._others)}
        while len(given) < len(self._others):
            waiting = [one for one, _ in self._others if numbers[id(one)] not in given]
            for ready in wait(waiting):
                assert isinstance(ready, Connection)
                try:
                    message = ready.recv()
                except (EOFError, ConnectionResetError) as error:
                    raise CorpusError(
                        "A process that read the corpus died; the index in use is as it was."
                    ) from error
                if isinstance(message, Advance):
                    self._report(message)
                elif isinstance(message, RecoupeError):
                    raise message
                else:
                    given[numbers[id(ready)]] = message
        return [given[at] for at in range(len(self._others))]


def processes(files: float, size: int) -> int:
    """How many processes are worth their start for so many files of so many bytes in all.

    One file that all of them read, each its share, is as good as any number of files.
    """
    worth = size // 2_000_000
    if files < math.inf:
        worth = min(int(files), max(int(files) // 200, worth))
    return max(1, min(os.cpu_count() or 1, worth, 8))


def _work(connection: Connection) -> None:
    """Receives its job, then does what it is told until nobody tells it anything any more."""
    # Millions of lasting objects and hardly a cycle: looking for cycles often is a waste of a tenth.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 50)
    try:
        job = connection.recv()
        with full_disk_told(job.folder.parent):
            part = Part(job, connection.send)
            while True:
                _answer(connection, part)
    except RecoupeError as error:
        connection.send(error)
    except (EOFError, KeyboardInterrupt, BrokenPipeError):
        pass  # whoever asked is done or has stopped, and says so itself
    except Exception as error:
        # The other side sees the connection close and says that this process died; here is why.
        log_failure("a process that read the corpus died", error)
    finally:
        connection.close()


def _answer(connection: Connection, part: Part) -> None:
    """Does one thing; nothing of what it was sent or gives is held while it waits for the next."""
    what, arguments = connection.recv()
    connection.send(getattr(part, what)(*arguments))
