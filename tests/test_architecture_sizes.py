"""No file holds two things, no function does two: their sizes, held for all of the code."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = sorted(
    path
    for folder in ("index", "tui", "tests", "benchmarks", "tools", "docs")
    for path in (ROOT / folder).rglob("*.py")
)
LONGEST = 400
"""Lines of a file; more of them say that there are two."""
MOST_BRANCHES = 29
MOST_IN = {"index/entities": 15}
"""Rooms in which fewer are allowed."""
_BRANCHES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.comprehension,
    ast.match_case,
    ast.Assert,
)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def branches(function: ast.AST) -> int:
    """Places where a function may go two ways, each operand of « and » and « or » counted.

    A function inside it counts for itself.
    """
    found = 0
    for node in ast.iter_child_nodes(function):
        if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            continue
        found += isinstance(node, _BRANCHES)
        if isinstance(node, ast.comprehension):
            found += len(node.ifs)
        elif isinstance(node, ast.BoolOp):
            found += len(node.values) - 1
        found += branches(node)
    return found


def test_branches_are_counted() -> None:
    source = """
def f(x):
    if x and x > 1 or x < 0:            # 3
        return [y for y in x if y]      # 2
    for y in x:                         # 1
        assert y                        # 1
    def inner():
        return 1 if x else 2
    match x:
        case 1:                         # 1
            pass
    try:
        return y if y else None         # 1
    except ValueError:                  # 1
        return None
"""
    assert branches(ast.parse(source).body[0]) == 10


def test_functions_are_short() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {node.name} has {count} branches"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, _FUNCTIONS) and (count := branches(node)) > most_in(path)
    ]
    assert FILES and not long


def most_in(path: Path) -> int:
    room = path.parent.relative_to(ROOT).as_posix()
    return MOST_IN.get(room, MOST_BRANCHES)


def test_files_are_short() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in FILES
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    ]
    assert not long
