"""Generations and the articles in them: nothing is lost, nothing changes under a reader."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from index.errors import ArticleUnknownError, IndexBusyError, IndexMissingError
from index.model.article import (
    Annotations,
    Article,
    ArticleId,
    Basis,
    DateValue,
    EntityId,
    Kind,
    Mention,
    SetAside,
    TitleBasis,
)
from index.model.text import Piece, Span
from index.shelf.articles import (
    ArticleReader,
    ArticleWriter,
    FileState,
    segment_path,
)
from index.shelf.entity_counts import EntityTally, load_names, load_tally, save_tally
from index.shelf.generations import Manifest, Shelf

NOW = datetime(2026, 11, 21, 20, 15, tzinfo=UTC)
MANIFEST = Manifest(
    recoupe="1", schema=1, analysis="a", gazetteers="g", settings="s", corpus="c",
    articles=1, skipped=0,
)  # fmt: skip


def article(id: str = "rabat", text: str = "Le comité s’est réuni à Rabat.") -> Article:
    end = len(text)
    return Article(
        id=ArticleId(id),
        path=f"{id}.txt",
        sha256="0" * 64,
        encoding="utf-8",
        title="Le comité…",
        title_basis=TitleBasis.FIRST_WORDS,
        text=text,
        paragraphs=(Span(0, end),),
        pieces=(Piece(0, end, 4, 4 + end),),
        published=DateValue("2023-01", "2023-01-01", "2023-01-31", Basis.INFERRED),
        set_aside=(SetAside(0, 3, "interface"),),
        set_aside_texts=("close",),
        annotations=Annotations(
            sentences=(Span(0, end),),
            mentions=(Mention(end - 6, end - 1, EntityId("place:rabat"), Kind.PLACE),),
        ),
    )


def test_articles_come_back_as_they_went(tmp_path: Path) -> None:
    writer = ArticleWriter(segment_path(tmp_path, 0))
    writer.add(article())
    writer.add_file(FileState("rabat.txt", 30, 12, None))
    writer.add_file(FileState("vide.txt", 0, 12, "The file is empty."))
    writer.close()
    reader = ArticleReader(tmp_path)
    assert reader.article(ArticleId("rabat")) == article()
    assert reader.ids() == ("rabat",)
    assert reader.ids_by_path() == {"rabat.txt": ["rabat"]}
    assert [file.path for file in reader.unread()] == ["vide.txt"]
    with pytest.raises(ArticleUnknownError):
        reader.article(ArticleId("autre"))
    reader.close()


def test_a_later_segment_counts_before_an_earlier_one(tmp_path: Path) -> None:
    for number, text in enumerate(("Premier texte.", "Second texte.")):
        writer = ArticleWriter(segment_path(tmp_path, number))
        writer.add(article(text=text))
        writer.close()
    reader = ArticleReader(tmp_path)
    assert reader.article(ArticleId("rabat")).text == "Second texte."
    assert reader.ids() == ("rabat",)
    reader.close()


def test_entities_are_counted_with_their_forms(tmp_path: Path) -> None:
    tally = EntityTally()
    tally.add(article("a"))
    tally.add(article("b"))
    (rabat,) = tally.entities()
    assert (rabat.articles, rabat.mentions, rabat.forms[0].surface) == (2, 2, "Rabat")
    save_tally(tmp_path, 0, tally)
    assert load_tally(tmp_path).entities() == (rabat,)
    update = EntityTally()
    update.add(article("b"), times=-1)
    save_tally(tmp_path, 1, update)
    (rabat,) = load_tally(tmp_path).entities()
    assert (rabat.articles, rabat.mentions) == (1, 1)


def test_tallies_of_several_processes_add_up() -> None:
    whole, first, second = EntityTally(), EntityTally(), EntityTally()
    for tally, id in ((first, "a"), (second, "b"), (whole, "a"), (whole, "b")):
        tally.add(article(id))
    first.merge(second)
    assert first.entities() == whole.entities()


def test_publishing_switches_in_one_step(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "index")
    with pytest.raises(IndexMissingError):
        shelf.require()
    for content in ("one", "two", "three"):
        with shelf.building(NOW) as aside:
            (aside / "data").write_text(content, encoding="utf-8")
            generation = shelf.publish(aside, MANIFEST)
        assert (shelf.require().folder / "data").read_text(encoding="utf-8") == content
        assert shelf.require() == generation
    kept = [path for path in shelf.folder.iterdir() if path.is_dir()]
    assert len(kept) == 2, "the generation in use and the one before"


def test_builds_within_one_second_stay_in_order(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    names = []
    for _ in range(12):
        with shelf.building(NOW) as aside:
            names.append(shelf.publish(aside, MANIFEST).name)
        assert shelf.require().name == names[-1]
    assert names == sorted(names)


def test_a_clock_that_goes_back_costs_no_index(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for days in (2, 1, 0):
        with shelf.building(NOW + timedelta(days=days)) as aside:
            shelf.publish(aside, MANIFEST)
        shelf.require()


def test_a_build_that_dies_leaves_the_index_in_use(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with shelf.building(NOW) as aside:
        shelf.publish(aside, MANIFEST)
    before = shelf.require()
    with pytest.raises(KeyboardInterrupt), shelf.building(NOW) as aside:
        (aside / "half").write_text("done", encoding="utf-8")
        raise KeyboardInterrupt
    assert shelf.require() == before
    assert not list(tmp_path.glob("*.building"))


def test_leftovers_of_a_killed_build_are_removed(tmp_path: Path) -> None:
    (tmp_path / "2020-01-01T00-00-00Z.building").mkdir()
    with Shelf(tmp_path).building(NOW) as aside:
        assert [path.name for path in tmp_path.glob("*.building")] == [aside.name]


def test_a_damaged_pointer_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "current").write_bytes(b"\xff\xfe nowhere")
    assert Shelf(tmp_path).current() is None


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    hold = (
        "import sys; from filelock import FileLock\n"
        f"lock = FileLock({str(tmp_path / 'lock')!r}); lock.acquire()\n"
        "print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-P", "-c", hold],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "held"
        (tmp_path / "builder").write_text(str(other.pid), encoding="utf-8")
        with pytest.raises(IndexBusyError, match=str(other.pid)), Shelf(tmp_path).building(NOW):
            pass
        assert Shelf(tmp_path).builder() == other.pid
        other.communicate()
    assert Shelf(tmp_path).builder() is None
    with FileLock(tmp_path / "lock").acquire(timeout=0):
        pass


def test_ids_of_a_path_are_those_that_still_count(tmp_path: Path) -> None:
    first = ArticleWriter(segment_path(tmp_path, 0))
    for id in ("fes", "oujda", "rabat"):
        first.add(article(id))
    first.close()
    second = ArticleWriter(segment_path(tmp_path, 1))
    second.withdraw([ArticleId("fes"), ArticleId("rabat")])
    second.add(article("rabat", "Autre texte."))
    second.close()
    reader = ArticleReader(tmp_path)
    paths = ["rabat.txt", "fes.txt", "oujda.txt", "inconnu.txt"]
    assert reader.ids_in(paths) == ("rabat", "oujda")
    held = reader.ids_by_path()
    assert reader.ids_in(paths) == tuple(id for path in paths for id in held.get(path, ()))
    reader.close()


def test_names_are_those_of_the_tally(tmp_path: Path) -> None:
    for number, name in enumerate(("Rabat", "Rabat (Maroc)")):
        tally = EntityTally()
        tally.add(article("a"))
        tally.names = {EntityId("place:rabat"): name, EntityId(f"place:{number}"): str(number)}
        save_tally(tmp_path, number, tally)
    assert load_names(tmp_path) == load_tally(tmp_path).names
    assert load_names(tmp_path)[EntityId("place:rabat")] == "Rabat"


def test_what_a_later_segment_says_of_a_file_counts(tmp_path: Path) -> None:
    told = [
        {"a": "broken", "b": "broken", "c": "broken", "d": None},
        {"a": None, "b": "empty", "d": "closed"},
    ]
    for number, files in enumerate(told):
        writer = ArticleWriter(segment_path(tmp_path, number))
        for path, reason in files.items():
            writer.add_file(FileState(path, 1, 1, reason))
        writer.add_gone(["c"] if number else [])
        writer.close()
    reader = ArticleReader(tmp_path)
    assert [(one.path, one.reason) for one in reader.unread()] == [("b", "empty"), ("d", "closed")]
    assert {path: state.reason for path, state in reader.files().items()} == {
        "a": None,
        "b": "empty",
        "d": "closed",
    }
    reader.close()
