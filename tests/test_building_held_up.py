"""A process whose file spends its time in C, where no signal is seen, is ended and replaced."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.building import limit
from index.building.build import rebuild, update
from index.building.difference import TOO_SLOW
from index.library import Library
from index.model.article import Unread
from index.model.building import BuildEvent, Progressed, Skipped
from index.settings.places import Places, find_places

ROOT = Path(__file__).parent.parent
NUMBER = 8
STUCK = """
import hashlib
import index.building.part as part

annotate = part.annotate_text


def held_up(article):
    if article.id in {ids}:
        # One call of a library, which no signal of Python interrupts.
        hashlib.pbkdf2_hmac("sha256", b"", b"", 2_000_000_000)
    return annotate(article)


part.annotate_text = held_up
"""


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setattr("index.building.build.processes", lambda files, size: 2)
    monkeypatch.setattr(limit, "PATIENCE", 4.0)
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(NUMBER):
        text = f"Le phare {number}\n\nLe conseil a voté mardi le budget du phare {number}.\n"
        (folder / f"a{number}.txt").write_text(text, encoding="utf-8")
    return find_places(corpus=str(folder), index=str(tmp_path / "index"))


def hold_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *ids: str) -> None:
    """Every process that is started from now on is held up by these articles."""
    (tmp_path / "sitecustomize.py").write_text(STUCK.format(ids=set(ids)), "utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path), str(ROOT))))


@pytest.mark.parametrize("slow", [("a3",), ("a2", "a3")])
def test_the_file_is_left_out_and_the_build_goes_on(
    slow: tuple[str, ...], places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BuildEvent] = []
    with monkeypatch.context() as narrow:
        hold_up(tmp_path, narrow, *slow)
        published = rebuild(places, told.append)
    assert (published.articles, published.skipped) == (NUMBER - len(slow), len(slow))
    # What was reported by a process that was ended is not counted twice.
    last = [event for event in told if isinstance(event, Progressed)][-1]
    assert (last.done, last.articles) == (NUMBER, NUMBER - len(slow))
    skipped = [event.path for event in told if isinstance(event, Skipped)]
    assert sorted(skipped) == [f"{id}.txt" for id in slow]
    library = Library.open(places)
    assert set(library.unread()) == {Unread(f"{id}.txt", TOO_SLOW) for id in slow}
    assert len(library.ids()) == NUMBER - len(slow)
    library.close()
    assert update(places, told.append).articles == NUMBER
    assert update(places, told.append).skipped == 0


def test_one_page_holds_up_neither_a_small_build_nor_an_update(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What libraries read that are not ours is watched, however little it is."""
    pytest.importorskip("trafilatura")
    monkeypatch.setattr("index.building.build.processes", lambda files, size: 1)
    page = "<html><body><article><h1>Le phare {n}</h1><p>{p}</p></article></body></html>"
    prose = "Le conseil municipal a voté mardi le budget, qui prévoit de réparer la digue."

    def write(name: str) -> None:
        (places.corpus / f"{name}.html").write_text(page.format(n=name, p=prose), "utf-8")

    write("b1")
    with monkeypatch.context() as narrow:
        hold_up(tmp_path, narrow, "b1", "b2")
        assert rebuild(places, lambda event: None).articles == NUMBER
        write("b2")
        write("b3")
        told: list[BuildEvent] = []
        published = update(places, told.append)
    assert (published.articles, published.skipped) == (NUMBER + 1, 2)
    assert {event.path for event in told if isinstance(event, Skipped)} == {"b1.html", "b2.html"}
    assert update(places, lambda event: None).articles == NUMBER + 3
    library = Library.open(places)
    assert {"b1", "b2", "b3", "a0"} <= {*library.ids()} and not library.unread()
    library.close()
