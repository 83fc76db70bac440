"""Dates of French press text become intervals, and what cannot be known stays unknown."""

from datetime import date

import pytest

from index.french import dates as french_dates
from index.french.dates import dates, publication
from index.french.feasts import easter
from index.model.article import Basis

DAY = date(2023, 1, 17)  # a Tuesday


def one(text: str, anchor: date | None = DAY) -> tuple[str | None, str | None]:
    found = dates(text, anchor=anchor)
    assert len(found) == 1, found
    return found[0].earliest, found[0].latest


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("le 17 janvier 2023", "2023-01-17", "2023-01-17"),
        ("le 1er mai 2022", "2022-05-01", "2022-05-01"),
        ("mardi 17 janvier", "2023-01-17", "2023-01-17"),
        ("les 16 et 17 janvier", "2023-01-16", "2023-01-17"),
        ("lundi 16 et mardi 17 janvier", "2023-01-16", "2023-01-17"),
        ("le samedi 14 et le dimanche 15 janvier", "2023-01-14", "2023-01-15"),
        ("(23-24 novembre)", "2022-11-23", "2022-11-24"),
        ("du 17 au 20 juillet", "2022-07-17", "2022-07-20"),
        ("entre le 17 et le 20 juillet 2021", "2021-07-17", "2021-07-20"),
        ("du 28 juin au 3 juillet", "2022-06-28", "2022-07-03"),
        ("du 28 décembre 2021 au 3 janvier 2022", "2021-12-28", "2022-01-03"),
        ("le 20\u00a0septembre\u00a02022", "2022-09-20", "2022-09-20"),
        ("le 5 janv. 2023", "2023-01-05", "2023-01-05"),
        ("2023-01-17", "2023-01-17", "2023-01-17"),
        ("17/01/2023", "2023-01-17", "2023-01-17"),
        ("17.01.2023", "2023-01-17", "2023-01-17"),
        ("en novembre 2021", "2021-11-01", "2021-11-30"),
        ("de janvier à mars 2022", "2022-01-01", "2022-03-31"),
        ("fin juin", "2022-06-20", "2022-06-30"),
        ("début mars 2022", "2022-03-01", "2022-03-10"),
        ("mi-janvier", "2023-01-11", "2023-01-20"),
        ("en juillet dernier", "2022-07-01", "2022-07-31"),
        ("en mars prochain", "2023-03-01", "2023-03-31"),
        ("en décembre", "2022-12-01", "2022-12-31"),
        ("il se rendra à Lyon en mars", "2023-03-01", "2023-03-31"),
        ("en 2014", "2014-01-01", "2014-12-31"),
        ("fin 2019", "2019-09-01", "2019-12-31"),
        ("entre 2014 et 2016", "2014-01-01", "2016-12-31"),
        ("2014-16", "2014-01-01", "2016-12-31"),
        ("les années 1990", "1990-01-01", "1999-12-31"),
        ("au printemps 2021", "2021-03-01", "2021-05-31"),
        ("l'été dernier", "2022-06-01", "2022-08-31"),
        ("au premier trimestre 2022", "2022-01-01", "2022-03-31"),
        ("lundi et mardi", "2023-01-16", "2023-01-17"),
        ("mardi", "2023-01-17", "2023-01-17"),
        ("vendredi", "2023-01-13", "2023-01-13"),
        ("il arrivera vendredi", "2023-01-20", "2023-01-20"),
        ("mardi dernier", "2023-01-10", "2023-01-10"),
        ("mardi prochain", "2023-01-24", "2023-01-24"),
        ("hier", "2023-01-16", "2023-01-16"),
        ("aujourd’hui", "2023-01-17", "2023-01-17"),
        ("après-demain", "2023-01-19", "2023-01-19"),
        ("la semaine dernière", "2023-01-09", "2023-01-15"),
        ("ce week-end", "2023-01-21", "2023-01-22"),
        ("le mois dernier", "2022-12-01", "2022-12-31"),
        ("l’an dernier", "2022-01-01", "2022-12-31"),
        ("il y a deux ans", "2021-01-01", "2021-12-31"),
        ("il y a trois jours", "2023-01-14", "2023-01-14"),
        ("dans deux semaines", "2023-01-30", "2023-02-05"),
        ("un an après", None, None),
        ("deux ans plus tôt", None, None),
        ("le 31 février", None, None),
    ],
)
def test_reads_expressions(text: str, earliest: str | None, latest: str | None) -> None:
    assert one(text) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "tous les mardis",
        "le rover arrive sur Mars",
        "2000 personnes",
        "à 07h20",
        "le F-16",
        "30 %",
        "un score de 2-1",
        "il mai",
        "cette année-là",
    ],
)
def test_leaves_what_is_no_date(text: str) -> None:
    assert dates(text, anchor=DAY) == ()


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("Le maire appelle à manifester samedi.", "2023-01-21"),
        ("Les syndicats appellent à une grève jeudi.", "2023-01-19"),
        ("L'exploitant espère rouvrir le pont vendredi.", "2023-01-20"),
        ("Les bus sont gratuits à partir de lundi.", "2023-01-23"),
        ("Ils pourront rentrer chez eux samedi.", "2023-01-21"),
        ("Ils rentrent samedi au plus tôt.", "2023-01-21"),
        ("Il a appelé lundi à la grève.", "2023-01-16"),
        ("Un bilan établi dimanche à partir de sources sûres.", "2023-01-15"),
        ("« On veut partir », disent-ils samedi soir. Ils veulent rester.", "2023-01-14"),
    ],
)
def test_a_weekday_lies_ahead_where_the_sentence_does(text: str, earliest: str) -> None:
    (found,) = dates(text, anchor=DAY)
    assert found.earliest == earliest


