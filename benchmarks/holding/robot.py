"""A robot in the reading room: random keys and clicks by a seed, and the curve of the memory meanwhile.

    python -m benchmarks.holding.robot CORPUS INDEX [--actions 10000] [--seed 1]

Prints a document of what it saw; the part `robot` of `hold.py` reads it, and so do its rounds, where
two of them use one corpus that is built anew under them.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import ctypes
import gc
import json
import pkgutil
import random
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import _wait
from textual.errors import NoWidget
from textual.pilot import Pilot

import index
import tui
from benchmarks.holding.house import House, Tally, Tries, house

if TYPE_CHECKING:
    from index.settings.places import Places

KEYS = (
    *"abcdefghijklmnoprstuvwxyzABCDEGHKLMNORSTUVWXYZ",
    *("enter", "escape", "escape", "tab", "space", "up", "down", "left", "right", "home", "end"),
    *("pageup", "pagedown", "backspace", "f1", "f2", "f3", "question_mark", "slash", "colon"),
    *(
        "shift+down",
        "shift+up",
        "shift+left",
        "shift+right",
        "plus",
        "minus",
        "equals_sign",
        "ctrl+p",
    ),
)
"""All that a reader may press but what leaves the room; `q` and `F` come back as often as others do."""
CALM = (
    "enter",
    "escape",
    "tab",
    "up",
    "down",
    "left",
    "right",
    "pagedown",
    "home",
    "end",
    *"npezot",
)
"""What changes nothing that the reader decided: for rooms whose decisions somebody counts."""
SIZES = ((120, 40), (80, 24), (200, 60), (40, 12))
_ACTS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_EVERY = 250
"""Actions between two looks at the memory."""
FIRST = 1000
"""Actions after which the memory must be flat."""
_FLAT = 1.1
"""By how much the memory may be larger at the end than then."""
_PAGE = 4096
_DEADLOCK = 300.0
"""Seconds after which a room that does not answer counts as raised."""


async def robot_in_room(
    corpus: Path, index: Path, *, actions: int, seed: int, seconds: float, calm: bool = False
) -> dict[str, Any]:
    """What the robot saw: actions done, failures, escape bytes, megabytes by number of actions."""
    from index.settings.places import find_places
    from tui.app import room_of

    wait_less()
    chance = random.Random(seed)
    seen: dict[str, Any] = {"actions": 0, "raised": [], "escapes": 0, "memory": []}
    last = time.monotonic() + seconds
    places = find_places(corpus=str(corpus), index=str(index), language="fr")
    load_all(places)
    while seen["actions"] < actions and not (seconds and time.monotonic() > last):
        app = room_of(places)
        try:
            async with app.run_test(size=chance.choice(SIZES)) as pilot:
                # A room that a key closed is opened again.
                while seen["actions"] < actions and app.is_running and app.return_code is None:
                    if seconds and time.monotonic() > last:
                        break
                    seen["actions"] += 1
                    await act(pilot, chance, CALM if calm else KEYS)
                    if seen["actions"] % 5 == 0:
                        seen["escapes"] += shows_escapes(app)
                    if seen["actions"] % _EVERY == 0:
                        gc.collect()
                        seen["memory"].append([seen["actions"], megabytes(), objects()])
        except (Exception, SystemExit) as error:
            import traceback

            seen["raised"].append("".join(traceback.format_exception(error))[-2000:])
            if len(seen["raised"]) > 20:
                break
    return seen


def wait_less() -> None:
    """Lets Textual's pilot look every two milliseconds whether the room is idle: it sleeps twenty four
    times for each key otherwise, most of the time that thousands of actions take.

    It gives up later: on a machine with too much to do thirty seconds are no deadlock.
    """
    _wait.SLEEP_GRANULARITY = 0.002
    _wait.SLEEP_IDLE = 0.0005
    Pilot._wait_for_screen.__defaults__ = (_DEADLOCK,)


def load_all(places: Places) -> None:
    """Loads all that is loaded late and stays: the memory that grows is not that of code, nor of the
    lists of words that the first comparison reads (15 MB).
    """
    from index.library import Library

    for package in (tui, index):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    library = Library.open(places)
    library.compare(library.ids()[:2])
    library.close()


async def act(pilot: Any, chance: random.Random, keys: Sequence[str]) -> None:
    """One key, one click, or another size of the terminal."""
    kind = chance.random()
    if kind < 0.9:
        await pilot.press(chance.choice(keys))
    elif kind < 0.98:
        width, height = pilot.app.size
        # Before anything is laid out nobody can click.
        with contextlib.suppress(NoWidget):
            await pilot.click(offset=(chance.randrange(width), chance.randrange(height)))
    else:
        await pilot.resize_terminal(*chance.choice(SIZES))
    await pilot.pause()


def shows_escapes(app: Any) -> bool:
    """Whether anything that stands on the screen would act on a terminal."""
    strips = app.screen._compositor.render_strips()
    return any(
        _ACTS.search(segment.text) for strip in strips for segment in strip if not segment.control
    )


def megabytes() -> int:
    """What the process holds in memory now, without what the C library keeps of what was freed."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * _PAGE // 1_000_000


