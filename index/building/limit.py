"""A limit to the time that one article of a file may take, so that no file hangs a build."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterable, Iterator
from typing import TypeVar

_Item = TypeVar("_Item")
SECONDS = 30.0
"""Of the processor; the longest articles of large corpora take less than one."""

PATIENCE = 120.0
"""Seconds without a sign of life after which a process that reads is ended: it spends its time in a
library that does not return to Python, where the limit above is not seen."""


class TooSlowError(BaseException):
    """The time is over. No Exception, so that nobody on the way takes it for a broken file."""


@contextlib.contextmanager
def limited(seconds: float = SECONDS) -> Iterator[None]:
    """Raises TooSlowError when what is done inside takes longer, counted in time of the processor.

    Where there is no such timer (Windows), or in a thread beside the main one, there is no limit.
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
    """The items, each made within the limit. Raises TooSlowError."""
    iterator = iter(items)
    while True:
        with limited(seconds):
            try:
                item = next(iterator)
            except StopIteration:
                return
        yield item
