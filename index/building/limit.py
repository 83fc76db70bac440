"""A limit to the time that one article may take, so that no file blocks a build."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterable, Iterator
from typing import TypeVar

_Item = TypeVar("_Item")
SECONDS = 30.0
"""Seconds of processor time; the longest articles of large corpora take less than one."""

PATIENCE = 120.0
"""Seconds of processor time without a sign of life after which a reading process is ended. It then
runs in a library that does not return to Python, where the limit above has no effect.
"""

ASLEEP = 600.0
"""The same in seconds of the clock, for a process that uses no processor: it waits for a lock. On a
machine that gives it next to none, a good file is still read within them.
"""


class TooSlowError(BaseException):
    """The time is over. It is no Exception, so that no handler on the way takes it for a broken
    file.
    """


@contextlib.contextmanager
def limited(seconds: float = SECONDS) -> Iterator[None]:
    """Raises TooSlowError when the work inside takes longer, in processor time.

    Without such a timer (Windows), or outside the main thread, there is no limit.
    """
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def end(number: int, frame: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def each_limited(items: Iterable[_Item], seconds: float = SECONDS) -> Iterator[_Item]:
    """The items, each produced within the limit. Raises TooSlowError."""
    iterator = iter(items)
    while True:
        with limited(seconds):
            try:
                item = next(iterator)
            except StopIteration:
                return
        yield item
