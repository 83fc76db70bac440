"""Whether everything holds: kills, damages, hostile folders, patterns, rooms and builds at once.

    python benchmarks/hold.py [--kills 500] [--damages 300] [--folders 200] [--patterns 60]
                              [--rounds 30] [--full 10] [--seed 1] [PART …]

Each part prints what it tried, what was lost, raised or sent as an escape byte; all must be 0.
Parts: kills, damages, folders, patterns, rounds, full, clock, gone. Works in a folder of its own.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

PROSE = (
    "Le ministre de la Défense, Benny Gantz, a signé mercredi {n} novembre 2021 à Rabat un accord. "
    "« C’est un pas très important », a déclaré M. Gantz. Le budget est de {n} millions de dollars."
)
_ACTS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass
class Tally:
    """What one part tried and what came of it."""

    tried: int = 0
    lost: int = 0
    raised: int = 0
    escapes: int = 0
    notes: list[str] = field(default_factory=list)

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
        for number in range(articles):
            self.write(f"a{number}.txt", number)

    def write(self, name: str, number: int) -> None:
        text = f"Un accord à Rabat {number}\n\n{PROSE.format(n=number)}\n"
        (self.corpus / name).write_text(text, encoding="utf-8")

    @property
    def environment(self) -> dict[str, str]:
        own = {f"XDG_{name}_HOME": str(self.folder / name) for name in ("CONFIG", "CACHE", "STATE")}
        return {**os.environ, **own, "HOME": str(self.folder), "LANG": "en_GB.UTF-8"}

    def command(self, *arguments: str) -> list[str]:
        where = ["--corpus", str(self.corpus), "--index", str(self.index)]
        return [sys.executable, "-P", "-m", "index.cli.main", *arguments, *where]

    def run(self, *arguments: str, seconds: float = 120) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments), cwd=ROOT, env=self.environment, capture_output=True,
            timeout=seconds, encoding="utf-8", errors="surrogateescape", check=False,
        )  # fmt: skip

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


def kills(times: int, chance: random.Random) -> Tally:
    """A build, an update or a decision is killed at any moment; nothing that stood is lost."""
    tally = Tally()
    with house() as here:
        tally.judge(here.run("rebuild"), allowed=(0,))
        decided = 0
        for number in range(times):
            tally.tried += 1
            verb = ("rebuild", "update", "decide")[number % 3]
            if verb == "update":
                here.write("changing.txt", number)
            arguments = ("decide", "note", "a1", f"note {number}") if verb == "decide" else (verb,)
            before = _notes(here)
            process = here.start(*arguments)
            time.sleep(chance.uniform(0.05, 1.2))
            with contextlib.suppress(ProcessLookupError):
                if chance.random() < 0.5:
                    os.killpg(process.pid, signal.SIGKILL)
                else:
                    process.kill()
            process.wait()
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            wanted = 12 + (here.corpus / "changing.txt").exists()
            if here.found() != wanted:
                tally.lost += 1
                tally.notes.append(f"after {verb} {number}: not {wanted} articles")
            after = _notes(here)
            if before - after:
                tally.lost += 1
            decided = max(decided, len(after))
        left = [path.name for path in here.corpus.iterdir() if path.name.startswith(".recoupe-")]
        tally.lost += bool(left)
    return tally


def _notes(here: House) -> set[str]:
    path = here.corpus / "recoupe-decisions.yaml"
    return set(re.findall(r"note \d+", path.read_text("utf-8"))) if path.exists() else set()


def halved(path: Path, _: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path, _: random.Random) -> None:
    path.write_bytes(b"")


def flipped(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    if content:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def exchanged(path: Path, chance: random.Random) -> None:
    others = sorted(other for other in path.parent.iterdir() if other.is_file() and other != path)
    path.write_bytes(chance.choice(others).read_bytes() if others else b"x")


def removed(path: Path, _: random.Random) -> None:
    path.unlink()


DAMAGES: tuple[Callable[[Path, random.Random], None], ...] = (
    halved, emptied, flipped, exchanged, removed,
)  # fmt: skip


def damages(times: int, chance: random.Random) -> Tally:
    """Every file of a generation in turn is damaged: no traceback and no other answer."""
    tally = Tally()
    with house() as here:
        here.run("rebuild")
        commands = (("search", "accord"), ("entities",), ("show", "a1"), ("check",), ("events",))
        wanted = {command: _plain(here.run(*command, "--json").stdout) for command in commands}
        for number in range(times):
            tally.tried += 1
            files = sorted(path for path in here.generation().rglob("*") if path.is_file())
            path = files[number % len(files)]
            damage = DAMAGES[(number // len(files)) % len(DAMAGES)]
            damage(path, chance)
            command = commands[number % len(commands)]
            told = here.run(*command, "--json")
            if tally.judge(told, allowed=(0,)) and _plain(told.stdout) != wanted[command]:
                tally.lost += 1
                tally.notes.append(f"{path.name} {damage.__name__}: another answer of {command}")
    return tally


def _plain(document: str) -> str:
    return re.sub(r'"took_ms":[^,]*,|"at":"[^"]*"', "", document)


ENDLESS = (
    "(a+)+b", "(a|aa)+$", "(.*)*x", "(a?){40}a{40}b", r"(\w+\s?)+$", "(?:x+x+)+y", r"(.+)+\1z", "([a-z]+)*[A-Z]",
    "(a*)*b", "(a|a)*b", "(?:a{0,30}){30}b", "^(a+)+$",
)  # fmt: skip
GLOBS = (
    "**/a/" * 14 + "b", "a*" * 16 + "b", "a*" * 16 + "[bc]", "**/*a/" * 14 + "[bc]*", "*a" * 20 + "?", "[!b]*" * 16 + "b",
)  # fmt: skip


def patterns(times: int, chance: random.Random) -> Tally:
    """Patterns that try all ways, on lines of three lengths: the command ends, with a sentence."""
    tally = Tally()
    for number in range(times):
        for length in (60, 600, 6000):
            with house(articles=1) as here:
                tally.tried += 1
                line = chance.choice(("a", "aa b", "x", "mot ")) * length + "!"
                (here.corpus / "lines.txt").write_text(f"Un titre\n\n{line}\n\n{PROSE}", "utf-8")
                if number % 3:
                    made = json.dumps({"noise": [f"/{ENDLESS[number % len(ENDLESS)]}/"]})
                    content = f"sources: [{made}]"
                else:
                    content = json.dumps({"ignore": [GLOBS[number % len(GLOBS)]]})
                (here.corpus / "recoupe.yaml").write_text(content, "utf-8")
                try:
                    tally.judge(here.run("search", "accord", seconds=60), allowed=(0, 1))
                except subprocess.TimeoutExpired:
                    tally.lost += 1
                    tally.notes.append(f"hangs: {content}")
    return tally


ESCAPE = "\x1b]52;c;eA==\x07\x9b31m\u202e\x7f"
NAMES = ("recoupe.yaml", "recoupe-a.yaml", "entities/a.yaml", "recoupe-decisions.yaml")


def folders(times: int, chance: random.Random) -> Tally:
    """Links, pipes, devices, escapes and names in every byte: nothing written outside, all told."""
    tally = Tally()
    for _ in range(times):
        with house(articles=2) as here:
            tally.tried += 1
            outside = here.folder / "outside"
            outside.write_text("secret of somebody\n", "utf-8")
            (here.corpus / "entities").mkdir()
            _plant(here.corpus / chance.choice(NAMES), outside, chance)
            for _ in range(3):
                _plant(
                    here.corpus / chance.choice(("b.txt", "c.pdf", "d", "e.md")), outside, chance
                )
            raw = bytes(chance.choice([*range(1, 47), *range(48, 256)]) for _ in range(20))
            with contextlib.suppress(OSError):
                name = os.fsencode(here.corpus) + b"/" + raw.replace(b"\x00", b"a") + b".txt"
                with open(name, "wb") as file:  # noqa: PTH123 - a name that is no text
                    file.write(PROSE.encode())
            for command in (
                ("search", "accord"), ("check",), ("decide", "note", "a1", ESCAPE), ("update",),
                ("show", ESCAPE), ("search", f"date:{ESCAPE}"),
            ):  # fmt: skip
                try:
                    told = here.run(*command, seconds=60)
                except subprocess.TimeoutExpired:
                    tally.lost += 1
                    tally.notes.append(f"hangs: {command}")
                    continue
                tally.judge(told, allowed=(0, 1, 2, 3))
                if "secret of" in told.stdout + told.stderr:
                    tally.lost += 1
            if (
                outside.read_text("utf-8") != "secret of somebody\n"
                or (here.folder / "no").exists()
            ):
                tally.lost += 1
                tally.notes.append("written outside")
    return tally


def _plant(path: Path, outside: Path, chance: random.Random) -> None:
    if path.exists() or path.is_symlink():
        return
    match chance.randrange(6):
        case 0:
            path.symlink_to(outside)
        case 1:
            path.symlink_to(outside.with_name("no"))
        case 2:
            path.symlink_to(chance.choice(("/dev/zero", "/dev/stdin", "/etc/passwd", path.name)))
        case 3:
            os.mkfifo(path)
        case 4:
            path.mkdir()
        case _:
            quoted = json.dumps(ESCAPE)
            path.write_text(f"source: {quoted}\n{quoted}: [{quoted}]\n", "utf-8")


def rounds(times: int, chance: random.Random) -> Tally:
    """A rebuild, an update, decisions and searches at once: none fails, none is lost."""
    tally = Tally()
    with house() as here:
        here.run("rebuild")
        for number in range(times):
            tally.tried += 1
            here.write(f"b{number}.txt", number)
            running = [here.start("rebuild"), here.start("update")]
            running += [here.start("decide", "note", "a1", f"note {number}{at}") for at in (0, 1)]
            for _ in range(3):
                tally.judge(
                    here.run(*chance.choice((("search", "accord"), ("show", "a1"), ("entities",)))),
                    allowed=(0,),
                )
            statuses = [process.wait() for process in running]
            tally.raised += sum(status not in (0, 3) for status in statuses[:2])
            wanted = {f"note {number}{at}" for at in (0, 1) if statuses[2 + at] == 0}
            tally.raised += sum(status != 0 for status in statuses[2:])
            tally.lost += len(wanted - _notes(here))
        tally.lost += here.found() != 12 + times
    return tally


def full(times: int, chance: random.Random) -> Tally:
    """A build that may write only so many bytes a file ends with a sentence, and the old one stands."""
    import resource

    tally = Tally()
    with house(articles=60) as here:
        here.run("rebuild")
        sizes = sorted(
            path.stat().st_size for path in here.generation().rglob("*") if path.is_file()
        )
        for number in range(times):
            tally.tried += 1
            most = max(1, sizes[-1] * (number + 1) // (times + 2))

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


def clock(times: int, chance: random.Random) -> Tally:
    """Generations of the future are there, as after a clock was set back."""
    tally = Tally()
    with house() as here:
        for number in range(max(1, times // 10)):
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


def gone(times: int, chance: random.Random) -> Tally:
    """Corpus and index are removed under a reader that holds them open."""
    import shutil

    from index.errors import RecoupeError
    from index.library import Library
    from index.model.found import SearchRequest
    from index.settings.places import find_places

    tally = Tally()
    for _ in range(max(1, times // 10)):
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


PARTS: dict[str, tuple[Callable[[int, random.Random], Tally], str]] = {
    "kills": (kills, "kills"),
    "damages": (damages, "damages"),
    "folders": (folders, "folders"),
    "patterns": (patterns, "patterns"),
    "rounds": (rounds, "rounds"),
    "full": (full, "full"),
    "clock": (clock, "rounds"),
    "gone": (gone, "rounds"),
}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[])
    for name, usual in (
        ("kills", 500), ("damages", 300), ("folders", 200), ("patterns", 60), ("rounds", 30),
        ("full", 10), ("seed", 1),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, default=usual)
    options = parser.parse_args(arguments)
    wrong = False
    for name in options.parts or PARTS:
        part, count = PARTS[name]
        started = time.monotonic()
        tally = part(getattr(options, count), random.Random(options.seed))
        wrong |= not tally.holds
        print(
            f"{name:<9} {tally.tried:>4} tried  {tally.lost} lost  {tally.raised} raised  "
            f"{tally.escapes} escapes  {time.monotonic() - started:.0f} s",
            flush=True,
        )
        for note in tally.notes[:5]:
            print(f"    {note}")
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
