"""Collects garbage while nobody waits: on a large corpus a collection takes a twentieth of a second,
which a reader who types would feel.
"""

from __future__ import annotations

import asyncio
import gc

_QUIET = 3.0
"""Seconds without a question after which nobody is typing."""
_LEFT = 4
"""Closed screens whose garbage may wait for a quiet moment; each leaves one to three megabytes."""
_SOON = 0.5
"""Seconds after the last of them, when what stands behind it has been drawn."""
_SELDOM = (10_000, 20, 1_000)
"""Objects, and rounds, between two collections; old objects are left to quiet moments."""


class Rest:
    """Collects all garbage when no question came for a while, and after several screens were closed."""

    def __init__(self) -> None:
        self._before: tuple[int, int, int] | None = None
        self._waiting: asyncio.TimerHandle | None = None
        self._due: asyncio.TimerHandle | None = None
        """The collection that no question puts off."""
        self._closed = 0
        self._loose = False
        """Whether what an opened index loaded is gone through with everything else."""

    def begin(self) -> None:
        """Called when an index is open: what loading it made stays, and is not looked through again.

        What was kept of the index before, of closed screens and of a room before is garbage by now. It
        is thrown away first, in the quiet; else each opening would keep it for good.
        """
        if self._before is None:
            self._before = gc.get_threshold()
            gc.set_threshold(*_SELDOM)
        gc.unfreeze()
        self._loose = True

    def put_off(self) -> None:
        """A question came just now: waits anew."""
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = asyncio.get_running_loop().call_later(_QUIET, self.collect)

    def screen_closed(self) -> None:
        """Counts a closed screen; the garbage of several is not put off any more.

        Else a reader who is never quiet would have the room grow for good: of memory that was needed
        once, Python gives little back.
        """
        self._closed += 1
        if self._closed == _LEFT:
            self._due = asyncio.get_running_loop().call_later(_SOON, self.collect)

    def collect(self) -> None:
        """Throws garbage away, and keeps what is left after an index was opened anew."""
        self._closed = 0
        if self._due is not None:
            self._due.cancel()
        gc.collect()
        if self._loose:
            self._loose = False
            gc.freeze()

    def end(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
        if self._due is not None:
            self._due.cancel()
        self._loose = False
        if self._before is not None:
            gc.set_threshold(*self._before)
            gc.unfreeze()
