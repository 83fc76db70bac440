"""When Python looks for garbage: while nobody waits, since on a large corpus it takes a twentieth of a
second, which would be felt while typing.
"""

from __future__ import annotations

import asyncio
import gc

_QUIET = 3.0
"""Seconds without a question after which nobody is typing."""
_SELDOM = (10_000, 20, 1_000)
"""Objects, and rounds, between two collections: those of the old objects are left to the quiet."""


class Rest:
    """Collects all garbage whenever nothing was asked for a while."""

    def __init__(self) -> None:
        self._before: tuple[int, int, int] | None = None
        self._waiting: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Call it once an index is open: what that loaded stays, and is not gone through again."""
        if self._before is None:
            self._before = gc.get_threshold()
            gc.set_threshold(*_SELDOM)
        gc.freeze()

    def put_off(self) -> None:
        """Something was asked just now."""
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = asyncio.get_running_loop().call_later(_QUIET, gc.collect)

    def end(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
        if self._before is not None:
            gc.set_threshold(*self._before)
            gc.unfreeze()
