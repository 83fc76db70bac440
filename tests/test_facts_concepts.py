"""Concepts: words that mean one thing, and doings of two accounts that exclude each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.facts.thesaurus import thesaurus
from index.model.facts import FactVerdict
from index.text.tokens import tokenize
from tests.test_facts import facts_of
from tools.concepts import DATA, compiled


def _concepts(sentence: str) -> set[str]:
    known = thesaurus()
    return {known.names[hit.concept] for hit in known(list(tokenize(sentence)))}


def test_the_compiled_thesaurus_is_that_of_the_lists() -> None:
    assert (DATA / "concepts.txt").read_text(encoding="utf-8") == compiled()


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("Les bénévoles ont renfloué la barque.", "flotter"),
        ("Il a pris la fuite.", "s'enfuir"),
        ("Elle prendra donc la fuite.", "s'enfuir"),
        ("La machine est à l’arrêt.", "arrêter la production"),
        ("Des instituteurs défilent.", "enseignant"),
        ("Les barrières étaient abaissées.", "barrières abaissées"),
        ("La porte avait été fermée à clé.", "verrouiller"),
        ("Le jumeau est resté casqué.", "porter un casque"),
        ("Les épreuves sont maintenues.", "maintenir les épreuves"),
        ("La baignade est interdite.", "baignade interdite"),
        ("La frontière est rouverte.", "rouvrir la frontière"),
    ],
)
def test_a_concept_is_found_in_any_form_of_its_members(sentence: str, concept: str) -> None:
    assert concept in _concepts(sentence)


def test_a_reflexive_verb_needs_its_pronoun() -> None:
    assert "se répandre" in _concepts("Le lait s’est écoulé dans la cave.")
    assert "se constituer prisonnier" not in _concepts("Le facteur livre le colis.")


def test_the_words_of_a_longer_expression_mean_nothing_of_their_own() -> None:
    assert "ouvrir" not in _concepts("Elle publie une lettre ouverte.")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Le parti de Carlan a soutenu la pharmacienne de Sorbey.",
         "Le parti de Carlan a lâché la pharmacienne de Sorbey.", FactVerdict.UPDATE),
        ("La visite de la grotte est gratuite.",
         "La visite de la grotte est payante.", FactVerdict.TO_CHECK),
        ("Le chalutier a été saisi par les douaniers.",
         "Le chalutier n’a pas été saisi par les douaniers.", FactVerdict.DENIED),
        ("Le portail du hangar de Sorbey a été verrouillé.",
         "Le portail du hangar de Sorbey a été déverrouillé.", FactVerdict.CONFLICT),
        ("Le motard de Sorbey portait un casque.",
         "Le motard de Sorbey était sans casque.", FactVerdict.CONFLICT),
        ("Les ruches du plateau ont été détruites.",
         "Les ruches du plateau n’ont jamais été détruites.", FactVerdict.DENIED),
    ],
)  # fmt: skip
def test_doings_that_exclude_each_other_are_told(
    one: str, other: str, verdict: FactVerdict, tmp_path: Path
) -> None:
    assert verdict in {fact.verdict for fact in facts_of(one, other, tmp_path)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Other things.
        ("La piscine du Breuil est ouverte.", "Le gymnase de Carlan est fermé."),
        # Wished, asked, supposed, told of an earlier time.
        ("La piscine du Breuil est ouverte.", "Il faut fermer la piscine du Breuil."),
        ("La piscine du Breuil est ouverte.", "La piscine du Breuil est-elle fermée ?"),
        ("La piscine du Breuil est ouverte.", "Si la piscine du Breuil est fermée, tant pis."),
        ("La piscine du Breuil est ouverte.", "La piscine du Breuil avait été fermée."),
        # What one tells both of.
        ("La piscine du Breuil a été fermée. La piscine du Breuil est ouverte.",
         "La piscine du Breuil est ouverte."),
        # A negation of something else, beyond a pause.
        ("Le chalutier a été saisi par les douaniers.",
         "Ce n’est pas une farce, le chalutier a été saisi par les douaniers."),
    ],
)  # fmt: skip
def test_other_doings_are_not(one: str, other: str, tmp_path: Path) -> None:
    told = [fact for fact in facts_of(one, other, tmp_path) if fact.of == "doing"]
    assert [fact.label for fact in told] == []
