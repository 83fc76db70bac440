"""What the sentences of an event mean: their concepts, and their words where no concept is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.compare.statements import Statement
from index.facts.thesaurus import Meant, thesaurus

Units = frozenset[str]


class Meaning(NamedTuple):
    """A sentence as concepts."""

    hits: tuple[Meant, ...]
    units: tuple[tuple[int, str], ...]
    """The start of each word outside names, dates and figures with a unit of it: `#` and the number of
    a concept, or its stem if it has none.
    """


def meanings(statements: Sequence[Statement]) -> list[Meaning]:
    """The meaning of each sentence of an account, in order."""
    known = thesaurus()
    found = []
    for statement in statements:
        hits = known(statement.tokens)
        at: dict[int, list[int]] = {}
        for hit in hits:
            for number in range(hit.first, hit.last + 1):
                at.setdefault(number, []).append(hit.concept)
        placed: list[tuple[int, str]] = []
        named = [(m.start, m.end) for m in statement.mentions]
        named += [(day.start, day.end) for day in statement.dates]
        for number, (token, stem) in enumerate(zip(statement.tokens, statement.stems, strict=True)):
            if stem and not stem[0].isdigit() and not any(a <= token.start < b for a, b in named):
                units = [(token.start, f"#{concept}") for concept in at.get(number, ())]
                placed += units or [(token.start, stem)]
        found.append(Meaning(tuple(hits), tuple(placed)))
    return found
