"""What is measured of a system: its rate, and how long its answers take."""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.corpora import records_of


def busy() -> float:
    """Seconds of processor that this process and its children have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Clock:
    """Measures building: by the wall, and by the processor, which others on the machine change less."""

    def __init__(self) -> None:
        self._wall, self._busy = perf_counter(), busy()

    def rate(self, count: int) -> str:
        wall, used = perf_counter() - self._wall, busy() - self._busy
        return f"{count / wall:6.0f} articles/s ({count / used:.0f} a second of processor)"


def report(system: str, line: str) -> None:
    print(f"{system:12} {line}", flush=True)


def timed(queries: Sequence[str], ask: Callable[[str], object]) -> str:
    """Each query asked once, in the order of the file; the first one is asked before, unmeasured."""
    ask(queries[0])
    took = []
    for query in queries:
        started = perf_counter()
        ask(query)
        took.append((perf_counter() - started) * 1000)
    took.sort()
    slowest = took[min(len(took) - 1, round(0.95 * len(took)))]
    return f"p50 {statistics.median(took):7.1f} ms   p95 {slowest:7.1f} ms"


def bodies(files: Sequence[Path], folder: Path) -> sqlite3.Connection:
    """A store of whole articles, as the reading room has one beside the index."""
    store = sqlite3.connect(folder / "articles.db")
    store.execute("CREATE TABLE articles (id TEXT PRIMARY KEY, record TEXT) WITHOUT ROWID")
    store.executemany(
        "INSERT INTO articles VALUES (?, ?)",
        ((record["id"], json.dumps(record)) for record in records_of(files)),
    )
    store.commit()
    return store
