"""Kept in the room: facts, rows, quotations, occurrences and articles, by key and by mouse."""

from __future__ import annotations

from room import arrived, part, picture, settled, until

from index.model.article import ArticleId, EntityId
from index.settings.places import Places
from tui.app import RoomApp, room_of
from tui.screens.compare import CompareScreen
from tui.screens.concordance_screen import ConcordanceScreen
from tui.screens.entity import EntityScreen
from tui.screens.entrynote import EntryNoteScreen
from tui.screens.notebook_screen import NotebookScreen
from tui.screens.search import SearchScreen
from tui.widgets.entitycard import EntityCard
from tui.widgets.factlist import FactList
from tui.widgets.findings import Findings
from tui.widgets.keyline import KeyLine
from tui.widgets.notedlist import NotedList
from tui.widgets.occurrences import Occurrences
from tui.widgets.results import Results
from tui.widgets.statement_columns import Columns


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


async def test_a_fact_a_quotation_and_a_row_are_kept_by_keyboard(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
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


async def test_what_is_kept_comes_out_again_by_the_same_key(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(120, 40)) as pilot:
        facts = await comparing(pilot)
        await pilot.press("space")
        await until(pilot, lambda: bool(facts.pencilled))
        await pilot.press("space")
        await until(pilot, lambda: not facts.pencilled)
        await pilot.press("u")
        await until(pilot, lambda: noted_ids(pilot) == 1)


async def test_a_fact_is_kept_with_the_mouse_and_the_key_line(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
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


async def test_an_occurrence_is_kept_and_bears_a_mark(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
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


async def test_an_article_is_kept_from_the_results(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        await pilot.press("down", "K")
        results = part(pilot, "#results", Results)
        await until(pilot, lambda: results.pencilled == {results.cursor})
        assert "✎" in picture(pilot)


async def test_what_is_copied_is_what_the_cursor_stands_on(sample_places: Places) -> None:
    """With a quotation under the cursor, the row above it was copied."""
    room: RoomApp = room_of(sample_places)
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


async def test_a_quotation_is_kept_from_the_card_of_who_says_it(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
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
