"""A process that carries out one part of a build, watched by the one that started it."""

from __future__ import annotations

import gc
import multiprocessing
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from index.building.faults import faults_told
from index.building.job import Advance, Job
from index.building.part import Part
from index.building.pulse import Pulse, new_pulse
from index.building.space import full_disk_told
from index.errors import CorpusError, RecoupeError
from index.settings.log import log_failure
from index.shelf.articles import segment_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_OBJECTS_BETWEEN_COLLECTIONS = 50_000


@dataclass(slots=True)
class _Told:
    """What the parts of the corpus that a worker has read were reported as, to take it back."""

    files: int = 0
    articles: int = 0
    skipped: frozenset[str] = frozenset()


@contextmanager
def _main_not_run_again() -> Iterator[None]:
    """A worker begins without the script that started the build.

    Spawned processes run the main script again, to find what it defines; workers need nothing of it, and
    a script that opens a corpus in its first lines would open it in each of them.
    """
    main = vars(sys.modules["__main__"])
    hidden: dict[str, Any] = {name: main[name] for name in ("__file__", "__spec__") if name in main}
    main.pop("__file__", None)
    main["__spec__"] = None
    try:
        yield
    finally:
        main.update(hidden)


class Worker:
    """One process for one job; another one in its place when a file holds it up."""

    def __init__(self, job: Job, report: Callable[[Advance], None]) -> None:
        self._job: Job | None = job
        self._report = report
        self._told = _Told()
        self._start(job)

    def _start(self, job: Job) -> None:
        # A fresh interpreter: forking a process that has threads, as the room's, can hang.
        context = multiprocessing.get_context("spawn")
        self.connection: Connection
        self.connection, theirs = context.Pipe()
        self._pulse = new_pulse(context)
        self._seen = tuple(self._pulse)
        self._since = time.monotonic()
        self._process: SpawnProcess = context.Process(
            target=work, args=(theirs, self._pulse), daemon=True
        )
        with _main_not_run_again():
            self._process.start()
        theirs.close()

    def hand_over(self) -> None:
        """Sends the job once the process runs. As an argument it could hang: starting a process that dies
        before it has read a long argument never ends.
        """
        self._send(self._job)

    def ask(self, what: str, arguments: tuple[object, ...]) -> None:
        # Who has died is found where its answer is waited for.
        self._send((what, arguments))

    def answer(self) -> tuple[Any] | None:
        """What was asked for, when it is there; a report on the way is passed on.

        Raises CorpusError when the process died, and what of our own errors it sends.
        """
        try:
            message = self.connection.recv()
        except (EOFError, ConnectionResetError) as error:
            raise CorpusError(
                "A process that read the corpus died; the index in use is as it was."
            ) from error
        if isinstance(message, Advance):
            self._pass_on(message)
            return None
        if isinstance(message, RecoupeError):
            raise message
        return (message,)

    def held_up(self, patience: float) -> bool:
        """Whether the process has been busy with the same piece of a file for longer than that."""
        now, seen = time.monotonic(), tuple(self._pulse)
        if seen != self._seen or not self._pulse[0]:
            self._seen, self._since = seen, now
        return now - self._since > patience

    def start_anew(self) -> None:
        """Ends the process, and lets another one read the part without the file that held it up."""
        assert self._job is not None
        slow = self._job.files[self._pulse[0] - 1].relative
        self._process.kill()
        self._process.join()
        self.connection.close()
        for left in self._job.folder.glob(
            f"{segment_path(self._job.folder, self._job.number).name}*"
        ):
            left.unlink()
        self._job = replace(self._job, slow=self._job.slow | {slow})
        self._report(Advance(-self._told.files, -self._told.articles))
        self._told = _Told(skipped=self._told.skipped)
        self._start(self._job)
        self.hand_over()

    def forget_job(self) -> None:
        """Lets go of every path of the part, once nobody will start anew."""
        self._job = None

    def end(self, *, at_once: bool) -> None:
        self.connection.close()
        if at_once:
            self._process.terminate()
        self._process.join()

    def _send(self, message: object) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(message)

    def _pass_on(self, advance: Advance) -> None:
        fresh = tuple(one for one in advance.skipped if one.path not in self._told.skipped)
        self._told = _Told(
            self._told.files + advance.files,
            self._told.articles + advance.articles,
            self._told.skipped | {one.path for one in fresh},
        )
        self._report(replace(advance, skipped=fresh))


def work(connection: Connection, pulse: Pulse) -> None:
    """Receives its job, then does what it is told until nobody tells it anything any more."""
    collect_seldom()
    try:
        job = connection.recv()
        with full_disk_told(job.folder.parent):
            with faults_told():
                part = Part(job, connection.send, pulse)
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


def collect_seldom() -> None:
    """Makes the garbage collector run seldom: there is hardly a cycle among millions of objects, and
    looking for one often costs a tenth of the time.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 50)


def _answer(connection: Connection, part: Part) -> None:
    """Does one thing; nothing of what it was sent or gives is held while it waits for the next.

    Of our own errors only those that the part raises are told; the pipe's are the caller's.
    """
    # That nobody asks any more is no fault.
    what, arguments = connection.recv()
    with faults_told():
        given = getattr(part, what)(*arguments)
    connection.send(given)
