"""Things that are called by maker and model, and by the model alone after that; ships by cues."""

from __future__ import annotations

import pytest

from index.entities.name_reading import read, settle
from index.entities.recognition import Recogniser


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def _equipment(recogniser: Recogniser, text: str) -> list[tuple[str, str]]:
    mentions = settle(read(recogniser, text), recogniser)
    return [(text[m.start : m.end], m.entity) for m in mentions if m.kind.value == "equipment"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Il conduit une Renault Zorvane grise.", "Renault Zorvane"),
        ("La Ferrari Zorvane GT est rouge.", "Ferrari Zorvane GT"),
        ("Il a acheté une BMW ZQ7.", "BMW ZQ7"),
        ("On a vu deux Porsche 397 au musée.", "Porsche 397"),
        ("Un Boeing ZB12 s'est posé.", "Boeing ZB12"),
        ("Les migrants sont à bord du navire, l'Aquarius.", "Aquarius"),
        ("Le paquebot Titanic a coulé.", "Titanic"),
        ("Deux Canadair et un Dash luttent contre les incendies.", "Dash"),
        ("Il a tiré au LBD 40.", "LBD 40"),
        ("La nouvelle Rolls-Royce Phantom est là.", "Rolls-Royce Phantom"),
    ],
)
def test_a_thing_by_maker_and_model(recogniser: Recogniser, text: str, name: str) -> None:
    assert name in [told for told, _ in _equipment(recogniser, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Chez Renault, 300 salariés partent.",
        "Il dirige la Renault Motor Company.",
        "La Ferrari de Paul est rouge.",
        "Il travaille chez Ferrari Zorvat.",
        "Peugeot 300 millions d'euros de pertes.",
        "La Peugeot Sport a gagné.",
        "C'est le signe du Verseau, Aquarius en latin.",
        "La Renault. Paul la conduit.",
        "Renault 400 suppressions de postes.",
        "Peugeot 500 embauches en vue.",
        "Airbus 150 commandes de plus.",
        "La Ferrari Leclerc s'arrête. Le Leclerc de Rivac ferme.",
        "La Mercedes Platz est fermée.",
        "Le Ford Theater a brûlé.",
        "La Peugeot Nantes est en vente.",
        "La Ferrari Driver Academy recrute.",
    ],
)
def test_what_only_looks_like_a_model(recogniser: Recogniser, text: str) -> None:
    assert _equipment(recogniser, text) == []


def test_a_listed_thing_is_called_by_its_name_alone(recogniser: Recogniser) -> None:
    text = "Le pays a commandé des F-16 Viper. Hier, le Viper a volé à Lille."
    told = _equipment(recogniser, text)
    assert [name for name, _ in told] == ["F-16 Viper", "Viper"]
    assert len({entity for _, entity in told}) == 1


def test_a_person_is_no_model(recogniser: Recogniser) -> None:
    text = "La McLaren Senna est belle. Ayrton Senna est mort en 1994. Senna a gagné trois titres."
    assert [name for name, _ in _equipment(recogniser, text)] == ["McLaren Senna"]


def test_a_model_alone_is_that_of_its_maker(recogniser: Recogniser) -> None:
    text = "Il conduit une Renault Zorvane. La Zorvane a dérapé à Lille."
    told = _equipment(recogniser, text)
    assert [name for name, _ in told] == ["Renault Zorvane", "Zorvane"]
    assert len({entity for _, entity in told}) == 1
