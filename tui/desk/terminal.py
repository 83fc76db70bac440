"""Ends the room when its terminal is gone."""

from __future__ import annotations

import os
import signal

LOOKS_FOR_TERMINAL = 1.0
"""Seconds between two checks that the terminal is still there."""


def leave_with_the_terminal() -> None:
    """Ends the program when its terminal is gone, as a hang-up does.

    Who runs it in between, `make run`, may keep the hang-up for itself; the room would then read
    nothing from nowhere as fast as it can.
    """
    if not os.isatty(0):
        signal.raise_signal(signal.SIGHUP)
        os._exit(128 + signal.SIGHUP)  # where hang-ups are ignored
