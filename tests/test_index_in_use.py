"""An index that is read while it is built anew: readers keep theirs, and an answer says which it is from."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from four_articles import PROSE, command_on, nobody, places_of, written

from index.building.build import rebuild, update
from index.errors import CorpusError
from index.library import Library
from index.settings.places import Places, find_places
from index.shelf.generations import Shelf


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return written(tmp_path / "corpus")


@pytest.fixture
def places(corpus: Path) -> Places:
    return places_of(corpus)


@pytest.fixture
def recoupe(capfd: pytest.CaptureFixture[str], corpus: Path) -> Any:
    return command_on(corpus, capfd)


def test_a_reader_keeps_its_generation(places: Places, corpus: Path) -> None:
    """However many come after it; what nobody holds goes."""
    rebuild(places, nobody)
    library = Library.open(places)
    for number in range(4):
        (corpus / f"b{number}.txt").write_text(PROSE.format(n=number + 50), encoding="utf-8")
        update(places, nobody)
    assert library.entities() and library.proposals() is not None
    if os.name == "posix":
        assert library.generation.folder.exists()
    library.close()
    (corpus / "c.txt").write_text(PROSE.format(n=90), encoding="utf-8")
    update(places, nobody)
    assert not library.generation.folder.exists()


def test_a_reader_whose_generation_is_removed_opens_the_current_one(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(places, nobody)
    first = Shelf.of(places).require()
    answers = iter([first])
    current = Shelf.require
    monkeypatch.setattr(Shelf, "require", lambda self: next(answers, None) or current(self))
    for _ in range(3):
        rebuild(places, nobody)
    assert not first.folder.exists()
    library = Library.open(places)
    assert library.generation.name == Shelf.of(places).current_name()
    library.close()


def test_while_another_builds_the_index_in_use_answers(
    places: Places, corpus: Path, recoupe: Any
) -> None:
    recoupe("rebuild")
    (corpus / "b.txt").write_text(PROSE.format(n=9), encoding="utf-8")
    with Shelf.of(places).locked():
        for command in (("search", "accord"), ("show", "a1"), ("decide", "note", "a1", "x")):
            status, _, err = recoupe(*command)
            assert status == 0 and "this answer is from the one of" in err, command
            assert "Updating" not in err
        assert recoupe("update")[0] == recoupe("rebuild")[0] == 3
        (places.index / "current").write_bytes(b"")
        assert recoupe("search", "accord")[0] == 3  # there is nothing to answer from
    assert json.loads(recoupe("search", "accord", "--json")[1])["total"] == 5


def test_who_builds_is_noted_while_it_builds_and_no_longer(places: Places) -> None:
    shelf = Shelf.of(places)
    with shelf.locked():
        with shelf.locked():
            pass
        assert shelf._builder.read_text("utf-8") == str(os.getpid())
    assert not shelf._builder.exists()


def test_an_update_looks_under_the_lock(
    places: Places, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(places, nobody)
    (corpus / "b.txt").write_text(PROSE.format(n=9), encoding="utf-8")
    seen: list[bool] = []
    import index.building.build as build

    before = build.survey

    def survey(places: Places, *, retry: bool) -> Any:
        seen.append(Shelf.of(places).builder() is not None)
        return before(places, retry=retry)

    monkeypatch.setattr(build, "survey", survey)
    update(places, nobody)
    assert seen == [True]


def test_a_corpus_without_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError):
        update(find_places(corpus=str(tmp_path / "empty")), nobody)
