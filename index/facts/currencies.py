"""Sums of one thing that accounts give in two currencies: a ransom of two million euros, of three and a half million
dollars.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from index.facts.claims_in_context import Told
from index.facts.gathered_claims import LEAST_TO_CHECK, Group
from index.model.claims import ClaimKind

_CONVERTED = 0.7, 1.4
"""The bounds of what one large currency is worth in another: within them a sum may be the other, converted."""


def two_currencies(accounts: Sequence[Sequence[Told]]) -> Iterator[Group]:
    """Pairs of sums of one class, to be checked: neither account gives both currencies, and none is the other, converted."""
    by_class: dict[str, list[Told]] = defaultdict(list)
    for own in accounts:
        for told in own:
            if told.claim.kind is ClaimKind.MONEY and told.claim.of and told.claim.low:
                by_class[told.claim.of].append(told)
    for told_of_it in by_class.values():
        units = {told.side: set[str | None]() for told in told_of_it}
        for told in told_of_it:
            units[told.side].add(told.claim.unit)
        for one, other in combinations(told_of_it, 2):
            mixed = len(units[one.side]) > 1 or len(units[other.side]) > 1
            if one.side == other.side or mixed or units[one.side] == units[other.side]:
                continue
            low, high = one.claim.low or 0.0, other.claim.low or 0.0
            if not _CONVERTED[0] <= low / high <= _CONVERTED[1]:
                yield Group([one, other], {(0, 1): LEAST_TO_CHECK})
                break
