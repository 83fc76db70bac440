"""Whether the reading room stalls while one types, and what it takes of memory.

    python -m benchmarks.frames CORPUS INDEX ["what is typed"]

Opens the room headless on a corpus whose index is there (`recoupe rebuild` makes it), types letter by
letter, and asks the event loop every few milliseconds whether it still answers. A gap is the time beyond
that in which it did not; on a busy machine others lengthen it, so the processor time of the loop's own
thread within the gap stands beside it. An answer is stale when it is drawn for another query than the
one that stands in the line.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import time
from pathlib import Path

from textual.pilot import Pilot

from index.model.found import Page
from index.settings.places import find_places
from tui.app import room_of
from tui.screens.search import SearchScreen

_STEP = 0.005
"""Seconds between two questions to the event loop."""
_BETWEEN_KEYS = 0.12
_PATIENCE = 120.0
"""Seconds that the room may take to open."""


class Watch:
    """Asks the event loop all the time, and keeps how late it was."""

    def __init__(self) -> None:
        self.gaps: list[tuple[float, float]] = []
        """Seconds by the clock, and of the processor of this thread."""

    async def run(self) -> None:
        wall, busy = time.perf_counter(), time.thread_time()
        while True:
            await asyncio.sleep(_STEP)
            now, used = time.perf_counter(), time.thread_time()
            self.gaps.append((now - wall - _STEP, used - busy))
            wall, busy = now, used


async def opened(pilot: Pilot[int]) -> SearchScreen:
    until = time.perf_counter() + _PATIENCE
    while time.perf_counter() < until:
        screen = pilot.app.screen
        if isinstance(screen, SearchScreen) and screen._page is not None:
            return screen
        await asyncio.sleep(0.02)
    raise TimeoutError("the room did not open")


async def measure(corpus: str, index: str, typed: str) -> None:
    app = room_of(find_places(corpus=corpus, index=index, language="fr"))
    started = time.perf_counter()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        print(f"first results after {time.perf_counter() - started:.2f} s")
        screen.query_line.put("")  # what was left there last time
        await asyncio.sleep(1)
        drawn: list[tuple[str, str]] = []
        show = screen._show

        async def watched(page: Page) -> None:
            drawn.append((page.request.query, screen.query_line.value))
            await show(page)

        screen._show = watched  # type: ignore[method-assign]
        watch = Watch()
        watching = asyncio.create_task(watch.run())
        screen.query_line.focus()
        for letter in typed:
            await pilot.press("space" if letter == " " else letter)
            await asyncio.sleep(_BETWEEN_KEYS)
        while not drawn or drawn[-1][0].rstrip("*") != typed:
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.3)
        watching.cancel()
        gaps = sorted(watch.gaps, reverse=True)
        used = sorted((gap[1] for gap in watch.gaps), reverse=True)
        stale = sum(query.rstrip("*") != line for query, line in drawn)
        print(f"{len(typed)} letters, {len(drawn)} answers drawn, {stale} stale")
        print("longest gaps, ms by the clock (of this thread's processor): " + ", ".join(
            f"{wall * 1000:.0f} ({busy * 1000:.0f})" for wall, busy in gaps[:5]
        ))  # fmt: skip
        print(f"most processor time in one gap: {used[0] * 1000:.0f} ms; "
              f"over 50 ms by the clock: {sum(wall > 0.05 for wall, _ in gaps)}")  # fmt: skip
    status = Path("/proc/self/status")
    if status.exists():
        most = re.search(r"VmHWM:\s+(\d+)", status.read_text())
        print(f"{int(most[1]) // 1024 if most else 0} MB at the most, interface included; "
              f"load {os.getloadavg()[0]:.1f}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="The reading room while one types.")
    parser.add_argument("corpus")
    parser.add_argument("index")
    parser.add_argument("typed", nargs="?", default="ministre défense")
    asked = parser.parse_args()
    asyncio.run(measure(asked.corpus, asked.index, asked.typed))


if __name__ == "__main__":
    main()
