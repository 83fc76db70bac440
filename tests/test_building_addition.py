"""When changes are added beside an index, and when the whole corpus is read anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.building.addition import can_be_added
from index.building.build import rebuild, update
from index.building.difference import Changes
from index.building.fitness import manifest
from index.corpus.folder import SourceFile
from index.settings.places import find_places
from index.shelf.generations import Generation, Shelf

ROWS = [
    # fresh, gone, kept, segments → whether they are added
    (1, 0, 100, 1, True),
    (0, 1, 100, 1, True),
    (50, 0, 100, 1, True),
    (30, 20, 100, 1, True),
    (51, 0, 100, 1, False),
    (31, 20, 100, 1, False),
    (60, 40, 1000, 1, True),
    (61, 40, 1000, 1, False),
    (1, 0, 0, 1, False),
    (1, 0, 100, 11, True),
    (1, 0, 100, 12, False),
]


def files(name: str, number: int) -> tuple[SourceFile, ...]:
    return tuple(SourceFile(f"/{name}{at}.txt", f"{name}{at}.txt", 1, 1) for at in range(number))


def generation(tmp_path: Path, segments: int) -> Generation:
    places = find_places(corpus=str(tmp_path), environment={})
    return Generation(tmp_path, manifest(places, articles=9, skipped=0, segments=segments))


@pytest.mark.parametrize(("fresh", "gone", "kept", "segments", "added"), ROWS)
def test_few_changes_are_added(
    fresh: int, gone: int, kept: int, segments: int, added: bool, tmp_path: Path
) -> None:
    left = tuple(f"gone{at}.txt" for at in range(gone))
    changed = Changes(files("fresh", fresh), files("kept", kept), left)
    assert can_be_added(changed, generation(tmp_path, segments)) is added


@pytest.mark.parametrize(
    ("fresh", "kept", "added"),
    [("a.txt", "b.txt", True), ("a.txt", "a.md", False), ("a.txt", "ab.md", True)],
)
def test_a_file_that_changes_the_id_of_another_is_not_added(
    fresh: str, kept: str, added: bool, tmp_path: Path
) -> None:
    one, other = (SourceFile(f"/{name}", name, 1, 1) for name in (fresh, kept))
    assert can_be_added(Changes((one,), (other,), ()), generation(tmp_path, 1)) is added


def test_what_is_on_the_disk_already_is_not_put_there_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update by one article waited for every file of the corpus' index, twice for some."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ("a", "b"):
        (corpus / f"{name}.txt").write_text(f"Le phare {name}\n\nLe phare {name} tient.\n", "utf-8")
    places = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    rebuild(places, lambda event: None)
    (corpus / "c.txt").write_text("Le phare c\n\nLe phare c tient aussi.\n", "utf-8")
    put: set[int] = set()
    monkeypatch.setattr(os, "fsync", lambda file: put.add(os.fstat(file).st_ino))
    update(places, lambda event: None)
    here = Shelf.of(places).require().folder
    shared = {path for path in here.rglob("*") if path.is_file() and path.stat().st_nlink > 1}
    own = {path for path in here.rglob("*") if path.is_file()} - shared
    assert shared and own
    assert {path.name for path in shared if path.stat().st_ino in put} == set()
    assert {path.name for path in own if path.stat().st_ino not in put} == set()
