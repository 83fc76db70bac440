"""The stake of a fact: from its subject, its verdict and the number of its accounts."""

from __future__ import annotations

from index.model.facts import FactVerdict

_GRAVITY = {
    FactVerdict.CONFLICT: 1.0, FactVerdict.DENIED: 1.0, FactVerdict.DISPUTED: 0.95,
    FactVerdict.UPDATE: 0.9, FactVerdict.HEDGED: 0.7, FactVerdict.NARROWER: 0.45,
    FactVerdict.TO_CHECK: 0.4, FactVerdict.OTHERWISE: 0.4,
    FactVerdict.NOT_COMPARABLE: 0.2, FactVerdict.AGREE: 0.3, FactVerdict.ONLY: 0.2,
}  # fmt: skip


def stake(weight: float, verdict: FactVerdict, *, told: int, accounts: int) -> float:
    """The stake of a fact; `weight` belongs to its subject, and `told` of `accounts` accounts give
    it.
    """
    return weight * _GRAVITY[verdict] * (0.8 + 0.2 * told / accounts)
