"""What runs and what stands: a toll is told anew from hour to hour, the passengers of a car are not.

Of what runs two figures change, unless something says that both are as of one moment; only then do they contradict each
other. What stands has one figure, whenever it is told.
"""

from __future__ import annotations

from math import inf

from index.facts.claims_in_context import Told
from index.facts.groups import CURRENT, EPIDEMIC_NOUNS, TOLLS, WHILE_IT_LASTS
from index.facts.moments import hours_of, in_one_frame, is_so_far
from index.model.claims import ClaimKind


def may_run(one: Told, other: Told) -> bool:
    """Whether two counts have a fate that may change at all: what else is counted on two days is two things."""
    fates = {one.claim.of, other.claim.of} - {""}
    return bool(fates) or any(map(_goes_on, (one, other)))


def runs(one: Told, other: Told) -> bool:
    """Whether two counts are those of something that goes on as one counts it."""
    if one.claim.kind is not ClaimKind.COUNT:
        return False
    fates = {one.claim.of, other.claim.of} - {""}
    if not fates:
        return all(told.claim.unit in EPIDEMIC_NOUNS for told in (one, other))
    on_two_days = one.published != other.published
    return fates <= TOLLS or (
        fates <= WHILE_IT_LASTS and (on_two_days or _goes_on(one) or _goes_on(other))
    )


def of_one_moment(one: Told, other: Told, *, one_speaker: bool) -> bool:
    """Whether something says that two figures of what runs are as of one moment: one day, and beyond it one wording,
    one speaker or one hour.
    """
    if one.published != other.published or is_so_far(one) or is_so_far(other):
        return False
    least, most = sorted(told.claim.low or 0.0 for told in (one, other))
    if least >= _MANY and most <= least * _NEXT:
        return False  # « 41.936 morts », « 41.971 morts »: so many are counted all day long.
    shared = hours_of(one.statement) & hours_of(other.statement)
    return one_speaker or bool(shared) or in_one_frame(one.statement, other.statement)


_MANY, _NEXT = 1_000, 1.25
"""From where on a count is added up all day long, and how much more the next one has at the most."""


def has_grown(one: Told, other: Told) -> bool:
    """Whether the later of two tolls lies well above the bound of the earlier one: « au moins 208 morts », the next day
    « 221 morts ». « Plus de 107.000 » and « 107.852 » are one figure.
    """
    if one.claim.of not in TOLLS or other.claim.of != one.claim.of or not runs(one, other):
        return False
    if one.published is None or other.published is None or one.published == other.published:
        return False
    early, late = (one, other) if one.published < other.published else (other, one)
    bound, low, high = early.claim.low or 0.0, late.claim.low or 0.0, late.claim.high or 0.0
    return early.claim.high == inf and bound > 0 and low == high and low > _ROUNDED * bound


_ROUNDED = 1.03


def _goes_on(told: Told) -> bool:
    """Whether a count is told of what still goes on: « 300 pompiers interviennent toujours »."""
    return any(token.folded in CURRENT for token in told.statement.tokens)
