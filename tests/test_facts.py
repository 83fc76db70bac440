"""The facts of invented events, told by four outlets each: what is planted in them is shown, no trap is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from index.building.build import rebuild
from index.compare import source_comparison
from index.compare.source_comparison import compare
from index.compare.whole import in_whole, whole
from index.export.comparison_documents import comparison_document
from index.facts.told_otherwise import OF as OTHERWISE
from index.interface.facts_in_words import laid_beside
from index.library import Library
from index.model.article import Article, ArticleId
from index.model.claims import ClaimKind
from index.model.comparison import Comparison
from index.model.facts import DISAGREEING, Fact, FactVerdict
from index.model.text import Span
from index.notebook.verdict import RowAnswer
from index.settings.places import find_places
from tests.builders import make_article

EVENTS = Path(__file__).parent / "data/events"
NAMES = sorted(path.stem for path in EVENTS.glob("*.yaml"))
SHOWN = {
    "accident": 12,
    "alumine": 10,
    "avalanche": 7,
    "barrage": 9,
    "braquage": 13,
    "budget": 5,
    "bus": 10,
    "cantine": 7,
    "clerc": 2,
    "conseil": 11,
    "coqueluche": 8,
    "crue": 12,
    "cyberattaque": 8,
    "depot": 11,
    "disparition": 9,
    "dopage": 3,
    "eboulement": 7,
    "election": 6,
    "evasion": 12,
    "explosion": 11,
    "ferry": 9,
    "feu": 10,
    "fraude": 6,
    "fusion": 8,
    "glissement": 5,
    "greve": 3,
    "hopital": 10,
    "laezon": 8,
    "laiterie": 5,
    "legionelles": 6,
    "maire": 8,
    "mairie": 7,
    "marche": 10,
    "musee": 5,
    "otages": 7,
    "partielle": 5,
    "passerelle": 7,
    "perfusion": 6,
    "petrolier": 7,
    "proces": 11,
    "putsch": 8,
    "raffinerie": 8,
    "randonneuse": 8,
    "rappel": 5,
    "rein": 8,
    "tamba": 10,
    "tempete": 13,
    "terminal": 9,
    "train": 9,
    "transfert": 12,
    "traversees": 3,
    "usine": 11,
    "verdict": 11,
}
"""How many of the planted differences are shown, at the least; more is welcome."""


@pytest.fixture(scope="module", params=NAMES)
def event(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, dict[str, Article], Library]]:
    told = yaml.safe_load((EVENTS / f"{request.param}.yaml").read_text("utf-8"))
    folder = tmp_path_factory.mktemp(request.param)
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, account in told["accounts"].items():
        head = {key: str(value) for key, value in account.items() if key != "text"}
        front = yaml.safe_dump(head, allow_unicode=True)
        (corpus / f"{name}.md").write_text(f"---\n{front}---\n\n{account['text']}", "utf-8")
    places = find_places(corpus=str(corpus), index=str(folder / "index"), environment={})
    rebuild(places, lambda event: None)
    library = Library.open(places)
    articles = {name: library.article(ArticleId(name)) for name in told["accounts"]}
    yield request.param, articles, library
    library.close()


def compared(articles: dict[str, Article], library: Library) -> Comparison:
    return library.compare([article.id for article in articles.values()])


def touches(fact: Fact, article: Article, words: str) -> bool:
    at = whole(article).text.find(words)
    assert at >= 0, words
    place = Span(at, at + len(words))
    return any(
        in_whole(article, span, claim.part).overlaps(place)
        for account in fact.accounts
        if account.article == article.id
        for claim in account.claims
        for span in (claim.span, claim.speaker)
        if span is not None
    )


def test_what_is_planted_is_shown(event: tuple[str, dict[str, Article], Library]) -> None:
    name, articles, library = event
    facts = compared(articles, library).facts
    key = yaml.safe_load((EVENTS / f"{name}.yaml").read_text("utf-8"))["key"]
    shown = [
        entry
        for entry in key
        if not entry.get("trap")
        and any(
            sum(touches(fact, articles[n], words) for n, words in entry["needles"].items()) > 1
            for fact in facts
            if fact.verdict is not FactVerdict.AGREE
        )
    ]
    assert len(shown) >= SHOWN[name]


def test_a_fifth_account_takes_no_fact_away(
    event: tuple[str, dict[str, Article], Library],
) -> None:
    _, articles, _ = event
    four = list(articles.values())[:4]
    other = make_article("z-cinq", "Le marché aux fleurs de Courvoise ouvrira samedi.")

    def told(accounts: list[Article]) -> set[tuple[str, str, str]]:
        facts = compare(accounts, name_of=str).facts
        # Of what is told otherwise only the likeliest lines are given: another account may have likelier ones.
        return {(fact.about.value, fact.of, fact.label) for fact in facts if fact.of != OTHERWISE}

    assert told(four) <= told([*four, other])


def test_how_many_accounts_are_aligned() -> None:
    assert (source_comparison.MOST_BESIDE, source_comparison.MOST_ALIGNED) == (4, 12)


TOLD = {
    "mairie": ["other pool"],
    "alumine": ["jobs of the works"],
    "depot": ["with subcontractors"],
}
"""Traps that are told all the same, by their notes."""


def test_no_other_trap_is_told(event: tuple[str, dict[str, Article], Library]) -> None:
    name, articles, library = event
    grave = [f for f in compared(articles, library).facts if f.verdict in DISAGREEING]
    key = yaml.safe_load((EVENTS / f"{name}.yaml").read_text("utf-8"))["key"]
    for entry in key:
        if entry.get("trap"):
            for fact in grave:
                held = [touches(fact, articles[n], w) for n, w in entry["needles"].items()]
                assert sum(held) < 2 or entry.get("note") in TOLD.get(name, ()), fact.label


def test_the_document_holds_the_words_of_every_claim(
    event: tuple[str, dict[str, Article], Library],
) -> None:
    _, articles, library = event
    document = comparison_document(compared(articles, library))
    texts = {a.id: {"text": a.text, "description": a.description} for a in articles.values()}
    stakes = [fact["stake"] for fact in document["facts"]]
    assert stakes == sorted(stakes, reverse=True) and stakes
    for fact in document["facts"]:
        assert len(fact["in"]) >= 2
        for article, claims in fact["in"].items():
            for claim in claims:
                start, end = claim["span"]
                assert texts[article][claim["part"]][start:end] == claim["text"]


def test_a_fact_that_was_rejected_stays_so(
    event: tuple[str, dict[str, Article], Library],
) -> None:
    _, articles, library = event
    first = compared(articles, library).facts[0]
    library.judge_fact(first, RowAnswer.REJECTED)
    again = {fact.id: fact for fact in compared(articles, library).facts}
    assert again[first.id].accepted is False
    library.undo()
    assert compared(articles, library).facts[0].accepted is None


def fact(id: str, label: str, verdict: FactVerdict) -> Fact:
    return Fact(id, ClaimKind.COUNT, "", label, verdict, 0.5, ())


def test_an_agreement_stands_under_the_disagreement_of_its_name() -> None:
    """« = 2 agreements: hospitalised » stood beside « → hospitalised: A 2, B 4 »."""
    shown = [
        fact("1", "hospitalisés", FactVerdict.UPDATE),
        fact("2", "évacués", FactVerdict.CONFLICT),
        fact("3", "hospitalisés", FactVerdict.NARROWER),
    ]
    agreed = [
        fact("4", "hospitalisés", FactVerdict.AGREE),
        fact("5", "date", FactVerdict.AGREE),
    ]
    rows, rest = laid_beside(shown, agreed)
    assert [one.id for one in rows] == ["1", "2", "3", "4"]
    assert [one.id for one in rest] == ["5"]
    assert laid_beside([], agreed) == ([], agreed)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Les manifestants ont déversé du lisier devant la mairie.", "Pas de lisier ici, dit un voisin.",
         FactVerdict.TO_CHECK),
        ("La randonneuse était expérimentée et bien équipée.", "La jeune femme n'était pas équipée.",
         FactVerdict.TO_CHECK),
        ("Le directeur, Étienne Marsault, a refusé de payer.", "Le directeur, Étienne Marceau, se tait.",
         FactVerdict.CONFLICT),
        ("Le maire, Jean-Claude Vernin, était présent.", "Jean-Marc Vernin, le maire, était absent.",
         FactVerdict.CONFLICT),
        ("Le préfet, Marc Ducasse, a parlé.", "Marc Ducassé, le préfet, se tait.",
         FactVerdict.CONFLICT),
        ("L'élu veut créer une association nationale de défense des marais.",
         "L'élu refuse de créer une association nationale de défense des marais.", FactVerdict.TO_CHECK),
    ],
)  # fmt: skip
def test_what_one_lacks_and_how_a_name_is_spelt(
    one: str, other: str, verdict: FactVerdict, tmp_path: Path
) -> None:
    assert verdict in {fact.verdict for fact in facts_of(one, other, tmp_path)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le maire, Paul Vernin, était présent.", "Le préfet, Hugo Vernin, était présent."),
        ("Étienne Marsault et Étienne Marceau ont signé.", "Étienne Marceau a signé la lettre."),
        ("Du lisier a été déversé.", "Du lisier a été déversé, mais pas de fumier."),
        ("Le ministre Mario Durán a parlé.", "Mario Duran, le ministre, a parlé."),
        (
            "La loi Leonetti sera revue.",
            "La loi Léonetti sera revue ; la loi Leonetti date de 2016.",
        ),
        ("Deux Nigériens ont été tués.", "Un Nigérien a été tué avec deux Nigériens."),
        (
            "« C'est au moment où l'on a besoin de vous que vous partez », dit le directeur.",
            "« C'est au moment où l'on a besoin de vous que vous partez pour laisser vos rayons à des gens qui n'ont aucune idée du métier », dit le directeur.",
        ),
    ],
)
def test_what_is_no_denial_and_no_other_spelling(one: str, other: str, tmp_path: Path) -> None:
    assert not [f for f in facts_of(one, other, tmp_path) if f.verdict in DISAGREEING]


def test_a_refusal_denies_only_what_stands_beside_it(tmp_path: Path) -> None:
    one = (
        "L'élu renonce à terminer son mandat au parlement afin de créer une association nationale de "
        "défense des marais."
    )
    other = "L'élu veut créer une association nationale de défense des marais."
    assert not [fact for fact in facts_of(one, other, tmp_path) if fact.of == "said"]


DAILY = [
    # What is new on each of two days is no change of one thing.
    (
        "Le port a compté 33 nouveaux cas de choléra en 24 heures.",
        "Le port a compté 41 nouveaux cas de choléra en 24 heures.",
        FactVerdict.NOT_COMPARABLE,
    ),
    (
        "Samedi 4 mars 2023, douze communes étaient privées d'eau potable.",
        "Dimanche 5 mars 2023, neuf communes étaient privées d'eau potable.",
        FactVerdict.UPDATE,
    ),
]


@pytest.mark.parametrize(("one", "other", "verdict"), DAILY)
def test_figures_of_different_days_change_and_do_not_contradict(
    one: str, other: str, verdict: FactVerdict, tmp_path: Path
) -> None:
    found = facts_of(one, other, tmp_path, days=("2023-03-04", "2023-03-05"))
    assert {fact.verdict for fact in found if fact.about is ClaimKind.COUNT} == {verdict}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "La tempête a provoqué la chute de dix pylônes.",
            "La chute de dix pylônes est due aux vents.",
        ),
        ("L'ouragan est en catégorie 3 dans le golfe.", "Deux ouragans sont dans le golfe."),
    ],
)
def test_other_things_that_look_alike_are_no_contradiction(
    one: str, other: str, tmp_path: Path
) -> None:
    assert not [f for f in facts_of(one, other, tmp_path) if f.verdict in DISAGREEING]


def facts_of(
    one: str,
    other: str,
    folder: Path,
    *,
    days: tuple[str, str] = ("", ""),
    third: tuple[tuple[str, str, str], ...] = (),
) -> tuple[Fact, ...]:
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, text, day in (("un", one, days[0]), ("deux", other, days[1]), *third):
        more = "La journée a été longue dans la vallée, où la pluie tombe depuis une semaine."
        (corpus / f"{name}.md").write_text(
            f"---\ntitle: Compte {name}\n{f'date: {day}' if day else ''}\n---\n\n{text} {more}\n",
            "utf-8",
        )
    places = find_places(corpus=str(corpus), index=str(folder / "index"), environment={})
    rebuild(places, lambda event: None)
    library = Library.open(places)
    try:
        return library.compare(library.ids()).facts
    finally:
        library.close()
