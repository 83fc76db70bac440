"""The parts of a build, carried out side by side in one process each, pass by pass."""

from __future__ import annotations

import math
import os
import time
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Self

from index.building.job import Advance, Job
from index.building.part import Part
from index.building.start import lists_for, start_method, warm_up
from index.building.stillness import step
from index.building.worker import Worker, order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType


class Team:
    """Lets every part do the same pass; the next pass begins when all have finished.

    A single part is carried out in this process, unless libraries of others read its files. A
    process that a file blocks is ended, and another one reads its part without that file. Raises
    CorpusError when a process dies by itself, and any of our own errors that a part raises.
    """

    def __init__(self, jobs: Sequence[Job], report: Callable[[Advance], None]) -> None:
        self._jobs = jobs
        self._report = report
        self._step = step()
        self._alone: Part | None = None
        self._workers: list[Worker] = []

    def __enter__(self) -> Self:
        if len(self._jobs) == 1 and not self._jobs[0].foreign:
            self._alone = Part(self._jobs[0], self._report)
            return self
        lists = None
        if start_method() == "fork" and len(self._jobs) > 1:
            lists = lists_for(self._jobs[0])
            warm_up(lists)
        self._workers = [Worker(job, self._report, lists) for job in self._jobs]
        for worker in self._workers:
            worker.hand_over()
        self._jobs = ()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._alone and kind:
            self._alone.close()
        for worker in self._workers:
            worker.end(at_once=kind is not None)

    def all(self, what: str, *arguments: object) -> list[Any]:
        """What the method `what` of each part gives, in the order of the jobs."""
        if self._alone:
            return [getattr(self._alone, what)(*arguments)]
        wanted = order(what, arguments)
        for worker in self._workers:
            worker.ask(wanted)
        del wanted  # the votes of a large corpus take much memory
        given: dict[int, Any] = {}
        looked = time.monotonic()
        while len(given) < len(self._workers):
            waiting = {
                id(worker.connection): at
                for at, worker in enumerate(self._workers)
                if at not in given
            }
            connections = [self._workers[at].connection for at in waiting.values()]
            for ready in wait(connections, timeout=self._step):
                at = waiting[id(ready)]
                if (answer := self._workers[at].answer()) is not None:
                    given[at] = answer[0]
            if time.monotonic() - looked > self._step:
                looked = time.monotonic()
                for at in waiting.values():
                    if at not in given and self._workers[at].held_up():
                        self._workers[at].start_anew()
                        self._workers[at].ask(order(what, arguments))
        if what == "read":
            for worker in self._workers:
                worker.forget_job()
        return [given[at] for at in range(len(self._workers))]


def processes(files: float, size: int) -> int:
    """The number of processes worth starting for so many files and bytes.

    A file of which every process reads a share counts as any number of files.
    """
    worth = size // 2_000_000
    if files < math.inf:
        worth = min(int(files), max(int(files) // 200, worth))
    return max(1, min(os.cpu_count() or 1, worth, 8))
