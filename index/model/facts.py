"""What the accounts of an event say of one thing, and how that stands to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.model.article import ArticleId
from index.model.claims import Claim, ClaimKind


class FactVerdict(StrEnum):
    """How the claims of a fact stand to each other, gravest first."""

    CONFLICT = "conflict"
    """Plain claims, or those of one speaker, give values that exclude each other."""
    DENIED = "denied"
    """One asserts what another reports as denied."""
    DISPUTED = "disputed"
    """Two named speakers give values that exclude each other."""
    UPDATE = "update"
    """A later account changes what an earlier one gave."""
    HEDGED = "hedged"
    """One gives plainly what another gives in the conditional or by an unnamed source."""
    NARROWER = "narrower"
    """One is more precise than the other."""
    NOT_COMPARABLE = "not-comparable"
    AGREE = "agree"
    ONLY = "only"


DISAGREEING = frozenset(
    (FactVerdict.CONFLICT, FactVerdict.DENIED, FactVerdict.DISPUTED, FactVerdict.UPDATE)
)
"""Those that say that the sources contradict each other, or did."""


def contradicts(fact: Fact) -> bool:
    """Whether a fact counts as a contradiction: unless the reader said that it is none."""
    return fact.verdict in DISAGREEING and fact.accepted is not False


@dataclass(frozen=True, slots=True)
class Account:
    """What one article of an event gives for a fact."""

    article: ArticleId
    claims: tuple[Claim, ...]
    """In the order of the article; the first is the one that stands for it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """The claims of several accounts about one thing."""

    id: str
    """Made of what it is about, so that it stays the same after a rebuild."""
    about: ClaimKind
    of: str
    """The class of what it is about (`wounded`); empty where none is known."""
    label: str
    """The same as a reader would say it, in the language of the corpus (« blessés »)."""
    verdict: FactVerdict
    stake: float
    """How much hangs on it, 0 to 1."""
    accounts: tuple[Account, ...]
    """In the order of the articles asked; an article that says nothing of it is left out."""
    unit: str | None = None
    why: str = ""
    """A short English reason where the verdict does not say it; the interface translates it."""
    accepted: bool | None = None
    """What the reader said of it."""
