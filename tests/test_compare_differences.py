"""What sources give differently is shown with its verdict and never called false."""

import pytest
from builders import make_article, name_of

from index.compare.comparison import compare
from index.model.comparison import About, Difference, Verdict

NAMES = {"person:arnal": ["Léa Arnal", "Lea Arnal", "Léa Arnald", "Mme Arnal"]}


def differences(one: str, other: str, about: About) -> list[Difference]:
    a = make_article("a", one, "Le musée rouvre.", names=NAMES, published="2023-05-17")
    b = make_article("b", other, "Il pleut sur la côte.", names=NAMES, published="2023-05-18")
    found = compare([a, b], name_of=name_of).differences
    return [difference for difference in found if difference.about is about]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("lundi et mardi", "les 15 et 16 mai", Verdict.AGREE),
        ("mardi 16 mai", "les 15 et 16 mai", Verdict.NARROWER),
        ("en mai 2023", "le 15 mai", Verdict.NARROWER),
        ("du 10 au 15 mai", "du 14 au 20 mai", Verdict.OVERLAP),
        ("le 15 mai", "le 16 mai", Verdict.CONFLICT),
    ],
)
def test_compares_dates_of_a_row(one: str, other: str, verdict: Verdict) -> None:
    found = differences(
        f"Le comité des quais voiliers s'est réuni {one} dans la rade abritée.",
        f"Dans la rade abritée, le comité des quais voiliers s'est réuni {other}.",
        About.DATE,
    )
    assert [difference.verdict for difference in found] == [verdict]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("40 millions d'euros", "quarante millions d'euros", Verdict.AGREE),
        ("40 millions d'euros", "45 millions d'euros", Verdict.CONFLICT),
        ("environ 40 millions d'euros", "41 millions d'euros", Verdict.NARROWER),
        ("entre 40 et 45 millions d'euros", "42 millions d'euros", Verdict.NARROWER),
        ("entre 40 et 45 millions d'euros", "entre 42 et 50 millions d'euros", Verdict.OVERLAP),
        ("une cinquantaine de millions d'euros", "50 millions d'euros", Verdict.NARROWER),
    ],
)
def test_compares_figures_of_a_row(one: str, other: str, verdict: Verdict) -> None:
    found = differences(
        f"Le chantier du quai voilier a coûté {one} au département.",
        f"Au département, le chantier du quai voilier a coûté {other}.",
        About.QUANTITY,
    )
    assert [(difference.label, difference.verdict) for difference in found] == [
        ("chantier du quai voilier a coûté", verdict)
    ]


def test_does_not_compare_figures_of_different_units() -> None:
    assert not differences(
        "Le chantier du quai voilier a coûté 40 millions d'euros au département.",
        "Au département, le chantier du quai voilier a duré 40 semaines.",
        About.QUANTITY,
    )


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
