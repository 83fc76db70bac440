"""Who says nothing in one account and speaks in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.model.facts import FactVerdict
from tests.test_facts import facts_of

SPOKEN = "« Nous n'avons rien à cacher »"


@pytest.mark.parametrize(
    ("silent", "speaking"),
    [
        (
            "La préfecture n'a pas souhaité réagir à la fermeture du pont.",
            f"{SPOKEN}, a répondu le préfet, Marc Ollivier, au sujet du pont.",
        ),
        (
            "Sollicitée, la mairie a refusé de s'exprimer.",
            f"{SPOKEN}, a déclaré le maire de la ville.",
        ),
        (
            "La direction de Chimor n'a pas donné suite à nos questions.",
            f"{SPOKEN}, affirme le directeur de Chimor.",
        ),
        (
            "La chambre d'agriculture a décliné tout commentaire.",
            f"{SPOKEN}, martèle le président de la chambre d'agriculture.",
        ),
        (
            "Contactée, Anne-Lise Warnotte n'a pas souhaité réagir.",
            f"{SPOKEN}, a répondu Anne-Lise Warnotte à la radio.",
        ),
    ],
)
def test_a_silence_stands_beside_what_the_same_one_says(
    silent: str, speaking: str, tmp_path: Path
) -> None:
    told = [fact for fact in facts_of(silent, speaking, tmp_path) if fact.of == "reaction"]
    assert [fact.verdict for fact in told] == [FactVerdict.NARROWER]


@pytest.mark.parametrize(
    ("silent", "speaking"),
    [
        (
            "La préfecture n'a pas souhaité réagir.",
            f"{SPOKEN}, a répondu le maire de la ville.",
        ),
        (
            "La direction de Chimor n'a pas souhaité réagir.",
            f"{SPOKEN}, affirme le directeur de Valchem.",
        ),
        (
            "Le procureur de Rouen n'a pas souhaité s'exprimer.",
            f"{SPOKEN}, a déclaré le procureur d'Évreux.",
        ),
        (
            "La préfecture n'a pas répondu à la canicule par un plan.",
            f"{SPOKEN}, a déclaré le préfet.",
        ),
        (
            "Le syndicat n'a pas souhaité réagir.",
            f"{SPOKEN}, lance un passant.",
        ),
    ],
)
def test_another_who_speaks_ends_no_silence(silent: str, speaking: str, tmp_path: Path) -> None:
    assert not [fact for fact in facts_of(silent, speaking, tmp_path) if fact.of == "reaction"]
