"""Two accounts that tell one thing in other words, without a figure or a word of an outcome, stand beside each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.facts.otherwise_signs import chance, weights
from index.facts.told_otherwise import LEAST, MOST, OF, joined
from index.interface.facts_in_words import folded
from index.model.facts import Fact, FactVerdict, contradicts
from tests.test_facts import facts_of

MORE = (
    " Le préfet est venu saluer les équipes dans l'après-midi. Une cellule d'écoute a été installée à la salle des fêtes."
    " Les commerçants du marché ont baissé leurs rideaux. Deux chats ont été recueillis par une retraitée."
    " L'orchestre municipal a reporté son concert. Le boulanger offrait du café aux curieux."
)
LESS = (
    " La bibliothèque gardait ses volets clos. Un hélicoptère a tourné longtemps au-dessus des vergers."
    " Des lycéens filmaient la scène avec leurs téléphones. Le curé a sonné le tocsin, une tradition d'autrefois."
    " L'assureur enverra un expert. Aucun voisin ne dormait encore quand la pluie a commencé."
)
"""What each account tells besides: an event of a few sentences has no rare words."""


def told(one: str, other: str, folder: Path) -> list[Fact]:
    return [
        fact for fact in facts_of(one + MORE, other + LESS, folder)
        if any(claim.of == OF for account in fact.accounts for claim in account.claims)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("La remorque bleue de la scierie était chargée de sacs de ciment quand elle a quitté le quai nord de la papeterie.",
         "Du quai nord de la papeterie, la scierie envoyait une remorque bleue remplie de gravats et de vieux sacs."),
        ("La veilleuse de la résidence Aubépine a tiré du lit le concierge et sa mère vers la fin du film.",
         "À la résidence Aubépine, un livreur de pizzas a tiré du lit le concierge, sa mère et la veilleuse pendant le film."),
    ],
)  # fmt: skip
def test_counterparts_that_may_differ_stand_beside_each_other(
    one: str, other: str, tmp_path: Path
) -> None:
    found = told(one, other, tmp_path)
    assert len(found) == 1
    assert found[0].verdict is FactVerdict.OTHERWISE
    assert {account.claims[0].text for account in found[0].accounts} == {
        one, other
    }  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # One sentence, copied.
        ("La remorque de la scierie Vautrin transportait des gravats vers la gare de Brévens.",
         "La remorque de la scierie Vautrin transportait des gravats vers la gare de Brévens, a-t-on appris."),
        # Another line tells it.
        ("L'effondrement de la halle de Brévens a fait 16 blessés, dit le chef de gare Paul Vautrin.",
         "L'effondrement de la halle de Brévens a fait 12 blessés, dit le chef de gare Paul Vautrin."),
        # They tell of two things.
        ("La remorque de la scierie Vautrin transportait des gravats.",
         "Le conseil municipal a voté la réfection de la piscine."),
    ],
)  # fmt: skip
def test_what_is_one_or_told_already_or_two_is_not(one: str, other: str, tmp_path: Path) -> None:
    assert not told(one, other, tmp_path)


def test_a_third_account_stands_in_the_same_line_and_an_event_has_few() -> None:
    a, b, c, other = (0, 3), (1, 5), (2, 1), (2, 7)
    assert joined([(0.3, a, c), (0.5, a, b), (0.25, b, other)]) == [{0: 3, 1: 5, 2: 1}]
    assert joined([(0.1, a, b)]) == []
    assert len(joined([(0.5, (0, n), (1, n)) for n in range(9)])) == MOST


def test_the_least_probability_and_the_signs_are_those_that_were_measured() -> None:
    assert LEAST == 0.2
    assert chance({}) < LEAST
    assert chance({"mass": 3.0, "shorter": 3.0}) < chance({"mass": 3.5, "shorter": 3.0})
    assert weights()["negation of one"] > weights()["negation of both"]


def test_what_is_told_otherwise_is_no_line_to_be_checked(tmp_path: Path) -> None:
    found = told(
        "La remorque bleue de la scierie était chargée de sacs de ciment quand elle a quitté le quai nord de la papeterie.",
        "Du quai nord de la papeterie, la scierie envoyait une remorque bleue remplie de gravats et de vieux sacs.",
        tmp_path,
    )  # fmt: skip
    groups = folded(found)
    assert groups.otherwise == found
    assert not groups.to_check
    assert folded([replace(fact, accepted=True) for fact in found]).grave
    assert contradicts(replace(found[0], accepted=True))
    assert not contradicts(found[0])
