"""Names that sources spell differently, and offices that they give to one person."""

import pytest
from builders import make_article, name_of
from differing import NAMES, differences

from index.compare.source_comparison import compare
from index.model.claims import ClaimKind
from index.model.comparison import About, Verdict


def test_shows_names_that_are_spelt_differently() -> None:
    (found,) = differences("Léa Arnal parle.", "Voici Léa Arnald.", About.NAME)
    assert (found.label, found.verdict) == ("arnal", Verdict.VARIANT)
    assert [passage.article for passage in found.sides] == ["a", "b"]


def test_a_shorter_name_is_no_other_spelling() -> None:
    assert not differences("Léa Arnal parle.", "Voici Mme Arnal.", About.NAME)


def test_a_former_office_stands_against_the_present_one() -> None:
    (found,) = differences(
        "La ministre de la Mer, Léa Arnal, parle.",
        "Voici l'ex-ministre de la Mer Léa Arnal.",
        About.ROLE,
    )
    assert (found.label, found.verdict) == ("arnal", Verdict.CONFLICT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("La ministre de la Mer, Léa Arnal, parle.", "Voici l'ex-ministre de la Mer Léa Arnal."),
    ],
)
def test_an_office_that_was_left_in_between_is_a_change(one: str, other: str) -> None:
    a = make_article("a", one, names=NAMES, published="2021-05-17")
    b = make_article("b", other, names=NAMES, published="2023-05-18")
    (found,) = [d for d in compare([a, b], name_of=name_of).differences if d.about is About.ROLE]
    assert found.verdict is Verdict.UPDATE


def test_an_office_of_that_time_is_no_conflict() -> None:
    (found,) = differences(
        "Léa Arnal, alors ministre de la Mer, avait signé.",
        "L'ex-ministre de la Mer Léa Arnal avait signé.",
        About.ROLE,
    )
    assert found.verdict is Verdict.VARIANT


def test_what_somebody_does_is_told_by_its_ending() -> None:
    (found,) = differences(
        "Léa Arnal, hydrologue au service des marées, mesure l'eau.",
        "Léa Arnal, ancienne hydrologue du service des marées, mesure l'eau.",
        About.ROLE,
    )
    assert found.verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"), [("F-16", "F16"), ("H135", "H-135"), ("Belkhir El Farouk", "Belkhir Farouk")]
)
def test_hyphens_and_particles_make_another_spelling(one: str, other: str) -> None:
    names = {"person:x": [one, other]}
    a = make_article("a", f"Voici {one} à Brest.", names=names)
    b = make_article("b", f"Voici {other} à Brest.", names=names)
    found = [d for d in compare([a, b], name_of=name_of).differences if d.about is About.NAME]
    assert [d.verdict for d in found] == [Verdict.VARIANT]


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("Bertrand Quesnoy", "Bertrand Quénoy", True),
        ("Tomás Eriksen", "Tomas Eriksen", True),
        ("Michel Mercier", "Michèle Mercier", False),
        ("Jean Dupont", "Jean Martin", False),
        ("Louis XIV", "Louis XVI", False),
    ],
)
def test_persons_of_near_spelling_are_shown_though_the_index_holds_them_apart(
    one: str, other: str, shown: bool
) -> None:
    said = "Le directeur {} rouvre le musée des bateaux samedi."
    a = make_article("a", said.format(one), names={"person:one": [one]})
    b = make_article("b", said.format(other), names={"person:other": [other]})
    found = [d for d in compare([a, b], name_of=name_of).differences if d.about is About.NAME]
    assert [d.verdict for d in found] == [Verdict.VARIANT] * shown


@pytest.mark.parametrize(
    ("published", "verdict"),
    [
        ("2021-05-17", Verdict.CONFLICT),
        ("2021-06-17", Verdict.CONFLICT),  # 31 days
        ("2021-06-18", Verdict.UPDATE),
        ("2021-04-15", Verdict.UPDATE),
        ("2023-04-15", Verdict.UPDATE),
    ],
)
def test_an_office_does_not_change_unnoticed_within_a_month(
    published: str, verdict: Verdict
) -> None:
    one = "La ministre de la Mer, Léa Arnal, parle."
    a = make_article("a", one, names=NAMES, published="2021-05-17")
    other = "Voici l'ex-ministre de la Mer Léa Arnal."
    b = make_article("b", other, names=NAMES, published=published)
    (found,) = [d for d in compare([a, b], name_of=name_of).differences if d.about is About.ROLE]
    assert found.verdict is verdict
    (fact,) = [f for f in compare([a, b], name_of=name_of).facts if f.about is ClaimKind.ROLE]
    # Which office an account names is its own choice: as a fact two of them are only to be checked.
    told = "to-check" if verdict is Verdict.CONFLICT else verdict.value
    assert fact.verdict.value == told
