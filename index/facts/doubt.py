"""Whether one account doubts what another states plainly."""

from __future__ import annotations

from index.facts.claims_in_context import Told
from index.model.claims import ClaimKind, ClaimManner

UNSURE = frozenset((ClaimManner.CONDITIONAL, ClaimManner.ANONYMOUS))
_PLAIN_KINDS = frozenset(
    (ClaimKind.DATE, ClaimKind.TIME, ClaimKind.PLACE, ClaimKind.STANCE, ClaimKind.ROLE)
)
"""Kinds that an unnamed source makes no less sure: when, where and who."""
_SOURCES = frozenset(
    ["selon", "apres", "source", "sources", "aurait", "auraient", "serait", "seraient", "pourrait", "pourraient", "presume", "presumee", "presumes", "soupconne", "soupconnee", "soupconnes", "suspecte", "suspectee", "suspectes", "eventuel", "eventuelle", "peut-etre", "anonymat", "indique", "indiquent", "rapporte", "rapportent", "revele", "revelent", "affirme", "affirment"]
)  # fmt: skip
"""Folded words of a sentence that has what it tells from somebody, or leaves it open."""
_ONE_SENTENCE = 0.75
"""The share of words from which on two sentences are one that was copied."""


def one_doubts(one: Told, other: Told) -> bool:
    """Whether one gives in the conditional, or by an unnamed source, what the other one states plainly.

    Two accounts of one source, each in its own words, do not: « selon une source policière », « a-t-on appris auprès
    du parquet ».
    """
    unsure = [told for told in (one, other) if told.claim.manner in UNSURE]
    if len(unsure) != 1:
        return False
    doubting, plain = (one, other) if unsure[0] is one else (other, one)
    if doubting.claim.manner is ClaimManner.CONDITIONAL:
        return _CONDITIONAL.isdisjoint(token.folded for token in plain.statement.tokens)
    if doubting.claim.kind in _PLAIN_KINDS or plain.speaker or _is_copied(one, other):
        return False
    return _SOURCES.isdisjoint(token.folded for token in plain.statement.tokens)


_CONDITIONAL = frozenset("aurait auraient serait seraient pourrait pourraient".split())  # noqa: SIM905


def _is_copied(one: Told, other: Told) -> bool:
    """Whether the two sentences are one, with small changes."""
    ours, theirs = one.statement.telling, other.statement.telling
    return len(ours & theirs) >= _ONE_SENTENCE * len(ours | theirs) if ours and theirs else False
