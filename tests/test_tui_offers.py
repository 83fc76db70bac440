"""What the list of results offers besides results: dates, a claim; and copies, folded or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from invented_library import InventedLibrary
from room import arrived, make_room, part, picture, until

from index.compare.asked_claim import may_be_claim
from index.model.found import Copy, Facet, Page, Proposal, SearchRequest
from tui.screens.claim_screen import ClaimScreen
from tui.screens.reading_screen import ReadingScreen
from tui.screens.search import SearchScreen
from tui.widgets.query import Query
from tui.widgets.results import Results


class Copied(InventedLibrary):
    """Folds all but the first article under it."""

    def search(self, request: SearchRequest) -> Page:
        page = super().search(request)
        if not request.fold or len(page.hits) < 2:
            return page
        first, *rest = page.hits
        copies = tuple(Copy(h.id, h.title, h.source, h.published) for h in rest)
        return replace(page, hits=(replace(first, copies=copies),), origins=1)


class Dated(InventedLibrary):
    """Proposes a month for whatever names one."""

    def search(self, request: SearchRequest) -> Page:
        asked = replace(request, query=request.query.replace("date:2023-01", ""))
        page = replace(super().search(asked), request=request)
        if "janvier" not in request.query:
            return page
        return replace(page, proposals=(Proposal("date:2023-01", "2023-01", "2023-01", False, 3),))


async def test_copies_stand_folded_and_a_key_unfolds_them() -> None:
    library = Copied()
    async with make_room(library).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        results = part(pilot, "#results", Results)
        count = len(library.articles) - 1
        assert (len(results.hits), results.total) == (1, 1)
        assert f"+ {count} reprises\u00a0:" in picture(pilot)
        assert "· 1 origine" in picture(pilot)
        await pilot.press("enter", "F")
        await until(pilot, lambda: len(results.hits) == len(library.articles))
        await until(pilot, lambda: "reprises dépliées" in picture(pilot))
        await pilot.press("F")
        await until(pilot, lambda: len(results.hits) == 1)
        assert "reprises dépliées" not in picture(pilot)


async def test_a_date_is_taken_in_one_enter() -> None:
    async with make_room(Dated()).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"quai janvier 2023")
        await until(pilot, lambda: "▸ parus en janvier 2023" in picture(pilot))
        await pilot.press("enter", "enter")
        query = part(pilot, "#query", Query)
        await until(pilot, lambda: query.value == "date:2023-01")


async def test_a_date_that_the_filters_leave_out_lets_them_go() -> None:
    class Filtered(Dated):
        def search(self, request: SearchRequest) -> Page:
            page = super().search(request)
            if not request.filters or not page.proposals:
                return page
            found = replace(page.proposals[0], unfiltered=True)
            return replace(page, hits=(), total=0, proposals=(found,))

    async with make_room(Filtered()).run_test(size=(80, 24)) as pilot:
        screen = await arrived(pilot)
        screen.filter_by(Facet.SOURCE, "La Gazette du Rif", "La Gazette du Rif")
        await pilot.press(*"quai janvier 2023")
        await until(pilot, lambda: "janvier 2023, sans les filtres" in picture(pilot))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: screen.session.asked.query == "date:2023-01")
        assert screen.session.asked.filters == ()


async def test_while_one_types_the_first_article_is_beside_a_proposal() -> None:
    class Always(Dated):
        def search(self, request: SearchRequest) -> Page:
            found = Proposal("date:2023-01", "2023-01", "2023-01", True, 3)
            return replace(super().search(request), proposals=(found,))

    async with make_room(Always()).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        results = part(pilot, "#results", Results)
        assert results.current is results.hits[0]
        assert "d’aujourd’hui" in picture(pilot)
        await pilot.press("down", "down")
        assert results.current is results.hits[0]


async def test_yesterday_is_counted_from_the_day_of_the_session() -> None:
    library = InventedLibrary()
    async with make_room(library).run_test(size=(120, 40)) as pilot:
        screen = await arrived(pilot)
        screen.session.today = lambda: date(2021, 3, 14)
        await pilot.press("h")
        await until(pilot, lambda: library.asked[-1].today == date(2021, 3, 14))


async def test_a_sentence_that_is_found_nowhere_is_held_as_a_claim() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        query = part(pilot, "#query", Query)
        query.put("l’Autorité du port de Nador rouvrira le quai Est le 3 mars zzz")
        await until(pilot, lambda: "La prendre pour une affirmation" in picture(pilot))
        results = part(pilot, "#results", Results)
        await pilot.press("enter", "end", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ClaimScreen))
        await until(pilot, lambda: "2 passages" in picture(pilot))
        # A month without a day may have been any day of it: the one that came first of the others is one of the first.
        assert "Parmi les premiers à le dire\u00a0: La Gazette du Rif" in picture(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        assert results.is_attached


def test_what_may_be_a_claim() -> None:
    assert may_be_claim("le port de Nador a été fermé mardi par la préfecture")
    assert not may_be_claim("port de Nador fermé mardi")
    assert not may_be_claim("le port de Nador a été fermé mardi date:2023 par la préfecture")
    assert not may_be_claim("port OU quai OU grue OU digue OU môle OU bassin")
