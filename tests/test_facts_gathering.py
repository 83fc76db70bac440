"""Whether claims of two accounts are about one thing: their signals, the weights, the groups."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from index.claims.account import claims
from index.compare.statements import statements
from index.compare.whole import whole
from index.facts import gathered_claims, governors
from index.facts.claim_signals import counts_other_things
from index.facts.claims_in_context import Told, place_of, read
from index.facts.meeting import chance, table
from index.facts.sureness import bounds
from index.french.stems import FrenchStemmer
from index.model.claims import ClaimKind
from index.model.facts import DISAGREEING, FactVerdict
from index.model.text import Span
from tests.builders import make_article
from tests.test_facts import facts_of


def test_the_weights_are_probabilities_of_their_own() -> None:
    """Each signal moves a pair its own way."""
    weights = table()
    nothing = chance((), weights)
    assert math.isclose(nothing, 1 / (1 + math.exp(-weights["start"])))
    for name in ("aligned", "class same", "owner same", "noun same", "ahead"):
        assert chance([(name, 1.0)], weights) > nothing
    for name in (
        "gap",
        "hours",
        "years",
        "crowd",
        "names differ",
        "owner differs",
        "class differs",
    ):
        assert chance([(name, 1.0)], weights) < nothing


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Le vent a soufflé à 123 km/h au Maroc.", "Maroc"),
        ("Le Maroc déplore 123 morts.", "Maroc"),
        ("Au Maroc, où 12 écoles ferment, 123 élèves attendent.", None),
        ("Au Maroc voisin, le texte est passé sans encombre, par 123 voix.", "Maroc"),
        ("La grippe a fait 123 morts dans le monde.", "world"),
    ],
)
def test_the_place_that_a_figure_is_told_of(text: str, place: str | None) -> None:
    article = make_article("a", text, names={"place:maroc": ["Maroc"]})
    (statement,) = statements(0, article, FrenchStemmer())
    start = text.index("123")
    end = text.index(" ", start + 4) if " " in text[start + 4 :] else len(text) - 1
    found = place_of(statement, Span(start, end), text)
    assert found == {None: None, "Maroc": "place:maroc", "world": "place:world"}[place]


def test_how_far_the_words_that_govern_a_day_are_looked_for() -> None:
    assert (governors._FEW, governors._LETTERS) == (5, 5)


def test_a_signal_without_a_weight_counts_for_nothing() -> None:
    assert chance([("not fitted", 5.0)], table()) == chance((), table())


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Trois randonneurs ont été blessés par l’avalanche.",
         "L’avalanche a blessé cinq randonneurs.", ClaimKind.COUNT),
        ("L’avalanche a été signalée à 9 h 10 par un guide.",
         "Un guide a signalé l’avalanche à 9 h 50.", ClaimKind.TIME),
        ("Le conducteur, Paul Vernin, 34 ans, a été entendu.",
         "Paul Vernin, 43 ans, conducteur du car, a été entendu.", ClaimKind.AGE),
        ("La réparation du pont coûtera 3 millions d’euros.",
         "La réparation du pont coûtera 5 millions d’euros.", ClaimKind.MONEY),
    ],
)  # fmt: skip
def test_values_of_one_thing_are_held_together(
    one: str, other: str, kind: ClaimKind, tmp_path: Path
) -> None:
    assert kind in {f.about for f in facts_of(one, other, tmp_path) if f.verdict in DISAGREEING}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L’avalanche a fait trois blessés.", "En 2009, une avalanche avait fait quarante morts."),
        (
            "Le conducteur, Paul Vernin, 34 ans, est indemne.",
            "Hugo Lestrade, 61 ans, préside la vallée.",
        ),
        (
            "Le pont coûtera 3 millions d’euros.",
            "Une amende de 900 euros a été infligée au chauffeur.",
        ),
        ("Douze pompiers sont venus.", "La commune compte 4 000 habitants."),
        # Figures of two places.
        (
            "Le Brésil déplore 59.594 morts de la grippe.",
            "L’Italie déplore 34.788 morts de la grippe.",
        ),
        ("Le vent a soufflé à 123 km/h au Havre.", "Le vent a soufflé à 150 km/h à Bastia."),
        (
            "La grippe a fait 512.383 morts dans le monde.",
            "La grippe a fait 43.575 morts en Italie.",
        ),
        # An end and a moment.
        (
            "Les plongeurs ont fouillé le canal de Courvoise jusqu’à 4 heures.",
            "Les plongeurs ont fouillé le canal de Courvoise vers 3 heures.",
        ),
        # One length of time, in days and in months.
        (
            "Le pont de Courvoise sera fermé pendant 30 jours.",
            "Le pont de Courvoise sera fermé pendant un mois.",
        ),
        # Days of two doings.
        (
            "Le ministère a suspendu mercredi 24 juin l’agrément de l’abattoir de Courvoise, a dit Paul Vernin.",
            "Paul Vernin a reconnu vendredi 26 juin que l’abattoir de Courvoise était vétuste.",
        ),
        # Whom « il » means is not certain.
        (
            "« Les gérants de cinéma voulaient une date nationale », a précisé Paul Vernin.",
            "Hugo Lestrade a reçu Paul Vernin. « Les gérants de cinéma voulaient une date nationale », a-t-il dit.",
        ),
        # His niece is not he.
        (
            "« Je n’ai pas à m’excuser de mes choix », a affirmé Marie Castel.",
            "« Je n’ai pas à m’excuser de mes choix », a affirmé la nièce de Paul Vernin.",
        ),
    ],
)
def test_values_of_two_things_are_not(one: str, other: str, tmp_path: Path) -> None:
    assert not [f.label for f in facts_of(one, other, tmp_path) if f.verdict in DISAGREEING]


def told_in(text: str) -> list[Told]:
    article = make_article("a", text)
    return read(
        0, article, whole(article), statements(0, whole(article), FrenchStemmer()), claims(article)
    )


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        # Neither range holds the other.
        ("Les dégâts sont estimés entre 3 et 5 millions d'euros.",
         "Les dégâts sont estimés entre 2 et 4 millions d'euros.", FactVerdict.TO_CHECK),
        ("Le festival aura lieu du 3 au 18 juin.", "Le festival aura lieu du 10 au 25 juin.",
         FactVerdict.TO_CHECK),
        ("Les dégâts sont estimés entre 5 et 8 millions d'euros.",
         "Les dégâts sont estimés entre 2 et 3 millions d'euros.", FactVerdict.CONFLICT),
        # One holds the other, and what is only about so much may be the same.
        ("Les dégâts sont estimés entre 3 et 5 millions d'euros.",
         "Les dégâts sont estimés entre 3 et 4 millions d'euros.", FactVerdict.NARROWER),
        ("Près de 340 habitants ont été évacués.", "Environ 350 habitants ont été évacués.",
         FactVerdict.NARROWER),
    ],
)  # fmt: skip
def test_two_ranges_are_one_where_one_holds_the_other(
    one: str, other: str, verdict: FactVerdict, tmp_path: Path
) -> None:
    told = facts_of(one, other, tmp_path, days=("2024-06-03", "2024-06-03"))
    assert verdict in {
        fact.verdict for fact in told if "semaine" not in fact.accounts[0].claims[0].text
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Soixante-deux maisons ont été évacuées.", "Trente personnes ont été évacuées."),
        ("L'incendie a tué 300 porcs.", "L'incendie a tué deux salariés."),
        # An earlier disaster.
        (
            "La crue a fait trois morts.",
            "C'est la pire crue depuis celle de 1993, qui avait fait onze morts.",
        ),
        (
            "L'embuscade a fait douze morts.",
            "Une précédente embuscade avait coûté la vie à 22 soldats.",
        ),
        ("La salle est prévue pour 800 spectateurs.", "Le gala a réuni 950 spectateurs."),
    ],
)
def test_things_and_people_room_and_use_now_and_then_are_two(
    one: str, other: str, tmp_path: Path
) -> None:
    assert not [f for f in facts_of(one, other, tmp_path) if f.verdict in DISAGREEING]


def test_two_days_to_come_that_may_be_one_are_to_be_checked(tmp_path: Path) -> None:
    one = "Le conseil d'administration doit se prononcer le 28 mars sur la fermeture du dépôt."
    other = "Le conseil d'administration se réunira le 26 mars au sujet du dépôt."
    told = facts_of(one, other, tmp_path, days=("2025-03-08", "2025-03-08"))
    assert FactVerdict.AGREE not in {f.verdict for f in told if f.about is ClaimKind.DATE}
    assert [f for f in told if f.about is ClaimKind.DATE]


def test_the_least_probabilities_are_those_that_were_measured() -> None:
    assert (gathered_claims.LEAST, gathered_claims.LEAST_TO_CHECK) == (0.4, 0.2)
    # A verdict asks for more: what is loose is only ever to be checked.
    assert min(bounds().values()) > gathered_claims.LEAST


@pytest.mark.parametrize(
    ("one", "other", "counted"),
    [
        ("Trois randonneurs sont venus.", "Douze pompiers sont venus.", True),
        ("Trois randonneurs sont venus.", "Cinq randonneurs sont venus.", False),
        ("Trois personnes sont venues.", "Douze pompiers sont venus.", False),
    ],
)
def test_counts_of_other_things_are_told_by_their_nouns(
    one: str, other: str, counted: bool
) -> None:
    ours, theirs = (
        next(told for told in told_in(text) if told.claim.kind is ClaimKind.COUNT)
        for text in (one, other)
    )
    assert counts_other_things(ours, theirs) is counted


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Le feu s’est déclaré à 23h10.", "Un veilleur a donné l’alerte à 22h50.", True),
        ("Le feu s’est déclaré à 23h10.", "Un veilleur a donné l’alerte à 15h50.", False),
        ("Le feu s’est déclaré à 23h10.", "Un veilleur a donné l’alerte dans la soirée.", False),
        ("Le feu s’est déclaré lundi 3 janvier 2022 à 23h10.",
         "Un veilleur a donné l’alerte mercredi 5 janvier 2022 à 22h50.", False),
    ],
)  # fmt: skip
def test_the_first_hours_are_to_be_checked(
    one: str, other: str, told: bool, tmp_path: Path
) -> None:
    found = [f for f in facts_of(one, other, tmp_path) if f.about is ClaimKind.TIME]
    assert any(f.verdict is not FactVerdict.AGREE for f in found) is told


def test_two_first_hours_are_not_named_after_what_one_of_them_is_told_with(tmp_path: Path) -> None:
    found = facts_of(
        "Une passerelle s’est effondrée dimanche vers 16h20 à Courvoise, faisant six blessés.",
        "Il était un peu plus de 15 heures quand les promeneurs ont entendu un craquement.",
        tmp_path,
    )
    assert [f.label for f in found if f.about is ClaimKind.TIME] == ["heure"]


def test_what_makes_an_hour_the_first_was_measured() -> None:
    measured = (gathered_claims._BEGINNING, gathered_claims._CLOCK, gathered_claims._MOST_HOURS)
    assert measured == (6, 45, 150)


def test_a_line_whose_places_all_stand_in_another_one_is_left_out(tmp_path: Path) -> None:
    told = facts_of(
        "Le département a été placé en vigilance orange.",
        "Le département a été placé en vigilance rouge.",
        tmp_path,
    )
    assert len([f for f in told if f.verdict in DISAGREEING and "vigilance" in f.label]) == 1


def test_an_age_is_not_named_after_a_thing(tmp_path: Path) -> None:
    told = facts_of(
        "Le conducteur de la voiture, âgé de 38 ans, est mort dans son véhicule.",
        "La voiture était conduite par un homme de 41 ans, mort dans le véhicule.",
        tmp_path,
    )
    ages = [f.label for f in told if f.about is ClaimKind.AGE]
    assert ages and not [label for label in ages if "véhicule" in label]


def test_the_pluperfect_alone_tells_of_no_other_disaster(tmp_path: Path) -> None:
    one = "L'accident de bus survenu lundi à Vernon avait fait trois morts."
    other = "L'accident de bus de lundi à Vernon a fait cinq morts."
    told = facts_of(one, other, tmp_path, days=("2024-06-04", "2024-06-04"))
    assert {f.verdict for f in told if f.of == "dead"} & DISAGREEING


def test_what_came_about_long_before_contradicts_nothing_of_today(tmp_path: Path) -> None:
    one = "En 1999, la digue de Vernon avait cédé et fait onze morts."
    told = facts_of(
        one, "La digue de Vernon a tenu toute la nuit.", tmp_path, days=("2024-06-04", "2024-06-04")
    )
    assert not [f.label for f in told if f.verdict in DISAGREEING]
