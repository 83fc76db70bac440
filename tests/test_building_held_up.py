"""A process whose file spends its time in C, where no signal is seen, is ended and replaced; one
that only waits for a processor is not."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from index.building import file_articles, limit
from index.building.build import rebuild, update
from index.building.difference import TOO_SLOW
from index.building.stillness import Stillness, processor_seconds
from index.library import Library
from index.model.article import Unread
from index.model.building import BuildEvent, Progressed, Skipped
from index.settings.places import Places, find_places

ROOT = Path(__file__).parent.parent
NUMBER = 8
STUCK = """
import hashlib
import threading
import index.building.file_articles as reading

annotate = reading.annotate_text


def held_up(article, *read):
    if article.id in {ids}:
        {does}
    return annotate(article, *read)


reading.annotate_text = held_up
"""
IN_A_LIBRARY = 'hashlib.pbkdf2_hmac("sha256", b"", b"", 2_000_000_000)'
"""One call of a library, which no signal of Python interrupts."""
IN_A_LOCK = "lock = threading.Lock(); lock.acquire(); lock.acquire()"
STARVED = "threading.Event().wait({seconds})"
"""As on a machine that gives the process no processor for so long."""


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setattr("index.building.build.processes", lambda files, size: 2)
    monkeypatch.setattr(limit, "PATIENCE", 3.0)
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(NUMBER):
        text = f"Le phare {number}\n\nLe conseil a voté mardi le budget du phare {number}.\n"
        (folder / f"a{number}.txt").write_text(text, encoding="utf-8")
    return find_places(corpus=str(folder), index=str(tmp_path / "index"))


def hold_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *ids: str, does: str = IN_A_LIBRARY
) -> None:
    """Every process that is started from now on is held up by these articles, copies of this one too."""
    stuck = STUCK.format(ids=set(ids), does=does)
    (tmp_path / "sitecustomize.py").write_text(stuck, "utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path), str(ROOT))))
    monkeypatch.setattr(file_articles, "annotate_text", file_articles.annotate_text)
    exec(stuck, {})


def start_by(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if way == "fork" and not sys.platform.startswith("linux"):
        pytest.skip("Only Linux copies a process without danger.")
    monkeypatch.setattr("index.building.worker.start_method", lambda: way)
    monkeypatch.setattr("index.building.team.start_method", lambda: way)


@pytest.mark.parametrize(
    ("way", "slow"), [("spawn", ("a3",)), ("fork", ("a3",)), ("fork", ("a2", "a3"))]
)
def test_the_file_is_left_out_and_the_build_goes_on(
    way: str,
    slow: tuple[str, ...],
    places: Places,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start_by(way, monkeypatch)
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


def test_a_file_that_gets_no_processor_is_read_however_late_it_is(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limit, "PATIENCE", 1.0)
    hold_up(tmp_path, monkeypatch, "a3", does=STARVED.format(seconds=2.5))
    published = rebuild(places, lambda event: None)
    assert (published.articles, published.skipped) == (NUMBER, 0)


def test_a_file_that_waits_for_ever_and_uses_no_processor_is_left_out(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limit, "ASLEEP", 6.0)
    with monkeypatch.context() as narrow:
        hold_up(tmp_path, narrow, "a3", does=IN_A_LOCK)
        published = rebuild(places, lambda event: None)
    assert (published.articles, published.skipped) == (NUMBER - 1, 1)
    assert update(places, lambda event: None).articles == NUMBER


LOOKS = {
    "the first look": ([(1, 9, 500, 9000)], False),
    "as much of the processor as is allowed": ([(1, 0, 5, 0), (1, 0, 105, 9)], False),
    "more of it": ([(1, 0, 5, 0), (1, 0, 106, 9)], True),
    "more of it, with a sign of life between": (
        [(1, 0, 5, 0), (1, 1, 95, 9), (1, 1, 195, 19)],
        False,
    ),
    "more of it, with another file": ([(1, 0, 5, 0), (2, 0, 106, 9)], False),
    "more of it, without any file": ([(0, 7, 5, 0), (0, 7, 500, 99)], False),
    "no processor": ([(1, 0, 5, at) for at in range(0, 401, 10)], False),
    "no processor, for longer": ([(1, 0, 5, at) for at in range(0, 411, 10)], True),
    "little processor": ([(1, 0, at / 10, at) for at in range(0, 401, 10)], False),
    "everybody was stopped": ([(1, 0, 5, 0), (1, 0, 5, 9000), (1, 0, 5, 99000)], False),
    "the clock was set back": ([(1, 0, 5, 9000), (1, 0, 5, 0)], False),
    "a system that does not tell": ([(1, 0, 0, at) for at in range(0, 411, 10)], True),
}
"""Looks at a process (file, pieces, seconds of the processor, of the clock), and whether it is held up."""


@pytest.mark.parametrize("name", LOOKS)
def test_the_processor_counts_and_the_clock_only_after_long(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limit, "PATIENCE", 100.0)
    monkeypatch.setattr(limit, "ASLEEP", 400.0)
    looks, held_up = LOOKS[name]
    stillness = Stillness()
    told = [stillness.is_too_long(look[:2], look[2], look[3]) for look in looks]
    assert told == [False] * (len(looks) - 1) + [held_up]


def test_the_processor_time_of_a_process_is_told_where_the_system_tells_it() -> None:
    used = processor_seconds(os.getpid())
    assert used == (pytest.approx(time.process_time(), abs=1.0) if Path("/proc").is_dir() else 0.0)
    assert processor_seconds(2**30) == 0.0


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
