"""One article, the cards beside it and two of them side by side: what keys and mouse do there."""

from __future__ import annotations

from dataclasses import replace

from invented_library import InventedLibrary
from room import arrived, make_room, part, picture, until
from textual.pilot import Pilot

from index.model.article import EntityId
from index.settings.places import Places
from tui.app import RoomApp, room_of
from tui.screens.compare import CompareScreen
from tui.screens.entity import EntityScreen
from tui.screens.reading_screen import ReadingScreen
from tui.screens.search import SearchScreen
from tui.screens.together_screen import TogetherScreen
from tui.widgets.article_paper import ArticlePaper
from tui.widgets.entitycard import EntityCard
from tui.widgets.occurrences import Occurrences as OccurrenceLines
from tui.widgets.passages import Passages
from tui.widgets.raw import RawPaper
from tui.widgets.results import Results
from tui.widgets.statement_columns import Columns

REFERENCE, SMALL, LARGE = (120, 40), (80, 24), (200, 60)


async def test_the_walk_through_matches_goes_on_in_the_next_article() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"quai")
        results, paper = part(pilot, "#results", Results), part(pilot, "#reading", ArticlePaper)
        await until(pilot, lambda: len(results.hits) == 2 and len(paper.matches) == 2)
        await pilot.press("enter", "n", "n")
        assert paper.here == paper.matches[1]
        await pilot.press("n")
        await until(pilot, lambda: paper.article is not None and paper.article.id == "quai-b")
        await until(pilot, lambda: paper.here == paper.matches[0])


async def test_text_of_an_article_is_shown_and_never_acts() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"agir", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await until(pilot, lambda: "Ici [/b] et [sic]" in picture(pilot))
        seen = picture(pilot)
        assert "␛[31mce rouge" in seen
        assert not set(seen) & set("\x1b\u202e\u202c")


async def test_what_was_set_aside_comes_into_view_when_it_is_asked_for() -> None:
    library = InventedLibrary()
    for id, article in library.articles.items():
        # Its head alone is higher than the screen.
        library.articles[id] = replace(article, tags=tuple(f"sujet {n}" for n in range(300)))
    async with make_room(library).run_test(size=SMALL) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await until(pilot, lambda: part(pilot, "#text", ArticlePaper).article is not None)
        await pilot.press("z")
        await until(pilot, lambda: "Lire aussi" in picture(pilot))


async def test_up_and_down_scroll_the_text() -> None:
    library = InventedLibrary()
    for id, article in library.articles.items():
        library.articles[id] = replace(article, tags=tuple(f"sujet {n}" for n in range(300)))
    async with make_room(library).run_test(size=SMALL) as pilot:
        await arrived(pilot)
        await pilot.press(*"agir", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        paper = part(pilot, "#text", ArticlePaper)
        await until(pilot, lambda: paper.virtual_size.height > 40)
        await pilot.press("j", "down", "j")
        await until(pilot, lambda: paper.top == 3)
        await pilot.press("k", "up")
        await until(pilot, lambda: paper.top == 1)


async def test_what_was_set_aside_stands_in_its_place_with_its_reason() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await until(pilot, lambda: part(pilot, "#text", ArticlePaper).article is not None)
        assert "Lire aussi" not in picture(pilot)
        await pilot.press("z")
        await until(pilot, lambda: "Lire aussi" in picture(pilot))
        lines = picture(pilot).splitlines()
        aside = next(n for n, line in enumerate(lines) if "renvoi" in line)
        before = next(n for n, line in enumerate(lines) if "Rabat" in line and n > 3)
        after = next(n for n, line in enumerate(lines) if "Nous avons remplacé" in line)
        assert before < aside < after


async def test_the_raw_file_stands_beside_the_text() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await pilot.press("o")
        raw = part(pilot, "#raw", RawPaper)
        await until(pilot, lambda: any("Lire aussi" in line.plain for line in raw.lines))


async def test_mentions_are_walked_and_open_their_card() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        paper = part(pilot, "#text", ArticlePaper)
        await until(pilot, lambda: paper.article is not None)
        await pilot.press("e", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntityScreen))
        await until(pilot, lambda: "Graphies" in picture(pilot))
        await pilot.press("R")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await until(pilot, lambda: "▲ Nador ✕" in picture(pilot))


