"""Outcomes that a fact-checker found to be none at first sight: pleaded, put off, stopped; by kind, in invented sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

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
