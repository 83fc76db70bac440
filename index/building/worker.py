"""A process that carries out one part of a build, watched by the one that started it."""

from __future__ import annotations

import gc
import multiprocessing
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing.reduction import ForkingPickler
from typing import TYPE_CHECKING, Any

from index.building.faults import faults_told
from index.building.job import Advance, Job
from index.building.orphan import end_with_parent
from index.building.part import Part
from index.building.pulse import Pulse, new_pulse
from index.building.space import full_disk_told
from index.building.start import let_go, open_files, start_method
from index.building.stillness import Stillness, processor_seconds
from index.errors import CorpusError, RecoupeError
from index.garbage import collect_seldom
from index.settings.log import log_failure
from index.shelf.articles import segment_path

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from index.entities.recognition import Recogniser


@dataclass(slots=True)
class _Told:
    """The reports about the files that a worker has read, so that they can be taken back."""

    files: int = 0
    articles: int = 0
    skipped: frozenset[str] = frozenset()
    read: int = 0


@contextmanager
def _main_not_run_again() -> Iterator[None]:
    """Lets a worker begin without the script that started the build.

    Spawned processes run the main script again, to find its definitions. Workers need none of them,
    and a script that opens a corpus in its first lines would open it in each worker.
    """
    main = vars(sys.modules["__main__"])
    hidden: dict[str, Any] = {name: main[name] for name in ("__file__", "__spec__") if name in main}
    main.pop("__file__", None)
    main["__spec__"] = None
    try:
        yield
    finally:
        main.update(hidden)


def order(what: str, arguments: tuple[object, ...]) -> memoryview:
    """The order to carry out a method with arguments, pickled once for all processes."""
    return ForkingPickler.dumps((what, arguments))


class Worker:
    """One process for one job; another one replaces it when a file blocks it."""

    def __init__(
        self, job: Job, report: Callable[[Advance], None], lists: Recogniser | None = None
    ) -> None:
        """`lists` are the lists of names for a process that is a copy of this one."""
        self._job: Job | None = job
        self._report = report
        self._lists = lists
        self._told = _Told()
        self._start(job)

    def _start(self, job: Job) -> None:
        self.connection: Connection
        self._process: BaseProcess
        self._stillness = Stillness()
        if start_method() == "fork":
            copying = multiprocessing.get_context("fork")
            self.connection, theirs = copying.Pipe()
            self._pulse = new_pulse(copying)
            inherited = open_files() - {theirs.fileno()}
            arguments = (theirs, self._pulse, self._lists, inherited)
            self._process = copying.Process(target=work, args=arguments, daemon=True)
        else:
            fresh = multiprocessing.get_context("spawn")
            self.connection, theirs = fresh.Pipe()
            self._pulse = new_pulse(fresh)
            self._process = fresh.Process(target=work, args=(theirs, self._pulse), daemon=True)
        with _main_not_run_again():
            self._process.start()
        theirs.close()

    def hand_over(self) -> None:
        """Sends the job once the process runs.

        Passing it as an argument could hang: the start of a process that dies before it has read a
        long argument never ends.
        """
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(self._job)

    def ask(self, order: memoryview) -> None:
        """Sends what `order` made."""
        # A dead process is noticed when its answer is waited for.
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send_bytes(order)

    def answer(self) -> tuple[Any] | None:
        """The answer to the last order, when it has come; reports before it are passed on.

        Raises CorpusError when the process died, and any of our own errors that it sends.
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

    def held_up(self) -> bool:
        """Whether the process has been busy with the same piece of a file for too long."""
        used = processor_seconds(self._process.pid or 0)
        return self._stillness.is_too_long(tuple(self._pulse), used, time.monotonic())

    def start_anew(self) -> None:
        """Ends the process, and lets another one read the part without the file that blocked it."""
        assert self._job is not None
        slow = self._job.files[self._pulse[0] - 1].relative
        self._process.kill()
        self._process.join()
        self._process.close()
        self.connection.close()
        for left in self._job.folder.glob(
            f"{segment_path(self._job.folder, self._job.number).name}*"
        ):
            left.unlink()
        self._job = replace(self._job, slow=self._job.slow | {slow})
        self._report(Advance(-self._told.files, -self._told.articles, read=-self._told.read))
        self._told = _Told(skipped=self._told.skipped)
        self._start(self._job)
        self.hand_over()

    def forget_job(self) -> None:
        """Drops all paths of the part when it will not be started anew."""
        self._job = self._lists = None

    def end(self, *, at_once: bool) -> None:
        self.connection.close()
        if at_once:
            self._process.terminate()
        self._process.join()

    def _pass_on(self, advance: Advance) -> None:
        fresh = tuple(one for one in advance.skipped if one.path not in self._told.skipped)
        self._told = _Told(
            self._told.files + advance.files,
            self._told.articles + advance.articles,
            self._told.skipped | {one.path for one in fresh},
            self._told.read + advance.read,
        )
        self._report(replace(advance, skipped=fresh))


def work(
    connection: Connection,
    pulse: Pulse,
    lists: Recogniser | None = None,
    inherited: Collection[int] = (),
) -> None:
    """Receives its job, then carries out orders until none comes any more.

    A copy of another process has its lists of names, and gives up the files that it inherited.
    """
    let_go(inherited)
    end_with_parent()
    # What is there already is never garbage, and need not be looked at.
    gc.freeze()
    collect_seldom()
    try:
        job = connection.recv()
        with full_disk_told(job.folder.parent):
            with faults_told():
                part = Part(job, connection.send, pulse, lists)
            while True:
                _answer(connection, part)
    except RecoupeError as error:
        connection.send(error)
    except (EOFError, KeyboardInterrupt, BrokenPipeError):
        pass  # the other side has finished or stopped, and reports that itself
    except Exception as error:
        # The other side sees the connection close and reports that this process died; this is the
        # reason.
        log_failure("a process that read the corpus died", error)
    finally:
        connection.close()


def _answer(connection: Connection, part: Part) -> None:
    """Carries out one order; it keeps neither the order nor the answer while it waits for the next.

    Of our own errors only those that the part raises are sent; errors of the pipe belong to the
    caller.
    """
    # It is no error when nobody asks any more.
    what, arguments = connection.recv()
    with faults_told():
        given = getattr(part, what)(*arguments)
    connection.send(given)
    if what == "settle":
        del given, arguments
        part.name_ahead(connection.poll)
