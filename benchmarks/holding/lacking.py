"""What a build or a reader counts on is missing: room on the disk, a true clock, the corpus itself."""

from __future__ import annotations

import random
import signal
import subprocess
from functools import partial

from benchmarks.holding.house import ROOT, Tally, Tries, house


def full(tries: Tries, chance: random.Random) -> Tally:
    """A build that may write only so many bytes a file ends with a sentence, and the old one stands."""
    import resource

    tally = Tally()
    with house(articles=60) as here:
        here.run("rebuild")
        sizes = sorted(
            path.stat().st_size for path in here.generation().rglob("*") if path.is_file()
        )
        for number in tries:
            tally.tried += 1
            most = max(1, sizes[-1] * (number + 1) // (tries.times + 2))

            def limit(most: int = most) -> None:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

            told = subprocess.run(
                here.command("rebuild"), cwd=ROOT, env=here.environment, capture_output=True,
                text=True, preexec_fn=limit, check=False,
            )  # fmt: skip
            tally.judge(told, allowed=(0, 1))
            if told.returncode == 1 and "no room" not in told.stderr:
                tally.raised += 1
                tally.notes.append(told.stderr[-200:])
            tally.lost += here.found("--no-update") != 60
    return tally


def clock(tries: Tries, chance: random.Random) -> Tally:
    """Generations of the future are there, as after a clock was set back."""
    tally = Tally()
    with house() as here:
        for number in tries:
            tally.tried += 1
            tally.judge(here.run("rebuild"), allowed=(0,))
            later = here.generation()
            (shelf,) = here.index.iterdir()
            ahead = shelf / f"2099-01-0{1 + number % 9}T00-00-00Z"
            if not ahead.exists():
                later.rename(ahead)
                (shelf / "current").write_text(ahead.name, "utf-8")
            tally.judge(here.run("rebuild"), allowed=(0,))
            tally.lost += here.found("--no-update") != 12
    return tally


def gone(tries: Tries, chance: random.Random) -> Tally:
    """Corpus and index are removed under a reader that holds them open."""
    import shutil

    from index.errors import RecoupeError
    from index.library import Library
    from index.model.found import SearchRequest
    from index.settings.places import find_places

    tally = Tally()
    for _ in tries:
        with house() as here:
            tally.tried += 1
            here.run("rebuild")
            places = find_places(corpus=str(here.corpus), index=str(here.index))
            library = Library.open(places)
            first = library.ids()[0]
            for folder in (here.index, here.corpus):
                shutil.rmtree(folder)
                for ask in (
                    partial(library.search, SearchRequest(query="accord")),
                    library.entities, library.is_current, library.unread,
                    partial(library.raw_text, first), library.events, library.proposals,
                ):  # fmt: skip
                    try:
                        ask()
                    except RecoupeError:
                        continue
                    except Exception as error:
                        tally.raised += 1
                        tally.notes.append(f"{ask}: {error!r}")
            library.close()
    return tally
