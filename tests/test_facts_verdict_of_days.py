"""What two accounts of different hours and days say of each other, and what only seems doubted."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.model.claims import ClaimKind
from index.model.facts import DISAGREEING, FactVerdict
from tests.test_facts import facts_of

SAME_DAY = ("2023-03-04", "2023-03-04")
DAYS = ("2023-03-04", "2023-03-05")
LATER = ("2023-03-05", "2023-03-04")
CHANGED = {FactVerdict.UPDATE}


def grave(one: str, other: str, folder: Path, days: tuple[str, str]) -> set[FactVerdict]:
    return {fact.verdict for fact in facts_of(one, other, folder, days=days)} & DISAGREEING


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        # Two hours of one day, each told.
        ("Quelque 12.500 foyers étaient privés d'électricité dimanche à la mi-journée.",
         "Près de 3.400 foyers étaient encore privés d'électricité dimanche soir.", SAME_DAY),
        # What is only the toll so far.
        ("La fuite de gaz de l'usine a fait cinq morts, selon un bilan provisoire.",
         "La fuite de gaz de l'usine a fait onze morts.", SAME_DAY),
        ("La fuite de gaz de l'usine a fait onze morts.",
         "À ce stade, la fuite de gaz de l'usine a fait cinq morts.", SAME_DAY),
        # The same sentence with the figure of the next day.
        ("Au total, 51.371 personnes ont quitté l'hôpital guéries depuis le début de l'épidémie.",
         "Au total, 52.736 personnes ont quitté l'hôpital guéries depuis le début de l'épidémie.", DAYS),
    ],
)  # fmt: skip
def test_figures_of_two_moments_are_a_change(
    one: str, other: str, days: tuple[str, str], tmp_path: Path
) -> None:
    assert grave(one, other, tmp_path, days) <= CHANGED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("La fuite de gaz de l'usine a fait cinq morts.", "La fuite de gaz de l'usine a fait onze morts."),
        ("Quelque 12.500 foyers sont privés d'électricité dans la vallée.",
         "Près de 3.400 foyers sont privés d'électricité dans la vallée."),
    ],
)  # fmt: skip
def test_figures_of_one_moment_contradict_each_other(one: str, other: str, tmp_path: Path) -> None:
    assert grave(one, other, tmp_path, SAME_DAY) - CHANGED


@pytest.mark.parametrize(
    ("one", "other", "days", "verdicts"),
    [
        # Nothing was opened on the first day; it was on the next.
        ("Aucune enquête n'a été ouverte par le parquet de Brévens après la mort du berger.",
         "Une enquête a été ouverte par le parquet de Brévens après la mort du berger.", DAYS, CHANGED),
        # Told afterwards, or by a verb of denial, it is a denial.
        ("Aucune enquête n'a été ouverte par le parquet de Brévens après la mort du berger.",
         "Une enquête a été ouverte par le parquet de Brévens après la mort du berger.", LATER, {FactVerdict.DENIED}),
        ("Paul Vernin dément avoir été mis en examen pour le vol du troupeau.",
         "Paul Vernin a été mis en examen pour le vol du troupeau.", DAYS, {FactVerdict.DENIED}),
        # What is contested are its grounds.
        ("Paul Vernin conteste les fondements de sa mise en examen pour le vol du troupeau.",
         "Paul Vernin a été mis en examen pour le vol du troupeau.", DAYS, set()),
        ("Paul Vernin conteste la régularité de son licenciement par la coopérative.",
         "Paul Vernin a été licencié par la coopérative.", DAYS, set()),
        ("Paul Vernin dément les rumeurs de démission de la coopérative.",
         "Paul Vernin a démissionné de la coopérative.", DAYS, {FactVerdict.DENIED}),
        # What is not excluded is not denied.
        ("Paul Vernin n'a pas exclu de démissionner de la coopérative.",
         "Paul Vernin a démissionné de la coopérative.", DAYS, set()),
    ],
)  # fmt: skip
def test_what_is_denied_and_when(
    one: str,
    other: str,
    days: tuple[str, str],
    verdicts: set[FactVerdict],
    tmp_path: Path,
) -> None:
    assert grave(one, other, tmp_path, days) == verdicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Both have it from somebody.
        ("Trois hommes ont été mis en examen pour vol en bande organisée, selon une source policière.",
         "Trois hommes ont été mis en examen pour vol en bande organisée, selon le parquet de Brévens."),
        # What was announced lies ahead, and is not doubted.
        ("Paul Vernin avait annoncé qu'il serait candidat à la mairie de Brévens.",
         "Paul Vernin est candidat à la mairie de Brévens."),
        # Both doubt it.
        ("Le berger aurait été blessé par balle au refuge de Brévens.",
         "Le berger serait blessé par balle, au refuge de Brévens."),
        # A day needs no source.
        ("Le gardien du refuge de Brévens y dort depuis mardi 28 février, selon une source proche du dossier.",
         "Le gardien du refuge de Brévens y dort depuis mardi 28 février."),
    ],
)  # fmt: skip
def test_what_only_seems_doubted(one: str, other: str, tmp_path: Path) -> None:
    found = {fact.verdict for fact in facts_of(one, other, tmp_path, days=SAME_DAY)}
    assert FactVerdict.HEDGED not in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le berger blessé au refuge de Brévens serait hors de danger.",
         "Le berger blessé au refuge de Brévens est hors de danger."),
        ("Le berger blessé au refuge de Brévens est hors de danger, selon une source proche du dossier.",
         "Le berger blessé au refuge de Brévens est hors de danger."),
    ],
)  # fmt: skip
def test_what_one_account_doubts(one: str, other: str, tmp_path: Path) -> None:
    found = {fact.verdict for fact in facts_of(one, other, tmp_path, days=SAME_DAY)}
    assert FactVerdict.HEDGED in found


@pytest.mark.parametrize(
    ("one", "other", "days", "verdict"),
    [
        # What is contested is the fact itself, whatever noun stands before it.
        ("L'effondrement de la halle a fait douze morts.",
         "Le préfet conteste le bilan de douze morts dans l'effondrement de la halle.", SAME_DAY, "denied"),
        # No epidemic adds up here.
        ("L'effondrement de la halle a fait 130 morts.", "L'effondrement de la halle a fait 110 morts.", SAME_DAY,
         "conflict"),
        # Hours of the event, names of newspapers and of regions are no hours of a toll.
        ("L'effondrement de la halle a fait 3 blessés, selon Le Matin de Brévens.",
         "L'effondrement de la halle a fait 7 blessés, selon Le Soir de Brévens.", SAME_DAY, "conflict"),
        ("L'effondrement de la halle a fait 3 blessés.",
         "L'effondrement de la halle a fait 5 blessés, et le gérant est en détention provisoire.", SAME_DAY, "conflict"),
        # What was so on one day stays so, however alike the sentences.
        ("Le car transportait 42 passagers samedi à Brévens.", "Le car transportait 49 passagers samedi à Brévens.",
         DAYS, "conflict"),
        ("La cour a condamné Paul Vernin pour le vol du troupeau.",
         "La cour a relaxé Paul Vernin pour le vol du troupeau.", DAYS, "conflict"),
        ("Paul Vernin était ivre au volant du car de Brévens.", "Paul Vernin n'était pas ivre au volant du car de Brévens.",
         LATER, "denied"),
        ("La victime de la halle, âgée de 45 ans, a été tuée par une poutre.",
         "La victime de la halle, un homme de 47 ans, a été tuée par une poutre.", SAME_DAY, "conflict"),
    ],
)  # fmt: skip
def test_what_a_reviewer_found_lost(
    one: str, other: str, days: tuple[str, str], verdict: str, tmp_path: Path
) -> None:
    assert verdict in {fact.verdict.value for fact in facts_of(one, other, tmp_path, days=days)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("La maternité de Brévens fermera le 1er juillet 2023.",
         "La maternité de Brévens fermera le 15 septembre 2023, et non en juillet."),
        ("Le refuge de Brévens a accueilli 42 bergers.", "Le refuge de Brévens a accueilli 57 bergers, et non 42."),
        ("Le feu du refuge de Brévens a pris à 3h15.", "Le feu du refuge de Brévens a pris à 4h40, et non à 3h15."),
    ],
)  # fmt: skip
def test_a_value_that_is_set_right_is_not_the_one_that_is_told(
    one: str, other: str, tmp_path: Path
) -> None:
    found = facts_of(one, other, tmp_path, days=SAME_DAY)
    kinds = (ClaimKind.DATE, ClaimKind.COUNT, ClaimKind.TIME)
    told = {fact.verdict for fact in found if fact.about in kinds}
    assert told and told <= {FactVerdict.CONFLICT, FactVerdict.TO_CHECK}
