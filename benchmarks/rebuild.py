"""How long a whole build takes on N files, with cleaning, names, votes, joining and all the rest.

    python -m benchmarks.rebuild N [CORPUS.jsonl.xz] [--profile] [--keep FOLDER]

Each article of the corpus becomes a text file of its own (a title, a date where there is one, paragraphs), as
people have them; where the corpus has fewer, their sentences are mixed anew. The commands are run as a user
runs them, in processes of their own: `recoupe rebuild`, `recoupe update` after one more file, `recoupe
search` on a fresh process, and a room's work (open, search, read) for its memory. `--profile` builds in this
process instead and prints where the time went. What `--keep` leaves serves `benchmarks.frames`.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import NamedTuple

from benchmarks.corpora import records_of, size_of, write_files

RECOUPE = (sys.executable, "-m", "index.cli.main")
_ROOM = """
import re, sys
from pathlib import Path
from index.library import Library
from index.model.found import SearchRequest
from index.settings.places import find_places
library = Library.open(find_places(corpus=sys.argv[1], index=sys.argv[2], language="fr"))
library.overview(); library.entities()
for query in Path(sys.argv[3]).read_text(encoding="utf-8").splitlines():
    if query and not query.startswith("#"):
        for hit in library.search(SearchRequest(query)).hits[:3]:
            library.article(hit.id)
status = Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\\s+(\\d+)", status).group(1)) // 1024)
"""


def write_texts(folder: Path, count: int, corpus: Path | None, scratch: Path) -> int:
    """One text file an article, a hundred to a folder; gives the bytes of their words."""
    size = 0
    for number, record in enumerate(records_of(write_files(scratch, count, corpus, parts=1))):
        place = folder / f"{number // 100:04}"
        place.mkdir(exist_ok=True)
        date = f"Publié le {record['date'][:10]}\n\n" if record["date"] else ""
        heading = f"{record['heading']}\n\n" if record["heading"] else ""
        text = f"{record['title']}\n\n{date}{heading}{record['body']}\n"
        (place / f"{record['id']}.txt").write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size


class Memory(NamedTuple):
    """What a process and those that it started hold, in MB of 2**20 bytes (Linux)."""

    most: int = 0
    """The most that any one of them has held so far."""
    together: int = 0
    """What they hold at this moment; files that they share, such as libraries, count once."""


def memory(process: int) -> Memory:
    """What `getrusage` says of a child begins with the memory of this process, which holds the corpus."""
    most = own = shared = 0
    with suppress(OSError):
        tasks = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        for one in (str(process), *tasks):
            status = Path(f"/proc/{one}/status").read_text()
            found = re.findall(r"(VmHWM|RssAnon|RssFile):\s+(\d+)", status)
            held = {what: int(kb) // 1024 for what, kb in found}
            if held:  # a process that has ended has none
                most = max(most, held["VmHWM"])
                own += held["RssAnon"]
                shared = max(shared, held["RssFile"])
    return Memory(most, own + shared)


class Run(NamedTuple):
    """What a command took."""

    wall: float
    """Seconds by the clock."""
    used: float
    """Seconds of processor, its children's included."""
    memory: Memory
    """The most in one of its processes, and in all of them at a time."""
    lines: list[str]
    """What it printed."""


