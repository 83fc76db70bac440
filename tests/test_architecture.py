"""Which room may know which: the rules of the house, held by reading the imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted([*ROOT.glob("index/**/*.py"), *ROOT.glob("tui/**/*.py")])

FORBIDDEN = {
    "index": ("textual", "rich", "tui"),
    "tui": ("whoosh",),
    "index/text": ("index.french", "index.corpus", "index.entities", "index.search", "index.query"),
    "index/query": ("index.search", "index.corpus", "index.entities", "index.compare", "index.cli"),
    "index/model": ("index.french", "index.corpus", "index.entities", "index.search"),
    "index/french": ("index.corpus", "index.entities", "index.search", "index.compare"),
    "index/corpus": ("index.entities", "index.search", "index.compare", "index.cli"),
    "index/entities": ("index.corpus", "index.search", "index.compare", "index.cli"),
    "index/compare": ("index.corpus", "index.search", "index.cli"),
    "index/search": ("index.corpus", "index.compare", "index.cli"),
}
"""Folder → what nothing in it may import."""


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def known_by(path: Path, name: str) -> bool:
    return any(imported == name or imported.startswith(name + ".") for imported in imports_of(path))


@pytest.mark.parametrize("folder", FORBIDDEN)
def test_rooms_know_only_what_they_may(folder: str) -> None:
    inside = [
        path for path in MODULES if path.relative_to(ROOT).as_posix().startswith(folder + "/")
    ]
    assert inside
    broken = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in inside
        for name in FORBIDDEN[folder]
        if known_by(path, name)
    ]
    assert not broken


def test_only_the_search_room_knows_whoosh() -> None:
    knowing = {path.relative_to(ROOT).parts[:2] for path in MODULES if known_by(path, "whoosh")}
    assert knowing == {("index", "search")}


def test_only_the_desk_has_threads_and_subprocesses() -> None:
    knowing = {
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        for name in ("threading", "subprocess", "concurrent", "multiprocessing")
        if path.relative_to(ROOT).parts[0] == "tui" and known_by(path, name)
    }
    assert knowing <= {"tui/desk/desk.py", "tui/desk/builder.py"}


def test_every_module_says_why_it_exists() -> None:
    assert not [
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
