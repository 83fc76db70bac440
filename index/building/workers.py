"""The parts of a build carried out side by side, one process each, and their reports gathered."""

from __future__ import annotations

import multiprocessing
import os
import traceback
from contextlib import ExitStack
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from index.building.part import Advance, Job, Part, PartDone
from index.errors import CorpusError, RecoupeError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.context import SpawnProcess


def carry_out(jobs: Sequence[Job], report: Callable[[Advance], None]) -> list[PartDone]:
    """What each job has written, in the order of the jobs.

    A single job is carried out in this process. Raises CorpusError when a process dies, and
    whatever of our own errors a part raises.
    """
    if len(jobs) == 1:
        return [Part(jobs[0], report).carry_out()]
    # A fresh interpreter for each: forking a process that has threads, as the room's has, can hang.
    context = multiprocessing.get_context("spawn")
    done: dict[int, PartDone] = {}
    with ExitStack() as stack:
        waiting: dict[Connection, tuple[int, SpawnProcess]] = {}
        for at, job in enumerate(jobs):
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(job, theirs), daemon=True)
            process.start()
            theirs.close()
            stack.callback(_end, process, ours)
            waiting[ours] = at, process
        while waiting:
            for ready in wait(list(waiting)):
                assert isinstance(ready, Connection)
                at, process = waiting[ready]
                try:
                    message = ready.recv()
                except EOFError as error:
                    raise CorpusError(
                        "A process that read the corpus died; the index in use is as it was."
                    ) from error
                if isinstance(message, Advance):
                    report(message)
                elif isinstance(message, RecoupeError):
                    raise message
                else:
                    done[at] = message
                    del waiting[ready]
    return [done[at] for at in range(len(jobs))]


def processes(files: int, size: int) -> int:
    """How many processes are worth their start for so many files of so many bytes in all."""
    worth = max(files // 200, size // 2_000_000)
    return max(1, min(os.cpu_count() or 1, worth, 8))


def _work(job: Job, connection: Connection) -> None:
    try:
        connection.send(Part(job, connection.send).carry_out())
    except RecoupeError as error:
        connection.send(error)
    except (KeyboardInterrupt, BrokenPipeError):
        pass  # the process that asked has stopped, and says so itself
    except Exception:
        # The other process sees the pipe close and says that this one died; here is why.
        traceback.print_exc()
    finally:
        connection.close()


def _end(process: SpawnProcess, connection: Connection) -> None:
    connection.close()
    if process.is_alive():
        process.terminate()
    process.join()
