"""The notebook in the room: passages selected and kept, noted and ordered; exports; yesterday's desk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from room import arrived, part, picture, settled, until
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import Input

from index.cli.main import run
from index.model.article import ArticleId, EntityId
from index.settings.places import Places, find_places, sample_corpus
from tui.app import RoomApp, room_of
from tui.screens.compare import CompareScreen
from tui.screens.concordance import ConcordanceScreen
from tui.screens.decide.noting import NoteScreen
from tui.screens.entity import EntityScreen
from tui.screens.entrynote import EntryNoteScreen
from tui.screens.exporting import ExportScreen
from tui.screens.notebook import NotebookScreen
from tui.screens.reading import ReadingScreen
from tui.screens.search import SearchScreen
from tui.screens.sets import SetList, SetsScreen
from tui.widgets.columns import Columns
from tui.widgets.entitycard import EntityCard
from tui.widgets.factlist import FactList
from tui.widgets.findings import Findings
from tui.widgets.keyline import KeyLine
from tui.widgets.notedlist import NotedList
from tui.widgets.occurrences import Occurrences
from tui.widgets.query import Query
from tui.widgets.results import Results
from tui.widgets.searchlist import SearchList
from tui.widgets.selecting import SelectablePaper, trimmed
from tui.yesterday import LeftDesk, leave_desk, left_desk

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Places:
    index = tmp_path_factory.mktemp("index")
    return find_places(corpus=str(sample_corpus()), index=str(index), language="fr", environment={})


@pytest.fixture
def places(shared: Places, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Places:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)
    return replace(shared, state=tmp_path / "state")


async def reading(pilot: object) -> SelectablePaper:
    await arrived(pilot)  # type: ignore[arg-type]
    await pilot.press(*"gantz", "enter", "enter")  # type: ignore[attr-defined]
    await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))  # type: ignore[arg-type, attr-defined]
    paper = part(pilot, "#text", SelectablePaper)  # type: ignore[arg-type]
    await until(pilot, lambda: paper.article is not None)  # type: ignore[arg-type]
    return paper


async def test_a_passage_is_selected_by_sentences_and_kept(places: Places) -> None:
    room: RoomApp = room_of(places)
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


async def test_a_note_after_keeping_a_passage_is_on_the_passage(places: Places) -> None:
    room: RoomApp = room_of(places)
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


async def test_a_passage_that_came_out_again_takes_no_note(places: Places) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(120, 40)) as pilot:
        paper = await reading(pilot)
        await pilot.press("v", "space")
        await until(pilot, lambda: bool(paper.noted))
        await pilot.press("u")
        await until(pilot, lambda: not paper.noted)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))


async def test_entries_are_noted_ordered_dropped_and_undone(places: Places) -> None:
    room: RoomApp = room_of(places)
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


async def test_an_empty_notebook_says_how_to_fill_it(places: Places) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        await pilot.press("down", "5")
        await until(pilot, lambda: isinstance(pilot.app.screen, NotebookScreen))
        assert "Le carnet est encore vide." in await settled(pilot)


async def test_results_are_exported_and_nothing_is_overwritten(
    places: Places, tmp_path: Path
) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"gantz", "enter")
        await until(pilot, lambda: pilot.app.session.asked.query == "gantz")  # type: ignore[attr-defined]
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        await until(pilot, lambda: part(pilot, "#path", Input).value == "gantz.html")
        await pilot.press("enter")
        await until(pilot, lambda: (tmp_path / "gantz.html").is_file())
        page = (tmp_path / "gantz.html").read_text(encoding="utf-8")
        assert "<h1>gantz</h1>" in page
        await until(pilot, lambda: not isinstance(pilot.app.screen, ExportScreen))
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        await until(pilot, lambda: part(pilot, "#path", Input).value == "gantz-2.html")
        assert any(str(tmp_path.resolve()) in one.message for one in pilot.app._notifications)
        part(pilot, "#path", Input).value = "gantz.html"
        await pilot.press("enter")
        await until(
            pilot, lambda: any("existe déjà" in one.message for one in pilot.app._notifications)
        )
        assert (tmp_path / "gantz.html").read_text(encoding="utf-8") == page


async def test_the_next_visit_finds_the_desk_as_it_was_left(places: Places) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        everything = part(pilot, "#results", Results).total
        await pilot.press(*"gantz", "enter", "down", "space")
        results = part(pilot, "#results", Results)
        await until(pilot, lambda: 0 < results.total < everything)
        await until(pilot, lambda: bool(pilot.app.session.kept.articles))  # type: ignore[attr-defined]
        stood = results.cursor
        kept = pilot.app.session.kept.articles  # type: ignore[attr-defined]
    again: RoomApp = room_of(places)
    async with again.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        results = part(pilot, "#results", Results)
        await until(pilot, lambda: results.cursor == stood)
        assert part(pilot, "#query", Query).value == "gantz"
        assert pilot.app.session.kept.articles == kept  # type: ignore[attr-defined]


async def test_the_article_that_was_open_comes_back_where_it_was_read(places: Places) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(80, 24)) as pilot:
        paper = await reading(pilot)
        await pilot.press("pagedown")
        await until(pilot, lambda: paper.top > 0)
        article, top = paper.article, paper.top
        left = pilot.app.session.left_file  # type: ignore[attr-defined]
        await until(pilot, lambda: left_desk(left).offset > 0)
        assert article is not None
    again: RoomApp = room_of(places)
    async with again.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        paper = part(pilot, "#text", SelectablePaper)
        await until(pilot, lambda: paper.article is not None and paper.top == top)
        assert paper.article is not None and paper.article.id == article.id
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await until(pilot, lambda: left_desk(left).reading == "")
        assert part(pilot, "#query", Query).value == "gantz"
    last: RoomApp = room_of(places)
    async with last.run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        assert isinstance(pilot.app.screen, SearchScreen)


async def test_sets_of_retained_articles_have_names_and_come_back(places: Places) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("down", "space", "space")
        kept = pilot.app.session.kept  # type: ignore[attr-defined]
        await until(pilot, lambda: len(kept.articles) == 2)
        first = kept.articles
        await pilot.press("S")
        await until(pilot, lambda: isinstance(pilot.app.screen, SetsScreen))
        await pilot.press(*"incendie", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
    again: RoomApp = room_of(places)
    async with again.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        kept = pilot.app.session.kept  # type: ignore[attr-defined]
        kept.articles = ()
        await pilot.press("down", "S")
        await until(pilot, lambda: isinstance(pilot.app.screen, SetsScreen))
        sets = part(pilot, "#sets", SetList)
        await pilot.press("down", "x")
        await until(pilot, lambda: not sets.sets)
        await pilot.press("u")
        await until(pilot, lambda: list(sets.sets) == ["incendie"])
        assert "incendie  2 articles" in await settled(pilot)
        sets.move_to("incendie")
        await pilot.press("enter")
        await until(pilot, lambda: kept.articles == first)


def test_a_desk_that_cannot_be_read_is_an_empty_one(tmp_path: Path) -> None:
    file = tmp_path / "desk.json"
    assert left_desk(file) == LeftDesk()
    file.write_bytes(b'{"query": 3}')
    assert left_desk(file) == LeftDesk()
    leave_desk(file, LeftDesk(query="quai", retained=("un",)))
    assert left_desk(file).retained == ("un",)


async def test_reading_walks_on_through_all_results(places: Places) -> None:
    """The list had fetched twelve; the walk stopped there, and said « 1/12 » of more."""
    room: RoomApp = room_of(places)
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        total = part(pilot, "#results", Results).total
        fetched = len(part(pilot, "#results", Results).hits)
        assert fetched < total
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await until(pilot, lambda: f"1/{total}" in picture(pilot))
        for place in range(2, fetched + 2):
            await pilot.press("right")
            await until(pilot, lambda place=place: f"{place}/{total}" in picture(pilot))  # type: ignore[misc]


async def test_a_comparison_is_exported_with_its_facts(places: Places, tmp_path: Path) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "space", "down", "space")
        await until(pilot, lambda: len(pilot.app.session.kept.articles) == 2)  # type: ignore[attr-defined]
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        await until(pilot, lambda: part(pilot, "#path", Input).value.endswith(".html"))
        file = tmp_path / part(pilot, "#path", Input).value
        await pilot.press("enter")
        await until(pilot, lambda: file.is_file())
        assert "SHA-256" in file.read_text(encoding="utf-8")


async def comparing(pilot: object) -> FactList:
    """The facts of two accounts of the fire in the sample."""
    await arrived(pilot)  # type: ignore[arg-type]
    ids = (ArticleId("vaubrac-depeche"), ArticleId("vaubrac-local"))
    pilot.app.push_screen(pilot.app.session.doors.compare(ids))  # type: ignore[attr-defined]
    await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))  # type: ignore[arg-type, attr-defined]
    facts = part(pilot, "#facts", FactList)  # type: ignore[arg-type]
    await until(pilot, lambda: facts.current is not None)  # type: ignore[arg-type]
    return facts


def noted_ids(pilot: object) -> int:
    return len(pilot.app.session.marks.ids)  # type: ignore[attr-defined, no-any-return]


async def test_a_fact_a_quotation_and_a_row_are_kept_by_keyboard(places: Places) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(120, 40)) as pilot:
        facts = await comparing(pilot)
        fact = facts.current
        assert fact is not None and "✎" not in picture(pilot)
        await pilot.press("space")
        await until(pilot, lambda: noted_ids(pilot) == 1)
        assert facts.pencilled == {fact.id}
        await until(pilot, lambda: "✎" in picture(pilot))
        findings = part(pilot, "#findings", Findings)
        pilot.app.screen.query_one("#facts", FactList).post_message(
            FactList.ChapterChosen("quotes")
        )
        await until(pilot, lambda: findings.has_focus and findings.current is not None)
        await pilot.press("space")
        await until(pilot, lambda: noted_ids(pilot) == 2)
        assert findings.pencilled == {findings.cursor}
        await pilot.press("escape", "V")
        columns = part(pilot, "#columns", Columns)
        await until(pilot, lambda: columns.has_focus)
        await pilot.press("n", "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryNoteScreen))
        await pilot.press(*"bilan #feu", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
        await until(pilot, lambda: noted_ids(pilot) == 3)
        assert columns.pencilled == {columns.cursor}
        pilot.app.push_screen(pilot.app.session.doors.notebook())  # type: ignore[attr-defined]
        await until(pilot, lambda: isinstance(pilot.app.screen, NotebookScreen))
        listed = part(pilot, "#noted", NotedList)
        await until(pilot, lambda: bool(listed.noted) and bool((listed.noted or ())[-1].note))
        assert [one.kind for one in listed.noted or ()] == ["fact", "quote", "row"]
        assert all(len(one.proofs) >= 2 for one in (listed.noted or ())[::2])
        assert fact.label in await settled(pilot)


async def test_what_is_kept_comes_out_again_by_the_same_key(places: Places) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(120, 40)) as pilot:
        facts = await comparing(pilot)
        await pilot.press("space")
        await until(pilot, lambda: bool(facts.pencilled))
        await pilot.press("space")
        await until(pilot, lambda: not facts.pencilled)
        await pilot.press("u")
        await until(pilot, lambda: noted_ids(pilot) == 1)


async def test_a_fact_is_kept_with_the_mouse_and_the_key_line(places: Places) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(120, 40)) as pilot:
        facts = await comparing(pilot)
        second = facts._facts[1]
        line = facts.line_of(second.id)
        assert line is not None
        await pilot.click("#facts", offset=(6, line + 1))
        await until(pilot, lambda: facts.cursor == second.id)
        keys = part(pilot, "KeyLine", KeyLine)
        at = picture(pilot).splitlines()[-1].index("Garder")
        await pilot.click(keys, offset=(at + 1, 0))
        await until(pilot, lambda: facts.pencilled == {second.id})


async def test_an_occurrence_is_kept_and_bears_a_mark(places: Places) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"gantz", "enter")
        await until(pilot, lambda: pilot.app.session.asked.query == "gantz")  # type: ignore[attr-defined]
        await pilot.press("C")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConcordanceScreen))
        lines = part(pilot, "#lines", Occurrences)
        await until(pilot, lambda: lines.current is not None)
        await pilot.press("down", "space")
        await until(pilot, lambda: noted_ids(pilot) == 1)
        await until(pilot, lambda: "✎" in picture(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await until(pilot, lambda: "✎" in picture(pilot))


async def test_an_article_is_kept_from_the_results(places: Places) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        await pilot.press("down", "K")
        results = part(pilot, "#results", Results)
        await until(pilot, lambda: results.pencilled == {results.cursor})
        assert "✎" in picture(pilot)


async def test_what_is_copied_is_what_the_cursor_stands_on(places: Places) -> None:
    """With a quotation under the cursor, the row above it was copied."""
    room: RoomApp = room_of(places)
    async with room.run_test(size=(120, 40)) as pilot:
        facts = await comparing(pilot)
        await pilot.press("y")
        await until(pilot, lambda: bool(pilot.app.clipboard))
        assert facts.current is not None and pilot.app.clipboard.startswith(facts.current.label)
        findings = part(pilot, "#findings", Findings)
        facts.post_message(FactList.ChapterChosen("quotes"))
        await until(pilot, lambda: findings.has_focus and findings.current is not None)
        await pilot.press("y")
        await until(pilot, lambda: not pilot.app.clipboard.startswith(str(facts.current)))
        finding = findings.current
        assert finding is not None and finding.place is not None
        article = pilot.app.screen._read[finding.place.column]  # type: ignore[attr-defined]
        words = " ".join(finding.place.span.of(article.text).split())
        assert words in pilot.app.clipboard
        assert article.path in pilot.app.clipboard and "caractères" in pilot.app.clipboard


async def test_a_search_is_saved_and_says_what_is_new(places: Places, tmp_path: Path) -> None:
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


async def test_a_passage_is_selected_with_the_mouse_and_kept_without_blanks(places: Places) -> None:
    room: RoomApp = room_of(places)
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


async def test_an_article_that_bears_a_note_is_marked_in_the_results(places: Places) -> None:
    room: RoomApp = room_of(places)
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


async def test_a_quotation_is_kept_from_the_card_of_who_says_it(places: Places) -> None:
    room: RoomApp = room_of(places)
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        entity = EntityId("person:helene-darcourt")
        pilot.app.push_screen(pilot.app.session.doors.entity(entity))  # type: ignore[attr-defined]
        await until(pilot, lambda: isinstance(pilot.app.screen, EntityScreen))
        card = part(pilot, "#entity", EntityCard)
        await until(pilot, lambda: bool(card._quotes))
        card.focus()
        card.move_to("quote:0")
        await pilot.press("space")
        await until(pilot, lambda: card.pencilled == {"quote:0"})
        noted = await pilot.app.session.desk.ask(lambda library: library.noted())  # type: ignore[attr-defined]
        assert [(one.kind, one.label) for one in noted] == [("quote", "Hélène Darcourt")]
        assert noted[0].text == card._quotes[0].text
