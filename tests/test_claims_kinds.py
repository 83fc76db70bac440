"""Figures and words that are read as what they are: degrees, ages, decrees, names, rounded figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.claims.lexicon import lexicon
from index.facts.value_relations import rounds
from index.model.claims import ClaimKind
from index.model.facts import DISAGREEING
from tests.test_claims import claims
from tests.test_facts import facts_of


@pytest.mark.parametrize(
    ("sentence", "kind", "not_kind"),
    [
        ("Le thermomètre atteindra 42 degrés à Gueugnon.", ClaimKind.MEASURE, ClaimKind.MONEY),
        ("Il a fait 41,9°C à Gueugnon.", ClaimKind.MEASURE, ClaimKind.MONEY),
        ("La centrale livre 120 MW au réseau.", ClaimKind.MEASURE, ClaimKind.MONEY),
        (
            "Deux enfants âgés de sept et dix ans ont été percutés.",
            ClaimKind.AGE,
            ClaimKind.DURATION,
        ),
        ("Un enfant de dix ans et son cousin ont été percutés.", ClaimKind.AGE, ClaimKind.DURATION),
        ("La plupart des Français partent à 63 ans.", ClaimKind.AGE, ClaimKind.DURATION),
    ],
)
def test_a_figure_is_of_its_kind(sentence: str, kind: ClaimKind, not_kind: ClaimKind) -> None:
    kinds = {claim.kind for claim in claims(sentence)}
    assert kind in kinds and not_kind not in kinds


def test_decrees_are_not_under_arrest() -> None:
    assert "held" not in {
        claim.of for claim in claims("En tout, 118 arrêtés préfectoraux sont en cours.")
    }


@pytest.mark.parametrize(
    ("one", "other", "rounded"),
    [
        (6.3, 6.36, True),
        (30_000, 30_004, True),
        (19, 20, False),
        (1_300, 1_299, False),
        (30_000, 34_000, False),
        (5.9, 6.5, False),
    ],
)
def test_one_figure_may_be_the_other_in_fewer_digits(
    one: float, other: float, rounded: bool
) -> None:
    assert rounds(one, other) is rounded and rounds(other, one) is rounded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A word of a name is no outcome.
        ("Cinq marins, selon le Courrier Libéré, ont péri.", "Un motard a percuté une voiture arrêtée."),
        # The others are no count of all.
        ("Sept départements du centre sont en alerte à la neige.",
         "Quatre autres départements du centre sont en alerte à la neige."),
        # Accents make no other street.
        ("La rue des Mésanges est fermée.", "La rue des Mesanges est fermée."),
        # Alive, in a manner of speaking.
        ("Paul Vernin était un bon vivant, dit sa sœur.", "Le voisin est décédé dans la nuit de jeudi."),
        # A complaint, and a delay.
        ("Le plaignant n’a pas porté plainte.", "Le délai a été porté à trente ans par la loi."),
        ("Le candidat a obtenu 6,3 % des voix.", "Le candidat a obtenu 6,36 % des voix."),
    ],
)  # fmt: skip
def test_what_excludes_nothing(one: str, other: str, tmp_path: Path) -> None:
    assert not [fact for fact in facts_of(one, other, tmp_path) if fact.verdict in DISAGREEING]


def test_every_value_of_the_lexicon_is_text() -> None:
    # YAML reads a bare « off » as false.
    words = [word for _, word in lexicon()._listed()]
    assert words and all(isinstance(word.value, str) for word in words)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("L'élu parisien a remporté 44 % des suffrages.", False),
        ("Le condamné a été entendu par la cour.", False),
        ("Paul Vernin a été élu maire dimanche.", True),
        ("Paul Vernin, condamné lundi, a fait appel.", True),
    ],
)
def test_who_was_something_once_is_no_outcome(text: str, told: bool) -> None:
    values = {
        claim.value
        for claim in claims(text)
        if claim.kind is ClaimKind.STATUS and claim.of in ("election", "trial")
    }
    assert bool(values) is told
