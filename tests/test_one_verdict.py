"""One verdict for one thing, and one count of contradictions, wherever they are shown."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from builders import make_article

from index.building.build import rebuild
from index.compare.one_verdict import as_one
from index.compare.source_comparison import compare
from index.library import Library
from index.model.article import Article, ArticleId
from index.model.claims import Claim, ClaimKind
from index.model.comparison import About, Difference, Held, Passage, Verdict
from index.model.facts import Account, Fact, FactVerdict, contradicts
from index.model.text import Span
from index.notebook.verdict import RowAnswer
from index.settings.places import find_places, sample_corpus

A, B = ArticleId("a"), ArticleId("b")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The sample, of which something may be decided here."""
    shutil.copytree(sample_corpus(), tmp_path / "corpus")
    corpus, index = str(tmp_path / "corpus"), str(tmp_path / "index")
    places = find_places(corpus=corpus, index=index, environment={})
    rebuild(places, lambda event: None)
    opened = Library.open(places)
    yield opened
    opened.close()


def articles() -> Sequence[Article]:
    return [make_article(id, "x" * 40) for id in (A, B)]


def fact(kind: ClaimKind, verdict: FactVerdict, at: int) -> Fact:
    span = Span(at, at + 6)
    claims = (Claim(kind, "", span.start, span.end, "", span),)
    accounts = (Account(A, claims), Account(B, claims))
    return Fact("fact:1", kind, "", "", verdict, 0.5, accounts, why="")


@pytest.mark.parametrize(
    ("kind", "about", "at", "told", "before", "verdict"),
    [
        (ClaimKind.DATE, About.DATE, 3, FactVerdict.CONFLICT, Verdict.NARROWER, Verdict.CONFLICT),
        (ClaimKind.DATE, About.DATE, 3, FactVerdict.UPDATE, Verdict.CONFLICT, Verdict.UPDATE),
        (ClaimKind.TIME, About.DATE, 3, FactVerdict.DENIED, Verdict.AGREE, Verdict.CONFLICT),
        (ClaimKind.COUNT, About.QUANTITY, 3, FactVerdict.AGREE, Verdict.CONFLICT, Verdict.AGREE),
        (ClaimKind.COUNT, About.QUANTITY, 3, FactVerdict.NARROWER, Verdict.OVERLAP, Verdict.OVERLAP),
        (ClaimKind.COUNT, About.QUANTITY, 3, FactVerdict.HEDGED, Verdict.CONFLICT, Verdict.CONFLICT),
        (ClaimKind.COUNT, About.DATE, 3, FactVerdict.CONFLICT, Verdict.AGREE, Verdict.AGREE),
        (ClaimKind.DATE, About.DATE, 30, FactVerdict.CONFLICT, Verdict.AGREE, Verdict.AGREE),
        (ClaimKind.NAME, About.NAME, 3, FactVerdict.CONFLICT, Verdict.VARIANT, Verdict.VARIANT),
    ],
)  # fmt: skip
def test_a_difference_has_the_verdict_of_the_fact_of_the_same_values(
    kind: ClaimKind, about: About, at: int, told: FactVerdict, before: Verdict, verdict: Verdict
) -> None:
    sides = (Passage(A, (Span(2, 8),)), Passage(B, (Span(4, 9),)))
    difference = Difference(about, "", before, sides, pairs=(Held(A, B, before),))
    held = [fact(kind, told, at)]
    (found,), facts = as_one([difference], held, articles())
    assert (found.verdict, found.pairs[0].verdict) == (verdict, verdict)
    assert list(facts) == held


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        ("60 trains par jour", "60 trains par semaine", {"not-comparable"}),
        ("une vingtaine de trains", "27 trains", {"not-comparable"}),
        # One sentence with the figure of the next day.
        ("60 trains", "90 trains", {"update"}),
    ],
)
def test_figures_are_told_alike_by_the_difference_and_by_the_fact(
    one: str, other: str, verdicts: set[str]
) -> None:
    said = "La ligne du quai voilier compte {} depuis la réouverture du port de pêche."
    read = [
        make_article(id, said.format(words), published=day)
        for id, words, day in (("a", one, "2023-05-17"), ("b", other, "2023-05-18"))
    ]
    found = compare(read, name_of=str)
    told = {d.verdict.value for d in found.differences if d.about is About.QUANTITY}
    held = {f.verdict.value for f in found.facts if f.about is ClaimKind.COUNT}
    assert told == held == verdicts


def test_what_two_of_three_accounts_agree_on_is_no_difference() -> None:
    claims = fact(ClaimKind.AGE, FactVerdict.CONFLICT, 3).accounts[0].claims
    accounts = tuple(Account(ArticleId(id), claims) for id in "abc")
    told = Fact("fact:1", ClaimKind.AGE, "", "", FactVerdict.CONFLICT, 0.5, accounts, why="")
    sides = tuple(Passage(id, (Span(3, 9),)) for id in (A, B))
    difference = Difference(About.QUANTITY, "âgé", Verdict.AGREE, sides)
    read = [make_article(id, "x" * 40) for id in "abc"]
    assert as_one([difference], [told], read) == ((difference,), (told,))


@pytest.mark.parametrize(
    ("event", "years", "verdicts"),
    [
        ("L’usine du quai voilier avait été mise en demeure", ("2022", "2023"), {"conflict"}),
        ("La tempête avait frappé le quai voilier", ("1978", "2001"), {"not-comparable"}),
    ],
)
def test_a_slip_of_the_year_is_told_alike(
    event: str, years: tuple[str, str], verdicts: set[str]
) -> None:
    read = [
        make_article(id, f"{event} en novembre {year} par la préfecture.", published="2024-05-17")
        for id, year in zip("ab", years, strict=True)
    ]
    found = compare(read, name_of=str)
    told = {d.verdict.value for d in found.differences if d.about is About.DATE}
    held = {f.verdict.value for f in found.facts if f.about is ClaimKind.DATE}
    assert told == verdicts and held <= verdicts


def test_no_difference_of_the_sample_gainsays_its_fact(library: Library) -> None:
    held = 0
    for event in library.events():
        ids = library.accounts(event.id)
        if len(ids) < 2:
            continue
        read = [library.article(id) for id in ids]
        found = compare(read, name_of=library.name_of)
        assert as_one(found.differences, found.facts, read) == (found.differences, found.facts)
        held += len(found.differences)
    assert held


def test_events_count_what_the_opened_comparison_counts(library: Library) -> None:
    events = library.events()

    def opened() -> dict[str, int]:
        return {
            event.id: sum(map(contradicts, library.compare(ids).facts)) if len(ids) > 1 else 0
            for event in events
            for ids in (library.accounts(event.id),)
        }

    def counted() -> dict[str, int]:
        return {id: tally.contradictions for id, tally in library.tallies(events).items()}

    assert counted() == opened() and max(counted().values()) > 5
    most = max(events, key=lambda event: counted()[event.id])
    facts = library.compare(library.accounts(most.id)).facts
    library.judge_fact(next(filter(contradicts, facts)), RowAnswer.REJECTED)
    assert counted() == opened() and counted()[most.id] == sum(map(contradicts, facts)) - 1
