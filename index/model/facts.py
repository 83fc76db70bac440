"""The claims of an event's accounts about one thing, and the verdict on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.model.article import ArticleId
from index.model.claims import Claim, ClaimKind


class FactVerdict(StrEnum):
    """The verdict on the claims of a fact, gravest first."""

    CONFLICT = "conflict"
    """Plain claims, or those of one speaker, give values that exclude each other."""
    DENIED = "denied"
    """One account asserts what another one denies."""
    DISPUTED = "disputed"
    """Two named speakers give values that exclude each other."""
    UPDATE = "update"
    """A later account changes what an earlier one gave."""
    HEDGED = "hedged"
    """One account states plainly what another gives in the conditional or by an unnamed source."""
    NARROWER = "narrower"
    """One is more precise than the other."""
    TO_CHECK = "to-check"
    """The values exclude each other, if they are about one thing, which is not sure: to be read."""
    OTHERWISE = "otherwise"
    """Two accounts tell of one part of the event in other words; whether they differ is not known."""
    NOT_COMPARABLE = "not-comparable"
    AGREE = "agree"
    ONLY = "only"


DISAGREEING = frozenset(
    (FactVerdict.CONFLICT, FactVerdict.DENIED, FactVerdict.DISPUTED, FactVerdict.UPDATE)
)
"""Verdicts that say that the sources differ: they contradict each other, or one tells a later state."""


def contradicts(fact: Fact) -> bool:
    """Whether a fact counts as a contradiction, unless the reader decided otherwise.

    What a later account changes contradicts nobody; what is to be checked or told otherwise does once
    the reader has accepted it.
    """
    if fact.verdict in (FactVerdict.TO_CHECK, FactVerdict.OTHERWISE):
        return fact.accepted is True
    return fact.verdict in DISAGREEING - {FactVerdict.UPDATE} and fact.accepted is not False


def updates(fact: Fact) -> bool:
    """Whether a fact counts as changed by a later account, unless the reader decided otherwise."""
    return fact.verdict is FactVerdict.UPDATE and fact.accepted is not False


@dataclass(frozen=True, slots=True)
class Account:
    """The claims of one article for a fact."""

    article: ArticleId
    claims: tuple[Claim, ...]
    """The claims in the order of the article; the first represents the account."""


@dataclass(frozen=True, slots=True)
class Fact:
    """The claims of several accounts about one thing."""

    id: str
    """An id made of its subject, so that it stays the same after a rebuild."""
    about: ClaimKind
    of: str
    """The class of its subject (`wounded`); empty if none is known."""
    label: str
    """The subject as a reader would say it, in the language of the corpus (« blessés »)."""
    verdict: FactVerdict
    stake: float
    """The importance of the fact, 0 to 1."""
    accounts: tuple[Account, ...]
    """The accounts in the order of the articles asked; an article that says nothing of it is left
    out.
    """
    unit: str | None = None
    why: str = ""
    """A short English reason if the verdict alone does not say it; the interface translates it."""
    accepted: bool | None = None
    """The reader's decision on it."""
    seldom: bool = False
    """Whether it is to be checked, but of a kind that is seldom worth it."""
