"""Outcomes that a fact-checker found to be none at first sight: pleaded, put off, stopped; by kind, in invented sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from index.french.dates import dates
from tests.test_claims import claims

_TOLD = yaml.safe_load((Path(__file__).parent / "data/first_sight.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "of", "told"),
    [
        pytest.param(*case, id=f"{kind}-{half}-{at}")
        for kind, halves in _TOLD.items()
        for half, cases in halves.items()
        for at, case in enumerate(cases)
    ],
)
def test_what_is_told_of_an_outcome(text: str, of: str, told: bool) -> None:
    assert (of in {claim.of for claim in claims(text)}) == told


@pytest.mark.parametrize(
    "text",
    [
        "« Nous ne paierons pas », a répété la directrice.",
        "La ville ne versera pas un centime.",
        "L'hôpital n'a pas payé.",
        "Nous ne verserons pas la rançon.",
    ],
)
def test_a_denied_outcome_keeps_its_negation(text: str) -> None:
    paid = [claim for claim in claims(text) if claim.of == "ransom"]
    assert paid
    assert all(text[claim.start : claim.end].startswith(("ne ", "n'")) for claim in paid)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("« Nous ne paierons pas, ni aujourd'hui ni demain », dit-elle.", 0),
        ("Ni hier ni aujourd’hui elle n'a répondu.", 0),
        ("Le pont a fini hier, dit-il.", 1),
        ("BRÉVENS (Orle), 8 fév 2026 (AGC) - Le pont a été fermé.", 1),
    ],
)
def test_neither_today_nor_tomorrow_is_no_day(text: str, days: int) -> None:
    found = dates(text, anchor=date(2026, 2, 9))
    assert len(found) == days
    assert all(day.earliest == "2026-02-08" for day in found)
