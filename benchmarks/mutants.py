"""Which changes of a number no test notices: each named constant, each comparison with a number.

    python benchmarks/mutants.py index/search/excerpts.py [MORE.py …] [--tests tests/test_compare_*.py] [--only NAME …] [--most N]

So is each `len(a - b)`, as `len(a)`. Each is changed by itself, in a copy of the checkout, and the tests of its package are run until the first
that fails; the survivors are printed with their line. Later changes should lower their number.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
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
"""For the tests of one mutant; one that hangs them is noticed."""


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
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "len":
            less = node.args[0]
            if isinstance(less, ast.BinOp) and isinstance(less.op, ast.Sub):
                assert less.end_col_offset is not None
                yield Mutant(
                    path,
                    less.lineno,
                    less.col_offset,
                    less.end_col_offset,
                    ast.unparse(node),
                    ast.unparse(less.left),
                )
        numbers: list[tuple[str, ast.expr]] = []
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            name = ", ".join(target.id for target in targets if isinstance(target, ast.Name))
            if name.isupper():
                numbers = [
                    (name, inner) for inner in ast.walk(node.value) if isinstance(inner, ast.expr)
                ]
        elif isinstance(node, ast.Compare):
            told = ast.unparse(node)
            numbers = [(told, side) for side in (node.left, *node.comparators)]
        for told, number in numbers:
            if isinstance(number, ast.Constant) and type(number.value) in (int, float):
                assert number.end_col_offset is not None
                yield Mutant(
                    path,
                    number.lineno,
                    number.col_offset,
                    number.end_col_offset,
                    told,
                    _other(number.value),
                )


def _other(value: float) -> str:
    """A number that differs by as much as a wrong measurement would: a quarter, at the least one."""
    if isinstance(value, int):
        return str(value + max(1, round(abs(value) / 4)))
    return repr(round(value * 1.25, 6) if value else 0.25)


def survives(mutant: Mutant, house: Path, tests: list[str]) -> bool:
    """Whether the tests pass with the mutant in the copy `house`; the file is put back."""
    target = house / mutant.path
    text = target.read_text(encoding="utf-8")
    target.write_text(mutant.applied(text), encoding="utf-8")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests],
            cwd=house, capture_output=True, timeout=_SECONDS, check=False,
            env={**os.environ, "PYTHONPATH": str(house), "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        target.write_text(text, encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="all of index/ when none is named")
    parser.add_argument("--tests", nargs="*", default=[])
    parser.add_argument(
        "--only", nargs="*", default=[], help="mutants whose text holds one of these"
    )
    parser.add_argument("--most", type=int, default=0, help="mutants a file; 0 for all")
    options = parser.parse_args(arguments)
    paths = options.paths or sorted(path.relative_to(ROOT) for path in ROOT.glob("index/**/*.py"))
    tried = left = 0
    with tempfile.TemporaryDirectory() as name:
        house = Path(name)
        for part in _KEPT:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, house / part, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.exists():
                shutil.copy2(source, house / part)
        for path in paths:
            package = path.parts[1] if len(path.parts) > 2 else path.stem
            tests = options.tests or sorted(
                found.relative_to(ROOT).as_posix()
                for found in ROOT.glob(f"tests/test_{package}*.py")
            )
            if not tests:
                continue
            found = [
                mutant
                for mutant in mutants(path)
                if not options.only or any(name in mutant.said for name in options.only)
            ]
            for mutant in found[: options.most or None]:
                tried += 1
                if survives(mutant, house, tests):
                    left += 1
                    print(f"{path}:{mutant.line}: {mutant.said} → {mutant.written}", flush=True)
    print(f"{tried} tried, {left} survived")
    return 0


if __name__ == "__main__":
    sys.exit(main())
