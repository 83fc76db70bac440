"""Denials that two accounts hold against each other, and sentences that only look like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.facts import clauses, lacking, polarity
from index.french.families import of_one_word
from index.model.facts import DISAGREEING
from tests.test_facts import facts_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Another wish of the same club is no denial.
        ("Le club de voile souhaite construire un hangar.",
         "Le président du club de voile n’a pas souhaité répondre à la gazette."),
        # A word of one stem is no form of it.
        ("Elle avait chanté la chanson suivante au marché.",
         "La demande du marché n’avait pas été suivie d’effets."),
        # What is denied up to a day only.
        ("Le bac n’a été retiré du fleuve qu’en novembre 2009.",
         "Le bac n’a pas été retiré du fleuve avant novembre 2009."),
        # Both deny it.
        ("Il s’agirait non d’une fermeture de la scierie mais d’une reconversion.",
         "Il ne s’agirait pas d’une fermeture de la scierie, mais d’une vente."),
        ("Les brûlures du cuisinier n’ont pas été causées « par une friteuse de la cantine ».",
         "Les brûlures du cuisinier n’ont pas été causées par une friteuse de la cantine."),
        # Another thing is denied.
        ("Le verger est vendu pour une raison inconnue du notaire.",
         "Le verger est vendu pour une raison du notaire qui n’a pas été précisée."),
        # No answer, and « in answer to ».
        ("Nous n’avons reçu aucune réponse, dit Paul Vernin.",
         "Les halles sont fermées, en réponse à cet appel, dit Paul Vernin."),
    ],
)  # fmt: skip
def test_what_is_no_denial(one: str, other: str, tmp_path: Path) -> None:
    assert not [fact for fact in facts_of(one, other, tmp_path) if fact.verdict in DISAGREEING]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Le maire a posé une passerelle sur le canal.",
         "Aucune passerelle n’a été posée sur le canal, selon les riverains.", "to-check"),
        # One word in common, which the other account lacks: to be read.
        ("Une plaque de givre est à l’origine de la chute.", "Il n’y avait pas de givre, dit-il.", "to-check"),
        # Not yet claimed in one, claimed in the other, in another voice of the verb.
        ("L’explosion n’avait pas été revendiquée mardi soir.",
         "Le Front de la vallée a revendiqué le coup de force dans une vidéo.", "to-check"),
        ("Les vannes du barrage ont été livrées.", "Le fabricant dément avoir livré les vannes du barrage.",
         "denied"),
    ],
)  # fmt: skip
def test_what_is_denied(one: str, other: str, verdict: str, tmp_path: Path) -> None:
    assert verdict in {fact.verdict.value for fact in facts_of(one, other, tmp_path)}


def test_who_denies_and_what_shows_it_are_no_part_of_what_is_denied(tmp_path: Path) -> None:
    # Words weigh by how few sentences hold them: a short text has none that tell enough.
    rest = " ".join(
        f"Les {what} ont fermé tôt."
        for what in ["écoles", "halles", "gares", "caves", "serres", "forges"]
    )
    told = facts_of(
        f"Un premier examen des films montre que les pavés sont partis du bloc syndical. {rest}",
        f"Le délégué Karim Hendrick dément que les pavés soient partis des rangs syndicaux. {rest}",
        tmp_path,
    )
    assert [fact.verdict.value for fact in told if "pavés" in fact.label] == ["to-check"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("voté", "votées", True),
        ("voté", "vote", False),
        ("restauré", "restaurant", False),
        ("placé", "place", False),
        ("équipée", "équipé", True),
        ("payante", "payant", True),
        ("suivie", "suivante", False),
        ("xyloglotte", "xyloglottes", True),
    ],
)
def test_two_words_are_forms_of_one(one: str, other: str, same: bool) -> None:
    assert of_one_word(one, other) is same


def test_how_far_a_denial_is_looked_for() -> None:
    assert (polarity._BEHIND, lacking._FEW, lacking._JUST_BEFORE, clauses._LED) == (
        0.65, 8, 36, 60,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The same person wants two things.
        (
            "Paul Vernin renonce à terminer son mandat.",
            "Paul Vernin souhaite créer un musée du lin.",
        ),
        # Two persons are asked about one thing.
        ("Paul Vernin soutient la digue.", "Marie Castel s’oppose à la digue."),
    ],
)
def test_stances_on_two_things_or_of_two_persons_exclude_nothing(
    one: str, other: str, tmp_path: Path
) -> None:
    assert not [fact for fact in facts_of(one, other, tmp_path) if fact.about.value == "stance"]
