"""The desk answers in order, gives up what is no longer asked, and turns accidents into sentences."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from invented_library import InventedLibrary

from index.errors import CorpusError, RecoupeError
from index.model.building import BuildEvent, Progressed, Published, Skipped, Started
from index.model.found import Overview, SearchRequest
from tui.desk import rest
from tui.desk.builder import Builder, Following, Stop, build_event
from tui.desk.desk import Desk


@pytest.mark.parametrize(
    ("line", "event"),
    [
        (b'{"event": "started", "files": 3}', Started(3)),
        (b'{"event": "progress", "done": 1, "files": 3, "articles": 2}', Progressed(1, 3, 2)),
        (b'{"event": "progress", "done": 1, "files": 3}', Progressed(1, 3, 0)),
        (
            b'{"event": "progress", "done": 0, "files": 1, "articles": 2, "bytes": 30, "of_bytes": 90}',
            Progressed(0, 1, 2, 30, 90),
        ),
        (b'{"event": "skipped", "path": "a", "reason": "b"}', Skipped("a", "b")),
        (
            b'{"format": 1, "event": "published", "articles": 2, "skipped": 1, "seconds": 0.5,'
            b' "generation": "g"}',
            Published(2, 1, 0.5, "g"),
        ),
        (b'{"event": "of another version"}', None),
        (b"no JSON at all", None),
        (b"[]", None),
    ],
)
def test_a_line_of_a_rebuild_is_an_event(line: bytes, event: BuildEvent | None) -> None:
    assert build_event(line) == event


async def test_all_questions_are_asked_in_one_thread_that_is_not_ours() -> None:
    threads: set[int] = set()

    class Watched(InventedLibrary):
        def overview(self) -> Overview:
            threads.add(threading.get_ident())
            return super().overview()

        def search(self, request):  # type: ignore[no-untyped-def]
            threads.add(threading.get_ident())
            return super().search(request)

    desk = Desk(Watched)
    await desk.open()
    await asyncio.gather(*(desk.search(SearchRequest(query)) for query in ("a", "b", "c")))
    desk.close()
    assert len(threads) == 1
    assert threading.get_ident() not in threads


async def test_a_question_that_was_given_up_is_not_asked() -> None:
    library, gate = InventedLibrary(), threading.Event()
    desk = Desk(lambda: library)
    await desk.open()
    waiting = asyncio.ensure_future(desk._ask(gate.wait))
    given_up = asyncio.ensure_future(desk.search(SearchRequest("première")))
    wanted = asyncio.ensure_future(desk.search(SearchRequest("seconde")))
    for _ in range(3):
        await asyncio.sleep(0)
    given_up.cancel()
    for _ in range(3):
        await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(waiting, wanted)
    desk.close()
    assert [request.query for request in library.asked] == ["seconde"]


async def test_an_accident_becomes_a_sentence_and_the_desk_goes_on() -> None:
    class Broken(InventedLibrary):
        def file_accounts(self):  # type: ignore[no-untyped-def]
            raise ZeroDivisionError("by nothing")

    desk = Desk(Broken)
    await desk.open()
    with pytest.raises(RecoupeError, match="ZeroDivisionError: by nothing"):
        await desk.files()
    assert (await desk.search(SearchRequest())).total
    desk.close()


async def test_errors_of_the_library_come_as_they_are() -> None:
    def missing() -> InventedLibrary:
        raise CorpusError("There is no corpus at {path}.", path="/x")

    desk = Desk(missing)
    with pytest.raises(CorpusError, match="no corpus at /x"):
        await desk.open()
    with pytest.raises(RecoupeError, match="not open yet"):
        await desk.files()
    desk.close()


async def test_opening_anew_closes_the_old_library() -> None:
    libraries = [InventedLibrary(), InventedLibrary()]
    fresh = iter(libraries)
    desk = Desk(lambda: next(fresh))
    await desk.open()
    await desk.open()
    desk.close()
    assert libraries[0].closed


def script(body: str) -> tuple[str, ...]:
    return (sys.executable, "-c", body)


async def test_a_rebuild_tells_what_it_does() -> None:
    body = """
print('{"event": "started", "files": 1}')
print('{"event": "published", "articles": 1, "skipped": 0, "seconds": 1, "generation": "g"}')
"""
    builder = Builder(script(body))
    events = [event async for event in builder.rebuild()]
    assert events == [Started(1), Published(1, 0, 1, "g")]


async def test_a_rebuild_that_fails_says_its_last_word() -> None:
    body = "import sys; print('first', file=sys.stderr); sys.exit('recoupe: the disk is full')"
    builder = Builder(script(body))
    with pytest.raises(RecoupeError, match=r"built: the disk is full"):
        [event async for event in builder.rebuild()]


async def test_a_rebuild_that_is_stopped_ends_its_process() -> None:
    body = """
import time
print('{"event": "started", "files": 1}', flush=True)
time.sleep(600)
"""
    builder = Builder(script(body))
    events = builder.rebuild()
    assert await anext(events) == Started(1)
    (process,) = builder._running
    await events.aclose()
    assert process.returncode is not None


async def test_a_command_that_is_called_off_ends_before_the_call_does() -> None:
    builder = Builder()
    running = asyncio.ensure_future(builder.run(script("import time; time.sleep(600)")))
    while not builder._running:
        await asyncio.sleep(0)
    (process,) = builder._running
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert process.returncode is not None and not builder._running


async def test_changed_files_are_taken_in_at_once_and_whenever_told(tmp_path: Path) -> None:
    gate, ended = threading.Event(), threading.Event()
    told = tmp_path / "told"

    def changes(stop: Stop) -> Iterator[None]:
        gate.wait(10)
        yield
        while not stop.is_set():
            stop.wait(0.05)  # type: ignore[attr-defined]
        ended.set()

    append = (sys.executable, "-c", f"open({str(told)!r}, 'a').write('x')")
    builder = Builder(following=Following(changes, append))
    updates = builder.follow()
    assert await anext(updates) is None
    assert told.read_text() == "x"
    gate.set()
    assert await anext(updates) is None
    assert told.read_text() == "xx"
    await updates.aclose()
    assert await asyncio.to_thread(ended.wait, 10)


async def test_an_update_that_fails_is_told_and_the_next_one_is_made() -> None:
    def changes(stop: Stop) -> Iterator[None]:
        yield
        raise OSError("no more watches")

    fail = (sys.executable, "-c", "import sys; sys.exit('recoupe: busy')")
    builder = Builder(following=Following(changes, fail))
    told = []
    with pytest.raises(RecoupeError, match="cannot be followed"):
        async for failed in builder.follow():
            told.append(failed)
    assert told
    assert all(failed is not None and failed.values["cause"] == "busy" for failed in told)


async def test_garbage_is_looked_for_when_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rest, "_QUIET", 0.0)
    collected = asyncio.Event()
    monkeypatch.setattr(gc, "collect", collected.set)
    # A command that ran before in this process may have set its own.
    left, before = gc.get_threshold(), (700, 10, 10)
    gc.set_threshold(*before)
    try:
        desk = Desk(InventedLibrary)
        await desk.open()
        await desk.search(SearchRequest("a"))
        assert gc.get_threshold() > before
        await asyncio.wait_for(collected.wait(), 10)
        desk.close()
        assert gc.get_threshold() == before
    finally:
        gc.set_threshold(*left)
