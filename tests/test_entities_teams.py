"""Towns that stand for their clubs, and towns that are towns."""

from __future__ import annotations

import pytest

from index.entities.name_reading import read, settle
from index.entities.recognition import Recogniser


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def _entities(recogniser: Recogniser, text: str) -> dict[str, str]:
    return {text[m.start : m.end]: m.entity for m in settle(read(recogniser, text), recogniser)}


@pytest.mark.parametrize(
    ("text", "town", "entity"),
    [
        (
            "Le match OM - Saint-Étienne est reporté.",
            "Saint-Étienne",
            "organisation:as-saint-etienne",
        ),
        (
            "La rencontre entre le PSG et Nantes est à huis clos.",
            "Nantes",
            "organisation:fc-nantes",
        ),
        ("Rennes - PSG est reporté.", "Rennes", "organisation:stade-rennais"),
        ("Le PSG face à Lens a souffert.", "Lens", "organisation:rc-lens"),
        ("L'OM reçoit Dijon dimanche.", "Dijon", "organisation:dijon-fco"),
        # A town that is a town.
        ("L'OM s'est rendu à Dijon.", "Dijon", "place:dijon"),
        ("Le train entre Paris et Nantes est en retard, dit le PSG.", "Nantes", "place:nantes"),
        ("Le PSG et Nantes ont annoncé un accord.", "Nantes", "place:nantes"),
        ("Le conflit entre l'Olympique de Marseille et Lyon dure.", "Lyon", "place:lyon"),
        ("Les amis du PSG – Nantes et Lille comprises – partent.", "Nantes", "place:nantes"),
        ("Rennes - Brest en train dure deux heures.", "Brest", "place:brest"),
    ],
)
def test_a_town_that_plays_is_its_club(
    recogniser: Recogniser, text: str, town: str, entity: str
) -> None:
    assert _entities(recogniser, text).get(town) == entity


def test_every_club_of_the_table_is_listed(recogniser: Recogniser) -> None:
    from index.entities.teams import _teams

    assert [club for club in sorted(_teams()) if not recogniser.known(club)] == []
