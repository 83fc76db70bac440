"""What runs changes, what stands contradicts; kinds of which a verdict is hardly ever true claim none."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.facts.groups import CASUALTIES, TOLLS, WHILE_IT_LASTS
from index.facts.verdicts import OF_ONE_DAY
from index.interface.facts_in_words import folded
from index.interface.texts import texts_for
from index.model.claims import ClaimKind
from index.model.facts import DISAGREEING, Fact, FactVerdict
from tests.test_facts import facts_of

SAME_DAY = ("2023-03-04", "2023-03-04")
DAYS = ("2023-03-04", "2023-03-05")


def grave(one: str, other: str, folder: Path, days: tuple[str, str]) -> set[FactVerdict]:
    return {fact.verdict for fact in facts_of(one, other, folder, days=days)} & DISAGREEING


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        # Nothing says that both tolls are as of one moment.
        ("Le naufrage du bac de Courvoise a fait quatre morts, selon les sauveteurs.",
         "Sept personnes sont mortes quand le bac de Courvoise a chaviré.", SAME_DAY),
        # So many are counted all day long, however alike the sentences.
        ("L'Orvanie compte 41.936 morts du choléra.", "L'Orvanie compte 42.120 morts du choléra.", SAME_DAY),
        # A later account may take some back.
        ("L'effondrement de la halle de Brévens a fait 16 blessés.",
         "L'effondrement de la halle de Brévens a fait 15 blessés.", DAYS),
        # What still goes on.
        ("Quelque 80 pompiers sont mobilisés à la scierie de Brévens.",
         "À la scierie de Brévens, 120 pompiers luttent toujours contre le feu.", SAME_DAY),
    ],
)  # fmt: skip
def test_what_runs_changes(one: str, other: str, days: tuple[str, str], tmp_path: Path) -> None:
    assert grave(one, other, tmp_path, days) == {FactVerdict.UPDATE}


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        # One wording and one day.
        ("L'attaque de Brévens a fait un mort et deux blessés graves, selon la police.",
         "L'attaque de Brévens a fait un mort et trois blessés graves, selon la police.", SAME_DAY),
        # What is over has one figure.
        ("Quelque 300 riverains de la scierie de Brévens ont été évacués lundi.",
         "La scierie de Brévens a brûlé lundi : 450 riverains ont été évacués.", SAME_DAY),
        # What was so once has one, whenever it is told.
        ("Le car de Brévens transportait 42 passagers.", "À bord du car de Brévens se trouvaient 49 passagers.", DAYS),
    ],
)  # fmt: skip
def test_what_stands_contradicts(
    one: str, other: str, days: tuple[str, str], tmp_path: Path
) -> None:
    assert FactVerdict.CONFLICT in grave(one, other, tmp_path, days)


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        # Two samples are no change of one.
        ("Le 4 mars 2023, un échantillon de 1.090 habitants de Brévens a été interrogé.",
         "Le 5 mars 2023, un échantillon de 1.105 habitants de Brévens a été interrogé.", DAYS),
        # A part that the other account names as one.
        ("Les quatre enfants du couple de Brévens étaient placés.",
         "Le couple de Brévens avait six enfants, dont quatre étaient placés.", SAME_DAY),
        # What comes on top, in two places.
        ("Trois premiers cas de choléra ont été confirmés jeudi sur l'île.",
         "Deux premiers cas de choléra confirmés jeudi dans la vallée : toute la région est touchée.", SAME_DAY),
        # Terms of law, offices and places as each account words them.
        ("Une enquête pour vol en réunion a été ouverte après le casse de la bijouterie de Brévens.",
         "Une enquête pour recel a été ouverte après le casse de la bijouterie de Brévens.", SAME_DAY),
    ],
)  # fmt: skip
def test_what_claims_no_contradiction(
    one: str, other: str, days: tuple[str, str], tmp_path: Path
) -> None:
    assert not grave(one, other, tmp_path, days)


def test_the_order_of_one_day_is_said_to_be_unknown(tmp_path: Path) -> None:
    one = "Le naufrage du bac de Courvoise a fait quatre morts, selon les sauveteurs."
    other = "Sept personnes sont mortes quand le bac de Courvoise a chaviré."
    found = facts_of(one, other, tmp_path, days=SAME_DAY)
    assert OF_ONE_DAY in {fact.why for fact in found if fact.about is ClaimKind.COUNT}
    assert texts_for("fr")(OF_ONE_DAY) != OF_ONE_DAY


def test_no_fate_both_runs_and_stands() -> None:
    assert not TOLLS & WHILE_IT_LASTS
    assert CASUALTIES <= TOLLS | WHILE_IT_LASTS


def test_what_only_one_gives_more_exactly_is_folded() -> None:
    finer = [
        Fact(str(kind), kind, "", str(kind), FactVerdict.NARROWER, 0.3, ())
        for kind in (ClaimKind.ROLE, ClaimKind.DATE, ClaimKind.NAME, ClaimKind.TIME)
    ]
    groups = folded(finer)
    assert [fact.about for fact in groups.detail] == [ClaimKind.TIME]
    assert len(groups.agreed) == 3
