"""Keeping an index up with its corpus: what is moved, touched, closed, taught, learnt, and followed."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

from index.building import build, difference, file_articles
from index.building.build import rebuild, update
from index.building.fitness import why_outdated
from index.building.watching import watch
from index.cli.main import run
from index.corpus import file_reading, folder
from index.library import Library
from index.model.article import Article, Loss, Noted
from index.model.building import BuildEvent
from index.settings.places import Places, find_places
from index.shelf.articles import FileState
from index.shelf.generations import Shelf
from index.shelf.moves import load_moves

LINE = "Retrouvez la Gazette en kiosque le samedi matin"
TEXT = """Le conseil du port {n} vote le budget

Le conseil du port numéro {n} a voté mardi son budget. « Les quais seront refaits », a déclaré la directrice, Anne Tanguy, devant la presse réunie à Brest.

{line}

Le phare de l’île sera repeint avant l’été prochain, a promis Anne Tanguy à la fin de la séance du port {n}.
"""


def nobody(event: BuildEvent) -> None:
    """A report that nobody reads."""


def places_of(tmp_path: Path) -> Places:
    return find_places(
        corpus=str(tmp_path / "ports"), index=str(tmp_path / "index"), environment={}
    )


@pytest.fixture
def places(tmp_path: Path) -> Places:
    corpus = tmp_path / "ports"
    corpus.mkdir()
    for number in range(8):
        path = corpus / f"port{number}.txt"
        path.write_text(TEXT.format(n=number, line=LINE), encoding="utf-8")
    return places_of(tmp_path)


@pytest.fixture
def read_now(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read from now on."""
    names: list[str] = []
    original = file_articles.read_file

    def watched(file, **options):  # type: ignore[no-untyped-def]
        names.append(file.relative)
        return original(file, **options)

    monkeypatch.setattr(file_articles, "read_file", watched)
    return names


def articles(places: Places) -> dict[str, Article]:
    library = Library.open(places)
    try:
        return {id: library.article(id) for id in library.ids()}
    finally:
        library.close()


