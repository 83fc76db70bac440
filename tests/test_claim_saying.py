"""Who says a claim and who only speaks of the same: by its verb, by what is told, by what is refused or set right."""

from __future__ import annotations

import pytest
from builders import make_article

from index.compare.claim import ClaimRelation, passages
from index.compare.claim_saying import ENTIRE, LEAST, told_apart
from index.compare.claim_words import read_claim

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
    found = passages(asked, [make_article("a", text)])
    assert [said.told for said in told_apart(asked, found)] == [relation]


def test_what_says_it_stands_before_what_speaks_of_it() -> None:
    asked = read_claim(CLAIMS["resigned"], articles=1000, holding=lambda _: 5)
    texts = {
        "speaks": "Paul Vernin a parlé à la presse.",
        "says": "Le maire Paul Vernin, las, a démissionné hier.",
    }
    found = passages(asked, [make_article(name, text) for name, text in texts.items()])
    assert [said.article for said in told_apart(asked, found)] == ["says", "speaks"]


def test_the_bounds_were_measured() -> None:
    """On claims told in other words, and on thirty that nobody makes."""
    assert (LEAST, ENTIRE) == (0.2, 0.75)
