"""Builds: the same index from one process or several, from scratch or by an update."""

from __future__ import annotations

import contextlib
import json
import math
import os
import sqlite3
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from index.building import build, file_articles, part
from index.building.build import rebuild, update
from index.building.fitness import why_outdated
from index.building.team import Team
from index.errors import CorpusError, SettingsError
from index.library import Library
from index.model.article import ArticleId
from index.model.building import BuildEvent, Progressed, Published, Skipped, Started
from index.model.found import SearchRequest
from index.settings.places import Places, find_places
from index.shelf.generations import Shelf

TEXT = """Le conseil du port {n} vote le budget

Le conseil du port numéro {n} a voté mardi son budget. « Les quais seront refaits », a déclaré la directrice, Anne Tanguy, devant la presse réunie à Brest.
"""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    corpus = tmp_path / "ports"
    corpus.mkdir()
    for number in range(12):
        (corpus / f"port{number:02}.txt").write_text(TEXT.format(n=number), encoding="utf-8")
    (corpus / "vide.txt").write_bytes(b"")
    return find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})


def nobody(event: BuildEvent) -> None:
    """A report that nobody reads."""


def contents(places: Places) -> tuple[Any, ...]:
    library = Library.open(places)
    try:
        page = library.search(SearchRequest("budget brest", limit=0))
        return (
            [(hit.id, round(hit.score, 6), hit.excerpts) for hit in page.hits],
            page.facets,
            library.entities(),
            library.unread(),
            [library.article(id) for id in library.ids()],
        )
    finally:
        library.close()


def unscored(found: tuple[Any, ...]) -> tuple[Any, ...]:
    """Without scores: like every engine of its kind, Whoosh weighs words by all that segments hold,
    what was withdrawn included, until they are written anew."""
    hits, *rest = found
    return sorted((id, excerpts) for id, _, excerpts in hits), *rest


