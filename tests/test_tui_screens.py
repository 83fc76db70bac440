"""The screens as plain text at three sizes, and what keys and mouse do on them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from invented import InventedLibrary
from room import arrived, make_room, part, picture, until
from textual.events import Paste
from textual.pilot import Pilot

from index.model.article import Article, ArticleId, EntityId
from index.model.found import (
    Facet,
    FacetCounts,
    FacetEntry,
    Filter,
    Occurrences,
    Page,
    SearchRequest,
)
from tui.app import RoomApp
from tui.screens.compare import CompareScreen
from tui.screens.entity import EntityScreen
from tui.screens.help import HelpScreen
from tui.screens.history import HistoryScreen
from tui.screens.reading import ReadingScreen
from tui.screens.search import PAGE, SearchScreen
from tui.screens.together import TogetherScreen
from tui.screens.unread import UnreadScreen
from tui.widgets.article import ArticlePaper
from tui.widgets.columns import Columns
from tui.widgets.entitycard import EntityCard
from tui.widgets.facets import Facets
from tui.widgets.items import Items
from tui.widgets.occurrences import Occurrences as OccurrenceLines
from tui.widgets.passages import Passages
from tui.widgets.query import Query
from tui.widgets.raw import RawPaper
from tui.widgets.results import Results
from tui.widgets.watch import Watch

PICTURES = Path(__file__).parent / "screens"
REFERENCE, SMALL, LARGE = (120, 40), (80, 24), (200, 60)
WAYS: dict[str, Sequence[str]] = {
    "search": ("q", "u", "a", "i", "enter"),
    "nothing": ("z", "z"),
    "filtered": ("enter", "tab", "tab", "down", "enter", "enter"),
    "reading": ("q", "u", "a", "i", "enter", "enter", "z"),
    "raw": ("enter", "enter", "o"),
    "aligned": ("enter", "space", "space", "c", "r"),
    "assertions": ("enter", "space", "space", "c", "d", "d", "d", "d"),
    "dependence": ("enter", "space", "space", "c", "d", "d", "d", "d", "d"),
    "texts": ("enter", "space", "space", "c", "v"),
    "table": ("enter", "space", "space", "c", "v", "v"),
    "card": ("enter", "tab", "tab", "i"),
    "together": (
        "enter",
        "tab",
        "tab",
        "down",
        "i",
        "tab",
        "down",
        "down",
        "down",
        "down",
        "enter",
    ),
    "help": ("enter", "question_mark"),
    "unread": ("enter", "u"),
    "entities": ("enter", "i"),
    "events": ("enter", "v"),
    "concordance": ("q", "u", "a", "i", "enter", "o"),
}


@pytest.fixture(autouse=True)
def no_animations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


async def settled(pilot: object) -> str:
    """The picture once two looks in a row are the same and nobody works any more."""
    last = ""

    def same() -> bool:
        nonlocal last
        now = picture(pilot)  # type: ignore[arg-type]
        still = now == last and not list(pilot.app.workers)  # type: ignore[attr-defined]
        last = now
        return still

    await until(pilot, same)  # type: ignore[arg-type]
    return last


LOOKS = [
    *((way, REFERENCE) for way in WAYS),
    *((way, SMALL) for way in ("search", "filtered", "reading", "aligned", "table", "concordance")),
    *((way, LARGE) for way in ("search", "texts")),
]


LOOKS_AGAIN = 50


@pytest.mark.parametrize(("way", "size"), LOOKS, ids=lambda part: str(part).replace(", ", "x"))
async def test_a_screen_looks_as_it_did(way: str, size: tuple[int, int]) -> None:
    app = make_room()
    async with app.run_test(size=size) as pilot:
        await arrived(pilot)
        for key in WAYS[way]:
            await pilot.press(key)
            await settled(pilot)
        seen = await settled(pilot)
        kept = PICTURES / f"{way}-{size[0]}x{size[1]}.txt"
        if os.environ.get("RECOUPE_KEEP_SCREENS"):
            kept.write_text(seen, encoding="utf-8")
        wanted = kept.read_text(encoding="utf-8")
        # On a busy machine two looks in a row can be the same before a layout has come about.
        for _ in range(LOOKS_AGAIN):
            if seen == wanted:
                break
            await pilot.pause(0.01)
            seen = await settled(pilot)
    assert seen == wanted


async def test_a_room_too_small_says_so_in_a_sentence() -> None:
    async with make_room().run_test(size=(40, 10)) as pilot:
        await arrived(pilot)
        assert "Agrandissez la fenêtre" in " ".join(picture(pilot).split())


@pytest.mark.parametrize(
    ("language", "expected"), [("fr", "chercher"), ("en", "search"), ("de", "search")]
)
async def test_the_room_speaks_the_readers_language(language: str, expected: str) -> None:
    async with make_room(language=language).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        assert f" {expected} " in picture(pilot)


async def test_results_follow_the_typing_and_stale_answers_are_not_drawn() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"grues")
        results = part(pilot, "#results", Results)
        await until(pilot, lambda: [hit.id for hit in results.hits] == ["quai-a", "quai-b"])
        await pilot.press(*" trois")
        await until(pilot, lambda: [hit.id for hit in results.hits] == ["quai-b"])
        assert "compris : grues ET trois" in picture(pilot).replace("\u00a0", " ")


async def test_another_question_is_read_from_its_first_answer() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        results = part(pilot, "#results", Results)
        await until(pilot, lambda: len(results.hits) > 2)
        results.move_to("quai-b")
        await pilot.press(*"grues")
        await until(pilot, lambda: [hit.id for hit in results.hits] == ["quai-a", "quai-b"])
        assert results.cursor == "quai-a"


async def test_a_query_that_cannot_be_understood_keeps_the_results() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*'quai "')
        query = part(pilot, "#query", Query)
        await until(pilot, lambda: query.has_class("-wrong"))
        assert "colonne 6" in picture(pilot).replace("\u00a0", " ")
        assert part(pilot, "#results", Results).hits


async def test_a_value_is_kept_then_left_out_then_let_go() -> None:
    library = InventedLibrary()
    async with make_room(library).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        facets = part(pilot, "#facets", Facets)
        facets.focus()
        await until(pilot, lambda: facets.has_focus)
        await pilot.press("down")
        seen = []
        for _ in range(3):
            number = len(library.asked)
            await pilot.press("enter")
            await until(pilot, lambda number=number: len(library.asked) > number)  # type: ignore[misc]
            seen.append(library.asked[-1].filters)
        assert seen == [
            (Filter(Facet.PERSON, "hadari"),),
            (Filter(Facet.PERSON, "hadari", exclude=True),),
            (),
        ]


async def test_a_click_in_the_sidebar_filters_and_a_click_on_the_chip_releases() -> None:
    library = InventedLibrary()
    async with make_room(library).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.click("#facets", offset=(6, 2))
        await until(pilot, lambda: bool(library.asked[-1].filters))
        await until(pilot, lambda: "✕" in picture(pilot))
        await pilot.click("Chips", offset=(3, 0))
        await until(pilot, lambda: library.asked[-1].filters == ())


async def test_a_rare_value_is_found_by_typing_and_the_list_says_how_many_there_are() -> None:
    class Many(InventedLibrary):
        def search(self, request: SearchRequest) -> Page:
            page = super().search(request)
            rare = FacetEntry("rare", "Zoé Rarissime", 1)
            common = tuple(FacetEntry(str(n), f"Untel {n}", 2) for n in range(200))
            entries = tuple(e for e in (*common, rare) if request.named in e.name.lower())
            people = FacetCounts(Facet.PERSON, entries[:200], len(entries))
            return replace(page, facets=(people,))

    async with make_room(Many()).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        assert "Personnes                 201" in picture(pilot)
        assert "… 195 de plus" in picture(pilot)
        await pilot.press("enter", "f", *"rariss")
        await until(pilot, lambda: "Zoé Rarissime" in picture(pilot))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "+ ● Zoé Rarissime" in picture(pilot))


async def test_before_the_first_answer_nothing_is_said_to_be_missing() -> None:
    answer = Event()

    class Slow(InventedLibrary):
        def search(self, request: SearchRequest) -> Page:
            answer.wait(60)
            return super().search(request)

    async with make_room(Slow()).run_test(size=(120, 40)) as pilot:
        try:
            await until(pilot, lambda: "Recherche…" in picture(pilot))
            assert "Rien" not in picture(pilot)
        finally:
            answer.set()
        await arrived(pilot)


async def test_a_corpus_without_any_article_leads_to_the_reasons() -> None:
    library = InventedLibrary()
    library.articles = {}
    async with make_room(library).run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Aucun fichier de ce corpus" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: part(pilot, "#results", Results).has_focus)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, UnreadScreen))


async def test_a_pasted_passage_is_taken_whole_and_a_book_is_cut_with_a_sentence() -> None:
    async with make_room().run_test(size=(120, 40), notifications=True) as pilot:
        await arrived(pilot)
        query = part(pilot, "#query", Query)
        query.post_message(Paste("le quai\n  Est\r\nde Nador"))
        await until(pilot, lambda: query.value == "le quai Est de Nador")
        await pilot.press("ctrl+u")
        query.post_message(Paste("mot " * 250_000))
        await until(pilot, lambda: "Seuls les 4" in picture(pilot))
        assert query.value == ("mot " * 1_000)
        await pilot.press("home", "ctrl+k")
        query.post_message(Paste("\n"))
        query.post_message(Paste("nador"))
        await until(pilot, lambda: query.value == "nador")


async def test_nothing_found_proposes_what_would() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"zzz")
        await until(pilot, lambda: "Rien trouvé." in picture(pilot))
        await pilot.press("enter", "enter")
        query = part(pilot, "#query", Query)
        await until(pilot, lambda: query.value == "quai")


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
        await pilot.press("g")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await until(pilot, lambda: "▲ Nador ✕" in picture(pilot))


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
        await pilot.press("n", "n")
        assert columns.cursor == "2"
        await pilot.press("d", "enter")
        await until(pilot, lambda: columns.cursor == "2")


async def test_esc_goes_back_step_by_step_and_never_quits() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "space", "space", "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        for _ in range(8):
            await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        assert part(pilot, "#query", Query).has_focus
        assert pilot.app.is_running


async def test_keys_follow_the_readers_keymap() -> None:
    async with make_room(keys={"results.retain": "w"}).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "w")
        assert isinstance(pilot.app, RoomApp)
        assert pilot.app.session.kept.articles == ("quai-a",)


async def test_every_binding_of_ours_has_an_id() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        for node in (pilot.app, screen, *screen.query("*")):
            for binding in type(node).__dict__.get("BINDINGS", ()):
                if type(node).__module__.startswith("tui."):
                    assert binding.id, (type(node), binding)


async def test_an_empty_corpus_and_a_broken_one_say_what_to_do() -> None:
    from index.errors import CorpusError
    from index.texts import texts_for

    def broken() -> InventedLibrary:
        raise CorpusError("There is no corpus at {path}.", path="/nowhere")

    app = RoomApp(broken, texts=texts_for("en"))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "There is no corpus at /nowhere." in picture(pilot))
        assert "q leaves" in picture(pilot)


async def test_a_newer_index_is_taken_and_told() -> None:
    library = InventedLibrary()
    async with make_room(library).run_test(size=(120, 40), notifications=True) as pilot:
        screen = await arrived(pilot)
        asked = len(library.asked)
        library.current = False
        await screen.query_one(Watch).look()
        await until(pilot, lambda: len(library.asked) > asked)
        await until(pilot, lambda: "L’index a été renouvelé." in picture(pilot))


async def test_an_open_concordance_takes_a_newer_index() -> None:
    library = InventedLibrary()
    async with make_room(library).run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        await pilot.press(*"quai", "enter", "o")
        await until(pilot, lambda: "4 occurrences dans 2 articles." in picture(pilot))
        lines = part(pilot, "#lines", OccurrenceLines)
        await pilot.press("down", "down")
        here = lines.current
        library.articles.pop(next(id for id in library.articles if here and id != here.article))
        library.current = False
        await screen.query_one(Watch).look()
        await until(pilot, lambda: "2 occurrences dans 1 article." in picture(pilot))
        assert lines.current == here


async def test_without_a_question_the_newest_come_first() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        assert "récents d’abord" in picture(pilot)
        assert "par pertinence" not in picture(pilot)
        await pilot.press(*"quai")
        await until(pilot, lambda: "par pertinence" in picture(pilot))


async def test_a_half_typed_word_already_finds() -> None:
    library = InventedLibrary()
    async with make_room(library).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"marinx")
        await until(pilot, lambda: library.asked[-1].query == "marinx*")


async def test_earlier_queries_are_taken_up_again() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"quai", "enter", "slash", "ctrl+u", *"grues", "enter", "h")
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
        await pilot.press("enter", "i")
        await until(pilot, lambda: "Grue LX-90" in picture(pilot))
        await pilot.press("f", *"mme", "enter")
        assert "Grue LX-90" not in picture(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntityScreen))
        await until(pilot, lambda: "Salma Hadari" in picture(pilot))


async def test_a_click_in_the_key_line_does_what_the_key_does() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "espace Retenir" in picture(pilot))
        place = picture(pilot).splitlines()[-1].index("espace Retenir")
        await pilot.click("KeyLine", offset=(place + 2, 0))
        await until(pilot, lambda: "✓ 1 retenu" in picture(pilot))


async def test_more_results_come_as_the_reader_goes_down() -> None:
    class Long(InventedLibrary):
        def search(self, request: SearchRequest) -> Page:
            page = super().search(replace(request, offset=0, limit=0))
            many = [
                replace(page.hits[0], id=ArticleId(f"{n}"), title=f"titre {n}") for n in range(300)
            ]
            chosen = many[request.offset : request.offset + request.limit]
            return replace(page, request=request, hits=tuple(chosen), total=len(many))

        def article(self, id: ArticleId) -> Article:
            return super().article(ArticleId("quai-a"))

    async with make_room(Long()).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        results = part(pilot, "#results", Results)
        await until(pilot, lambda: len(results.hits) == PAGE)
        await pilot.press("enter", "end")
        await until(pilot, lambda: len(results.hits) == 2 * PAGE)
        results.scroll_end(animate=False)
        await until(pilot, lambda: len(results.hits) == 3 * PAGE)
        assert len({hit.id for hit in results.hits}) == 3 * PAGE


async def test_an_event_leads_to_its_sources_side_by_side() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "v")
        await until(pilot, lambda: "source commune (citation)" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))


async def test_the_same_event_elsewhere_is_beside_the_text() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "Le même événement ailleurs" in picture(pilot))
        await pilot.press("v")
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
        await pilot.press("escape", "o")
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


async def test_an_occurrence_leads_to_its_place_in_the_text() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"quai", "enter", "o")
        await until(pilot, lambda: "4 occurrences dans 2 articles." in picture(pilot))
        lines = part(pilot, "#lines", OccurrenceLines)
        await pilot.press("t")
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
        await pilot.press(*"nador", "enter", "o")
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
        await pilot.press(*"quai", "enter", "o")
        lines = part(pilot, "#lines", OccurrenceLines)
        await until(pilot, lambda: lines.virtual_size.height == 10_000)
        await pilot.press("end")
        await until(pilot, lambda: lines.max_scroll_y > 9_000 and lines.top == lines.max_scroll_y)
        assert len(drawn) < 500


async def test_queries_are_there_again_on_the_next_visit(tmp_path: Path) -> None:
    history = tmp_path / "queries.json"
    async with make_room(history=history).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"quai", "enter")
    async with make_room(history=history).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("up")
        query = part(pilot, "#query", Query)
        await until(pilot, lambda: query.value == "quai")
