"""Who is told to say a claim: the subject of what announces it, or who follows an aside; never what is announced."""

from __future__ import annotations

import pytest

from index.claims.claim_reading import claims_of
from index.french.quantities import quantities
from index.french.sentences import sentences
from index.model.text import Span


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Trois personnes ont été blessées, a annoncé la préfecture.", "la préfecture"),
        ("Trois hommes ont fui, ont indiqué les gendarmes.", "les gendarmes"),
        ("Deux hommes ont été tués, a-t-on appris auprès du parquet de Lens.", "parquet de Lens"),
        ("Deux hommes ont été tués, a-t-on appris auprès de la préfecture.", "la préfecture"),
        ("Selon la police, 300 personnes ont défilé.", "la police"),
        ("La préfecture a annoncé que trois personnes ont été blessées.", "La préfecture"),
        ("La préfecture annonce trois blessés.", "La préfecture"),
        ("Le groupe a annoncé mardi la fermeture de son usine, qui emploie 180 personnes.", "Le groupe"),
        ("L'office estime à 150 mètres cubes la quantité parvenue à la rivière.", "L'office"),
        ("Un ancien cadre raconte une autre histoire : 40 salariés ont été remerciés.", "Un ancien cadre"),
        ("Trois morts sont désormais à déplorer.", ""),
        ("Le bilan de la tempête Ysolde est de trois morts.", ""),
        ("La classe reprendra lundi dans deux écoles.", ""),
        ("Lui évalue les pertes à douze tonnes.", ""),
    ],
)  # fmt: skip
def test_who_says_a_claim(text: str, speaker: str) -> None:
    spans = sentences(text, (Span(0, len(text)),))
    found = claims_of(text, spans, quantities(text), ())
    assert {claim.speaker.of(text) if claim.speaker else "" for claim in found} == {speaker}
