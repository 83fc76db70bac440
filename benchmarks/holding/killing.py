"""Processes that are killed at any moment, and processes that all want the same at once."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import time
from pathlib import Path

from benchmarks.holding.house import PROSE, Tally, Tries, house, notes
from benchmarks.holding.robot import judge, start

_PAGE = f"<html><body><article><h1>Un accord</h1><p>{PROSE}</p></article></body></html>"
_PATIENCE = 30.0
"""Seconds within which the processes of one that was killed must have ended."""
_IN_A_ROOM = 25
"""Actions of each of the two robots that use the corpus meanwhile."""


def kills(tries: Tries, chance: random.Random) -> Tally:
    """A build, an update or a decision is killed at any moment; nothing that stood is lost."""
    tally = Tally()
    with house() as here:
        # A page is read by a process of its own.
        (here.corpus / "page.html").write_text(_PAGE, "utf-8")
        tally.judge(here.run("rebuild"), allowed=(0,))
        first = here.found() or 0
        for number in tries:
            tally.tried += 1
            verb = ("rebuild", "update", "decide")[number % 3]
            if verb == "update":
                here.write("changing.txt", number)
            arguments = ("decide", "note", "a1", f"note {number}") if verb == "decide" else (verb,)
            before = notes(here)
            process = here.start(*arguments)
            time.sleep(chance.uniform(0.05, 1.2))
            whom = chance.choice(("group", "parent", "worker"))
            children = _children(process.pid)
            workers = children if whom == "worker" else []
            with contextlib.suppress(ProcessLookupError):
                if whom == "group":
                    os.killpg(process.pid, signal.SIGKILL)
                elif workers:
                    os.kill(chance.choice(workers), signal.SIGKILL)
                else:
                    process.kill()
            status = process.wait()
            # Who lost a worker says so and ends by itself.
            tally.raised += bool(workers) and status not in (0, 1)
            if not _all_gone(children):
                tally.lost += 1
                tally.notes.append(
                    f"processes of {verb} {number} outlive the {whom} that was killed"
                )
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            wanted = first + (here.corpus / "changing.txt").exists()
            if here.found() != wanted:
                tally.lost += 1
                tally.notes.append(f"after {verb} {number}: not {wanted} articles {here.hangs}")
            tally.lost += bool(before - notes(here))
        left = [path.name for path in here.corpus.iterdir() if path.name.startswith(".recoupe-")]
        tally.lost += bool(left)
    return tally


def _children(pid: int) -> list[int]:
    """The processes that a process has started, where the system tells."""
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    except OSError:
        return []
    return [int(child) for child in told.split()]


def _all_gone(processes: list[int]) -> bool:
    """Whether processes end by themselves within the patience for them."""
    last = time.monotonic() + _PATIENCE
    while any(map(_runs, processes)):
        if time.monotonic() > last:
            return False
        time.sleep(0.02)
    return True


def _runs(process: int) -> bool:
    """Whether a process is there and is not only waiting to be counted as dead."""
    try:
        told = Path(f"/proc/{process}/stat").read_text("ascii", errors="replace")
    except OSError:
        return False
    return told.rpartition(")")[2].split()[0] not in ("Z", "X")


def rounds(tries: Tries, chance: random.Random) -> Tally:
    """Two rooms, a rebuild, an update, decisions, searches at once: none fails, none is lost."""
    tally = Tally()
    with house() as here:
        here.run("rebuild")
        for number in tries:
            tally.tried += 1
            here.write(f"b{number}.txt", number)
            running = [here.start("rebuild"), here.start("update")]
            running += [here.start("decide", "note", "a1", f"note {number}{at}") for at in (0, 1)]
            rooms = [
                start(here, actions=_IN_A_ROOM, seed=chance.randrange(1000), calm=True)
                for _ in (0, 1)
            ]
            for _ in range(3):
                tally.judge(
                    here.run(*chance.choice((("search", "accord"), ("show", "a1"), ("entities",)))),
                    allowed=(0,),
                )
            statuses = [process.wait() for process in running]
            for room in rooms:
                judge(room, tally)
            tally.raised += sum(status not in (0, 3) for status in statuses[:2])
            wanted = {f"note {number}{at}" for at in (0, 1) if statuses[2 + at] == 0}
            tally.raised += sum(status != 0 for status in statuses[2:])
            tally.lost += len(wanted - notes(here))
        tally.lost += here.found() != 12 + tally.tried
    return tally
