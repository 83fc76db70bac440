"""Where one arrives: recent corpora, a folder with completion and a tree, the sample, the tour."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from room import arrived, part, picture, settled, until
from textual.pilot import Pilot
from textual.widgets import Input

from index.model.found import Overview
from index.settings.places import Places, find_places, sample_corpus
from tui.app import RoomApp, corpora_of, room_of
from tui.corpora import Corpora, Recent
from tui.screens.arrival import ArrivalScreen, Choices
from tui.screens.folder_choice import FolderScreen, FolderTree
from tui.screens.opening_screen import OpeningScreen
from tui.screens.search import SearchScreen
from tui.screens.tour import TourScreen
from tui.widgets.query import Query

ROOT = Path(__file__).parent.parent
SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Places:
    index = tmp_path_factory.mktemp("index")
    return find_places(index=str(index), language="fr", environment={})


@pytest.fixture
def room(shared: Places, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> RoomApp:
    """A room to which no corpus was named."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("HOME", str(tmp_path))
    places = replace(shared, state=tmp_path / "state")
    made = room_of(places)
    made.session.corpora = corpora_of(places)
    return made


def recent(path: str, name: str, **years: int) -> Recent:
    numbers = [int(year[1:]) for year in years]
    return Recent(
        path=path,
        name=name,
        articles=sum(years.values()),
        sources=2,
        first=min(numbers),
        last=max(numbers),
        years={year[1:]: number for year, number in years.items()},
    )


def corpora(folder: Path) -> Corpora:
    return Corpora(
        here=folder / "ici", sample=folder / "sample", file=folder / "c.json", toured=folder / "t"
    )


async def here(pilot: Pilot[int]) -> Choices:
    await until(pilot, lambda: isinstance(pilot.app.screen, ArrivalScreen))
    choices = part(pilot, "#arrival", Choices)
    await until(pilot, lambda: bool(choices.cursor))
    return choices


def test_recent_corpora_are_told_the_latest_first(tmp_path: Path) -> None:
    known = corpora(tmp_path)
    assert known.recent() == []
    overview = Overview("Ici", 12, 3, 2021, 2023, 0)
    known.file.write_text("[{}]", encoding="utf-8")
    assert known.recent() == []
    known.note(overview, {"2021": 4, "2023": 8})
    other = replace(known, here=tmp_path / "là")
    other.note(replace(overview, corpus="Là"), {"2021": 1})
    known.note(overview, {"2021": 4, "2023": 8})
    assert [one.name for one in known.recent()] == ["Ici", "Là"]
    assert known.recent()[0].line() == "▅▁█"
    sample = replace(known, here=known.sample)
    sample.note(overview, {})
    assert len(known.recent()) == 2
    for number in range(30):
        replace(known, here=tmp_path / str(number)).note(overview, {})
    assert len(known.recent()) == 12


def test_many_years_share_the_cells_of_the_line() -> None:
    one = recent("x", "x", y1900=1, y1950=3, y2024=6)
    assert len(one.line()) <= 16 and one.line().endswith("█")


@pytest.mark.parametrize("size", SIZES)
async def test_without_a_corpus_one_arrives_at_the_choice(
    room: RoomApp, size: tuple[int, int], tmp_path: Path
) -> None:
    assert room.session.corpora is not None
    there = tmp_path / "presse"
    there.mkdir()
    listed = [
        recent(str(there), "Presse", y2021=3, y2022=9),
        recent(str(tmp_path / "parti"), "Parti", y2020=1),
    ]
    room.session.corpora.file.parent.mkdir()
    told = [{name: getattr(one, name) for name in Recent.__struct_fields__} for one in listed]
    room.session.corpora.file.write_text(json.dumps(told), encoding="utf-8")
    async with room.run_test(size=size) as pilot:
        choices = await here(pilot)
        assert choices.cursor == f"at:{there}"
        await until(pilot, lambda: "n’est plus là" in picture(pilot))
        seen = await settled(pilot)
        for words in (
            "Ouvrir un dossier…",
            "Presse  12 articles",
            "▄█",
            "Corpus d’exemple",
            "Visite",
        ):
            assert words in seen
        await pilot.press("escape", "1", "2")
        assert isinstance(pilot.app.screen, ArrivalScreen)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_what_is_offered_is_told_whole(
    shared: Places, tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    made = room_of(replace(shared, state=tmp_path / "state", language=language))
    made.session.corpora = replace(corpora_of(shared), arriving=True)
    async with made.run_test(size=size) as pilot:
        await here(pilot)
        assert "…" not in (await settled(pilot)).replace("dossier…", "").replace("folder…", "")


async def test_the_sample_has_a_name_for_people(sample_places: Places) -> None:
    async with room_of(sample_places).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        first = picture(pilot).splitlines()[0]
        assert " exemple · " in first.replace("d’", " ") and "seeds" not in first


async def test_the_sample_opens_with_the_tour_until_that_was_left(room: RoomApp) -> None:
    room.session.corpora.arriving = True  # type: ignore[union-attr]
    async with room.run_test(size=(120, 40)) as pilot:
        choices = await here(pilot)
        choices.move_to("sample")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, TourScreen))
        assert "Visite 1/6" in await settled(pilot)
        titles = ["Lire", "Confronter", "Qui dit quoi", "Garder", "Emporter"]
        for number, title in enumerate(titles, start=2):
            await pilot.press("enter")
            await until(pilot, lambda n=number: f"Visite {n}/6" in picture(pilot))  # type: ignore[misc]
            assert title in picture(pilot)
        await pilot.press("left")
        await until(pilot, lambda: "Visite 5/6" in picture(pilot))
        assert room.session.corpora is not None and room.session.corpora.tour_due
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        assert not room.session.corpora.tour_due
        # The tour's word does not stay in the line, else what is typed next would stand behind it.
        await until(pilot, lambda: _search(pilot).query_line.value == "")