def test_lines_that_a_source_repeats_are_learnt_whatever_the_number_of_processes(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(places, nobody)
    alone = articles(places)
    library = Library.open(places)
    (line,) = library.learnt_noise()
    library.close()
    assert (line.text, line.articles) == (LINE, 8)
    for article in alone.values():
        assert LINE not in article.text
        assert LINE in article.set_aside_texts
        surfaces = [article.text[m.start : m.end] for m in article.annotations.mentions]
        assert surfaces.count("Anne Tanguy") == 2
    monkeypatch.setattr(build, "processes", lambda files, size: 3)
    rebuild(places, nobody)
    assert articles(places) == alone


def test_what_was_learnt_holds_for_new_files_and_stays_learnt(places: Places) -> None:
    rebuild(places, nobody)
    new = places.corpus / "nouveau.txt"
    new.write_text(TEXT.format(n="neuf", line=LINE), encoding="utf-8")
    update(places, nobody)
    assert LINE not in articles(places)["nouveau"].text
    for number in range(20, 80):
        path = places.corpus / f"port{number}.txt"
        path.write_text(TEXT.format(n=number, line=LINE), encoding="utf-8")
    update(places, nobody)
    assert not [id for id, article in articles(places).items() if LINE in article.text]


def test_a_learnt_line_can_be_refused(places: Places, tmp_path: Path) -> None:
    rebuild(places, nobody)
    (places.corpus / "recoupe.yaml").write_text(f"keep: [{LINE}]\n", encoding="utf-8")
    again = places_of(tmp_path)
    assert why_outdated(again) == "the settings of the corpus have changed"
    update(again, nobody)
    assert all(LINE in article.text for article in articles(again).values())


def test_rules_of_a_source_reach_the_build(places: Places, tmp_path: Path) -> None:
    table = "Manchette;Contenu\nLe quai rouvre;" + TEXT.format(n=1, line="").replace("\n", " ")
    (places.corpus / "table.csv").write_text(table, encoding="utf-8")
    rebuild(places, nobody)
    (places.corpus / "recoupe.yaml").write_text(
        "columns: {Manchette: title}\nsources:\n- {source: Le Phare, files: [port*.txt]}\n",
        encoding="utf-8",
    )
    again = places_of(tmp_path)
    update(again, nobody)
    found = articles(again)
    assert (found["port1"].source, found["table#1"].source) == ("Le Phare", None)
    assert found["table#1"].title == "Le quai rouvre"
    (places.corpus / "recoupe-gazette.yaml").write_text("source: X\nfiles: [x]", encoding="utf-8")
    assert why_outdated(again) == "the settings of the corpus have changed"


@pytest.mark.parametrize("few", [True, False])
def test_a_moved_file_is_the_same_article(
    places: Places, read_now: list[str], monkeypatch: pytest.MonkeyPatch, few: bool
) -> None:
    if not few:
        monkeypatch.setattr(build, "can_be_added", lambda changed, generation: False)
    rebuild(places, nobody)
    before = articles(places)["port3"]
    read_now.clear()
    (places.corpus / "archives").mkdir()
    (places.corpus / "port3.txt").rename(places.corpus / "archives" / "le port.txt")
    update(places, nobody)
    found = articles(places)
    assert read_now == []
    assert "port3" not in found
    moved = found["archives/le port"]
    assert (moved.path, moved.text, moved.annotations) == (
        "archives/le port.txt",
        before.text,
        before.annotations,
    )
    assert load_moves(Shelf(places.index).require().folder) == {"port3": "archives/le port"}


def test_a_file_that_was_only_touched_is_not_read_again(
    places: Places, read_now: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rebuild(places, nobody)
    read_now.clear()
    os.utime(places.corpus / "port3.txt", ns=(1, 1))
    assert why_outdated(places) is None
    assert update(places, nobody).generation == first.generation
    assert read_now == []
    monkeypatch.setattr("index.building.difference.file_digest", lambda file: None)
    assert why_outdated(places) is None, "its new time is known now"
    same_size = (places.corpus / "port3.txt").read_bytes().replace(b"Brest", b"Lorie")
    (places.corpus / "port3.txt").write_bytes(same_size)
    update(places, nobody)
    assert read_now == ["port3.txt"]


def test_a_file_is_read_once_what_hindered_it_is_gone(
    places: Places, read_now: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither its size nor its time tells that it may be read now, or that a library has come."""
    closed = str(places.corpus / "port3.txt")
    with monkeypatch.context() as hindered:
        reads = file_reading.read_guarded
        hindered.setattr(
            file_reading,
            "read_guarded",
            lambda path, **rest: (
                (_ for _ in ()).throw(PermissionError())
                if str(path) == closed
                else reads(path, **rest)
            ),
        )
        hindered.setattr(difference, "_opens", lambda file: file.path != closed)
        assert rebuild(places, nobody).skipped == 1
        read_now.clear()
        assert update(places, nobody).skipped == 1 and not read_now
    assert update(places, nobody).skipped == 0 and read_now == ["port3.txt"]
    assert update(places, nobody).articles == 8 and read_now == ["port3.txt"]


@pytest.mark.parametrize(
    ("advice", "read"),
    [
        ("Feeds need a library that is missing: pip install 'json>=1'", True),
        ("They need libraries: pip install 'json>=1' 'no_such_library>=2'", False),
        ("They need libraries: pip install 'no_such_library>=2'", False),
        ("The file holds 'json>=1'.", False),
        ("The file is broken.", False),
    ],
)
@pytest.mark.parametrize("noted", [False, True])
def test_a_file_whose_library_has_come_is_read(
    advice: str, noted: bool, read: bool, tmp_path: Path
) -> None:
    path = tmp_path / "a.xml"
    path.write_text("a", encoding="utf-8")
    file = folder.SourceFile(str(path), "a.xml", 1, 5)
    notes = (Noted("a.xml", Loss.REFUSED, advice, ""),) if noted else ()
    state = FileState("a.xml", 1, 5, None if noted else advice, None, notes)
    found = difference.changes([file], {"a.xml": state})
    assert (found.fresh, found.kept) == (((file,), ()) if read else ((), (file,)))


def test_every_library_that_is_advised_is_found_by_its_name() -> None:
    formats = Path(folder.__file__).with_name("formats")
    advised = {
        name
        for path in formats.glob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "pip install" in line
        for name in difference._LIBRARY.findall(line)
    }
    assert advised >= {"pypdf", "trafilatura", "feedparser", "openpyxl", "warcio"}
    for name in advised:
        pytest.importorskip(name)
        assert difference._has_come(name)


def test_a_folder_that_may_not_be_listed_is_told(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    (places.corpus / "privé").mkdir()
    (places.corpus / "privé" / "a.txt").write_text(TEXT.format(n="a", line=""), encoding="utf-8")
    original = folder._named

    def refused(path: str):  # type: ignore[no-untyped-def]
        if Path(path).name == "privé":
            raise PermissionError(13, "Permission denied")
        return original(path)

    monkeypatch.setattr(folder, "_named", refused)
    rebuild(places, nobody)
    library = Library.open(places)
    (unread,) = library.unread()
    library.close()
    assert (unread.path, "not be listed" in unread.reason) == ("privé/", True)
    assert why_outdated(places) is None
    monkeypatch.setattr(folder, "_named", original)
    update(places, nobody)
    assert "privé/a" in articles(places)


def test_watching_tells_what_a_build_would_see(places: Places, tmp_path: Path) -> None:
    (places.corpus / "recoupe.yaml").write_text("ignore: [brouillons/]\n", encoding="utf-8")
    (places.corpus / "brouillons").mkdir()
    stop = threading.Event()
    told = threading.Event()
    ended = threading.Event()

    def follow() -> None:
        for _ in watch(places_of(tmp_path), stop):
            told.set()
        ended.set()

    thread = threading.Thread(target=follow, daemon=True)
    thread.start()
    try:
        # The watch begins at a moment that nobody tells: changes go on until one is seen.
        for number in range(100):
            (places.corpus / "nouveau.txt").write_text(f"{number}", encoding="utf-8")
            if told.wait(0.3):
                break
        assert told.is_set()
    finally:
        stop.set()
        thread.join(10)
    assert ended.is_set()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.txt", True),
        (".a.txt.swp", False),
        ("brouillons/a.txt", False),
        ("recoupe.yaml", True),
        ("recoupe-gazette.yaml", True),
        ("entities/ports.yaml", True),
        ("README.md", False),
        ("sous/README.md", True),
    ],
)
def test_what_is_ignored_is_not_told(places: Places, tmp_path: Path, name: str, told: bool) -> None:
    from watchfiles import Change

    from index.building.watching import _Filter

    (places.corpus / "recoupe.yaml").write_text("ignore: [brouillons/]\n", encoding="utf-8")
    filtered = _Filter(places_of(tmp_path))
    assert filtered(Change.modified, str(places.corpus / name)) is told


def test_learnt_noise_is_printed(
    places: Places, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    where = ["--corpus", str(places.corpus), "--index", str(tmp_path / "index"), "--lang", "fr"]
    assert run(["check", "--noise", "--json", *where]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert document["noise"] == [{"source": ".", "text": LINE, "articles": 8}]
    assert run(["check", "--noise", *where]) == 0
    told = capfdbinary.readouterr()
    assert LINE in told.out.decode()
    assert "keep:" in told.err.decode()
    assert "sur 8 articles." in told.err.decode()
    assert "depuis" not in told.err.decode()
    new = places.corpus / "nouveau.txt"
    new.write_text(TEXT.format(n="neuf", line=LINE), encoding="utf-8")
    update(places, nobody)
    assert run(["check", "--noise", *where]) == 0
    # A few new files are cleaned by what is learnt and teach nothing; that is said.
    assert "1 arrivé depuis n’a pas été compté" in capfdbinary.readouterr().err.decode()
    assert run(["check", "--json", *where]) == 0
    assert "noise" not in json.loads(capfdbinary.readouterr().out)
