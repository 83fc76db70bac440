"""Outcomes as people tell them: every sentence of `data/told_outcomes.yaml` is read as it says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from index.claims.claim_reading import claims_of
from index.french.sentences import sentences
from index.model.claims import ClaimKind, ClaimManner
from index.model.text import Span

SENTENCES = [
    (family, value, sentence)
    for family, values in yaml.safe_load(
        (Path(__file__).parent / "data/told_outcomes.yaml").read_text("utf-8")
    ).items()
    for value, told in values.items()
    for sentence in told
]


@pytest.mark.parametrize(("family", "value", "sentence"), SENTENCES)
def test_an_outcome_is_read_as_people_tell_it(family: str, value: str, sentence: str) -> None:
    spans = sentences(sentence, (Span(0, len(sentence)),))
    own = [
        claim for claim in claims_of(sentence, spans, (), ())
        if claim.kind is ClaimKind.STATUS and claim.of == family
    ]  # fmt: skip
    plain = {claim.value for claim in own if claim.manner is not ClaimManner.DENIED}
    if value == "denied":
        assert own and not plain
    else:
        assert plain == (set() if value == "elsewhere" else {value})
