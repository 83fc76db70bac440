"""What was done on one day and is told afterwards: its count does not grow any more."""

from __future__ import annotations

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
