"""Places of which an account that names another one names the same too: it contradicts nobody."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from index.facts.claims_in_context import Told
from index.facts.value_relations import same_words
from index.model.claims import ClaimKind
from index.model.facts import DISAGREEING, Fact, FactVerdict

_ASIDE = DISAGREEING | {FactVerdict.TO_CHECK}


def named_beside(fact: Fact, told: Sequence[Sequence[Told]]) -> bool:
    """Whether of every two accounts that name two places one names the place of the other besides: « l'hôpital de
    Brévens », and « l'affaire rappelle celle de l'hôpital de Sablières » in an account of the first.
    """
    if fact.about is not ClaimKind.PLACE or fact.verdict not in _ASIDE:
        return False
    every = {
        own[0].article: {each.claim for each in own if _is_like(each, fact)} for own in told if own
    }
    for one, other in combinations(fact.accounts, 2):
        held = any(same_words(a, b) for a in one.claims for b in other.claims)
        if held:
            continue
        if not any(same_words(a, b) for a in every[one.article] for b in every[other.article]):
            return False
    return True


def _is_like(told: Told, fact: Fact) -> bool:
    return told.claim.kind is ClaimKind.PLACE and told.claim.of == fact.of
