"""Whether a passage that shares much with a claim says it, or only speaks of the same people and things.

« Véran a démissionné » and « Véran a tenu sa conférence de presse » share what is rarest. So who says a claim says what
is told in it: its verb in one of its forms or in another word, and a third of all that it has no name for. Who tells it
otherwise mostly stands where news stands: in the title and the opening, and on the days when much is said of it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from index.compare.claim import ClaimPassage, ClaimRelation, counts_against, other_place
from index.compare.claim_burst import Burst, bursts
from index.compare.claim_counts import counted
from index.compare.claim_slots import slots_in
from index.compare.claim_stance import Stance
from index.compare.claim_words import AskedClaim, figures_in
from index.french.denial import denial
from index.model.article import Article, ArticleId

LEAST = 0.2
"""The least probability that a passage called to say a claim does so: of 158 claims told in other words .84 of them do, and
.80 of those that do are called so.
"""
ENTIRE = 0.95
"""The share of a claim with which a passage that tells what it does surely says it, whenever it appeared."""
# Logistic regression (L2): whether an article says a claim; on what is found for claims told in other words (halves a,
# c and d of benchmarks/reworded_claims.tsv), on what is left of them without the articles that say them, on forty
# claims that nobody makes, and on all of these within the days of one event; `python -m benchmarks.claim_weights` fits them anew.
_DATED = (-7.35, 0.39, 4.08, 0.61, 1.98, 0.42, 0.40, 4.03)
"""The start, and the weights of the shares of passage, article, title and opening, of whether it tells what the claim does,
of what was said before and of what is said within days."""
_UNDATED = (-7.98, 0.95, 4.98, 1.11, 2.58, 0.49)
"""The same without the days."""
_ASKED_FOR = re.compile(
    r"\b(?:a|ont|avait|avaient)[ \u00a0]été[ \u00a0](?:demand|réclam|exig|envisag|souhait|redout|propos)ée?s?\b",
    re.IGNORECASE,
)
"""« une rançon a été demandée »: nothing came of it yet."""
_TOLD_ENOUGH = 0.6
"""The share of a claim from which a passage counts for how all of them tell it."""
_NEAR_SHARE = 0.2
"""The share of what is no name from which a passage that does not say a claim speaks of the same."""
_SET_RIGHT = re.compile(
    r"\b(?:non[ \u00a0](?:pas[ \u00a0])?|au[ \u00a0]lieu[ \u00a0])(?:à|de|d['’]|en|pas|plus)?[ \u00a0]?$",
    re.IGNORECASE,
)
"""« à 95 km/h et non à 118 km/h »: the figure behind is the one that is not so."""
_REACH = 16


def judged(
    claim: AskedClaim, found: Iterable[ClaimPassage], articles: Mapping[ArticleId, Article]
) -> list[ClaimPassage]:
    """The same passages, each with whether it surely does what its relation says.

    What only speaks of the same people and things says nothing of the claim, nor denies it.
    """
    told = _told_otherwise(claim, [_refusing_it(claim, passage) for passage in found])
    saying = [passage for passage in told if passage.relation is ClaimRelation.SAYS]
    dated = [passage for passage in saying if articles[passage.article].published.earliest]
    lies = {
        passage.article: burst
        for passage, burst in zip(dated, bursts(dated, articles), strict=True)
    }
    return [replace(one, sure=_is_sure(claim, one, lies.get(one.article))) for one in told]


def _told_otherwise(claim: AskedClaim, found: Sequence[ClaimPassage]) -> list[ClaimPassage]:
    """The same passages, each with whether it tells what the claim says to have happened less surely than the claim does.

    Where all that tells it at all does so, who does not tell it does not say that it has happened.
    """
    hows = [
        one.stance
        for one in found
        if one.stance is not None and one.near_named and one.score >= _TOLD_ENOUGH
    ]
    none_done = not claim.negated and bool(hows) and min(hows) > claim.level
    return [
        replace(
            one,
            otherwise=none_done or _ASKED_FOR.search(one.text) is not None
            if one.stance is None
            else claim.level < one.stance < Stance.DENIED,
        )
        if one.relation is ClaimRelation.SAYS
        else one
        for one in found
    ]


def told_apart(found: Sequence[ClaimPassage]) -> tuple[ClaimPassage, ...]:
    """What says the claim, denies it or changes it before what only speaks of the same; nobody is the first to say what
    nobody says.
    """
    if all(passage.told is not ClaimRelation.SAYS for passage in found):
        found = [replace(passage, first=False) for passage in found]
    return tuple(sorted(found, key=lambda passage: not passage.sure))


def is_near(passage: ClaimPassage) -> bool:
    """Whether a passage is near enough to be shown: not if it only has a name or a usual word of the claim."""
    if passage.told is not ClaimRelation.SPEAKS or passage.first:
        return True
    return passage.named and (passage.stance is not None or passage.share >= _NEAR_SHARE)


def _refusing_it(claim: AskedClaim, passage: ClaimPassage) -> ClaimPassage:
    """A passage that refuses what the claim says, or sets it right, denies it."""
    says = passage.relation is ClaimRelation.SAYS and passage.tells and not claim.negated
    if says and (refuses(claim, passage.text) or sets_right(claim, passage.text)):
        return replace(passage, relation=ClaimRelation.DENIES)
    return passage


def _is_sure(claim: AskedClaim, passage: ClaimPassage, burst: Burst | None) -> bool:
    if (
        passage.relation is ClaimRelation.DIFFERS
        and claim.counted
        and _counts_others(claim, passage)
    ):
        return False
    if passage.relation is not ClaimRelation.SAYS:
        if not passage.near_named and not other_place(claim, passage.text):
            return False
        if passage.relation is ClaimRelation.DENIES and counts_against(claim, passage.text):
            return True
        return passage.tells or (passage.relation is ClaimRelation.DIFFERS and bool(claim.counted))
    if passage.otherwise:
        return False
    if passage.stance is None and claim.counts_predicate:
        return False
    if not (passage.whole and passage.named and passage.timed):
        return False
    if passage.only_names or (burst is None and not passage.tells):
        return False
    if passage.tells and passage.score >= ENTIRE:
        return True
    return sureness(passage, burst) >= LEAST


def _counts_others(claim: AskedClaim, passage: ClaimPassage) -> bool:
    """Whether a passage has figures of other things only: « 310 consultations » is no other value for « 55 ans »."""
    given = counted(passage.text)
    apart = not claim.counted.keys() & given.keys()
    return apart and not claim.slots.differ(slots_in(passage.text))


def sureness(passage: ClaimPassage, burst: Burst | None) -> float:
    """The probability that an article says a claim; `burst` is how it lies in time, None without a date."""
    start, *weights = _UNDATED if burst is None else _DATED
    odds = sum(weight * one for weight, one in zip(weights, signs(passage, burst), strict=True))
    return 1 / (1 + math.exp(-start - odds))


def signs(passage: ClaimPassage, burst: Burst | None) -> tuple[float, ...]:
    """The shares of passage, article, title and opening, whether it tells what the claim does, how it lies in time."""
    shares = (passage.score, passage.cover, passage.titled, passage.opening, float(passage.tells))
    return shares if burst is None else (*shares, burst.before, burst.near)


def refuses(claim: AskedClaim, text: str) -> bool:
    """Whether somebody refuses to do what the claim says: « a refusé de signer »."""
    return any(
        token.exact.endswith(("er", "ir", "re"))
        and _refusing().search(text, max(0, token.start - 3 * _REACH), token.start) is not None
        for token in claim.verbs_in(text)
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