def objects() -> int:
    """Thousands of blocks of memory that Python's objects hold, which grow only by what is kept."""
    return sys.getallocatedblocks() // 1000


def start(
    here: House, *, actions: int, seed: int, seconds: float = 0, calm: bool = False
) -> subprocess.Popen[str]:
    """A robot in a process of its own, so that what it holds is its own."""
    command = [
        sys.executable, "-P", "-m", "benchmarks.holding.robot", str(here.corpus), str(here.index),
        "--actions", str(actions), "--seed", str(seed), "--seconds", str(seconds), *(["--calm"] if calm else []),
    ]  # fmt: skip
    quiet = dict.fromkeys(("EDITOR", "VISUAL", "BROWSER"), "true")
    return subprocess.Popen(
        command, cwd=here.folder, env={**here.environment, **quiet,  "TEXTUAL_ANIMATIONS": "none"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def judge(process: subprocess.Popen[str], tally: Tally) -> dict[str, Any]:
    """Waits for a robot, and counts what it saw."""
    said, failed = process.communicate()
    try:
        seen: dict[str, Any] = json.loads(said.splitlines()[-1])
    except (IndexError, ValueError):
        tally.raised += 1
        tally.notes.append(f"the robot died: {failed[-600:]!r}")
        return {"actions": 0, "memory": []}
    tally.raised += len(seen["raised"])
    tally.notes += seen["raised"]
    tally.escapes += seen["escapes"]
    return seen


def robot(tries: Tries, chance: random.Random) -> Tally:
    """Thousands of actions in one room: nothing raised, no escape byte, the memory flat."""
    tally = Tally()
    with house(articles=60) as here:
        here.run("rebuild")
        process = start(
            here, actions=tries.times, seed=chance.randrange(1000), seconds=tries.seconds
        )
        seen = judge(process, tally)
        tally.tried = seen["actions"]
        curve = {at: size for at, size, _ in seen["memory"]}
        tally.curves.append("MB " + " ".join(f"{at}:{size}" for at, size in curve.items()))
        held = " ".join(f"{at}:{count}" for at, _, count in seen["memory"])
        tally.curves.append(f"thousand blocks {held}")
        after = [size for at, size in curve.items() if at >= FIRST]
        if after and max(after[-2:]) > after[0] * _FLAT:
            tally.lost += 1
            tally.notes.append(f"the memory grew from {after[0]} to {after[-1]} MB")
        tally.lost += here.found() != 60
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("index", type=Path)
    parser.add_argument("--actions", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("--calm", action="store_true", help="only keys that change nothing")
    options = parser.parse_args()
    seen = asyncio.run(
        robot_in_room(
            options.corpus, options.index,
            actions=options.actions, seed=options.seed, seconds=options.seconds, calm=options.calm,
        )
    )  # fmt: skip
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
