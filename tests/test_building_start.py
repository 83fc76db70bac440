"""How the processes of a build start, and what a copy of a process keeps of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.building.build import rebuild
from index.building.start import let_go, lists_for, open_files, start_method, warm_up
from index.library import Library
from index.settings.places import Places, find_places

ROOT = Path(__file__).parent.parent
linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Only Linux copies a process without danger."
)


def corpus_in(tmp_path: Path, number: int = 6) -> Places:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for at in range(number):
        text = f"Le phare {at}\n\n« Nous partons », a dit mardi Léa Arnal, maire du phare {at}.\n"
        (folder / f"a{at}.txt").write_text(text, encoding="utf-8")
    return find_places(corpus=str(folder), index=str(tmp_path / "index"))


@linux
def test_a_process_with_threads_is_not_copied() -> None:
    """Such as the reading room: a copy could wait for ever for a lock that another thread held."""
    if threading.active_count() == 1:
        assert start_method() == "fork"
    waiting = threading.Event()
    other = threading.Thread(target=waiting.wait)
    other.start()
    try:
        assert start_method() == "spawn"
    finally:
        waiting.set()
        other.join()


@linux
def test_a_copy_gives_up_the_files_of_the_first_process(tmp_path: Path) -> None:
    (tmp_path / "held").write_text("held", "utf-8")
    with (tmp_path / "held").open("r+") as held:
        before = open_files()
        assert held.fileno() in before
        assert not before & {0, 1, 2}
        child = os.fork()
        if not child:
            let_go(before)
            still = {os.path.realpath(f"/proc/self/fd/{file}") for file in before}
            os._exit(0 if still == {os.devnull} else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert held.read() == "held"


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_both_ways_give_the_same_index(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if way == "fork" and not sys.platform.startswith("linux"):
        pytest.skip("Only Linux copies a process without danger.")
    monkeypatch.setattr("index.building.build.processes", lambda files, size: 3)
    monkeypatch.setattr("index.building.worker.start_method", lambda: way)
    monkeypatch.setattr("index.building.team.start_method", lambda: way)
    places = corpus_in(tmp_path)
    assert rebuild(places, lambda event: None).articles == 6
    library = Library.open(places)
    article = library.article(library.ids()[0])
    assert [quote.speaker_text for quote in article.annotations.quotes] == ["Léa Arnal"]
    library.close()


def test_what_is_loaded_late_is_there_once_a_process_is_warm(tmp_path: Path) -> None:
    """The lists and patterns of the first article that is annotated, so that copies share them."""
    from index.building.job import Job
    from index.french.calendar_words import expression
    from index.french.manners import _nouns
    from index.french.saying_lexicon import lexicon

    warm_up(lists_for(Job(0, tmp_path, (), {}, ())))
    for loaded in (expression, lexicon, _nouns):
        assert loaded.cache_info().currsize == 1


@linux
def test_no_copy_outlives_a_build_that_is_killed(tmp_path: Path) -> None:
    """Nor does one keep the lock: the next build begins at once."""
    places = corpus_in(tmp_path)
    script = (
        "import index.building.build as build, index.building.file_articles as reading, os, time\n"
        "from index.settings.places import find_places\n"
        "build.processes = lambda files, size: 3\n"
        "annotate = reading.annotate_text\n"
        "def held_up(article, *read):\n"
        "    print(os.getpid(), flush=True)\n"
        "    return annotate(article, *read)\n"
        "reading.annotate_text = held_up\n"
        f"build.rebuild(find_places(corpus={str(places.corpus)!r}, index={str(places.index)!r}),"
        " lambda event: None)\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    assert int(running.stdout.readline()) != running.pid
    running.send_signal(signal.SIGKILL)
    running.wait()
    # The end of the stream comes when the last copy, which has it too, has ended.
    running.stdout.read()
    running.stdout.close()
    assert rebuild(places, lambda event: None).articles == 6
