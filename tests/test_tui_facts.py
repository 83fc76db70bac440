"""The views of a comparison: what stands over the columns, which keys do something, one row chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import make_article
from room import part, picture, settled, until
from textual.pilot import Pilot

from index.building.build import rebuild
from index.interface.texts import texts_for
from index.library import Library
from index.model.article import Article, ArticleId, EntityId, Quote, TitleBasis
from index.model.claims import Claim, ClaimKind
from index.model.comparison import Comparison, QuoteLine, QuoteUse, Rendering
from index.model.facts import Account, Fact, FactVerdict
from index.model.text import Span
from index.notebook.decisions import FactJudged, Kept
from index.settings.places import find_places
from tui.app import RoomApp
from tui.rendering import joined
from tui.screens.compare import CompareScreen
from tui.screens.events_screen import EventsScreen
from tui.screens.reading_screen import ReadingScreen
from tui.widgets.chapters import chapters_of
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


OWN = (
    "Le marché aux fleurs de Vaurnay rouvre lundi.",
    "Des bénévoles ont nourri les chevaux du haras.",
    "La météo annonce du soleil pour dimanche.",
    "Un concert de soutien aura lieu à l’église.",
    "Les assureurs attendent trois cents dossiers.",
    "Le pont romain avait été restauré par des compagnons.",
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


def test_accounts_without_a_source_are_told_apart_by_their_titles() -> None:
    """Two columns were both called « source non indiquée »."""
    titles = ("Le quai ferme", "Le bac reste", "Le pont")
    articles = [make_article(f"a{n}", "Rien.", title=title) for n, title in enumerate(titles)]
    articles[2] = replace(articles[2], source="L’Écho")
    facts = FactList(texts_for("fr"), id="facts")
    facts.show(articles, (), ())
    for head in (facts._head(116, facts._grid(116)), facts._legend(70)):
        shown = " ".join(" ".join(line.plain for line in head.lines).split())
        assert "« Le quai ferme »" in shown and "« Le bac reste »" in shown, shown
        assert "L’Écho" in shown and "Le pont" not in shown and "non indiquée" not in shown


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


async def test_after_a_rejection_the_cursor_stands_on_the_next_line(app: RoomApp) -> None:
    """It jumped to the top a second later, so that a note went to another fact; a key pressed before
    that kept the fact just rejected.
    """
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await at_facts(pilot)
        facts = part(pilot, "#facts", FactList)
        keys = facts._keys_in_order()
        facts.move_to(keys[1])
        screen.action_judge("rejected")
        assert facts.cursor == keys[2]
        assert keys[1] not in facts._keys_in_order()
        await settled(pilot)
        assert facts.cursor == keys[2]
        assert keys[1] not in facts._keys_in_order()
        await pilot.press("u")
        await until(pilot, lambda: keys[1] in facts._keys_in_order())
        assert facts.cursor == keys[2]


async def test_decisions_made_fast_are_all_made(app: RoomApp) -> None:
    """A newer one took the place of one that had not begun."""
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await at_facts(pilot)
        facts = part(pilot, "#facts", FactList)
        assert facts.current is not None
        screen.action_judge("rejected")
        assert facts.current is not None
        screen.action_retain()
        screen.action_judge("rejected")
        screen.dismiss()
        await until(pilot, lambda: not list(app.workers))
        made = await app.session.desk.ask(lambda library: library.decisions())
        assert [type(one) for one in made] == [FactJudged, Kept, FactJudged]


async def test_a_row_that_was_rejected_leaves_the_cursor_in_its_place(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await at_facts(pilot)
        await pilot.press("V")
        columns = part(pilot, "#columns", Columns)
        await until(pilot, lambda: columns.has_focus)
        rows = [n for n, one in enumerate(columns.statements) if one.row is not None]
        columns.move_to(str(rows[1]))
        screen.action_judge("rejected")
        await settled(pilot)
        assert columns.cursor == str(rows[1])


async def test_what_is_found_beside_is_not_judged_as_a_fact(app: RoomApp) -> None:
    """The cursor stood on a quotation, and x rejected the fact above."""
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await at_facts(pilot)
        screen.action_findings()
        await until(pilot, lambda: part(pilot, "#findings", Findings).has_focus)
        await pilot.press("x")
        await settled(pilot)
        assert not await app.session.desk.ask(lambda library: library.decisions())


async def test_what_only_one_of_many_accounts_says_is_listed_for_all(tmp_path: Path) -> None:
    """The lists below held the four in columns only, and nothing said so."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(6):
        told = TOLD.format(dead=2 + number % 2, who="la préfecture", moved=340 + 7 * number)
        own = OWN[number]
        head = (
            f"---\ntitle: La crue ({number})\nsource: Journal {number}\ndate: 2025-10-17\n---\n\n"
        )
        (corpus / f"a{number}.md").write_text(f"{head}{told}\n\n{own}\n", encoding="utf-8")
    places = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    rebuild(places, lambda event: None)
    app = RoomApp(lambda: Library.open(places), texts=texts_for("fr"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.session.overview is not None and len(app.screen_stack) > 1)
        ids = [ArticleId(f"a{n}") for n in range(6)]
        app.push_screen(app.session.doors.compare(ids))
        await until(pilot, lambda: isinstance(app.screen, CompareScreen))
        findings = part(pilot, "#findings", Findings)
        await until(pilot, lambda: bool(findings._chapters))
        names = {chapter.name for chapter in findings._chapters}
        assert {"Seulement A", "Seulement F"} <= names
        await pilot.press("V")
        await until(pilot, lambda: "A–D sur 6 comptes rendus" in picture(pilot))
        last = [chapter.name for chapter in findings._chapters].index("Seulement F")
        findings._turn_to(last)
        findings.action_choose()
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert app.screen.article_here() == "a5"


def test_of_many_accounts_only_those_that_have_a_quotation_are_told() -> None:
    """« A absente B absente C absente … » left no room for the words of eight accounts."""
    said = Quote(0, 10, speaker=EntityId("person:lea-arnal"), speaker_text="elle", verb="a dit")
    articles = [
        Article(
            id=ArticleId(f"a{n}"), path=f"a{n}.txt", sha256="", encoding="utf-8", title="",
            title_basis=TitleBasis.STATED, text="Rien ne va.",
        )
        for n in range(6)
    ]  # fmt: skip
    uses = [
        QuoteUse(ArticleId("a1"), (Span(0, 11),), Rendering.IDENTICAL, said=said),
        QuoteUse(ArticleId("a4"), (Span(0, 11),), Rendering.IDENTICAL),
    ]
    names = {EntityId("person:lea-arnal"): "Léa Arnal"}
    for used, told in ((uses, "B identique  E identique  "), (uses[:1], "B seule      ")):
        comparison = Comparison(
            articles=tuple(one.id for one in articles), rows=(), only=(), differences=(),
            quotes=(QuoteLine(tuple(used)),),
        )  # fmt: skip
        chapters = chapters_of(texts_for("fr"), comparison, articles, names)
        (line,) = next(one for one in chapters if one.kind == "quotes").entries
        assert line.line.plain == f"{told}« Rien ne va. » — Léa Arnal (elle · a dit)"


async def test_the_letters_of_an_event_are_those_of_the_command_line(app: RoomApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.session.overview is not None and len(app.screen_stack) > 1)
        app.screen.action_tab("events")  # type: ignore[attr-defined]
        await until(pilot, lambda: isinstance(app.screen, EventsScreen))
        screen = app.screen
        assert isinstance(screen, EventsScreen)
        await until(pilot, lambda: screen.event_here() is not None)
        event = screen.event_here()
        assert event is not None
        wanted = await app.session.desk.ask(lambda library: library.accounts(event.id))
        screen.compare_event(event)
        await until(pilot, lambda: isinstance(app.screen, CompareScreen))
        assert app.screen._accounts == wanted  # type: ignore[attr-defined]
