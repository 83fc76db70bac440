"""Which room may know which: the rules of the house, held by reading the imports."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from graphlib import CycleError, TopologicalSorter
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


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports_of(path: Path) -> frozenset[str]:
    """The modules that a file imports, late and type-only imports included; of « from a import b » also a.b."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


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
    assert knowing <= {"tui/desk/desk.py", "tui/desk/builder.py", "tui/desk/programs.py"}


def test_every_module_says_why_it_exists() -> None:
    assert not [
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if not ast.get_docstring(tree_of(path))
    ]


def test_every_module_has_a_name_of_its_own() -> None:
    """A traceback, a tab of an editor and a sentence name a file without its folder."""
    names = Counter(path.name for path in MODULES if path.name != "__init__.py")
    assert not [name for name, times in names.items() if times > 1]


def test_no_circle_in_the_imports() -> None:
    """Late and type-only imports count: a circle of types is a circle for whoever reads."""
    names = {name_of(path): path for path in MODULES}
    graph = {name: {n for n in imports_of(path) if n in names} for name, path in names.items()}
    for name in graph:
        graph[name] -= {name, *(n for n in graph[name] if name.startswith(n + "."))}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail("circle: " + " → ".join(error.args[1]))


_COLD = """
import importlib, pkgutil, sys, time
import index
began = time.perf_counter()
for found in sorted(pkgutil.walk_packages(index.__path__, "index."), key=lambda one: one.name):
    if not found.name.startswith("index.search"):
        importlib.import_module(found.name)
for foreign in ("textual", "rich", "whoosh", "spacy"):
    assert foreign not in sys.modules, foreign
print(f"{time.perf_counter() - began:.2f} s for all of index without its engine")
"""


def test_index_starts_without_terminal_engine_and_model() -> None:
    done = subprocess.run([sys.executable, "-c", _COLD], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    print(done.stdout)


def test_one_place_chooses_the_engine() -> None:
    knowing = {
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if known_by(path, "index.search") and path.relative_to(ROOT).parts[1] != "search"
    }
    assert knowing == {"index/engines.py"}


def test_the_picture_of_the_imports_is_that_of_the_code() -> None:
    done = subprocess.run([sys.executable, "docs/imports.py", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "run: make pictures"


def test_every_module_that_a_document_names_is_there() -> None:
    modules = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("[a-z]*/**/*.py")]
    written = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md")]
    named = {
        (path.name, name)
        for path in written
        for code in re.findall(r"`[^`\n]+`", path.read_text(encoding="utf-8"))
        for name in re.findall(r"(?<![\w/.<>-])[\w/]+\.py\b", code)
    }
    assert named
    assert not [
        (document, name)
        for document, name in sorted(named)
        if not any(f"/{module}".endswith(f"/{name}") for module in modules)
    ]


def test_the_first_picture_waits_for_nothing_that_reads_or_compares() -> None:
    """What the opening screen imports; the rest is imported by the desk's thread, or when it is asked for."""
    asked = (
        "import sys, tui.app, tui.screens.opening_screen; "
        "print(*(m for m in sys.modules if m.startswith("
        "('whoosh', 'index.search', 'index.compare', 'index.claims', 'index.facts', 'index.french'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == []
