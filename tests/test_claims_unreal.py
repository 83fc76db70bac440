"""What is feared, wished, supposed, excluded, threatened or only played tells of no outcome; what came about does."""

from __future__ import annotations

import pytest

from index.claims.claim_reading import claims_of
from index.french.sentences import sentences
from index.model.claims import ClaimKind
from index.model.text import Span


def outcomes(text: str) -> set[tuple[str, str]]:
    spans = sentences(text, (Span(0, len(text)),))
    return {(c.of, c.value) for c in claims_of(text, spans, (), ()) if c.kind is ClaimKind.STATUS}


@pytest.mark.parametrize(
    "text",
    [
        "On craint à Vernon que la digue ne cède.",
        "On espère que la grève sera levée.",
        "Si la digue cède, la ville sera inondée.",
        "Un exercice a simulé lundi que le barrage avait cédé.",
        "Le préfet propose de fermer les écoles lundi.",
        "Le maire menace de fermer la piscine.",
        "Le maire a exclu que l'école ferme ses portes.",
        "Le syndicat empêche que la grève soit levée.",
        "Il faudrait que la grève soit levée.",
        "À moins que la trêve soit rompue, les convois partiront.",
        "Quand l'alerte est levée, la sirène retentit.",
        "Les élus réclament la réouverture de la ligne.",
    ],
)
def test_what_did_not_come_about_is_no_outcome(text: str) -> None:
    assert not outcomes(text)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("La digue a cédé dans la nuit.", ("structure-state", "fallen")),
        ("La grève a été levée mardi.", ("strike", "ended")),
        ("Le préfet a fermé les écoles lundi.", ("school-held", "closed")),
        ("La ligne a rouvert, comme le réclamaient les élus.", ("place-open", "open")),
    ],
)
def test_what_came_about_is_one(text: str, outcome: tuple[str, str]) -> None:
    assert outcome in outcomes(text)
