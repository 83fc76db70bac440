"""What looks like a difference and is none: a place named beside another one, figures that cannot be of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from index.facts.barring import barred
from index.facts.claim_signals import middle
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


def of_other_things(fact: Fact, told: Sequence[Sequence[Told]]) -> bool:
    """Whether the figures of a row are read as claims too, of which no two may be about one thing: the inhabitants of a
    town beside those of them who were evacuated.
    """
    narrower = fact.verdict is FactVerdict.NARROWER
    if fact.about is not ClaimKind.COUNT or not (narrower or fact.verdict in _ASIDE):
        return False
    by_article = {own[0].article: own for own in told if own}
    read = [
        [
            each
            for each in by_article.get(account.article, ())
            if any(each.given.part is c.part and each.given.span.overlaps(c.span) for c in account.claims)
            and (each.claim.kind in _COUNTED if not narrower else each.claim.kind is ClaimKind.COUNT)
        ]
        for account in fact.accounts
    ]  # fmt: skip
    return all(read) and all(
        barred(a, b) and (not narrower or _is_far(a, b))
        for one, other in combinations(read, 2)
        for a in one
        for b in other
    )


def _is_far(one: Told, other: Told) -> bool:
    """Whether one figure is no more exact form of the other: « plus de 4.700 cas », « 20.482 cas »."""
    least, most = sorted((middle(one.claim), middle(other.claim)))
    return most > max(_FAR * least, _FEW)


_FAR, _FEW = 1.2, 50
"""How much larger it must be, and the figures below which « au moins trois » and « cinq » are one."""
_COUNTED = frozenset((ClaimKind.COUNT, ClaimKind.MONEY, ClaimKind.MEASURE, ClaimKind.DURATION))
