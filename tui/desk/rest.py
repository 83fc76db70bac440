"""Collects garbage while nobody waits: on a large corpus a collection takes a twentieth of a second,
which a reader who types would feel.
"""

from __future__ import annotations

import asyncio
import gc

_QUIET = 3.0
"""Seconds without a question after which nobody is typing."""
_SELDOM = (10_000, 20, 1_000)
"""Objects, and rounds, between two collections; old objects are left to quiet moments."""


class Rest:
    """Collects all garbage when no question came for a while."""

    def __init__(self) -> None:
        self._before: tuple[int, int, int] | None = None
        self._waiting: asyncio.TimerHandle | None = None
        self._loose = False
        """Whether what an opened index loaded is gone through with everything else."""

    def begin(self) -> None:
        """Called when an index is open: the objects that loading it made stay, and are not looked through again."""
        if self._before is None:
            self._before = gc.get_threshold()
            gc.set_threshold(*_SELDOM)
            gc.freeze()
            return
        # What was kept of the index before, and of screens that are closed, is garbage by now: it is
        # looked through once more in the quiet, else each opening would keep it for good.
        gc.unfreeze()
        self._loose = True

    def put_off(self) -> None:
        """A question came just now: waits anew."""
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = asyncio.get_running_loop().call_later(_QUIET, self.collect)

    def collect(self) -> None:
        """Throws garbage away, and keeps what is left after an index was opened anew."""
        gc.collect()
        if self._loose:
            self._loose = False
            gc.freeze()

    def end(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
        if self._before is not None:
            gc.set_threshold(*self._before)
            gc.unfreeze()
