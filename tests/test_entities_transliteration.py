"""Names in two transliterations are proposed as one; what only looks alike stays apart."""

from __future__ import annotations

import pytest

from index.entities.spelling import Verdict, same_person
from index.entities.transliteration import name_key, skeleton
from index.entities.variants import FormCount, join
from index.model.article import EntityId, Kind

PAIRS = [
    ("Khalifa Haftar", "Khalifa Hifter"),
    ("Mouammar Kadhafi", "Muammar Gaddafi"),
    ("Mouammar Kadhafi", "Moammar Gadhafi"),
    ("Oussama ben Laden", "Osama bin Laden"),
    ("Evgueni Prigojine", "Yevgeny Prigozhin"),
    ("Fayez el-Sarraj", "Fayez Serraj"),
    ("Moqtada Sadr", "Muqtada al-Sadr"),
]


def forms(*names: str) -> list[FormCount]:
    return [
        FormCount(EntityId(f"person:{name.lower().replace(' ', '-')}"), Kind.PERSON, name, 9 - at)
        for at, name in enumerate(names)
    ]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_transliterations_are_proposed(one: str, other: str) -> None:
    assert same_person(one, other, (9, 8)) is not Verdict.DIFFERENT
    joined = join(forms(one, other))
    assert len(joined.entities) == 1 or len(joined.proposals) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jean Renaud", "Jean Rondeau"),
        ("Paul Morel", "Paul Murail"),
        ("Claire Vasseur", "Claire Fazeur"),
        ("Khalifa Haftar", "Khaled Haftar"),
        ("Mouammar Kadhafi", "Mouammar Khaldi"),
        ("Ahmed Dakhli", "Mohamed Daglo"),
        ("Mohamed Boulala", "Mohamed Bouhlel"),
        ("Amadou Coulibaly", "Mamadou Koulibaly"),
        ("Patricia Martin", "Patrick Martin"),
        ("Christian Bale", "Kristen Bell"),
        ("Anna Sacko", "Anna Sako Diallo"),
        ("Alice Perrin", "Alice Perron"),
        ("Alain Morin", "Alain Marin"),
    ],
)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert same_person(one, other, (9, 8)) is Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("letters", "expected"),
    [("kadhafi", "kdf"), ("gaddafi", "kdf"), ("haftar", "hftr"), ("hifter", "hftr"), ("choigou", "xk"), ("shoigu", "xk")],
)  # fmt: skip
def test_what_is_left_of_a_name(letters: str, expected: str) -> None:
    assert skeleton(letters) == expected


def test_the_office_joins_two_transliterations() -> None:
    one, other = forms("Khalifa Haftar", "Khalifa Hifter")
    offices = [(form.entity, frozenset({"marechal", "libye"})) for form in (one, other)]
    assert name_key("khalifa", "haftar") == name_key("khalifa", "hifter")
    assert len(join([one, other], offices=offices).entities) == 1
