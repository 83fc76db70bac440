"""Entities, events, occurrences and earlier queries: what their screens lead to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import make_article
from invented_library import InventedLibrary
from room import arrived, make_room, part, picture, until

from index.interface.texts import texts_for
from index.model.claims import ClaimKind
from index.model.facts import Fact, FactVerdict
from index.model.found import Excerpt, Occurrences
from index.model.text import Span
from tui.screens.compare import CompareScreen
from tui.screens.entity import EntityScreen
from tui.screens.history import HistoryScreen
from tui.screens.reading_screen import ReadingScreen
from tui.screens.search import SearchScreen
from tui.session import Kept
from tui.widgets.article_paper import ArticlePaper
from tui.widgets.factlist import FactList
from tui.widgets.items import Items
from tui.widgets.occurrences import Occurrences as OccurrenceLines
from tui.widgets.query import Query
from tui.widgets.results import Results
from tui.widgets.watch import Watch

REFERENCE, SMALL, LARGE = (120, 40), (80, 24), (200, 60)


async def test_an_open_concordance_takes_a_newer_index() -> None:
    library = InventedLibrary()
    async with make_room(library).run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press(*"quai", "enter", "C")
        await until(pilot, lambda: "4 occurrences dans 2 articles." in picture(pilot))
        lines = part(pilot, "#lines", OccurrenceLines)
        await pilot.press("down", "down")
        here = lines.current
        library.articles.pop(next(id for id in library.articles if here and id != here.article))
        library.current = False
        await screen.query_one(Watch).look()
        await until(pilot, lambda: "2 occurrences dans 1 article." in picture(pilot))
        assert lines.current == here


async def test_earlier_queries_are_taken_up_again() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"quai", "enter", "slash", "ctrl+u", *"grues", "enter", "H")
        await until(pilot, lambda: isinstance(pilot.app.screen, HistoryScreen))
        await pilot.press(*"qu", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        query = part(pilot, "#query", Query)
        assert query.value == "quai"
        await pilot.press("slash", "up")
        assert query.value == "grues"


async def test_all_entities_are_listed_and_found_by_a_spelling() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "3")
        await until(pilot, lambda: "Grue LX-90" in picture(pilot))
        await pilot.press("f", *"mme", "enter")
        assert "Grue LX-90" not in picture(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntityScreen))
        await until(pilot, lambda: "Salma Hadari" in picture(pilot))


async def test_an_event_leads_to_its_sources_side_by_side() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "2")
        await until(pilot, lambda: "source commune (citation)" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))


async def test_an_occurrence_leads_to_its_place_in_the_text() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"quai", "enter", "C")
        await until(pilot, lambda: "4 occurrences dans 2 articles." in picture(pilot))
        lines = part(pilot, "#lines", OccurrenceLines)
        await pilot.press("s")
        await until(pilot, lambda: "par le mot d’avant" in picture(pilot))
        await pilot.press("down")
        line = lines.current
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        paper = part(pilot, "#text", ArticlePaper)
        await until(pilot, lambda: line is not None and paper.here == line.span)
        assert paper.article is not None and line is not None
        assert paper.article.id == line.article


async def test_a_count_leads_to_the_first_line_of_its_group() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"nador", "enter", "C")
        await until(pilot, lambda: "Mots qui suivent" in picture(pilot))
        lines, groups = part(pilot, "#lines", OccurrenceLines), part(pilot, "#groups", Items)
        await until(pilot, lambda: lines.current is not None)
        await pilot.press("tab", "end", "enter")
        await until(pilot, lambda: lines.has_focus and lines.cursor > 0)
        assert lines.current is not None and lines.current.group in picture(pilot)
        assert lines.cursor == lines.first_of(lines.current.group)
        assert groups.cursor


async def test_ten_thousand_occurrences_cost_no_more_than_those_in_view(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = []
    one = OccurrenceLines.drawn
    monkeypatch.setattr(OccurrenceLines, "drawn", lambda s, n: (drawn.append(n), one(s, n))[1])

    class Long(InventedLibrary):
        def occurrences(self, *_: object, **__: object) -> Occurrences:
            found = super().occurrences("quai")
            return replace(found, lines=found.lines * 2500)

    async with make_room(Long()).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"quai", "enter", "C")
        lines = part(pilot, "#lines", OccurrenceLines)
        await until(pilot, lambda: lines.virtual_size.height == 10_000)
        await pilot.press("end")
        await until(pilot, lambda: lines.max_scroll_y > 9_000 and lines.top == lines.max_scroll_y)
        assert len(drawn) < 500


async def test_labels_of_agreements_are_told_apart_from_their_own_commas() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        labels = ("position, pays", "date")
        facts = [
            Fact(label, ClaimKind.PLACE, "", label, FactVerdict.AGREE, 0.5, ()) for label in labels
        ]
        listed = FactList(texts_for("fr"), id="agreements")
        await screen.mount(listed)
        listed.show((), facts, ())
        drawn = [line.plain for item in listed.draw_items(80) for line in item.lines]
        assert "  = 2 accords ▸ position, pays · date" in drawn


async def test_a_day_stands_below_its_source_where_a_column_has_no_room_for_both() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        sources = ("Agence Transmed", "Le Courrier de l'Arsonne", "La Riposte", "Antenne 9")
        articles = [
            make_article(str(n), "Un texte.", source=source, published="2024-03-12")
            for n, source in enumerate(sources)
        ]
        listed = FactList(texts_for("fr"), id="heads")
        await screen.mount(listed)
        facts = [Fact("1", ClaimKind.COUNT, "", "blessés", FactVerdict.CONFLICT, 0.5, ())]
        for count, lines in ((4, 3), (2, 1)):
            listed.show(articles[:count], facts, ())
            heads = [line.plain for line in listed.draw_items(116)[0].lines]
            assert len(heads) == lines
            assert heads[-1].count("12 mars 2024") == count


@pytest.mark.parametrize("most", (1, 2))
@pytest.mark.parametrize("width", range(24, 120, 5))
def test_the_word_that_was_found_stands_in_the_lines_of_a_result(width: int, most: int) -> None:
    """A second excerpt has one line, and that was the line before the word."""
    words = [
        "La",
        "préfète",
        "du",
        "Haut-Sorlais",
        "a",
        "rappelé",
        "lors",
        "d’une",
        "conférence",
        "de",
        "presse",
    ]
    results = Results(texts_for("fr"), Kept(), id="results")
    for at in range(len(words)):
        text = " ".join((*words[:at], "Vasseur", *words[at:]))
        start = text.index("Vasseur")
        excerpt = Excerpt(text, (Span(start, start + 7),), None, "text")
        shown = [line.plain for line in results._excerpt(excerpt, width, most)]
        assert len(shown) <= most
        assert all(len(line) <= width for line in shown)
        assert any("Vasseur" in line for line in shown), (text, shown)
