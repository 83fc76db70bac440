"""Stretches of days are written as the reader's language writes them, saying once what both ends share."""

from __future__ import annotations

import pytest

from index.interface.days import interval, meant
from index.interface.texts import texts_for
from index.model.comparison import Days


@pytest.mark.parametrize(
    ("earliest", "latest", "french", "english"),
    [
        ("2023-01-17", "2023-01-17", "17 janv. 2023", "17 Jan 2023"),
        ("2023-01-16", "2023-01-17", "16–17 janv. 2023", "16–17 Jan 2023"),
        ("2023-01-01", "2023-01-31", "janv. 2023", "Jan 2023"),
        ("2023-01-01", "2023-12-31", "2023", "2023"),
        ("2023-01-01", "2023-03-31", "janv. – mars 2023", "Jan – Mar 2023"),
        ("2023-01-30", "2023-02-02", "30 janv. – 2 févr. 2023", "30 Jan – 2 Feb 2023"),
        ("2022-12-31", "2023-01-01", "31 déc. 2022 – 1er janv. 2023", "31 Dec 2022 – 1 Jan 2023"),
        ("2023-01-01", "2023-01-03", "1er–3 janv. 2023", "1–3 Jan 2023"),
        ("2023-01-17", None, "17 janv. 2023 …", "17 Jan 2023 …"),
        (None, None, "?", "?"),
        ("no date", "at all", "?", "?"),
    ],
)
def test_an_interval_is_written_once(
    earliest: str | None, latest: str | None, french: str, english: str
) -> None:
    assert interval(texts_for("fr"), earliest, latest) == french
    assert interval(texts_for("en"), earliest, latest) == english


@pytest.mark.parametrize(
    ("words", "days", "said"),
    [
        ("lundi et mardi", Days("2023-01-16", "2023-01-17"), " (16–17 janv. 2023)"),
        ("mardi 17 janvier", Days("2023-01-17", "2023-01-17"), " (17 janv. 2023)"),
        ("24 novembre 2021", Days("2021-11-24", "2021-11-24"), ""),
        ("deux jours plus tôt", None, ""),
    ],
)
def test_what_words_mean_is_told_where_they_give_no_year(
    words: str, days: Days | None, said: str
) -> None:
    assert meant(texts_for("fr"), words, days) == said
