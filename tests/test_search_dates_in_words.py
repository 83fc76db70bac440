"""Dates among the words of a query, and years of two figures."""

from __future__ import annotations

from datetime import date

import pytest

from index.corpus.page_dates import find_dates
from index.french.dates import dates
from index.french.short_years import full_year
from index.interface.days import proposal_label
from index.interface.texts import texts_for
from index.model.found import Proposal
from index.query.days_in_words import days_in_words
from index.query.parser import parse
from index.query.tree import And, Dated, Word

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "query", "part"),
    [
        ("janvier 2023", "date:2023-01", "janvier 2023"),
        ("grève janvier 2023 paris", "date:2023-01", "janvier 2023"),
        ("Janvier 2023", "date:2023-01", "Janvier 2023"),
        ("17 janvier 2023", "date:2023-01-17", "17 janvier 2023"),
        ("le 1er mai 2021", "date:2021-05-01", "le 1er mai 2021"),
        ("premier mai 2021", "date:2021-05-01", "premier mai 2021"),
        ("canicule, août 2020", "date:2020-08", "août 2020"),
        ("canicule août 2020 ?", "date:2020-08", "août 2020"),
        ("août 2020: canicule", "date:2020-08", "août 2020"),
        ("en août 2020", "date:2020-08", "en août 2020"),
        ("aout 2020", "date:2020-08", "aout 2020"),
        ("entre mars et mai 2021", "date:2021-03..2021-05", "entre mars et mai 2021"),
        ("de novembre 2020 à janvier 2021", "date:2020-11..2021-01", "de novembre 2020 à janvier 2021"),
        ("du 3 mars au 5 avril 2021", "date:2021-03-03..2021-04-05", "du 3 mars au 5 avril 2021"),
        ("Lantier 1998", "date:1998", "1998"),
        ("entre 2019 et 2021", "date:2019..2021", "entre 2019 et 2021"),
        ("accord en 2021", "date:2021", "en 2021"),
        ("du 3 au 5 juin 2020", "date:2020-06-03..2020-06-05", "du 3 au 5 juin 2020"),
        ("grève du 1er au 5 juin 2020", "date:2020-06-01..2020-06-05", "du 1er au 5 juin 2020"),
        ("entre le 3 et le 5 juin 2020", "date:2020-06-03..2020-06-05",
         "entre le 3 et le 5 juin 2020"),
        ("entre le 3 mars et le 5 avril 2021", "date:2021-03-03..2021-04-05",
         "entre le 3 mars et le 5 avril 2021"),
        ("d’avril à mai 2021", "date:2021-04..2021-05", "d’avril à mai 2021"),
        ("de début mars à fin avril 2021", "date:2021-03-01..2021-04-30",
         "de début mars à fin avril 2021"),
        ("du 03/06/2020 au 05/06/2020", "date:2020-06-03..2020-06-05",
         "du 03/06/2020 au 05/06/2020"),
        ("de mars 2020 jusqu’en mai 2021", "date:2020-03..2021-05",
         "de mars 2020 jusqu’en mai 2021"),
        ("depuis mars 2020 masques", "date:2020-03..", "depuis mars 2020"),
        ("depuis 2018", "date:2018..", "depuis 2018"),
        ("à partir du 3 mai 2020", "date:2020-05-03..", "à partir du 3 mai 2020"),
        ("dès l’été 2020", "date:2020-06..", "dès l’été 2020"),
        ("avant 2018", "date:..2017", "avant 2018"),
        ("avant janvier 2018", "date:..2017-12", "avant janvier 2018"),
        ("avant le 1er mai 2018", "date:..2018-04-30", "avant le 1er mai 2018"),
        ("après 2018", "date:2019..", "après 2018"),
        ("après décembre 2018", "date:2019-01..", "après décembre 2018"),
        ("jusqu’en mai 2020", "date:..2020-05", "jusqu’en mai 2020"),
        ("jusqu’au 3 mai 2020", "date:..2020-05-03", "jusqu’au 3 mai 2020"),
        ("début juin 2020", "date:2020-06-01..2020-06-10", "début juin 2020"),
        ("à la mi-juin 2020", "date:2020-06-11..2020-06-20", "à la mi-juin 2020"),
        ("fin juin 2020 canicule", "date:2020-06-20..2020-06-30", "fin juin 2020"),
        ("début 2020", "date:2020-01..2020-04", "début 2020"),
        ("fin de 2020", "date:2020-09..2020-12", "fin de 2020"),
        ("en mai 2020", "date:2020-05", "en mai 2020"),
        ("14/07/2016", "date:2016-07-14", "14/07/2016"),
        ("attentat du 14/07/2016", "date:2016-07-14", "du 14/07/2016"),
        ("2016-07-14", "date:2016-07-14", "2016-07-14"),
        ("07/2016", "date:2016-07", "07/2016"),
        ("l’été 2020", "date:2020-06..2020-08", "l’été 2020"),
        ("hiver 2020", "date:2020-12..2021-02", "hiver 2020"),
        ("courant 2020", "date:2020", "courant 2020"),
        ("l’année 2020", "date:2020", "l’année 2020"),
        ("hier", "date:2026-11-25", "hier"),
        ("grève avant-hier", "date:2026-11-24", "avant-hier"),
        ("aujourd’hui", "date:2026-11-26", "aujourd’hui"),
        ("cette semaine", "date:2026-11-23..2026-11-29", "cette semaine"),
        ("la semaine dernière", "date:2026-11-16..2026-11-22", "la semaine dernière"),
        ("ce mois-ci", "date:2026-11", "ce mois-ci"),
        ("le mois dernier", "date:2026-10", "le mois dernier"),
        ("cette année", "date:2026", "cette année"),
        ("l'année dernière", "date:2025", "l'année dernière"),
    ],
)  # fmt: skip
def test_dates_among_the_words(typed: str, query: str, part: str) -> None:
    (found,) = days_in_words(typed, today=TODAY)
    assert found.query == query
    assert typed[found.start : found.end] == part


