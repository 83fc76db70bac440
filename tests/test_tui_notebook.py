"""The notebook in the room: passages selected and kept, noted and ordered; saved searches beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from room import arrived, part, picture, reading, settled, until
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import Input

from index.cli.main import run
from index.interface.texts import texts_for
from index.model.article import ArticleId, DateValue
from index.model.notes import NotedProof
from index.model.text import Span
from index.settings.places import Places, find_places
from tui.app import RoomApp, room_of
from tui.screens.decide.noting import NoteScreen
from tui.screens.entrynote import EntryNoteScreen
from tui.screens.notebook_screen import NotebookScreen
from tui.screens.reading_screen import ReadingScreen
from tui.screens.search import SearchScreen
from tui.widgets.notedlist import NotedList, given_in
from tui.widgets.query import Query
from tui.widgets.results import Results
from tui.widgets.searchlist import SearchList
from tui.widgets.selecting import trimmed


async def test_a_passage_is_selected_by_sentences_and_kept(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(120, 40)) as pilot:
        paper = await reading(pilot)
        article = paper.article
        assert article is not None
        await pilot.press("v")
        first = paper.chosen
        assert first is not None and first in [tuple(one) for one in article.annotations.sentences]
        await pilot.press("down", "shift+down")
        chosen = paper.chosen
        assert (
            chosen is not None and chosen.start >= first.end and chosen.length > first.length // 4
        )
        words = chosen.of(article.text)
        await pilot.press("shift+left")
        assert paper.chosen is not None and words.startswith(paper.chosen.of(article.text))
        await pilot.press("shift+right", "space")
        await until(pilot, lambda: bool(paper.noted))
        assert paper.noted == (chosen,) and paper.selected is None
        assert "✎" in picture(pilot)
        await pilot.press("5")
        await until(pilot, lambda: isinstance(pilot.app.screen, NotebookScreen))
        listed = part(pilot, "#noted", NotedList)
        await until(pilot, lambda: bool(listed.noted))
        assert listed.noted is not None and listed.noted[0].text == words


@pytest.mark.parametrize(("on", "back"), [("down", "up"), ("j", "k")])
async def test_a_selection_moves_by_the_keys_that_move(
    sample_places: Places, on: str, back: str
) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(120, 40)) as pilot:
        paper = await reading(pilot)
        await pilot.press("v")
        first = paper.chosen
        assert first is not None
        await pilot.press(on)
        assert paper.chosen is not None and paper.chosen.start >= first.end
        await pilot.press(back)
        assert paper.chosen == first


async def test_a_note_after_keeping_a_passage_is_on_the_passage(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(120, 40)) as pilot:
        paper = await reading(pilot)
        await pilot.press("v", "space")
        await until(pilot, lambda: bool(paper.noted))
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryNoteScreen))
        await pilot.press(*"a verifier", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryNoteScreen))
        assert part(pilot, "#written", Input).value == "a verifier"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await pilot.press("n", "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))


async def test_a_passage_that_came_out_again_takes_no_note(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(120, 40)) as pilot:
        paper = await reading(pilot)
        await pilot.press("v", "space")
        await until(pilot, lambda: bool(paper.noted))
        await pilot.press("u")
        await until(pilot, lambda: not paper.noted)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))


async def test_entries_are_noted_ordered_dropped_and_undone(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(120, 40)) as pilot:
        await reading(pilot)
        await pilot.press("K", "v", "space")
        await pilot.press("5")
        await until(pilot, lambda: isinstance(pilot.app.screen, NotebookScreen))
        listed = part(pilot, "#noted", NotedList)
        await until(pilot, lambda: len(listed.noted or ()) == 2)
        before = [one.id for one in listed.noted or ()]
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryNoteScreen))
        await pilot.press(*"a verifier #quai", "enter")
        await until(pilot, lambda: (listed.noted or ())[0].note == "a verifier")
        assert (listed.noted or ())[0].tags == ("quai",)
        await pilot.press("shift+down")
        await until(pilot, lambda: [one.id for one in listed.noted or ()] == before[::-1])
        await pilot.press("x")
        await until(pilot, lambda: len(listed.noted or ()) == 1)
        await pilot.press("u")
        await until(pilot, lambda: len(listed.noted or ()) == 2)


async def test_an_empty_notebook_says_how_to_fill_it(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        await pilot.press("down", "5")
        await until(pilot, lambda: isinstance(pilot.app.screen, NotebookScreen))
        assert "Le carnet est encore vide." in await settled(pilot)


async def test_a_search_is_saved_and_says_what_is_new(
    sample_places: Places, tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "un.txt").write_text("Le quai ferme\n\nLe quai nord ferme mardi.", encoding="utf-8")
    index = str(tmp_path / "index")
    own = find_places(corpus=str(corpus), index=index, language="fr", environment={})
    own = replace(own, state=tmp_path / "state")
    room: RoomApp = room_of(own)
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"quai", "enter")
        await until(pilot, lambda: pilot.app.session.asked.query == "quai")  # type: ignore[attr-defined]
        await pilot.press("5")
        await until(pilot, lambda: "Garder la recherche" in picture(pilot))
        searches = part(pilot, "#searches", SearchList)
        await pilot.press("tab", "enter")
        await until(pilot, lambda: bool(searches._standing))
        assert "1 article" in await settled(pilot)
    (corpus / "deux.txt").write_text("Le quai rouvre\n\nEncore.", encoding="utf-8")
    assert run(["update", "--corpus", str(corpus), "--index", index, "--quiet"]) == 0
    again: RoomApp = room_of(own)
    async with again.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "5")
        await until(pilot, lambda: "1 nouveau depuis" in picture(pilot))
        searches = part(pilot, "#searches", SearchList)
        searches.move_to("search:quai")
        await pilot.press("tab", "x")
        await until(pilot, lambda: searches._standing == ())
        await pilot.press("u")
        await until(pilot, lambda: bool(searches._standing))
        searches.move_to("search:quai")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        assert part(pilot, "#query", Query).value == "quai"
        pilot.app.push_screen(pilot.app.session.doors.notebook())  # type: ignore[attr-defined]
        await until(pilot, lambda: isinstance(pilot.app.screen, NotebookScreen))
        searches = part(pilot, "#searches", SearchList)
        await until(pilot, lambda: bool(searches._standing))
        assert "nouveau depuis" not in await settled(pilot)


async def test_a_passage_is_selected_with_the_mouse_and_kept_without_blanks(
    sample_places: Places,
) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(120, 40)) as pilot:
        paper = await reading(pilot)
        article = paper.article
        assert article is not None
        start = article.paragraphs[0].start
        line, lead = paper.sheet.line_of(start), paper.sheet.lead
        blank = article.text.index(" ", start) - start
        at = Offset(lead + blank, line)
        paper.screen.selections = {paper: Selection(at, Offset(lead + 30, line + 1))}
        await until(pilot, lambda: paper.chosen is not None)
        chosen = paper.chosen
        assert chosen is not None and chosen.start == start + blank + 1
        await pilot.press("space")
        await until(pilot, lambda: paper.noted == (chosen,))


async def test_an_article_that_bears_a_note_is_marked_in_the_results(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(120, 40)) as pilot:
        await reading(pilot)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        assert "Échap" in await settled(pilot)
        await pilot.press(*"relire", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await pilot.press("escape")
        results = part(pilot, "#results", Results)
        await until(pilot, lambda: results.cursor in results.pencilled)


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        (" un mot ", 0, 8, "un mot"),
        ("un mot", 0, 6, "un mot"),
        ("un\u00a0 mot", 2, 7, "mot"),
        ("   ", 0, 3, None),
    ],
)
def test_blanks_at_the_ends_are_no_part_of_a_passage(
    text: str, start: int, end: int, words: str | None
) -> None:
    span = trimmed(text, start, end)
    assert (span and span.of(text)) == words


@pytest.mark.parametrize(
    ("gives", "there"),
    [
        ("Trois morts", ["Trois morts"]),
        ("Trois morts (la préfecture)", ["Trois morts", "la préfecture"]),
        ("Trois morts · deux blessés", ["Trois morts", "deux blessés"]),
        ("Trois morts · quatre blessés", []),
        ("3", []),
        ("", []),
    ],
)
def test_a_value_that_its_words_hold_is_not_told_twice(gives: str, there: list[str]) -> None:
    text = "Trois morts et deux blessés sont à déplorer, selon la préfecture."
    assert [text[span.start : span.end] for span in given_in(text, gives)] == there


@pytest.mark.parametrize("width", [60, 78, 118])
def test_the_place_of_a_proof_stands_whole(width: int) -> None:
    """A long name of a file left no room for the characters and the number of the article."""
    article = "dossier 1999/Affaire du bac - coupures de presse#12"
    proof = NotedProof(
        article=ArticleId(article), title="Le bac", source="L’Écho", published=DateValue(), path="",
        file="dossier 1999/Affaire du bac - coupures de presse.docx", span=Span(3, 9),
        kept_span=Span(3, 9), part="text", text="le bac", gives="", sha256="ab" * 32, changed=False,
    )  # fmt: skip
    lines = NotedList(texts_for("fr"))._proof(proof, width, several=False)
    shown = " ".join(" ".join(line.plain for line in lines).split())
    assert f"{article}, caractères 3–9 de l’article · SHA-256 abababababab…" in shown
    assert all(line.cell_length <= width for line in lines)
