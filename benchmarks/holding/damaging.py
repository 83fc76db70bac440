"""Every file of an index damaged in every way: halved, emptied, flipped, exchanged, removed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

from benchmarks.holding.house import Tally, Tries, house


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


def damages(tries: Tries, chance: random.Random) -> Tally:
    """Every file of a generation in turn is damaged: no traceback and no other answer."""
    tally = Tally()
    with house() as here:
        here.run("rebuild")
        commands = (("search", "accord"), ("entities",), ("show", "a1"), ("check",), ("events",))
        wanted = {command: _plain(here.run(*command, "--json").stdout) for command in commands}
        for number in tries:
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
