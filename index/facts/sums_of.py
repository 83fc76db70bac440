"""What a sum, a length of time or a count is that of: a ransom is no budget, an inquiry of five years no ban of five."""

from __future__ import annotations

import re

from index.facts.claims_in_context import Told
from index.facts.groups import KIN_SUMS

_BEFORE, _BEHIND = 40, 24
"""The characters before and behind a figure in which « d'ordinaire » is said of it; « par an » stands behind it."""
_USUAL = re.compile(r"\b(?:d ordinaire|d habitude|habituellement|en temps normal|en moyenne)\b")
_EACH = re.compile(
    r"^(?:[a-z]+ ){0,2}?(?:par (?:jour|semaine|mois|an|nuit|heure)|chaque (?:jour|semaine|mois|annee|nuit)|l an(?! (?:dernier|passe|prochain))|annuel(?:le|s|les)?|mensuel(?:le|s|les)?|quotidien(?:ne|s|nes)?)\b"
)


def other_sums(one: Told, other: Told) -> bool:
    """Whether two sums are those of two things, or of no known one and only one of them is so much a year."""
    ours, theirs = one.claim.of, other.claim.of
    if ours and ours == theirs:
        return False  # « a perdu 6 millions l'an dernier », « perdait 4 millions par an »
    apart = bool(ours and theirs) and frozenset((ours, theirs)) not in KIN_SUMS
    return apart or is_usual(one) != is_usual(other)


def is_usual(told: Told) -> bool:
    """Whether a figure is what is so as a rule, not what was counted once: « accueillent d'ordinaire 120 personnes
    par jour », « un budget annuel ».
    """
    claim, tokens = told.claim, told.statement.tokens
    behind = " ".join(t.folded for t in tokens if claim.end <= t.start <= claim.end + _BEHIND)
    if _EACH.match(behind):
        return True
    low = claim.start - _BEFORE
    around = " ".join(t.folded for t in tokens if low <= t.start <= claim.end + _BEHIND)
    return _USUAL.search(around) is not None


def other_lengths(one: Told, other: Told) -> bool:
    """Whether two lengths of time are those of two things by the nouns behind them: « cinq ans d'enquête » beside
    « dix ans d'inéligibilité ». Two of one class are of one kind of thing.
    """
    if one.claim.of and one.claim.of == other.claim.of:
        return False
    nouns = [_complement(told) for told in (one, other)]
    if all(nouns):
        return nouns[0] != nouns[1]
    if not any(nouns):
        return False
    of_it, bare = (one, other) if nouns[0] else (other, one)
    return bool(bare.claim.of) and not of_it.claim.of and max(nouns) not in bare.statement.stems


def _complement(told: Told) -> str:
    """The stem of the noun right behind a length of time: « cinq ans d'enquête »."""
    pairs = zip(told.statement.tokens, told.statement.stems, strict=True)
    behind = [(token, stem) for token, stem in pairs if token.start >= told.claim.end][:2]
    if len(behind) < 2 or behind[0][0].folded not in ("d", "de"):
        return ""
    return behind[1][1]
