"""The room on the sample corpus and a real index, which it builds by itself when there is none."""

from __future__ import annotations

import contextlib
import itertools
import os
from dataclasses import replace
from pathlib import Path

import pytest
from room import arrived, part, picture, until

from index.building.build import rebuild
from index.library import Library
from index.settings.places import Places, find_places, sample_corpus
from tui.app import RoomApp, room_of
from tui.screens.compare import CompareScreen
from tui.screens.entity import EntityScreen
from tui.screens.reading_screen import ReadingScreen
from tui.widgets.article_paper import ArticlePaper
from tui.widgets.raw import RawPaper
from tui.widgets.results import Results
from tui.widgets.statement_columns import Columns

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    index = tmp_path_factory.mktemp("index")
    return find_places(corpus=str(sample_corpus()), index=str(index), language="fr", environment={})


@pytest.fixture
def room(places: Places, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> RoomApp:
    # The process that builds finds the packages without an installation, too.
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    # A desk of its own: what another test left is no business of this one.
    return room_of(replace(places, state=tmp_path))


async def test_the_room_builds_a_missing_index_and_opens_on_it(room: RoomApp) -> None:
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        assert part(pilot, "#results", Results).total >= 14


async def test_searching_reading_and_the_raw_file(room: RoomApp) -> None:
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        results = part(pilot, "#results", Results)
        everything = results.total
        await pilot.press(*"gantz")
        await until(pilot, lambda: 0 < results.total < everything)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        paper = part(pilot, "#text", ArticlePaper)
        await until(pilot, lambda: paper.article is not None and bool(paper.matches))
        assert all("gantz" in span.of(paper.article.text).casefold() for span in paper.matches)  # type: ignore[union-attr]
        await pilot.press("o")
        raw = part(pilot, "#raw", RawPaper)
        await until(pilot, lambda: len(raw.lines) > 5)


async def test_two_sources_of_one_event_stand_side_by_side(room: RoomApp) -> None:
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"gantz accord")
        results = part(pilot, "#results", Results)
        await until(pilot, lambda: 1 < results.total < 20)
        await pilot.press("enter", "space", "space", "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
        columns = part(pilot, "#columns", Columns)
        await until(pilot, lambda: any(s.row for s in columns.statements))
        for view in ("aligné", "texte", "tableau", "faits"):
            await pilot.press("V")
            await until(pilot, lambda view=view: f"▸ {view}" in picture(pilot) or view == "texte")  # type: ignore[misc]


async def test_the_card_of_an_entity(room: RoomApp) -> None:
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "3")
        await until(pilot, lambda: "Benny Gantz" in picture(pilot))
        await pilot.press("f", *"gantz", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntityScreen))
        await until(pilot, lambda: "M. Gantz" in picture(pilot) and "Années" in picture(pilot))


async def test_an_open_room_follows_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "quai.txt").write_text("Le quai rouvre.\n\nIl rouvre en mars, a dit le port.\n")
    (corpus / "pont.txt").write_text("Le pont ferme.\n\nIl ferme en mai, a dit la ville.\n")
    places = find_places(
        corpus=str(corpus), index=str(tmp_path / "index"), language="fr", environment={}
    )
    app = room_of(places, watch=True)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await arrived(pilot)
        assert "↻" in picture(pilot)
        results = part(pilot, "#results", Results)
        await pilot.press("enter", "down", "space")
        here, kept = results.cursor, app.session.kept.articles
        for number in range(50):
            # The watch begins at a moment that nobody tells: a file comes until one is seen.
            name = corpus / f"{number % 2}.txt"
            name.write_text(f"Une digue.\n\nElle a été bâtie en {1900 + number}.\n")
            with contextlib.suppress(AssertionError):
                await until(pilot, lambda: results.total >= 3, patience=100)
                break
        assert results.total >= 3
        assert "nouve" in picture(pilot)
        assert (results.cursor, app.session.kept.articles) == (here, kept)
        assert screen is app.screen


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of Unix")
async def test_the_files_that_were_passed_over_are_told_as_by_check(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "folder").mkdir(parents=True)
    (corpus / "a.txt").write_text("Le phare\n\nLe conseil a voté le budget du phare.\n", "utf-8")
    os.mkfifo(corpus / "pipe.txt")
    links = {"dead.txt": "nowhere", "endless.txt": "/dev/zero", "out": "/etc", "linked": "folder"}
    for name, target in links.items():
        (corpus / name).symlink_to(target)
    places = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    rebuild(places, lambda event: None)
    library = Library.open(places)
    told = library.unread()
    library.close()
    assert {file.path for file in told} == {"pipe.txt", *links}
    async with room_of(replace(places, state=tmp_path)).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("escape", "P")
        await until(pilot, lambda: "pipe.txt" in picture(pilot))
        lines = [line.strip(" │") for line in picture(pilot).splitlines()]
        listed = dict(itertools.pairwise(lines))
        say = pilot.app.screen.t
        assert {file.path: listed[file.path] for file in told} == {
            file.path: say(file.reason) for file in told
        }
