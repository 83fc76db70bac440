"""Folders that a stranger made to hurt: endless patterns, links, pipes, devices, escapes, names in every byte."""

from __future__ import annotations

import contextlib
import json
import os
import random
from pathlib import Path

from benchmarks.holding.house import PROSE, Tally, Tries, house

ENDLESS = (
    "(a+)+b", "(a|aa)+$", "(.*)*x", "(a?){40}a{40}b", r"(\w+\s?)+$", "(?:x+x+)+y", r"(.+)+\1z", "([a-z]+)*[A-Z]",
    "(a*)*b", "(a|a)*b", "(?:a{0,30}){30}b", "^(a+)+$",
)  # fmt: skip
GLOBS = (
    "**/a/" * 14 + "b", "a*" * 16 + "b", "a*" * 16 + "[bc]", "**/*a/" * 14 + "[bc]*", "*a" * 20 + "?", "[!b]*" * 16 + "b",
)  # fmt: skip


def patterns(tries: Tries, chance: random.Random) -> Tally:
    """Patterns that try all ways, on lines of three lengths: the command ends, with a sentence."""
    tally = Tally()
    for number in tries:
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
                tally.judge(here.run("search", "accord"), allowed=(0, 1))
                tally.lost += bool(here.hangs)
    return tally


ESCAPE = "\x1b]52;c;eA==\x07\x9b31m\u202e\x7f"
NAMES = ("recoupe.yaml", "recoupe-a.yaml", "entities/a.yaml", "recoupe-decisions.yaml")


def folders(tries: Tries, chance: random.Random) -> Tally:
    """Links, pipes, devices, escapes and names in every byte: nothing written outside, all told."""
    tally = Tally()
    for _ in tries:
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
                told = here.run(*command)
                tally.judge(told, allowed=(0, 1, 2, 3))
                if "secret of" in told.stdout + told.stderr:
                    tally.lost += 1
            tally.lost += bool(here.hangs)
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
