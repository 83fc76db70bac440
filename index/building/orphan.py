"""Ends a process when the one that started it is gone, however busy it is."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing.connection import wait

_PR_SET_PDEATHSIG = 1
"""See prctl(2): the signal that the system sends when the thread that started this process ends."""


def end_with_parent() -> None:
    """Makes this process end with its parent, even in the middle of a call of a library.

    A parent that is killed tells nobody. Its children notice when they ask for the next order, which
    a file that spends its time in C never lets them do. Where the system cannot be asked to kill the
    process, a thread waits for the parent's end; a library that never lets go of the interpreter
    holds up this thread as well.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if not _killed_by_the_system():
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()
    elif os.getppid() != parent.pid:
        os._exit(1)  # it was gone before the system was asked


def _killed_by_the_system() -> bool:
    """Whether the system kills this process when its parent ends. Only Linux can."""
    if sys.platform != "linux":
        return False
    try:
        asked: int = ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    except (OSError, AttributeError):
        return False
    return asked == 0


def _watch(parent: int) -> None:
    """Waits for the parent's end, then ends this process."""
    wait([parent])
    os._exit(1)
