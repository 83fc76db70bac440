"""Names that two accounts spell otherwise, and names that are two."""

from __future__ import annotations

import pytest

from index.facts.spellings import two_spellings
from index.french.sounds import sound
from index.model.article import Article
from tests.builders import make_article


def named(name: str, kind: str, *, more: str = "") -> Article:
    text = f"On a parlé hier de {name} dans tout le pays.{more}"
    return make_article(name, text, names={f"{kind}:{name}": [name]})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kastoria", "Castoria", True),
        ("Carbonnel", "Carbonel", True),
        ("Ferrand", "Ferrant", True),
        ("Destouches", "Destouche", True),
        ("Philippe", "Filipe", True),
        ("Jaubert", "Jobert", True),
        ("Durand", "Dupond", False),
        ("Montbrac", "Montbrun", False),
        ("Leclerc", "Lenoir", False),
    ],
)
def test_two_spellings_have_one_sound(one: str, other: str, same: bool) -> None:
    assert (sound(one) == sound(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "kind", "told"),
    [
        ("Inès Carbonnel", "Inès Carbonel", "person", True),
        ("Inès Carbonnel", "Carbonel", "person", True),
        ("Étienne Marsault", "Étienne Marceau", "person", True),
        ("Marc Le Noir", "Marc Lenoir", "person", True),
        ("Kastoria", "Castoria", "organisation", True),
        ("Édouard Vallin", "Edouard Vallin", "person", False),
        ("Inès Carbonnel", "Élodie Carbonnel", "person", False),
        ("Marseille", "Marseillais", "place", False),
        ("Fromageries", "Fromagerie", "organisation", False),
        ("Valdor", "Valdora", "place", False),
        ("Pâques", "Pacques", "event", False),
    ],
)
def test_a_name_is_told_that_another_account_spells_otherwise(
    one: str, other: str, kind: str, told: bool
) -> None:
    accounts = [named(one, kind), named(other, kind)]
    assert [name for name, _ in two_spellings(accounts)] == ([one] if told else [])


def test_a_spelling_that_both_accounts_have_tells_of_two_names() -> None:
    one = named("Carbonnel", "person", more=" Son voisin se nomme Carbonel.")
    assert not list(two_spellings([one, named("Carbonel", "person")]))