def _search(pilot: Pilot[None]) -> SearchScreen:
    assert isinstance(pilot.app.screen, SearchScreen)
    return pilot.app.screen


async def test_a_folder_is_typed_with_completion_and_opened(room: RoomApp, tmp_path: Path) -> None:
    for name in ("presse-2021", "presse-2022", "photos"):
        (tmp_path / "corpus" / name).mkdir(parents=True)
    (tmp_path / "corpus" / "presse-2022" / "un.txt").write_text("Le quai\n\nIl ferme.")
    async with room.run_test(size=(120, 40)) as pilot:
        await here(pilot)
        await pilot.press("O")
        await until(pilot, lambda: isinstance(pilot.app.screen, FolderScreen))
        path = part(pilot, "#path", Input)
        assert path.value == f"{tmp_path}/"
        await pilot.press(*"co", "tab")
        await until(pilot, lambda: path.value == f"{tmp_path}/corpus/")
        await until(pilot, lambda: "photos" in picture(pilot))
        await pilot.press("p", "r", "tab")
        await until(pilot, lambda: path.value == f"{tmp_path}/corpus/presse-202")
        await pilot.press("2", "tab")
        await until(pilot, lambda: "un.txt" in picture(pilot))
        assert "ce dossier  1 fichier" in picture(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: bool(room.session.corpora and room.session.corpora.chosen))
    assert room.session.corpora is not None
    assert room.session.corpora.chosen == tmp_path / "corpus" / "presse-2022"


async def test_the_tree_is_walked_by_keyboard_and_by_mouse(room: RoomApp, tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "un.txt").write_text("Le quai\n\nIl ferme.")
    async with room.run_test(size=(120, 40)) as pilot:
        await here(pilot)
        await pilot.press("O")
        await until(pilot, lambda: isinstance(pilot.app.screen, FolderScreen))
        tree = part(pilot, "#tree", FolderTree)
        await until(pilot, lambda: bool(tree.known))
        await pilot.press("down", "down", "right")
        await until(pilot, lambda: tree.cursor == str(tmp_path / "a") and bool(tree.open))
        await pilot.press("left")
        await until(pilot, lambda: not tree.open)
        line = tree.line_of(str(tmp_path / "a"))
        assert line is not None
        await pilot.click(tree, offset=(2, line))
        await until(pilot, lambda: "▸ b" in picture(pilot))
        line = tree.line_of(str(tmp_path / "a" / "b"))
        assert line is not None
        await pilot.click(tree, offset=(8, line))
        await pilot.click(tree, offset=(8, line))
        await until(pilot, lambda: bool(room.session.corpora and room.session.corpora.chosen))
    assert room.session.corpora is not None
    assert room.session.corpora.chosen == tmp_path / "a" / "b"


async def test_what_cannot_be_opened_is_said_and_one_chooses_again(
    room: RoomApp, tmp_path: Path
) -> None:
    async with room.run_test(size=(120, 40)) as pilot:
        await here(pilot)
        await pilot.press("O")
        await until(pilot, lambda: isinstance(pilot.app.screen, FolderScreen))
        part(pilot, "#path", Input).value = str(tmp_path / "absent")
        await pilot.press("enter")
        await until(pilot, lambda: any("absent" in one.message for one in pilot.app._notifications))
        assert isinstance(pilot.app.screen, ArrivalScreen)
        assert room.session.corpora is not None and room.session.corpora.chosen is None


async def test_another_corpus_is_opened_from_anywhere(room: RoomApp) -> None:
    assert room.session.corpora is not None
    room.session.corpora.arriving = False
    room.session.corpora.end_tour()
    async with room.run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        assert part(pilot, "#query", Query).has_focus
        await pilot.press("ctrl+o")
        await here(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await pilot.press("down", "enter", "O")
        choices = await here(pilot)
        choices.move_to("sample")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        assert room.session.corpora.chosen is None


async def test_a_corpus_that_cannot_be_read_leads_to_another(tmp_path: Path) -> None:
    empty = tmp_path / "vide"
    empty.mkdir()
    index = str(tmp_path / "index")
    places = find_places(corpus=str(empty), index=index, language="fr", environment={})
    room = room_of(replace(places, state=tmp_path / "state"))
    room.session.corpora = corpora_of(replace(places, state=tmp_path / "state"))
    async with room.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "La salle ne peut pas ouvrir" in picture(pilot))
        assert isinstance(pilot.app.screen, OpeningScreen)
        await pilot.press("O")
        await here(pilot)


def test_the_sample_is_what_is_opened_without_a_name() -> None:
    places = find_places(environment={})
    assert corpora_of(places).arriving and corpora_of(places).here == sample_corpus()
    named = find_places(corpus=str(sample_corpus()), environment={})
    assert not corpora_of(named).arriving