def test_the_weekday_and_the_latest_explicit_year_fix_a_missing_year() -> None:
    text = (
        "Réunis mardi 17 janvier, puis les 18 et 19 janvier, ils citent l'accord de juillet 2022."
    )
    first, second, _ = dates(text, anchor=None)
    assert (first.earliest, first.basis) == ("2023-01-17", "year inferred from the weekday")
    assert (second.earliest, second.latest) == ("2023-01-18", "2023-01-19")
    assert second.basis == "year inferred from the text"


def test_a_year_that_cannot_be_known_stays_unknown() -> None:
    (found,) = dates("Ils ont signé ce mercredi 24 novembre.", anchor=None)
    assert (found.earliest, found.latest, found.basis) == (None, None, "year unknown")


def test_what_is_relative_grows_wider_with_an_inferred_publication() -> None:
    text = "Le 24 novembre 2021, ils ont signé (23-24 novembre). Rien ne se passe aujourd'hui."
    found = dates(text, anchor=None)[-1]
    assert found.earliest == "2021-11-24"
    assert found.latest is not None and found.latest > "2021-11-24"
    assert found.basis == "relative to the inferred publication"


def test_the_day_before_is_taken_from_the_date_before() -> None:
    found = dates("Le 24 novembre 2021, il signe. La veille, il était à Oran.", anchor=None)
    assert [mention.earliest for mention in found] == ["2021-11-24", "2021-11-23"]


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("Ce mardi 17 janvier, ils ont repris le texte de 2022.", "2023-01-17", Basis.INFERRED),
        ("Ils parlent depuis longtemps.", None, Basis.NONE),
        ("En 2014, tout allait bien.", None, Basis.NONE),
        ("Le 3 avril 2019, ils ont signé ; en novembre 2021, tout a cessé.", None, Basis.NONE),
    ],
)
def test_infers_the_publication_only_as_far_as_known(
    text: str, value: str | None, basis: Basis
) -> None:
    found = publication(text, dates(text, anchor=None))
    assert (found.value, found.basis) == (value, basis)


