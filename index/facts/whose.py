"""Whose a value is, where all accounts of a line give it of one person: an age, a penalty, what became of somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.facts.claims_in_context import Told
from index.facts.groups import PERSONAL
from index.model.article import EntityId
from index.model.claims import ClaimKind


def whose_values(group: Sequence[Told]) -> EntityId | None:
    """The person of at least two accounts whom no other one rivals; None for other values, or where it is not told."""
    owners = [(told.side, owner) for told in group if (owner := _whose(told)) is not None]
    if len({side for side, _ in owners}) < 2:
        return None
    first = max(owners, key=lambda each: len(each[1]))[1]
    words = _words(first)
    return first if all(_words(owner) & words for _, owner in owners) else None


def _whose(told: Told) -> EntityId | None:
    claim = told.claim
    if told.struck is not None:
        return None if told.struck.is_body else told.struck.entity
    personal = claim.kind is ClaimKind.STATUS and claim.of in PERSONAL
    return told.owner if personal or claim.kind is ClaimKind.AGE else None


def _words(entity: EntityId) -> set[str]:
    return set(re.split(r"[:-]", entity)[1:])
