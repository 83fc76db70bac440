"""A corpus with its index that is treated badly, and the count of what came of it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

PROSE = (
    "Le ministre de la Défense, Benny Gantz, a signé mercredi {n} novembre 2021 à Rabat un accord. "
    "« C’est un pas très important », a déclaré M. Gantz. Le budget est de {n} millions de dollars."
)
_ACTS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Tries:
    """The numbers of so many tries, or of fewer when the time is over or somebody wants to see."""

    ended = False
    """Set when no part shall try more."""

    def __init__(self, times: int, seconds: float = 0) -> None:
        self.times = times
        self.seconds = seconds

    def __iter__(self) -> Iterator[int]:
        last = time.monotonic() + self.seconds
        for number in range(self.times):
            if Tries.ended or (self.seconds and time.monotonic() > last):
                return
            yield number


@dataclass
class Tally:
    """What one part tried and what came of it."""

    tried: int = 0
    lost: int = 0
    raised: int = 0
    escapes: int = 0
    notes: list[str] = field(default_factory=list)
    curves: list[str] = field(default_factory=list)
    """Measurements that are printed whatever came of them."""

    @property
    def holds(self) -> bool:
        return not (self.lost or self.raised or self.escapes)

    def judge(self, told: subprocess.CompletedProcess[str], *, allowed: Iterable[int]) -> bool:
        """Counts what a command said; whether it ended with a status that is allowed."""
        said = told.stdout + told.stderr
        if _ACTS.search(said):
            self.escapes += 1
            self.notes.append(f"escape: {told.args[4:7]!r}")
        wrong = "Traceback" in said or "unforeseen" in said or "imprévu" in said
        if wrong or told.returncode not in allowed:
            self.raised += 1
            self.notes.append(f"{told.args[4:7]!r} → {told.returncode}: {told.stderr[-200:]!r}")
            return False
        return True


class House:
    """A corpus, its index and the reader's own folders, all in one temporary folder."""

    def __init__(self, folder: Path, *, articles: int = 12) -> None:
        self.folder, self.corpus, self.index = folder, folder / "corpus", folder / "index"
        self.corpus.mkdir()
        self.hangs: list[str] = []
        """Where commands stood that did not end."""
        for number in range(articles):
            self.write(f"a{number}.txt", number)

    def write(self, name: str, number: int) -> None:
        text = f"Un accord à Rabat {number}\n\n{PROSE.format(n=number)}\n"
        (self.corpus / name).write_text(text, encoding="utf-8")

    @property
    def environment(self) -> dict[str, str]:
        own = {f"XDG_{name}_HOME": str(self.folder / name) for name in ("CONFIG", "CACHE", "STATE")}
        # This checkout, whatever is installed.
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        words = {"HOME": str(self.folder), "LANG": "en_GB.UTF-8", "PYTHONPATH": path}
        return {**os.environ, **own, **words}

    def command(self, *arguments: str) -> list[str]:
        where = ["--corpus", str(self.corpus), "--index", str(self.index)]
        return [sys.executable, "-P", "-m", "index.cli.main", *arguments, *where]

    def run(self, *arguments: str, seconds: float = 300) -> subprocess.CompletedProcess[str]:
        """What a command said; where it stood, with the status of an abort, when it does not end."""
        command = self.command(*arguments)
        with subprocess.Popen(
            command, cwd=ROOT, env={**self.environment, "PYTHONFAULTHANDLER": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
            encoding="utf-8", errors="surrogateescape",
        ) as process:  # fmt: skip
            try:
                said, failed = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGABRT)
                said, failed = process.communicate()
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                failed = f"hangs: {failed}"
                self.hangs.append(failed[-1500:])
        return subprocess.CompletedProcess(command, process.returncode, said, failed)

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command(*arguments), cwd=ROOT, env=self.environment, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def found(self, *arguments: str) -> int | None:
        told = self.run("search", "accord", "--json", *arguments)
        return json.loads(told.stdout)["total"] if told.returncode == 0 else None

    def generation(self) -> Path:
        (shelf,) = self.index.iterdir()
        return shelf / (shelf / "current").read_text("utf-8")


@contextlib.contextmanager
def house(*, articles: int = 12) -> Iterator[House]:
    with tempfile.TemporaryDirectory() as name:
        yield House(Path(name), articles=articles)


def notes(here: House) -> set[str]:
    path = here.corpus / "recoupe-decisions.yaml"
    return set(re.findall(r"note \d+", path.read_text("utf-8"))) if path.exists() else set()
