"""Values as people tell them: every line of `data/told_values.yaml` is read as it says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from index.claims.claim_reading import claims_of
from index.french.dates import dates
from index.french.quantities import quantities
from index.french.sentences import sentences
from index.model.claims import Claim, ClaimKind, ClaimManner
from index.model.text import Span

TODAY = date(2024, 5, 15)
_NEAR = 0.02
"""How far a value may be from the one that a line states, as a share."""


def read(text: str) -> tuple[Claim, ...]:
    """The claims of a text's last sentence."""
    spans = sentences(text, (Span(0, len(text)),))
    found = claims_of(text, spans, quantities(text), dates(text, anchor=TODAY), anchor=TODAY)
    return tuple(claim for claim in found if claim.start >= spans[-1].start)


def holds(claim: Claim, expected: str) -> bool:
    """Whether a claim is the one that a line states: « dead 4 », « 240 dose », « 280 290 »."""
    if claim.kind is ClaimKind.CLASSIFICATION:
        of, value = expected.split()
        return claim.of in (of, f"level-{of}") and claim.value == value
    if claim.kind is ClaimKind.CAUSE:
        words, manner = re.fullmatch(r"(.+?)(?: (denied|hedged))?", expected).groups()  # type: ignore[union-attr]
        return words in claim.value and _MANNERS[manner](claim.manner)
    if claim.kind is ClaimKind.ROLE:
        of, value = expected.split()
        return (claim.of, claim.value) == (f"calling-{of}", value)
    if claim.kind is ClaimKind.PLACE:
        of, _, value = expected.partition(" ")
        return claim.of == f"where-{of}" and value in claim.value
    if claim.kind is ClaimKind.DATE:
        first, _, last = expected.partition("..")
        days = [date.fromisoformat(each).toordinal() for each in (first, last or first)]
        return [claim.low, claim.high] == days
    numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", expected)]
    words = re.sub(r"-?\d+(?:\.\d+)?|\.\.", " ", expected).split()
    low, high = numbers[0], numbers[-1]
    assert claim.low is not None and claim.high is not None
    if not (_close(claim.low, low) and _close(claim.high, high)):
        return False
    return all(word in (claim.of, claim.unit) for word in words)


_MANNERS = {
    "denied": lambda manner: manner is ClaimManner.DENIED,
    "hedged": lambda manner: manner in (ClaimManner.CONDITIONAL, ClaimManner.ANONYMOUS),
    None: lambda manner: manner is not ClaimManner.DENIED,
}


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * max(abs(one), abs(other), 0.01)


def right(kind: str, text: str, expected: str) -> bool:
    own = [claim for claim in read(text) if claim.kind == kind]
    if expected.startswith("not "):
        return all(claim.of != expected.removeprefix("not ") for claim in own)
    if expected.startswith("not-"):
        return not any(holds(claim, expected.removeprefix("not-")) for claim in own)
    if expected.startswith("only "):
        return [claim.value for claim in own] == [expected.removeprefix("only ")]
    return not own if expected == "none" else any(holds(claim, expected) for claim in own)


LINES = [
    (kind, text, expected)
    for kind, lines in yaml.safe_load(
        (Path(__file__).parent / "data/told_values.yaml").read_text("utf-8")
    ).items()
    for text, expected in lines
]
LEFT = frozenset[str]()
"""Lines that are not read yet."""


@pytest.mark.parametrize(("kind", "text", "expected"), LINES)
def test_a_value_is_read_as_it_is_told(kind: str, text: str, expected: str) -> None:
    assert right(kind, text, expected) != (text in LEFT)
