"""For how long a process has been busy with the same piece of a file."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from index.building import limit

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOKS = 8
"""The number of looks at a process within the patience."""


def step() -> float:
    """The seconds of the clock between two looks at a process."""
    return min(limit.PATIENCE, limit.ASLEEP) / LOOKS


def processor_seconds(process: int) -> float:
    """The processor time that a process has used, in seconds; 0.0 where the system does not tell.

    Linux alone tells it by a file. Elsewhere only the longer limit by the clock holds.
    """
    try:
        told = Path(f"/proc/{process}/stat").read_text("ascii", errors="replace")
        # The name of the program may hold anything; what follows its bracket are numbers.
        user, system = told.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, AttributeError):
        return 0.0


@dataclass(slots=True)
class Stillness:
    """Counts, look by look, the time of a process since its last sign of life.

    What counts is the processor time that it used: a machine with too much to do, or one that
    was asleep, blames no file. A process that uses none, as in a lock, is given much longer.
    """

    _seen: tuple[int, ...] = ()
    _processor: float = 0.0
    """The processor time at the last sign of life, in seconds."""
    _looked: float = math.inf
    """The clock at the last look."""
    _waited: float = field(default=0.0)
    """The seconds of the clock since the last sign of life, as far as somebody looked."""

    def is_too_long(self, pulse: Sequence[int], processor: float, clock: float) -> bool:
        """Whether the process is held up, after one more look.

        `pulse` is what `pulse.Pulse` holds, `processor` and `clock` are in seconds.
        """
        seen = tuple(pulse)
        if seen != self._seen or not seen[0]:
            self._seen, self._processor, self._waited = seen, processor, 0.0
        else:
            # A look that comes late says that nobody ran, or that all were stopped.
            self._waited += min(max(clock - self._looked, 0.0), 2 * step())
        self._looked = clock
        return processor - self._processor > limit.PATIENCE or self._waited > limit.ASLEEP
