"""Whether everything holds: kills, damages, hostile folders, patterns, rooms and builds at once.

    python benchmarks/hold.py [--kills 500] [--damages 300] [--folders 200] [--patterns 60] [--rounds 30]
                              [--robot 10000] [--full 10] [--seconds 600] [--seed 1] [PART …]

Each part prints what it tried, what was lost, raised or sent as an escape byte; all must be 0. With
`--seconds` a part that is not done by then tries no more; SIGTERM ends all after the try that runs, and
what was tried is told. Works in a folder of its own.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.holding.damaging import damages
from benchmarks.holding.hostile import folders, patterns
from benchmarks.holding.house import Tally, Tries
from benchmarks.holding.killing import kills, rounds
from benchmarks.holding.lacking import clock, full, gone
from benchmarks.holding.robot import robot

PARTS: dict[str, tuple[Callable[[Tries, random.Random], Tally], int]] = {
    "kills": (kills, 500),
    "damages": (damages, 300),
    "folders": (folders, 200),
    "patterns": (patterns, 60),
    "rounds": (rounds, 30),
    "robot": (robot, 10_000),
    "full": (full, 10),
    "clock": (clock, 10),
    "gone": (gone, 10),
}
"""Name → what is done, and how often."""
_NOTES = 20
"""How many of the things that went wrong are told of each part."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[])
    for name, (_, usual) in PARTS.items():
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--seconds", type=float, default=0, help="for each part; 0 without end")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: setattr(Tries, "ended", True))
    wrong = False
    for name in options.parts or PARTS:
        part, _ = PARTS[name]
        started = time.monotonic()
        tally = part(Tries(getattr(options, name), options.seconds), random.Random(options.seed))
        wrong |= not tally.holds
        print(
            f"{name:<9} {tally.tried:>5} tried  {tally.lost} lost  {tally.raised} raised  "
            f"{tally.escapes} escapes  {time.monotonic() - started:.0f} s",
            flush=True,
        )
        for note in tally.notes[:_NOTES]:
            print(f"    {note}", flush=True)
        for curve in tally.curves:
            print(f"    {curve}", flush=True)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
