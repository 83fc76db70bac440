"""Groups that a newspaper or a party is called after, and groups that are groups."""

from __future__ import annotations

import pytest

from index.entities.double_names import _bodies
from index.entities.name_reading import read, settle
from index.entities.recognition import Recogniser


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def _entities(recogniser: Recogniser, text: str) -> dict[str, str]:
    return {text[m.start : m.end]: m.entity for m in settle(read(recogniser, text), recogniser)}


@pytest.mark.parametrize(
    "text",
    [
        "Le port est plein, a confié Odon Varnac au Parisien.",
        "Le port est plein, a confié au Parisien Odon Varnac.",
        "Selon le Parisien, le port est plein.",
        "Le port est plein, dit-il dans les colonnes du Parisien.",
        "Le port est plein, rapporte le Parisien.",
        "Le Parisien écrit que le port est plein. Puis le Parisien se tait.",
    ],
)
def test_a_paper_is_told_by_what_papers_do(recogniser: Recogniser, text: str) -> None:
    assert _entities(recogniser, text)["Parisien"] == "organisation:le-parisien"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Hier, un Parisien a fermé le port.", "Parisien"),
        ("Hier, les Parisiens ont fermé le port.", "Parisiens"),
        ("Hier, le Parisien de 32 ans a fermé le port.", "Parisien"),
        ("Hier, le Parisien Odon Varnac a fermé le port.", "Parisien"),
        ("Hier, la passe du Parisien Odon Varnac a suffi.", "Parisien"),
        ("Le port, dit-il, est celui que les Parisiens aiment.", "Parisiens"),
    ],
)
def test_inhabitants_are_no_paper(recogniser: Recogniser, text: str, surface: str) -> None:
    assert _entities(recogniser, text)[surface] == "group:parisiens"


@pytest.mark.parametrize(
    "text",
    [
        "Hier, le président des Républicains a fermé le port.",
        "Hier, le candidat du parti les Républicains a fermé le port.",
        "Odon Varnac (LR) a ri. Hier, chez les Républicains, on riait.",
    ],
)
def test_a_party_is_told_by_who_is_in_it(recogniser: Recogniser, text: str) -> None:
    assert _entities(recogniser, text)["Républicains"] == "organisation:les-republicains"


@pytest.mark.parametrize(
    "text",
    [
        "À Washington, le chef des Républicains a fermé le port.",
        "Hier, Donald Trump a ri avec les élus des Républicains.",
        "Hier, les Républicains ont coupé l'arbre.",
    ],
)
def test_those_of_another_country_are_no_party_of_france(recogniser: Recogniser, text: str) -> None:
    assert _entities(recogniser, text)["Républicains"] != "organisation:les-republicains"


def test_every_body_of_the_table_is_listed(recogniser: Recogniser) -> None:
    assert all(recogniser.known(body.entity) for body in _bodies().values())
