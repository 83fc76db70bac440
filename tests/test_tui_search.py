"""Where one arrives: what typing, filters, keys and mouse do on the search screen."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from invented_library import InventedLibrary
from room import arrived, make_room, part, picture, until
from textual.events import Paste
from textual.pilot import Pilot

from index.model.article import Article, ArticleId
from index.model.found import (
    Facet,
    FacetCounts,
    FacetEntry,
    Filter,
    Page,
    SearchRequest,
    Sort,
)
from index.settings.places import Places
from tui.app import RoomApp, room_of
from tui.screens.compare import CompareScreen
from tui.screens.help import HelpScreen
from tui.screens.search import PAGE, SearchScreen
from tui.screens.unread import UnreadScreen
from tui.widgets.facet_list import Facets
from tui.widgets.query import Query
from tui.widgets.results import Results
from tui.widgets.watch import Watch

REFERENCE, SMALL, LARGE = (120, 40), (80, 24), (200, 60)


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


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(
    ("query", "short", "end"),
    [
        ("date:foo", "« foo » n’est pas une date.", "date:aucune."),
        ("avant:un lundi", "« un » n’est pas une date.", "date:aucune."),
        ("sourc:lyon", "Il n’y a pas de champ sourc:.", "ce sont des mots."),
    ],
)
async def test_an_error_that_the_border_has_no_room_for_is_read_whole(
    sample_places: Places, size: tuple[int, int], query: str, short: str, end: str
) -> None:
    """« …date:>=2022-07 ou da… » ended amid the advice."""
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=size) as pilot:
        await arrived(pilot)
        await pilot.press(*query)
        line = part(pilot, "#query", Query)
        await until(pilot, lambda: line.has_class("-wrong") and f": {short}" in _told(pilot))
        await until(pilot, lambda: end in _told(pilot))
        line.put("gantz")
        results = part(pilot, "#results", Results)
        await until(pilot, lambda: bool(results.hits) and not line.has_class("-wrong"))


def _told(pilot: Pilot[int]) -> str:
    """The border of the query and the list of results, as one line each."""
    border = part(pilot, "#query", Query).border_subtitle
    listed = " ".join(line.plain for line in part(pilot, "#results", Results)._lines)
    return " ".join(f"{border} {listed}".replace("\u00a0", " ").split())


async def test_a_value_is_kept_then_left_out_then_let_go() -> None:
    library = InventedLibrary()
    async with make_room(library).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        facets = part(pilot, "#facets", Facets)
        facets.focus()
        await until(pilot, lambda: facets.has_focus)
        facets.move_to("person:hadari")
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
        assert "Personnes               201" in picture(pilot)
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
        assert part(pilot, "#results", Results).has_focus
        assert pilot.app.is_running


async def test_two_quick_keys_retain_two_articles() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        results = part(pilot, "#results", Results)
        first, second = (hit.id for hit in results.hits[:2])
        # As a key that repeats: the second comes before the first is answered.
        results.action_retain()
        results.action_retain()
        kept = pilot.app.session.kept  # type: ignore[attr-defined]
        await until(pilot, lambda: len(kept.articles) == 2)
        assert set(kept.articles) == {first, second}


async def test_keys_follow_the_readers_keymap() -> None:
    async with make_room(keys={"results.retain": "w"}).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "w")
        assert isinstance(pilot.app, RoomApp)
        assert pilot.app.session.kept.articles == ("quai-a",)


async def test_every_binding_of_ours_has_an_id() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        ours = [
            (type(node), binding)
            for node in (pilot.app, screen, *screen.query("*"))
            if type(node).__module__.startswith("tui.")
            for binding in type(node).__dict__.get("BINDINGS", ())
        ]
        assert ours and not [told for told in ours if not told[1].id]


async def test_an_empty_corpus_and_a_broken_one_say_what_to_do() -> None:
    from index.errors import CorpusError
    from index.interface.texts import texts_for

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
            return replace(
                page, request=request, hits=tuple(chosen), total=len(many), origins=len(many)
            )

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


async def test_more_of_an_order_that_was_left_is_not_drawn() -> None:
    answer = Event()
    answer.set()

    class Slow(InventedLibrary):
        def search(self, request: SearchRequest) -> Page:
            page = super().search(replace(request, offset=0, limit=0))
            answer.wait(60)
            order = request.sort.value
            many = [replace(page.hits[0], id=ArticleId(f"{order}-{n}")) for n in range(300)]
            chosen = many[request.offset : request.offset + request.limit]
            self.asked[-1] = request
            return replace(
                page, request=request, hits=tuple(chosen), total=len(many), origins=len(many)
            )

        def article(self, id: ArticleId) -> Article:
            return super().article(ArticleId("quai-a"))

    library = Slow()
    async with make_room(library).run_test(size=(80, 24)) as pilot:
        try:
            await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
            results = part(pilot, "#results", Results)
            await until(pilot, lambda: len(results.hits) == PAGE)
            answer.clear()
            await pilot.press("enter", "s")
            await until(pilot, lambda: library.asked[-1].sort is Sort.DATE)
            results.post_message(Results.MoreWanted())
            await pilot.pause()
        finally:
            answer.set()
        await until(pilot, lambda: any(r.offset for r in library.asked))
        await until(pilot, lambda: results.hits[0].id.startswith("date"))
        await pilot.app.workers.wait_for_complete()
        assert {hit.id.partition("-")[0] for hit in results.hits} == {"date"}


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


async def test_an_answer_that_comes_while_the_room_is_left_is_let_go() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)

        async def late() -> None:
            while app.is_running:
                await asyncio.sleep(0)
            screen.query_one("#gone")

        screen.work("late", late)
        await pilot.pause()