async def test_a_click_on_a_name_opens_its_card_from_the_first_line_on() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        paper = part(pilot, "#text", ArticlePaper)
        await until(pilot, lambda: paper.article is not None and 0 in paper._sheet.offsets)
        assert paper.article is not None
        line, at = paper._sheet.offsets.index(0), paper.article.text.index("Nador")
        assert at < paper.article.paragraphs[0].start
        left = paper.content_region.x - paper.region.x + paper._sheet.lead
        top = paper.content_region.y - paper.region.y
        await pilot.click(paper, offset=(left + at + 1, top + line - paper.top))
        await until(pilot, lambda: isinstance(pilot.app.screen, EntityScreen))


async def at_card(pilot: Pilot[int], entity: str) -> EntityCard:
    await arrived(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    screen.open_card(EntityId(entity))
    await until(pilot, lambda: isinstance(pilot.app.screen, EntityScreen))
    card = part(pilot, "#entity", EntityCard)
    await until(pilot, lambda: card.line_of("with:grue") is not None)
    return card


async def test_two_that_appear_together_lead_to_the_passages_and_to_the_text() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        card = await at_card(pilot, "hadari")
        await pilot.press("tab")
        card.move_to("with:grue")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, TogetherScreen))
        passages = part(pilot, "#passages", Passages)
        await until(pilot, lambda: passages.current is not None)
        passage = passages.current
        assert passage is not None
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        paper = part(pilot, "#text", ArticlePaper)
        await until(pilot, lambda: paper.article is not None)
        assert paper.article is not None
        assert paper.article.id == passage.article


async def test_a_click_leads_to_the_passages_too() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        card = await at_card(pilot, "hadari")
        line = card.line_of("with:grue")
        assert line is not None
        await pilot.click(card, offset=(8, line - round(card.scroll_y) + 1))
        await until(pilot, lambda: isinstance(pilot.app.screen, TogetherScreen))
        passages = part(pilot, "#passages", Passages)
        await until(pilot, lambda: passages.current is not None)
        await pilot.click(passages, offset=(8, 2))
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))


async def test_a_role_leads_to_where_it_is_stated() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        card = await at_card(pilot, "hadari")
        await pilot.press("tab")
        card.move_to("role:0:0")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await until(pilot, lambda: "qui dirige les travaux" in picture(pilot))


async def test_retained_articles_stand_side_by_side() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "c")
        assert isinstance(pilot.app.screen, SearchScreen), "one article is not enough"
        await pilot.press("space", "space", "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
        columns = part(pilot, "#columns", Columns)
        await until(pilot, lambda: len(columns.statements) == 5)
        await pilot.press("V", "n", "n")
        assert columns.cursor == "2"
        await pilot.press("d", "enter")
        await until(pilot, lambda: columns.cursor == "2")


async def test_the_same_event_elsewhere_is_beside_the_text() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "Le même événement ailleurs" in picture(pilot))
        await pilot.press("A")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))


async def test_what_one_looks_at_is_copied_with_its_source() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"quai", "enter", "y")
        hit = part(pilot, "#results", Results).current
        assert hit is not None and hit.source is not None
        assert pilot.app.clipboard.startswith(f"«\u00a0{hit.title}\u00a0», {hit.source}, ")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await until(pilot, lambda: part(pilot, "#text", ArticlePaper).article is not None)
        await pilot.press("y")
        assert ".txt" in pilot.app.clipboard
        await pilot.press("escape", "C")
        lines = part(pilot, "#lines", OccurrenceLines)
        await until(pilot, lambda: lines.current is not None)
        await pilot.press("y")
        line = lines.current
        assert line is not None and f"{line.form}{line.right}…" in pilot.app.clipboard


async def test_text_can_be_selected_with_the_mouse_to_be_copied() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        paper = part(pilot, "#text", ArticlePaper)
        await until(pilot, lambda: paper.article is not None)
        await pilot.mouse_down(paper, offset=(5, 1))
        await pilot.hover(paper, offset=(12, 1))
        await pilot.mouse_up(paper, offset=(12, 1))
        assert (pilot.app.screen.get_selected_text() or "").strip() == "Le quai"


async def test_reading_walks_on_through_all_results(sample_places: Places) -> None:
    """The list had fetched twelve; the walk stopped there, and said « 1/12 » of more."""
    room: RoomApp = room_of(sample_places)
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
