"""What does not change from one account to the next, and what does: counts of a day that is over, intentions, estimates."""

from __future__ import annotations

import re

from index.facts.claims_in_context import Told
from index.facts.groups import CURRENT, DONE_ONCE
from index.model.claims import ClaimKind


def of_one_past_day(one: Told, other: Told) -> bool:
    """Whether two counts are of what was done on one day, which both accounts name after it: « quatorze patients ont été
    transférés dimanche », told on Monday and on Tuesday. How many died of a storm of Sunday may still grow.
    """
    if one.claim.kind is not ClaimKind.COUNT or one.claim.of != other.claim.of:
        return False
    if one.claim.of not in DONE_ONCE or one.claim.now or other.claim.now:
        return False
    days = [{(day.first, day.last) for day in told.statement.days} for told in (one, other)]
    if len(days[0]) != 1 or days[0] != days[1]:
        return False
    ((first, last),) = days[0]
    return first == last and all(
        told.published is not None
        and told.published > last
        and not any(token.folded in CURRENT for token in told.statement.tokens)
        for told in (one, other)
    )


def by_one_spokesman(one: Told, other: Told) -> bool:
    """Whether one person tells two accounts of the same days what somebody means to do: « il va faire appel », « il ne fera
    pas appel ». What a ministry or a club says may change.
    """
    said = [told.given.said_by or "" for told in (one, other)]
    if said[0] != said[1] or not said[0].startswith("person:"):
        return False
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) <= _AT_ONCE


_AT_ONCE = 2
"""The days in which somebody who changed his mind would say so."""


def is_revised(one: Told, other: Told) -> bool:
    """Whether the later of two sums is told as a new one: « coûtera finalement 4 millions », « la prime passe à
    15.000 euros ».
    """
    if one.claim.kind is not ClaimKind.MONEY:
        return False
    moved = [_has_moved(told) for told in (one, other)]
    if moved[0] != moved[1]:
        new, old = (one, other) if moved[0] else (other, one)
        return not new.published or not old.published or old.published <= new.published
    if not one.published or not other.published:
        return False
    if one.published == other.published:
        return False
    later = one if one.published > other.published else other
    return any(token.folded in _ANEW for token in later.statement.tokens)


_ANEW = frozenset(
    [
        "finalement",
        "desormais",
        "reevalue",
        "reevaluee",
        "reevalues",
        "revu",
        "revue",
        "revise",
        "revisee",
        "alourdi",
        "alourdie",
        "grimpe",
    ]
)


def _has_moved(told: Told) -> bool:
    """Whether a sum is what an earlier one was changed to: « portée à 60 000 euros »."""
    before = [token for token in told.statement.tokens if token.end <= told.claim.start]
    words = " ".join(token.folded for token in before[-_RIGHT_BEFORE:])
    return _MOVED.search(words) is not None


_RIGHT_BEFORE = 6
_MOVED = re.compile(
    r"\b(?:pass(?:e|ent|era|eront|ee?s?|ait)|port(?:e|ent|era|eront|ee?s?|ait)|rel(?:eve|event|eves?|evee?s?)|ramen(?:e|es|ee|ees)|abaiss(?:e|es|ee|ees)|redui(?:t|te|ts|tes)|mont(?:e|ent|era|ee?s?)"
    r"|grimp(?:e|ent|era|ee?s?)|augment(?:e|es|ee|ees)|revalorisee?s?|tomb(?:e|ent|era|ee?s?)|descen(?:d|dent|du|due))(?: (?:desormais|donc|ainsi|meme|alors|finalement|de [0-9][^ ]* (?:[a-z]+ )?))* ?(?:a|au)(?: (?:environ|quelque|pres de|plus de))?$"
)