@pytest.mark.parametrize(
    ("year", "month", "number"),
    [
        (1818, 3, 22),
        (1943, 4, 25),
        (2000, 4, 23),
        (2008, 3, 23),
        (2019, 4, 21),
        (2020, 4, 12),
        (2023, 4, 9),
        (2024, 3, 31),
        (2038, 4, 25),
    ],
)
def test_easter_moves(year: int, month: int, number: int) -> None:
    assert easter(year) == date(year, month, number)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("le dimanche de Pâques 2019", "2019-04-21", "2019-04-21"),
        ("à Pâques 2019", "2019-04-21", "2019-04-21"),
        ("le lundi de Pâques 2020", "2020-04-13", "2020-04-13"),
        ("le lundi de Pentecôte 2021", "2021-05-24", "2021-05-24"),
        ("le jeudi de l'Ascension 2021", "2021-05-13", "2021-05-13"),
        ("le vendredi saint 2021", "2021-04-02", "2021-04-02"),
        ("Mardi gras 2021", "2021-02-16", "2021-02-16"),
        ("le mercredi des Cendres 2021", "2021-02-17", "2021-02-17"),
        ("le dimanche des Rameaux 2021", "2021-03-28", "2021-03-28"),
        ("le lundi de Pâques", "2023-04-10", "2023-04-10"),
        ("on votera le lundi de Pâques", "2023-04-10", "2023-04-10"),
        ("Noël 2021", "2021-12-25", "2021-12-25"),
        ("une loi de 2018", "2018-01-01", "2018-12-31"),
        ("en ce jeudi de l'Ascension 2021", "2021-05-13", "2021-05-13"),
        ("la rentrée 2021", "2021-09-01", "2021-09-30"),
        ("le week-end du 14 juillet 2023", "2023-07-14", "2023-07-16"),
        ("ce week-end du 14 janvier", "2023-01-14", "2023-01-15"),
        ("le week-end du 8 mai 2023", "2023-05-06", "2023-05-08"),
        ("le week-end prolongé du 8 mai 2023", "2023-05-06", "2023-05-08"),
        ("le week-end du 13 et 14 mai 2023", "2023-05-13", "2023-05-14"),
    ],
)
def test_feasts_and_their_weekends(text: str, earliest: str, latest: str) -> None:
    assert one(text) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "jeudi Saint Éloi fermera",
        "Vendredi noir",
        "le vol AF 1907",
        "les accords de paix du Vendredi Saint",
    ],
)
def test_what_only_looks_like_a_feast_or_a_year(text: str) -> None:
    assert dates(text, anchor=DAY) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le masque obligatoire dans certaines zones dès vendredi", "2023-01-20"),
        ("Dès vendredi, la mairie a fermé le pont.", "2023-01-13"),
        ("Les bains, où il est interdit de courir, pourront rouvrir dès vendredi.", "2023-01-20"),
        ("Dans un entretien à paraître vendredi, il dénonce la loi.", "2023-01-20"),
        ("Un pic de chaleur va d'abord toucher vendredi le Sud-Ouest.", "2023-01-20"),
        ("Une réunion est prévue vendredi au ministère.", "2023-01-20"),
        ("Une réunion était prévue vendredi au ministère, elle a été annulée.", "2023-01-13"),
        ("Les trains sont attendus vendredi à Lyon.", "2023-01-20"),
        ("Elle a déclaré que le séminaire prévu vendredi pourrait être retardé.", "2023-01-20"),
        ("La visite avait été prévue vendredi.", "2023-01-13"),
        ("Depuis vendredi, il étudie la loi, dont le vote est prévu mardi.", "2023-01-13"),
        ("Il est également monté au créneau dès vendredi.", "2023-01-13"),
        ("Ils ont déjà fait savoir dès vendredi leur refus.", "2023-01-13"),
        ("La rencontre a été reportée à vendredi à 16h30.", "2023-01-20"),
        ("Le procès a été renvoyé au vendredi suivant.", None),
        (
            "Le match, qui devait se dérouler vendredi, est reporté, a annoncé le club.",
            "2023-01-20",
        ),
        ("Le navire devait accoster vendredi, mais il a coulé.", "2023-01-13"),
        ("Des appels à manifester vendredi ont été lancés.", "2023-01-20"),
        ("Le club a reporté vendredi le match.", "2023-01-13"),
    ],
)
def test_what_is_put_off_or_called_for_lies_ahead(text: str, day: str | None) -> None:
    found = [mention.earliest for mention in dates(text, anchor=DAY)]
    assert day is None or found[0] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # A verb of the future right before it puts a day ahead, if it has not passed lately.
        ("L'usine fermera à la fin septembre.", "2025-09-20"),
        ("Le gala se tiendra le 30 septembre.", "2025-09-30"),
        ("Le procès est prévu le 21 octobre prochain.", "2025-10-21"),
        # What only may come, or was planned at first, does not.
        (
            "Mis en examen après les manifestations du 15 octobre, il devrait être entendu.",
            "2024-10-15",
        ),
        ("L'usine a fermé en septembre.", "2024-09-01"),
        # What hangs on a noun is no day of the verb.
        ("Elle fera appel de la décision du 2 octobre.", "2024-10-02"),
        ("Le rapport qui sera publié revient sur l'incendie de septembre.", "2024-09-01"),
        ("Il aura fallu attendre le 5 octobre.", "2024-10-05"),
        # A day that has just passed stays so.
        ("La loi, dit-il, sera celle du 12 janvier.", "2025-01-12"),
    ],
)
def test_a_future_verb_puts_a_day_ahead(text: str, day: str) -> None:
    (found,) = dates(text, anchor=date(2025, 1, 22))
    assert found.earliest == day


def test_what_a_past_day_weighs_beside_a_future_verb() -> None:
    assert french_dates._PAST_IN_FUTURE == 3


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Coustel a saisi la cour le 21 avril 1998. Elle se prononcera le 12 mai 1998.", "1998-04-21"),
        ("Le 3 juin 2011, le conseil a voté. Les travaux doivent commencer le 14 juillet 2011.", "2011-06-03"),
        ("La grève a débuté le 8 mars 2004. Une réunion est prévue le 15 mars 2004.", "2004-03-08"),
        ("Il a été arrêté le 2 mai 2016. Son procès s'ouvrira mardi 10 janvier 2017.", "2016-05-02"),
        ("La digue a rompu le 6 novembre 2018. Le préfet viendra le 9 novembre 2018.", "2018-11-06"),
        ("Le musée rouvrira le 1er juin 2008.", None),
        ("La cour a rendu son arrêt le 12 mai 1998. Elle avait été saisie le 21 avril 1998.", "1998-05-12"),
        ("Le jugement attendu est tombé le 12 mai 1998, après l'audience du 21 avril 1998.", "1998-05-12"),
    ],
)  # fmt: skip
def test_an_announced_day_is_none_on_which_a_text_appeared(text: str, day: str | None) -> None:
    assert publication(text, dates(text, anchor=None)).earliest == day