def recoupe(*arguments: str) -> Run:
    """Runs the command as a user does. Raises CalledProcessError where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = perf_counter()
    command = [*RECOUPE, *arguments]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    seen, ended = [Memory()], Event()

    def watch() -> None:
        while not ended.wait(0.1):
            seen.append(memory(running.pid))

    watching = Thread(target=watch)
    watching.start()
    printed, _ = running.communicate()
    wall = perf_counter() - started
    ended.set()
    watching.join()
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    most = Memory(max(one.most for one in seen), max(one.together for one in seen))
    return Run(wall, used, most, printed.splitlines())


def report(what: str, line: str) -> None:
    print(f"{what:24} {line}", flush=True)


def measure(corpus: Path, index: Path, *, count: int, size: int) -> None:
    at = ["--corpus", str(corpus), "--index", str(index)]
    report("processes as such", f"{recoupe('--version').wall * 1000:.0f} ms")
    run = recoupe("rebuild", *at, "--json")
    built = json.loads(run.lines[-1])["articles"]
    report("rebuild", f"{built / run.wall:.0f} articles/s ({built / run.used:.0f} a second of "
           f"processor), at the most {run.memory.most} MB in a process and {run.memory.together} MB "
           "in all at a time")  # fmt: skip
    kept, own, whoosh = (
        sum(path.stat().st_size for path in index.rglob(pattern) if path.is_file())
        for pattern in ("articles-*.sqlite", "search/*", "whoosh/*")
    )
    report("size", f"×{size_of(index) / size:.2f} of the text: articles ×{kept / size:.2f}, "
           f"our lists ×{own / size:.2f}, Whoosh's ×{whoosh / size:.2f}")  # fmt: skip
    for number in range(2):
        text = f"Un ajout de plus, le numéro {number}\n\nBenny Gantz est arrivé mardi à Rabat.\n"
        (corpus / f"ajout{number}.txt").write_text(text, encoding="utf-8")
        run = recoupe("update", *at, "--json")
        inside = json.loads(run.lines[-1])["seconds"] * 1000
        report("update by one article", f"{run.wall * 1000:.0f} ms in all, {inside:.0f} ms of it "
               f"adding; {run.used * 1000:.0f} ms of processor")  # fmt: skip
    run = recoupe("update", *at, "--json")
    report("update by nothing", f"{run.wall * 1000:.0f} ms; {run.used * 1000:.0f} ms of processor")
    for _ in range(2):
        run = recoupe("search", "accord défense", *at, "--json")
        took = json.loads(run.lines[-1])["took_ms"]
        report("recoupe search", f"{run.wall * 1000:.0f} ms ({run.used * 1000:.0f} of processor) "
               f"from the start of the process, {took:.0f} ms the search")  # fmt: skip
    queries = Path(__file__).parent / "queries.txt"
    room = [sys.executable, "-c", _ROOM, str(corpus), str(index), str(queries)]
    ran = subprocess.run(room, check=True, capture_output=True, text=True)
    report("an open room", f"{ran.stdout.strip()} MB after all queries (without the interface)")


def profile(corpus: Path, index: Path, *, count: int) -> None:
    from index.building import build
    from index.settings.places import find_places

    build.processes = lambda files, size: 1  # type: ignore[assignment]
    places = find_places(corpus=str(corpus), index=str(index), language="fr")
    profiler = cProfile.Profile()
    started = sum(os.times()[:2])
    profiler.runcall(build.rebuild, places, lambda event: None)
    used = sum(os.times()[:2]) - started
    report("profiled", f"{used / count * 1000:.2f} ms of processor an article")
    pstats.Stats(profiler).sort_stats("tottime").print_stats(45)
    pstats.Stats(profiler).sort_stats("cumtime").print_stats("/index/", 60)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="A whole build, as a user runs it.")
    parser.add_argument("count", type=int)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--keep", type=Path, help="a folder for corpus and index, which stay")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        scratch = asked.keep or Path(name)
        corpus, index = scratch / "corpus", scratch / "index"
        corpus.mkdir(parents=True)
        size = write_texts(corpus, asked.count, asked.corpus, scratch)
        report("corpus", f"{asked.count} files, {size / 1e6:.0f} MB, {os.cpu_count()} cores, "
               f"load {os.getloadavg()[0]:.1f}")  # fmt: skip
        if asked.profile:
            profile(corpus, index, count=asked.count)
        else:
            measure(corpus, index, count=asked.count, size=size)


if __name__ == "__main__":
    main()