@pytest.mark.parametrize(
    "typed",
    ["janvier", "2023 morts", "2023", "mars et mai", "31 février 2021", "date:2023-01", "hierarchie",
     "entre mai 2021 et mars 2020", "« janvier 2023 »", "32/01/2020", "14/13/2016", "du 3 au 5",
     "du 9 au 5 juin 2020", "de 3 à 2020", "avant", "depuis masques", "date:14/07/2016",
     "https://a.fr/2016/07/2016", "début de match"],
)  # fmt: skip
def test_what_is_no_date(typed: str) -> None:
    assert list(days_in_words(typed, today=TODAY)) == []


def test_without_a_day_nothing_is_counted_from_it() -> None:
    assert list(days_in_words("hier", today=None)) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("date:janvier 2023", Dated("2023-01", "2023-01")),
        ("date:17 janvier 2023", Dated("2023-01-17", "2023-01-17")),
        ("date:premier mars 2021", Dated("2021-03-01", "2021-03-01")),
        ("date:31/12/99", Dated("1999-12-31", "1999-12-31")),
        ("date:2023 accord", And((Dated("2023", "2023"), Word("accord")))),
        ("date:janvier 2023 accord", And((Dated("2023-01", "2023-01"), Word("accord")))),
    ],
)
def test_a_date_of_several_words_needs_no_quotation_marks(typed: str, expected: object) -> None:
    assert parse(typed, finished=True) == expected


@pytest.mark.parametrize(
    ("proposal", "french", "english"),
    [
        (Proposal("", "2023-01", "2023-01", False, 5), "parus en janvier 2023",
         "published in January 2023"),
        (Proposal("", "2023-01-17", "2023-01-17", False, 5), "parus le 17 janvier 2023",
         "published on 17 January 2023"),
        (Proposal("", "2021-03", "2021-05", False, 1), "parus de mars 2021 à mai 2021",
         "published from March 2021 to May 2021"),
        (Proposal("", "2020-06-03", "2020-06-05", False, 1),
         "parus du 3 juin 2020 au 5 juin 2020", "published from 3 June 2020 to 5 June 2020"),
        (Proposal("", "2020-03", "", False, 1), "parus depuis mars 2020",
         "published from March 2020 on"),
        (Proposal("", "", "2017", False, 1), "parus jusqu’en 2017", "published until 2017"),
        (Proposal("", "", "2018-04-30", False, 1), "parus jusqu’au 30 avril 2018",
         "published until 30 April 2018"),
        (Proposal("", "2026-11-25", "2026-11-25", True, 1),
         "parus le 25 novembre 2026, compté d’aujourd’hui",
         "published on 25 November 2026, counted from today"),
    ],
)  # fmt: skip
def test_a_proposal_says_which_days(proposal: Proposal, french: str, english: str) -> None:
    assert proposal_label(proposal, texts_for("fr")) == french
    assert proposal_label(proposal, texts_for("en")) == english


@pytest.mark.parametrize(
    ("short", "year"), [(99, 1999), (98, 1998), (27, 1927), (26, 2026), (0, 2000), (68, 1968)]
)
def test_years_of_two_figures_lie_in_the_past(short: int, year: int) -> None:
    assert full_year(short, today=TODAY) == year


def test_a_page_and_a_text_read_them_so() -> None:
    (stated,) = find_dates("Publié le 31/12/99")
    assert stated.date.value == "1999-12-31"
    (told,) = dates("Il est né le 12/05/98 à Lyon.", anchor=None)
    assert told.earliest == "1998-05-12"


@pytest.mark.parametrize(
    ("text", "anchor", "part", "earliest"),
    [
        ("dès le premier mars, il part", date(2020, 5, 1), "premier mars", "2020-03-01"),
        ("le trois mars 2021", None, "trois mars 2021", "2021-03-03"),
        ("le vingt et un juin 2019", None, "vingt et un juin 2019", "2019-06-21"),
        ("les cérémonies du 8-Mai", date(2020, 5, 9), "8-Mai", "2020-05-08"),
        ("le 11-Novembre 2018", None, "11-Novembre 2018", "2018-11-11"),
        ("les attentats du 11-Septembre", date(2011, 9, 9), "11-Septembre", "2001-09-11"),
        ("vendredi prochain, il viendra", date(2020, 4, 30), "vendredi prochain", "2020-05-08"),
        ("vendredi prochain, il viendra", date(2020, 4, 28), "vendredi prochain", "2020-05-01"),
    ],
)
def test_days_in_words_of_a_text(text: str, anchor: date | None, part: str, earliest: str) -> None:
    (found,) = dates(text, anchor=anchor)
    assert text[found.start : found.end] == part
    assert found.earliest == earliest