def test_several_processes_build_what_one_builds(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(places, nobody)
    alone = contents(places)
    monkeypatch.setattr(build, "processes", lambda files, size: 3)
    published = rebuild(places, nobody)
    assert (published.articles, published.skipped) == (12, 1)
    assert contents(places) == alone


def records(places: Places) -> list[tuple[str, bytes]]:
    """The articles as they are stored."""
    (file,) = Shelf.of(places).require().folder.glob("articles-*.sqlite")
    with contextlib.closing(sqlite3.connect(file)) as segment:
        return segment.execute("SELECT id, record FROM articles ORDER BY id").fetchall()


@pytest.mark.parametrize("most", [0, 4_000])
def test_what_waits_in_memory_is_stored_as_what_waits_on_disk(
    most: int, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        # A line that each article had, figures aside, would be left out.
        quay = "".join("aeioumnrst"[int(figure)] for figure in f"{number:02}")
        counted = f"Une vingtaine de blessés et 12 % des marins du quai {quay} ont voté en 2021."
        text = f"{TEXT.format(n=number)}\n{counted} L'État et M. Tanguy n'ont rien dit.\n"
        (places.corpus / f"more{number:02}.txt").write_text(text, encoding="utf-8")
    rebuild(places, nobody)
    held = records(places)
    monkeypatch.setattr(part, "_MOST_HELD", most)
    rebuild(places, nobody)
    assert records(places) == held


def test_a_large_file_is_read_by_all_processes(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [
        json.dumps({"title": f"Le quai {n} ferme", "text": TEXT.format(n=n)}) for n in range(30)
    ]
    (places.corpus / "many.jsonl").write_text("\n".join(records), encoding="utf-8")
    rebuild(places, nobody)
    alone = contents(places)
    monkeypatch.setattr(build, "_LARGE", 1000)
    monkeypatch.setattr(build, "processes", lambda files, size: 2 if files == math.inf else 1)
    events: list[BuildEvent] = []
    rebuild(places, events.append)
    assert unscored(contents(places)) == unscored(alone)
    last = [event for event in events if isinstance(event, Progressed)][-1]
    assert (last.done, last.files, last.articles) == (14, 14, 42)


def test_a_build_reports_its_way(places: Places) -> None:
    events: list[BuildEvent] = []
    rebuild(places, events.append)
    assert events[0] == Started(files=13)
    assert Skipped("vide.txt", "The file is empty.") in events
    progress = [event for event in events if isinstance(event, Progressed)]
    assert (progress[-1].done, progress[-1].articles) == (13, 12)
    assert isinstance(events[-1], Published)


def test_an_update_gives_what_a_rebuild_gives(places: Places) -> None:
    rebuild(places, nobody)
    (places.corpus / "port03.txt").unlink()
    (places.corpus / "port05.txt").write_text(TEXT.format(n="cinq"), encoding="utf-8")
    (places.corpus / "nouveau.txt").write_text(TEXT.format(n="neuf"), encoding="utf-8")
    assert why_outdated(places) == "files of the corpus have changed"
    update(places, nobody)
    assert why_outdated(places) is None
    updated = contents(places)
    rebuild(places, nobody)
    assert unscored(contents(places)) == unscored(updated)


def inodes(places: Places) -> tuple[int, dict[str, int]]:
    """How many segments the generation in use has, and the file behind each."""
    generation = Shelf(places.index).require()
    files = generation.folder.rglob("*.sqlite")
    return generation.manifest.segments, {path.name: path.stat().st_ino for path in files}


def test_a_small_update_shares_what_was_there(places: Places) -> None:
    rebuild(places, nobody)
    _, before = inodes(places)
    (places.corpus / "nouveau.txt").write_text(TEXT.format(n="neuf"), encoding="utf-8")
    assert update(places, nobody).articles == 13
    segments, after = inodes(places)
    assert segments == 2
    assert before.items() < after.items()


def test_many_small_updates_end_in_one_segment(places: Places) -> None:
    rebuild(places, nobody)
    for number in range(20, 34):
        (places.corpus / f"port{number}.txt").write_text(TEXT.format(n=number), encoding="utf-8")
        update(places, nobody)
    library = Library.open(places)
    assert library.generation.manifest.segments <= 12
    assert library.search(SearchRequest("budget")).total == 26
    library.close()


def test_a_new_file_that_takes_the_id_of_another_is_no_small_update(places: Places) -> None:
    rebuild(places, nobody)
    (places.corpus / "port03.md").write_text(TEXT.format(n="trois"), encoding="utf-8")
    update(places, nobody)
    library = Library.open(places)
    assert {"port03", "port03.txt"} <= set(library.ids())
    library.close()


def test_an_update_without_changes_keeps_the_generation(places: Places) -> None:
    first = rebuild(places, nobody)
    assert update(places, nobody).generation == first.generation


def test_an_update_reads_only_what_changed(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    rebuild(places, nobody)
    (places.corpus / "port05.txt").write_text(TEXT.format(n="cinq"), encoding="utf-8")
    read: list[str] = []
    original = file_articles.read_file

    def watched(file, **options):  # type: ignore[no-untyped-def]
        read.append(file.relative)
        return original(file, **options)

    monkeypatch.setattr(file_articles, "read_file", watched)
    update(places, nobody)
    assert read == ["port05.txt"]


def test_new_settings_make_the_index_outdated(places: Places) -> None:
    rebuild(places, nobody)
    (places.corpus / "recoupe.yaml").write_text("ignore: [port01.txt]", encoding="utf-8")
    again = find_places(corpus=str(places.corpus), index=str(places.index.parent), environment={})
    assert why_outdated(again) == "the settings of the corpus have changed"
    assert update(again, nobody).articles == 11


def test_a_corpus_of_its_own_names(places: Places) -> None:
    (places.corpus / "recoupe.yaml").write_text(
        "entities:\n- {name: Anne Tanguy, kind: person, aliases: [Mme Tanguy]}\n", encoding="utf-8"
    )
    own = find_places(corpus=str(places.corpus), index=str(places.index.parent), environment={})
    rebuild(own, nobody)
    library = Library.open(own)
    assert "Anne Tanguy" in {entity.name for entity in library.entities() if entity.known}
    library.close()


def test_a_single_file_is_a_corpus(tmp_path: Path) -> None:
    path = tmp_path / "dépêches.jsonl"
    records = [
        {
            "title": f"Dépêche {n}",
            "text": f"Le navire {n} est arrivé à Brest lundi matin avec du blé.",
        }
        for n in range(3)
    ]
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    places = find_places(corpus=str(path), index=str(tmp_path / "index"), environment={})
    assert rebuild(places, nobody).articles == 3
    library = Library.open(places)
    assert library.ids() == ("dépêches#1", "dépêches#2", "dépêches#3")
    assert "navire 1" in library.raw_text(library.ids()[1])
    library.close()


def test_a_summary_names_whom_the_text_names_shortly(tmp_path: Path) -> None:
    path = tmp_path / "dépêches.jsonl"
    record = {
        "title": "Le budget du port",
        "description": "Penelope Varnac a été entendue mardi.",
        "text": "Le conseil a voté mardi. Hier, Mme Varnac a quitté la salle sans un mot.",
    }
    path.write_text(json.dumps(record), encoding="utf-8")
    places = find_places(corpus=str(path), index=str(tmp_path / "index"), environment={})
    rebuild(places, nobody)
    library = Library.open(places)
    assert "person:penelope-varnac" in {entity.id for entity in library.entities()}
    library.close()


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "rien").mkdir()
    places = find_places(
        corpus=str(tmp_path / "rien"), index=str(tmp_path / "index"), environment={}
    )
    with pytest.raises(CorpusError, match="no file"):
        rebuild(places, nobody)


@pytest.mark.skipif(os.name != "posix", reason="names of bytes are a matter of POSIX")
def test_a_name_that_is_no_text_is_read_all_the_same(places: Places) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (places.corpus / name).write_text(TEXT.format(n=99), encoding="utf-8")
    assert rebuild(places, nobody).articles == 13
    library = Library.open(places)
    named = next(id for id in library.ids() if id.startswith("caf"))
    assert "Brest" in library.raw_text(named)
    library.close()


def test_two_names_that_look_alike_are_two_articles(places: Places) -> None:
    for number, form in enumerate(("NFC", "NFD")):
        name = unicodedata.normalize(form, "été.txt")
        (places.corpus / name).write_text(TEXT.format(n=100 + number), encoding="utf-8")
    if len(list(places.corpus.glob("?*t?*.txt"))) < 2:
        pytest.skip("this file system takes both names for one")
    assert rebuild(places, nobody).articles == 14
    library = Library.open(places)
    texts = {library.raw_text(id) for id in library.ids() if "t" in id and "port" not in id}
    assert len(texts) == 2
    library.close()


def test_a_file_that_changed_is_not_shown_as_what_was_read(places: Places) -> None:
    rebuild(places, nobody)
    library = Library.open(places)
    path = places.corpus / "port03.txt"
    path.write_text("Autre chose.", encoding="utf-8")
    with pytest.raises(CorpusError, match="changed"):
        library.raw_text(ArticleId("port03"))
    path.unlink()
    with pytest.raises(CorpusError, match="no longer"):
        library.raw_text(ArticleId("port03"))
    library.close()


def test_a_process_that_dies_is_told_and_nothing_is_published(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(places, nobody)
    before = Shelf(places.index).require()
    monkeypatch.setattr(build, "processes", lambda files, size: 2)
    enter = Team.__enter__

    def enter_and_kill(team: Team) -> Team:
        entered = enter(team)
        process = team._workers[1]._process
        process.kill()
        process.join()
        return entered

    monkeypatch.setattr(Team, "__enter__", enter_and_kill)
    with pytest.raises(CorpusError, match="died"):
        rebuild(places, nobody)
    assert Shelf(places.index).require() == before


def test_a_fault_of_a_part_reaches_the_reader(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "processes", lambda files, size: 2)
    (places.corpus / "entities").mkdir()
    (places.corpus / "entities" / "noms.yaml").write_text("entries: 3", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"noms\.yaml"):
        rebuild(places, nobody)
