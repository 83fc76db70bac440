"""Dates that pages, files and records state of themselves."""

from __future__ import annotations

import pytest

from index.corpus.page_dates import date_in_name, find_dates, read_date
from index.model.article import Basis


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20 septembre 2022 - 07h20", "2022-09-20T07:20:00"),
        ("2023-01-17T19:06+0100", "2023-01-17T19:06:00+01:00"),
        ("2023-01-17T19:06:03.123Z", "2023-01-17T19:06:03+00:00"),
        ("2023-01-17 19:06:00+00:00", "2023-01-17T19:06:00+00:00"),
        ("Publié le 17/01/2023 à 14:32", "2023-01-17T14:32:00"),
        ("mar. 17 janv. 2023 à 7:06 PM UTC+1", "2023-01-17T19:06:00+01:00"),
        ("17 janvier 2023 à 12:06 AM", "2023-01-17T00:06:00"),
        ("Tue, 17 Jan 2023 19:06:00 GMT", "2023-01-17T19:06:00+00:00"),
        ("Tue, 17 Jan 2023 19:06:00 +0100", "2023-01-17T19:06:00+01:00"),
        ("mardi 17 janvier 2023", "2023-01-17"),
        ("17\u00a0janv.\u00a02023, 14:32", "2023-01-17T14:32:00"),
        ("1er août 2022 à 7 h 05", "2022-08-01T07:05:00"),
        ("3 déc. 2019 – 18h", "2019-12-03T18:00:00"),
        ("12-févr-26", "2026-02-12"),
        ("3-déc.-19", "2019-12-03"),
        ("Jan 17, 2023", "2023-01-17"),
        ("17.01.2023", "2023-01-17"),
        ("01/17/2023", "2023-01-17"),
        ("janvier 2023", "2023-01"),
        ("2023-01", "2023-01"),
        ("2023", "2023"),
        ("20230117", "2023-01-17"),
        ("20230117T190600Z", "2023-01-17T19:06:00+00:00"),
        ("1673982360", "2023-01-17T19:06:00+00:00"),
        ("1673982360000", "2023-01-17T19:06:00+00:00"),
        ("31/02/2023", None),
        ("hier", None),
        ("", None),
    ],
)
def test_the_value_of_a_field(text: str, value: str | None) -> None:
    date = read_date(text)
    assert date.value == value
    assert date.basis is (Basis.STATED if value else Basis.NONE)


def test_the_interval_is_as_wide_as_the_value() -> None:
    month = read_date("février 2024")
    assert (month.earliest, month.latest) == ("2024-02-01", "2024-02-29")


@pytest.mark.parametrize("text", ["les 16 et 17 janvier", "en 2021", "le 24 novembre", "1,2/3"])
def test_no_full_date_in_a_line(text: str) -> None:
    assert find_dates(text) == []


def test_places_of_dates_in_a_line() -> None:
    line = "Créé le 17/01/2023 à 14:32, modifié le 18 janvier 2023"
    assert [line[found.start : found.end] for found in find_dates(line)] == [
        "17/01/2023 à 14:32",
        "18 janvier 2023",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("2023-01-17-plage.txt", "2023-01-17"),
        ("https://a.test/20230117/plage-1057625738.html", "2023-01-17"),
        ("https://a.test/2023/01/17/plage", "2023-01-17"),
        ("https://a.test/2023/01/plage", "2023-01"),
        ("000_a8588e8b22e35124.txt", None),
        ("article-20231399.txt", None),
    ],
)
def test_a_date_in_a_name_is_inferred(name: str, value: str | None) -> None:
    date = date_in_name(name)
    assert date.value == value
    assert date.basis is (Basis.INFERRED if value else Basis.NONE)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1893-01-17", "1893-01-17"),
        ("17 janvier 1893", "1893-01-17"),
        ("janvier 1893", "1893-01"),
        ("1793", "1793"),
        ("18931", None),
        ("Vol. 1893 p. 3", None),
    ],
)
def test_a_library_s_day_before_1900(text: str, value: str | None) -> None:
    assert read_date(text).value == value
