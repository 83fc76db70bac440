"""Who says a claim and who only speaks of the same: by its verb, by what is told, by what is refused or set right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import make_article

from index.compare import claim_saying as saying_module
from index.compare.claim import ClaimPassage, ClaimRelation, passages
from index.compare.claim_counts import has_none_of
from index.compare.claim_saying import ENTIRE, LEAST, judged, told_apart
from index.compare.claim_words import AskedClaim, read_claim
from index.french.families import representative
from index.model.article import Article, Basis, DateValue

CLAIMS = {
    "resigned": "Paul Vernin a démissionné",
    "signed": "La CGT a signé l'accord de Valombre",
    "speed": "Le train de Valombre roulait à 118 km/h",
    "dead": "Aucun passager du train de Valombre n'est décédé",
}


@pytest.mark.parametrize(
    ("claim", "text", "relation"),
    [
        ("resigned", "Paul Vernin a démissionné lundi soir.", ClaimRelation.SAYS),
        ("resigned", "Paul Vernin démissionne, annonce la mairie.", ClaimRelation.SAYS),
        ("resigned", "Paul Vernin a tenu sa conférence de presse lundi.", ClaimRelation.SPEAKS),
        ("resigned", "Paul Vernin menace de démissionner.", ClaimRelation.SPEAKS),
        ("resigned", "Paul Vernin n'a pas démissionné.", ClaimRelation.DENIES),
        ("resigned", "Paul Vernin a refusé de démissionner.", ClaimRelation.DENIES),
        ("signed", "La CGT a signé lundi l'accord de Valombre.", ClaimRelation.SAYS),
        ("signed", "La CGT, majoritaire, a refusé de signer l'accord de Valombre.", ClaimRelation.DENIES),
        ("signed", "La CGT juge l'accord de Valombre mauvais.", ClaimRelation.SPEAKS),
        ("speed", "Le train de Valombre roulait à 118 km/h.", ClaimRelation.SAYS),
        ("speed", "Le train de Valombre roulait à 95 km/h, et non à 118 km/h.", ClaimRelation.DENIES),
        ("speed", "Le train de Valombre roulait à 95 km/h et non 118 km/h.", ClaimRelation.DENIES),
        ("dead", "Le train de Valombre comptait 112 passagers.", ClaimRelation.SPEAKS),
        ("dead", "Un passager du train de Valombre est décédé.", ClaimRelation.DENIES),
    ],
)  # fmt: skip
def test_who_says_it_and_who_only_speaks_of_it(
    claim: str, text: str, relation: ClaimRelation
) -> None:
    asked = read_claim(
        CLAIMS[claim], articles=1000, holding=lambda word: 5 if word[0] in "pvé" else 40
    )
    assert [said.told for said in _told(asked, [make_article("a", text)])] == [relation]


def _told(asked: AskedClaim, articles: Sequence[Article]) -> tuple[ClaimPassage, ...]:
    by_id = {article.id: article for article in articles}
    return told_apart(judged(asked, passages(asked, articles), by_id))


def test_what_says_it_stands_before_what_speaks_of_it() -> None:
    asked = read_claim(CLAIMS["resigned"], articles=1000, holding=lambda _: 5)
    texts = {
        "speaks": "Paul Vernin a parlé à la presse.",
        "says": "Le maire Paul Vernin, las, a démissionné hier.",
    }
    found = _told(asked, [make_article(name, text) for name, text in texts.items()])
    assert [said.article for said in found] == ["says", "speaks"]


def test_who_tells_it_otherwise_says_it_among_those_who_tell_it_that_day() -> None:
    """« Rend son écharpe » is not the claim's verb: beside others of the same days it says it, years before it does not."""
    asked = read_claim("Le maire Paul Vernin a quitté Valombre", articles=1000, holding=lambda _: 5)
    news = "Le maire Paul Vernin a quitté Valombre lundi."
    otherwise = "À Valombre, le maire Paul Vernin rend son écharpe."
    told = {}
    for year in ("2024", "2019"):
        articles = [
            replace(make_article(name, text), published=DateValue(day, day, day, Basis.STATED))
            for name, text, day in (
                ("a", news, "2024-03-05"),
                ("b", news, "2024-03-05"),
                ("c", otherwise, f"{year}-03-05"),
            )
        ]
        told[year] = {said.article: said.told for said in _told(asked, articles)}["c"]
    assert told == {"2024": ClaimRelation.SAYS, "2019": ClaimRelation.SPEAKS}


def test_a_name_alone_says_nothing_though_all_speak_of_it_that_day() -> None:
    asked = read_claim(CLAIMS["resigned"], articles=1000, holding=lambda _: 5)
    texts = ["Paul Vernin a démissionné.", "Paul Vernin parle.", "Paul Vernin a été reçu."]
    day = DateValue("2024-03-05", "2024-03-05", "2024-03-05", Basis.STATED)
    articles = [
        replace(make_article(f"{number}", text), published=day) for number, text in enumerate(texts)
    ]
    told = {said.article: said.told for said in _told(asked, articles)}
    speaks = ClaimRelation.SPEAKS
    assert told == {"0": ClaimRelation.SAYS, "1": speaks, "2": speaks}


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Ce n'est pas une, mais deux poules qui arrivent.", False),
        ("L'accident n'a fait aucun mort mais trois blessés.", False),
        ("Il n'y a pas un, mais bien quatre blessés.", False),
        ("Sans victimes, mais avec deux blessés légers.", False),
        ("L'accident n'a pas fait de blessés.", True),
        ("Mais aucun des trois blessés n'est grave.", True),
        ("Mais l'accident n'a fait ni morts ni blessés.", True),
    ],
)
def test_what_follows_but_is_not_denied_by_what_stands_before(text: str, none: bool) -> None:
    word = "poules" if "poules" in text else "blessés"
    assert has_none_of(text, representative(word)) is none


def test_the_bounds_were_measured() -> None:
    """On claims told in other words, and on forty that nobody makes."""
    assert (LEAST, ENTIRE) == (0.2, 0.95)
    assert saying_module._DATED == (-7.35, 0.39, 4.08, 0.61, 1.98, 0.42, 0.40, 4.03)
    assert saying_module._UNDATED == (-7.98, 0.95, 4.98, 1.11, 2.58, 0.49)
