"""Bylines as facets count them: author by author."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.author_names import authors_of


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Jeanne Martin", ["Jeanne Martin"]),
        ("Jeanne Martin, Luc Amiel", ["Jeanne Martin", "Luc Amiel"]),
        ("Jeanne Martin et Luc Amiel", ["Jeanne Martin", "Luc Amiel"]),
        ("Jeanne Martin, Luc Amiel et Zoé Roux", ["Jeanne Martin", "Luc Amiel", "Zoé Roux"]),
        ("Jeanne Martin & Luc Amiel", ["Jeanne Martin", "Luc Amiel"]),
        ("Jeanne Martin ; Luc Amiel", ["Jeanne Martin", "Luc Amiel"]),
        ("Jeanne Martin avec AFP", ["Jeanne Martin", "AFP"]),
        ("Jeanne Martin, avec l’AFP", ["Jeanne Martin", "AFP"]),
        ("J. M. avec Reuters", ["J. M.", "Reuters"]),
        ("Avec AFP et Reuters", ["AFP", "Reuters"]),
        ("avec agences", ["agences"]),
        ("AFP", ["AFP"]),
        ("Jeanne Martin, Jeanne Martin", ["Jeanne Martin"]),
        ("Sciences et Avenir avec Reuters", ["Sciences et Avenir", "Reuters"]),
        ("La Gazette avec AFP", ["La Gazette", "AFP"]),
        ("Anne de La Tour, Léa El Amrani", ["Anne de La Tour", "Léa El Amrani"]),
        ("Martin, Jeanne", ["Martin, Jeanne"]),
        ("Martin, Jeanne ; Amiel, Luc", ["Martin, Jeanne", "Amiel, Luc"]),
        ("Jeanne Martin, maire de Lantigny", ["Jeanne Martin, maire de Lantigny"]),
        ("Jeanne Martin, à Rabat", ["Jeanne Martin, à Rabat"]),
        ("Sciences et Avenir", ["Sciences et Avenir"]),
        ("Collectif Terre et Mer", ["Collectif Terre et Mer"]),
        ("La rédaction", ["La rédaction"]),
        ("", [""]),
    ],
)
def test_the_authors_of_a_byline(byline: str, expected: list[str]) -> None:
    assert list(authors_of(byline)) == expected


@given(st.text(max_size=60))
def test_no_byline_is_lost(byline: str) -> None:
    found = authors_of(byline)
    assert found
    assert all(one in byline for one in found)
