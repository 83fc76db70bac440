"""An epidemic's counts of two places are two things; so is one of no known place in an account that counts by place."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.model.facts import DISAGREEING, FactVerdict
from tests.test_facts import facts_of

DAYS = ("2020-06-13", "2020-06-14")
BRAZIL = "Le Brésil compte 41.828 morts du virus. Le pays a recensé 828.810 cas de contamination."


def grave(one: str, other: str, folder: Path) -> set[FactVerdict]:
    return {fact.verdict for fact in facts_of(one, other, folder, days=DAYS)} & DISAGREEING


@pytest.mark.parametrize(
    "other",
    [
        "Le virus a fait 34.301 morts en Italie. En Espagne, il a fait 27.136 morts.",
        "L'Italie compte 34.301 morts du virus et l'Espagne 27.136. Le virus y a fait 29.398 morts.",
        "Le Chili compte 2.870 morts du virus, après le Pérou et ses 6.308 morts. Le pays totalise 160.846 cas de contamination.",
    ],
)  # fmt: skip
def test_tolls_of_two_places_are_two_things(other: str, tmp_path: Path) -> None:
    assert grave(BRAZIL, other, tmp_path) == set()


@pytest.mark.parametrize(
    "other",
    [
        "Le Brésil compte 42.720 morts du virus, l'Italie 34.345 morts.",
        "Le virus a tué 42.720 personnes au Brésil et 34.345 en Italie.",
    ],
)
def test_tolls_of_one_place_change(other: str, tmp_path: Path) -> None:
    assert FactVerdict.UPDATE in grave(BRAZIL, other, tmp_path)


def test_a_toll_without_a_place_changes_where_nobody_counts_by_place(tmp_path: Path) -> None:
    one, other = "Le virus a fait 28.289 morts.", "Le virus a fait 28.367 morts."
    assert grave(one, other, tmp_path) == {FactVerdict.UPDATE}
