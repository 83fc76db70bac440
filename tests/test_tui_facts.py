"""The views of a comparison: what stands over the columns, which keys do something, one row chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from room import part, picture, settled, until
from textual.pilot import Pilot

from index.building.build import rebuild
from index.interface.texts import texts_for
from index.library import Library
from index.model.article import ArticleId
from index.model.claims import Claim, ClaimKind
from index.model.facts import Account, Fact, FactVerdict
from index.model.text import Span
from index.settings.places import find_places
from tui.app import RoomApp
from tui.rendering import joined
from tui.screens.compare import CompareScreen
from tui.widgets.factlist import FactList
from tui.widgets.findings import Findings
from tui.widgets.modenames import fitting_title
from tui.widgets.statement_columns import Columns

SOURCES = (
    "Agence Francilienne de dépêches",
    "Radio Trois-Vallées, le journal du matin",
    "L’Écho du Haut-Sorlais",
    "Préfecture de la Haute-Sorle (communiqué)",
)
TOLD = (
    "La crue de la Sorle a fait {dead} morts à Pont-Cernay, a annoncé {who}. "
    "Quelque {moved} habitants ont été évacués dans la nuit de jeudi à vendredi. "
    "« La digue a lâché d’un coup », a raconté Fatima Rocher, boulangère."
)


@pytest.fixture
def app(tmp_path: Path) -> RoomApp:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number, source in enumerate(SOURCES):
        told = TOLD.format(dead=2 + number % 2, who="la préfecture", moved=340 + 7 * number)
        head = f"---\ntitle: La crue de la Sorle ({number})\nsource: {source}\ndate: 2025-10-1{7 + number % 2}\n---\n\n"
        (corpus / f"a{number}.md").write_text(head + told + "\n", encoding="utf-8")
    places = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    rebuild(places, lambda event: None)
    return RoomApp(lambda: Library.open(places), texts=texts_for("fr"))


async def at_facts(pilot: Pilot[int]) -> CompareScreen:
    app = pilot.app
    assert isinstance(app, RoomApp)
    await until(pilot, lambda: app.session.overview is not None and len(app.screen_stack) > 1)
    app.push_screen(app.session.doors.compare([ArticleId(f"a{n}") for n in range(4)]))
    await until(pilot, lambda: isinstance(app.screen, CompareScreen))
    screen = app.screen
    assert isinstance(screen, CompareScreen)
    facts = part(pilot, "#facts", FactList)
    await until(pilot, lambda: bool(facts._facts) and facts.has_focus)
    await settled(pilot)
    return screen


async def test_the_names_of_four_sources_stand_whole_over_their_columns(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await at_facts(pilot)
        head = " ".join(picture(pilot).splitlines()[2:4])
        for word in ("Agence", "Francilienne", "dépêches", "Haut-", "Sorlais", "Préfecture"):
            assert word in head, head


async def test_the_values_of_two_accounts_do_not_read_as_one_sentence(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await at_facts(pilot)
        facts = part(pilot, "#facts", FactList)
        width = facts.scrollable_content_region.width
        grid = facts._grid(width)
        claim = Claim(ClaimKind.STATUS, "x", 0, 9, "x", Span(0, 9), text="information judiciaire")
        accounts = tuple(Account(ArticleId(f"a{n}"), (claim,)) for n in range(4))
        fact = Fact(
            "1",
            ClaimKind.STATUS,
            "x",
            "avertissement ou mise en",
            FactVerdict.CONFLICT,
            0.5,
            accounts,
        )
        lines = [line.plain for line in facts._row(fact, width, grid)]
        starts = [25 + n * (grid + 1) for n in range(4)]
        assert all(line[at - 2 : at].strip() == "" for line in lines for at in starts), lines


@pytest.mark.parametrize("width", range(40, 90))
def test_the_title_of_the_facts_tells_what_has_room(width: int) -> None:
    modes = joined(" ▸ faits · aligné · texte · tableau ", "── ")
    told = ["3 contradictions", "4 comptes rendus", "parution 17–19 oct. 2025"]
    title = fitting_title(modes, told, width).plain
    room = width - len("╭─  ─╮")
    assert len(title) <= room or title.endswith("── 3 contradictions ")
    more = [" · ".join(told[:n]) for n in (2, 3)]
    assert all(words in title for words in more if len(modes.plain) + len(words) + 1 <= room)


async def test_keys_of_columns_are_not_offered_where_there_are_none(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await at_facts(pilot)
        assert "Colonne" not in picture(pilot).splitlines()[-1]
        facts = part(pilot, "#facts", FactList)
        first = facts.cursor
        await pilot.press("n")
        assert facts.cursor != first
        await pilot.press("p")
        assert facts.cursor == first
        await pilot.press("V")
        await until(pilot, lambda: "Colonne" in picture(pilot).splitlines()[-1])


async def test_a_table_shows_the_words_of_the_chosen_source(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await at_facts(pilot)
        await pilot.press("V", "V", "V")
        await until(pilot, lambda: "▸A" in picture(pilot))
        await pilot.press("tab")
        await until(pilot, lambda: "▸B" in picture(pilot))
        assert any(line.startswith(("│▌ B", "│  B")) for line in picture(pilot).splitlines())


async def test_one_row_looks_chosen(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await at_facts(pilot)
        await pilot.press("V", "V", "V")
        await until(pilot, lambda: part(pilot, "#columns", Columns).has_focus)
        seen = await settled(pilot)
        assert part(pilot, "#findings", Findings).cursor
        assert sum(line.startswith("│▌") for line in seen.splitlines()) == 1
