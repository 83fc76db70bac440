"""Whether one account doubts what another states plainly."""

from __future__ import annotations

from index.compare.statements import Statement
from index.facts.claims_in_context import Told
from index.facts.groups import SOURCED
from index.french.function_words import DETERMINERS, MODALITY
from index.model.claims import ClaimKind, ClaimManner

UNSURE = frozenset((ClaimManner.CONDITIONAL, ClaimManner.ANONYMOUS))
_DOUBTED = frozenset((ClaimKind.STATUS, ClaimKind.CAUSE))
"""Kinds of which a doubt is worth telling where both tell the same: not how many, when, where,
in which office and by which term."""
_GIVEN = frozenset((ClaimKind.MONEY,))
"""Those of which it is where the conditional is that of giving or paying: « accorderait 6 millions »."""
_STATED = frozenset((ClaimManner.PLAIN, ClaimManner.ATTRIBUTED))
_ONE_SENTENCE = 0.75
"""The share of words from which on two sentences are one that was copied."""


def one_doubts(one: Told, other: Told) -> bool:
    """Whether one gives in the conditional, or by an unnamed source, what the other one states plainly.

    Two accounts of one source, each in its own words, do not: « selon une source policière », « a-t-on appris auprès
    du parquet ».
    """
    unsure = [told for told in (one, other) if told.claim.manner in UNSURE]
    if len(unsure) != 1 or one.claim.kind not in _DOUBTED | _GIVEN:
        return False
    doubting, plain = (one, other) if unsure[0] is one else (other, one)
    if one.claim.kind in _GIVEN and doubting.claim.manner is not ClaimManner.CONDITIONAL:
        return False
    if plain.claim.manner not in _STATED or has_a_source(plain.statement):
        return False
    if plain.claim.of == "colour" or (plain.claim.kind is ClaimKind.STATUS and _is_named(plain)):
        return False
    if doubting.claim.manner is ClaimManner.CONDITIONAL:
        return True
    # Somebody must be told to have said so: « a-t-on appris » beside a death that everybody knows doubts nothing.
    return bool(doubting.speaker) and not plain.speaker and not _is_copied(one, other)


def _is_named(told: Told) -> bool:
    """Whether an outcome is only named, as something that is known: « sa mise en examen », « la mort »."""
    before = [token.exact for token in told.statement.tokens if token.end <= told.claim.start]
    return bool(before) and before[-1] in DETERMINERS


def has_a_source(statement: Statement) -> bool:
    """Whether a sentence has what it tells from somebody, or leaves it open."""
    words = {token.exact for token in statement.tokens}
    return bool(words & (MODALITY | SOURCED))


def _is_copied(one: Told, other: Told) -> bool:
    """Whether the two sentences are one, with small changes."""
    ours, theirs = one.statement.telling, other.statement.telling
    return len(ours & theirs) >= _ONE_SENTENCE * len(ours | theirs) if ours and theirs else False
