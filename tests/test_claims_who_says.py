"""Who says a claim behind a verb of saying: somebody, not what was said."""

from __future__ import annotations

import pytest

from tests.test_claims import claims

_SPOKEN = [
    ("Douze personnes ont été blessées, a annoncé la préfecture.", "la préfecture"),
    ("Douze personnes ont été blessées, a annoncé le NHC.", "le NHC"),
    (
        "Douze personnes ont été blessées, a déclaré aux journalistes avant le départ Hugo Brun.",
        "Hugo Brun",
    ),
    ("Les analyses, faites à Brévens, n'ont pas confirmé la présence des douze blessés.", None),
    ("Le maire, 65 ans, a rejeté la demande de douze blessés d'être reçus.", None),
    ("Douze personnes ont été blessées à ses yeux.", None),
    # kept until the rule stood
    ("Douze personnes ont été blessées, a précisé l'ONU.", "l'ONU"),
    ("Douze personnes ont été blessées, a raconté une voisine.", "une voisine"),
    ("Le groupe, né en mars, a annoncé la reprise des soins aux douze blessés.", None),
    ("La ministre, en visite, a salué la guérison des douze blessés.", None),
]


@pytest.mark.parametrize(("text", "speaker"), _SPOKEN)
def test_who_says_how_many_were_wounded(text: str, speaker: str | None) -> None:
    told = next(claim for claim in claims(text) if claim.value == "12")
    assert (told.speaker.of(text) if told.speaker else None) == speaker
