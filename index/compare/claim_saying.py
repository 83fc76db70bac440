"""Whether a passage that shares much with a claim says it, or only speaks of the same people and things.

« Véran a démissionné » and « Véran a tenu sa conférence de presse » share what is rarest. So who says a claim says what
is told in it: its verb in one of its forms or in another word, and a third of all that it has no name for.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from index.compare.claim import ClaimPassage, ClaimRelation
from index.compare.claim_words import AskedClaim, figures_in
from index.french.denial import denial
from index.french.families import families, representative
from index.text.tokens import Token, tokenize

LEAST = 0.2
"""The least probability that a passage called to say a claim does so: of 158 claims told in other words .77 of them do, and
.55 of those that do are called so.
"""
ENTIRE = 0.75
"""The share of a claim with which a passage surely says it, whatever else its article tells."""
_TOLD = 0.34
"""The least share of what is told that who says a claim must tell, and who denies it or gives another value."""
# Logistic regression (L2): whether an article says a claim; on what is found for claims told in other words (halves a
# and c of benchmarks/reworded_claims.tsv), and on what is left of them without the articles that say them.
_START = -6.47
_SAYS = (0.38, 5.32, 3.55)
"""Of the shares of passage, article and title."""
_SET_RIGHT = re.compile(
    r"\b(?:non[ \u00a0](?:pas[ \u00a0])?|au[ \u00a0]lieu[ \u00a0])(?:à|de|d['’]|en|pas|plus)?[ \u00a0]?$",
    re.IGNORECASE,
)
"""« à 95 km/h et non à 118 km/h »: the figure behind is the one that is not so."""
_REACH = 16
_OPEN = (
    r"(?:(?:menac|demand|appel|envisag|souhait|esp[eé]r|promet|promis|pr[ée]v|tent|risqu|propos|r[ée]clam|exig|veu|voul|doi|dev|peu|pouv|pourr"
    r"|refus|renonc|pr[êe]t|candidat|favorable|oppos|afin|pour|avant|sans|envie|projet|hypoth|possib)\w*|si)"
)
_NOT_YET = re.compile(
    rf"\b{_OPEN}[ \u00a0](?:[^\W\d_]+[ \u00a0]){{0,2}}?(?:(?:de|à|d['’]|l['’]|se|s['’]|la|les?|ne[ \u00a0]pas)[ \u00a0]?)*$",
    re.IGNORECASE,
)
"""« menace de démissionner », « a refusé de signer »: the verb behind is not what happened."""


def told_apart(claim: AskedClaim, found: Sequence[ClaimPassage]) -> tuple[ClaimPassage, ...]:
    """What says a claim, denies it or changes it before what only speaks of the same; nobody is the first to say what
    nobody says.
    """
    told = [settled(claim, passage) for passage in found]
    if all(passage.told is not ClaimRelation.SAYS for passage in told):
        told = [replace(passage, first=False) for passage in told]
    return tuple(sorted(told, key=lambda passage: not passage.sure))


def settled(claim: AskedClaim, passage: ClaimPassage) -> ClaimPassage:
    """A passage that only speaks of the same people and things says nothing of the claim, nor denies it."""
    text, relation = passage.text, passage.relation
    says = relation is ClaimRelation.SAYS
    tell = tells(claim, text, claim.held_by(text, any_way=True))
    if tell and says and not claim.negated:
        if refuses(claim, text) or sets_right(claim, text):
            return replace(passage, relation=ClaimRelation.DENIES)
        tell = not only_ahead(claim, text)
    tell = tell or (relation is ClaimRelation.DIFFERS and bool(claim.counted))
    sure = passage.score >= ENTIRE or sureness(passage) >= LEAST
    return replace(passage, sure=tell and (sure or not says))


def sureness(passage: ClaimPassage) -> float:
    """The probability that an article says a claim, by the shares that its best passage, all of it and its title have."""
    shares = (passage.score, passage.cover, passage.titled)
    odds = sum(weight * one for weight, one in zip(_SAYS, shares, strict=True))
    return 1 / (1 + math.exp(-_START - odds))


def tells(claim: AskedClaim, text: str, held: Mapping[str, float]) -> bool:
    """Whether a sentence tells what a claim does: its verb, and enough of all that is no name; `held` is what it has."""
    told = {one: weight for one, weight in claim.weights.items() if one in claim.told}
    share = sum(weight * held.get(one, 0.0) for one, weight in told.items())
    if told and share < _TOLD * sum(told.values()):
        return False
    return (
        not claim.verbs or any(one in held for one in claim.verbs) or bool(_verbs_in(claim, text))
    )


def only_ahead(claim: AskedClaim, text: str) -> bool:
    """Whether a sentence has the claim's verb only as what might be, or was refused: « menace de démissionner »."""
    places = _verbs_in(claim, text)
    return bool(places) and all(
        token.exact.endswith(("er", "ir", "re"))
        and _NOT_YET.search(text, max(0, token.start - 4 * _REACH), token.start) is not None
        for token in places
    )


def _verbs_in(claim: AskedClaim, text: str) -> list[Token]:
    """The words of a sentence that may be forms of the claim's verbs: « ferme » is one of « fermer » too."""
    return [
        token
        for token in tokenize(text)
        if representative(token.exact) in claim.verbs
        or (
            (family := families().of(token.exact)) is not None
            and not claim.verbs.isdisjoint(map(representative, family.others))
        )
    ]


def refuses(claim: AskedClaim, text: str) -> bool:
    """Whether somebody refuses to do what the claim says: « a refusé de signer »."""
    return any(
        token.exact.endswith(("er", "ir", "re"))
        and _refusing().search(text, max(0, token.start - 3 * _REACH), token.start) is not None
        for token in _verbs_in(claim, text)
    )


def sets_right(claim: AskedClaim, text: str) -> bool:
    """Whether a sentence says that a figure of the claim is not the one: « 95 km/h et non 118 »."""
    return any(
        _SET_RIGHT.search(text, max(0, match.start() - _REACH), match.start()) is not None
        and bool(figures_in(match.group()) & claim.figures)
        for match in re.finditer(r"\d[\d\s.,\u00a0\u202f]*\d|\d", text)
    )


@cache
def _refusing() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{denial().refusing})[ \u00a0](?:[^\W\d_]+[ \u00a0])?(?:de[ \u00a0]|d['’]|à[ \u00a0])(?:l[ae]s?[ \u00a0]|l['’])?$",
        re.IGNORECASE,
    )
