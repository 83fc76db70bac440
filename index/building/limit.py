"""A limit to the time that one article may take, so that no file blocks a build."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
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
def limits(seconds: float | None = None) -> Iterator[Callable[[bool], None]]:
    """Gives a function that starts the time anew, for one of several pieces of work; with False it
    stops it.

    Raises TooSlowError within a piece that takes longer than `seconds` (by default `SECONDS`) of
    processor time. Without such a timer (Windows), or outside the main thread, there is no limit.
    """
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield lambda goes_on: None
        return
    most = SECONDS if seconds is None else seconds

    def end(number: int, frame: object) -> None:
        raise TooSlowError

    def begin(goes_on: bool) -> None:
        signal.setitimer(signal.ITIMER_PROF, most if goes_on else 0)

    before = signal.signal(signal.SIGPROF, end)
    try:
        yield begin
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def each_limited(items: Iterable[_Item], seconds: float | None = None) -> Iterator[_Item]:
    """The items, each produced within the limit. Raises TooSlowError."""
    iterator = iter(items)
    with limits(seconds) as begin:
        while True:
            begin(True)
            try:
                item = next(iterator)
            except StopIteration:
                return
            begin(False)
            yield item
