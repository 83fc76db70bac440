"""Of which place an epidemic's count is told, where an account counts by place: « le Brésil compte 41.828 morts, le
Royaume-Uni 41.662 ».

A count without a place in such an account is of no place that we know, so it is held against none that has one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.compare.statements import Statement
from index.facts.claims_in_context import WORLD, Told
from index.facts.groups import EPIDEMIC_FATES
from index.model.article import EntityId, Kind
from index.model.claims import ClaimKind

_FATES = EPIDEMIC_FATES | {"dead"}
_BESIDE = re.compile(r"\b(?:derrière|après|devant|contre|comme|que)\b[^,;()]{0,12}$", re.IGNORECASE)
"""Before a place that another one is only compared with."""
_BACK = re.compile(
    r"(?:[^.]{0,20}\b)?(?:le pays|y|il|elle|ce pays|cet état|cette région)\b", re.IGNORECASE
)
"""At the beginning of a sentence that goes on with the place of the one before."""


def with_places(found: Sequence[Told], statements: Sequence[Statement], text: str) -> list[Told]:
    """The claims of an account, its tolls with their places and with whether it counts by place."""
    at_of = {id(statement): at for at, statement in enumerate(statements)}
    placed: dict[int, EntityId | None] = {
        number: told.place or _place(statements, at_of[id(told.statement)], told, text)
        for number, told in enumerate(found)
        if told.claim.kind is ClaimKind.COUNT and told.claim.of in _FATES
    }
    by_place = len({place for place in placed.values() if place not in (None, WORLD)}) > 1
    return [
        replace(told, place=placed[number], by_place=by_place) if number in placed else told
        for number, told in enumerate(found)
    ]


def of_no_place(one: Told, other: Told) -> bool:
    """Whether a count of unknown place, in an account that counts by place, stands beside one of a known place."""
    return any(
        mine.by_place and mine.place is None and theirs.place not in (None, WORLD)
        for mine, theirs in ((one, other), (other, one))
    )


def _place(statements: Sequence[Statement], at: int, told: Told, text: str) -> EntityId | None:
    """The last place before a count in its sentence that is not one compared with; that of the sentence before, where
    this one goes on with it.
    """
    statement = statements[at]
    for mention in reversed(statement.mentions):
        if mention.kind is not Kind.PLACE or mention.end > told.claim.start:
            continue
        beside = _BESIDE.search(text, max(0, mention.start - 30), mention.start) is not None
        bracket = text[mention.end : told.claim.start].lstrip().startswith("(")
        if not beside or bracket:
            return mention.entity
    if at and _BACK.match(text, statement.span.start, statement.span.end):
        before = statements[at - 1]
        return next((m.entity for m in before.mentions if m.kind is Kind.PLACE), None)
    return None
