"""Stretches of days are written as the reader's language writes them, saying once what both ends share."""

from __future__ import annotations

import pytest

from index.texts import texts_for
from tui.dates import interval


@pytest.mark.parametrize(
    ("earliest", "latest", "french", "english"),
    [
        ("2023-01-17", "2023-01-17", "17 janv. 2023", "17 Jan 2023"),
        ("2023-01-16", "2023-01-17", "16–17 janv. 2023", "16 Jan – 17 Jan 2023"),
        ("2023-01-01", "2023-01-31", "janv. 2023", "Jan 2023"),
        ("2023-01-01", "2023-12-31", "2023", "2023"),
        ("2023-01-01", "2023-03-31", "janv. – mars 2023", "Jan – Mar 2023"),
        ("2023-01-30", "2023-02-02", "30 janv. – 2 févr. 2023", "30 Jan – 2 Feb 2023"),
        ("2022-12-31", "2023-01-01", "31 déc. 2022 – 1 janv. 2023", "31 Dec 2022 – 1 Jan 2023"),
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
