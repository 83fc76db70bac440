"""Figures of an offer that was not chosen: what it would have paid or kept is no figure of the one that was."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
from index.claims.counts import KEPT
from index.facts.claims_in_context import Told

_OFFERS = frozenset("offre offres proposition propositions candidature candidatures".split())
_BIDDERS = frozenset("projet plan candidat candidate repreneur fonds groupe consortium".split())
_LOST = frozenset(
    "rejete rejetee rejetees ecarte ecartee ecartees refusee recalee retoquee perdante perdant evince evincee declinee repoussee".split()
)
_RIVAL = frozenset(
    "concurrent concurrente concurrents concurrentes rival rivale rivaux rivales adverse".split()
)


def of_a_lost_offer(told: Told) -> bool:
    """Whether a sentence tells of the offer that lost: « l'offre concurrente, qui proposait 5 millions, a été rejetée »."""
    words = {token.folded for token in told.statement.tokens}
    if words & _OFFERS or (told.claim.of == KEPT and words & _BIDDERS):
        return bool(words & (_LOST | _RIVAL))
    return bool(words & _BIDDERS and words & _RIVAL)
