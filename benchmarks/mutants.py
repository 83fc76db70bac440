"""Which changes of a number no test notices: each named constant, each comparison with a number.

    python benchmarks/mutants.py [index/search/excerpts.py …] [--sample 100] [--seed 1] [--seconds 1200]
                                 [--nearest 8] [--tests tests/test_compare_*.py] [--only NAME …]

So is each `len(a - b)`, as `len(a)`. Each is changed by itself, in a copy of the checkout. The tests that are run
are those whose imports reach the file, those that name it first, until the first that fails; the survivors
are printed with their line. Without files all of index/ and tui/ count, and `--sample` draws so many
mutants of them by a seed. Later changes should lower their number.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
_KEPT = (
    "index",
    "tui",
    "seeds",
    "tests",
    "benchmarks",
    "pyproject.toml",
    "README.md",
    "Makefile",
    "CHANGELOG.md",
    "docs",
)
_SECONDS = 300
"""Of the processor for the tests of one mutant; one that hangs them is noticed."""
_NO_TESTS = (3, 4, 5)
"""Exit codes of pytest that say nothing of the mutant: a fault of its own, wrong arguments, no tests."""
_CLOCK = 1800
"""Seconds of the clock after which a mutant is told apart: it hangs, or the machine is too busy."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A number at a place of a file, and what is written in its stead."""

    path: Path
    line: int
    column: int
    end: int
    said: str
    written: str

    def applied(self, text: str) -> str:
        lines = text.splitlines(keepends=True)
        line = lines[self.line - 1].encode()
        lines[self.line - 1] = (
            line[: self.column] + self.written.encode() + line[self.end :]
        ).decode()
        return "".join(lines)


def mutants(path: Path) -> Iterator[Mutant]:
    """Of a file: named constants that are numbers, numbers that something is compared with, and what
    is left out of a set that is counted."""
    text = (ROOT / path).read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        for said, place, written in _changes(node):
            assert place.end_col_offset is not None
            if place.lineno == place.end_lineno:
                yield Mutant(
                    path, place.lineno, place.col_offset, place.end_col_offset, said, written
                )


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.expr, str]]:
    """What is said there, the place that changes, and what is written in its stead."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "len":
        less = node.args[0]
        if isinstance(less, ast.BinOp) and isinstance(less.op, ast.Sub):
            yield ast.unparse(node), less, ast.unparse(less.left)
    for said, number in _numbers(node):
        if isinstance(number, ast.Constant) and type(number.value) in (int, float):
            yield said, number, _other(number.value)


def _numbers(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        name = ", ".join(target.id for target in targets if isinstance(target, ast.Name))
        if name.isupper():
            yield from ((name, inner) for inner in ast.walk(node.value))
    elif isinstance(node, ast.Compare):
        told = ast.unparse(node)
        yield from ((told, side) for side in (node.left, *node.comparators))


def _other(value: float) -> str:
    """A number that differs by as much as a wrong measurement would: a quarter, at the least one."""
    if isinstance(value, int):
        return str(value + max(1, round(abs(value) / 4)))
    return repr(round(value * 1.25, 6) if value else 0.25)


_FAR = 99
"""Imports between a file and a test that only has words of its name: commands are loaded by their names."""


def tests_of(path: Path, *, nearest: int) -> list[str]:
    """The tests whose imports reach a file, over the fewest others first, at the most so many.

    Of those at the same distance, the ones that are named for its package or for itself come first.
    """
    names = {*path.stem.split("_"), *path.parts[:-1]}
    steps = _distances(path)

    def shared(test: Path) -> int:
        return len(names & set(test.stem.split("_")))

    def rank(test: Path) -> tuple[int, int, str]:
        return steps.get(test, _FAR), -shared(test), test.name

    tests = [found.relative_to(ROOT) for found in ROOT.glob("tests/test_*.py")]
    reaching = [test for test in tests if test in steps or shared(test)]
    return [test.as_posix() for test in sorted(reaching, key=rank)[:nearest]]


def _distances(path: Path) -> dict[Path, int]:
    """Over how many imports each file reaches this one."""
    steps, last = {path: 0}, [path]
    while last:
        reached = [user for one in last for user in _users().get(one, ()) if user not in steps]
        steps.update((user, steps[last[0]] + 1) for user in reached)
        last = reached
    return steps


@cache
def _users() -> dict[Path, set[Path]]:
    """Which files import each file, late imports too."""
    users: dict[Path, set[Path]] = {}
    for part in ("index", "tui", "tests", "benchmarks"):
        for found in (ROOT / part).rglob("*.py"):
            user = found.relative_to(ROOT)
            for name in _imported(ast.parse(found.read_text(encoding="utf-8"))):
                for home in ("", "tests/"):
                    module = Path(home + name.replace(".", "/") + ".py")
                    if (ROOT / module).is_file():
                        users.setdefault(module, set()).add(user)
    return users


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def survives(mutant: Mutant, house: Path, tests: Sequence[str]) -> bool | None:
    """Whether the tests pass with the mutant in the copy `house`; the file is put back.

    None when they do not end.
    """
    target = house / mutant.path
    text = target.read_text(encoding="utf-8")
    target.write_text(mutant.applied(text), encoding="utf-8")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests],
            cwd=house, capture_output=True, timeout=_CLOCK, check=False, preexec_fn=_limited,
            env={**os.environ, "PYTHONPATH": str(house), "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        if done.returncode in _NO_TESTS:
            raise RuntimeError(f"the tests do not run: {(done.stdout + done.stderr)[-300:]!r}")
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return None
    finally:
        target.write_text(text, encoding="utf-8")


def _limited() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 10))


def chosen(options: argparse.Namespace) -> list[Mutant]:
    """The mutants that are tried, in the order of files, or as they are drawn."""
    paths: Iterable[Path] = options.paths or sorted(
        path.relative_to(ROOT) for part in ("index", "tui") for path in ROOT.glob(f"{part}/**/*.py")
    )
    found = [
        mutant
        for path in paths
        for mutant in mutants(path)
        if not options.only or any(name in mutant.said for name in options.only)
    ]
    if 0 < options.sample < len(found):
        return random.Random(options.seed).sample(found, options.sample)
    return found


def copied(house: Path) -> None:
    for part in _KEPT:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, house / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy2(source, house / part)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "paths", nargs="*", type=Path, help="all of index/ and tui/ if none is named"
    )
    parser.add_argument("--tests", nargs="*", default=[], help="these, whatever they import")
    parser.add_argument("--nearest", type=int, default=8, help="files of tests for each mutant")
    parser.add_argument(
        "--only", nargs="*", default=[], help="mutants whose text holds one of these"
    )
    parser.add_argument("--sample", type=int, default=0, help="so many, drawn; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=0, help="then no more; 0 without end")
    options = parser.parse_args(arguments)
    last = time.monotonic() + options.seconds
    all_of_them = chosen(options)
    tried = left = hung = 0
    with tempfile.TemporaryDirectory() as name:
        house = Path(name)
        copied(house)
        for mutant in all_of_them:
            if options.seconds and time.monotonic() > last:
                break
            tests = options.tests or tests_of(mutant.path, nearest=options.nearest)
            tried += 1
            alive = survives(mutant, house, tests) if tests else True
            left += alive is True
            hung += alive is None
            if alive is not False:
                told = f"{mutant.said} → {mutant.written}{'' if alive else ' (does not end)'}"
                print(f"{mutant.path}:{mutant.line}: {told}", flush=True)
    killed = tried - left - hung
    print(
        f"{tried} of {len(all_of_them)} tried, {killed} killed, {left} survived, {hung} did not end"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
