"""What an article claims: one value of one thing, at its place, said by somebody in some manner."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from index.model.text import Span


class ClaimKind(StrEnum):
    """What sort of value a claim gives."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    MEASURE = "measure"
    AGE = "age"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"
    PLACE = "place"
    NAME = "name"
    ROLE = "role"
    STATUS = "status"
    CAUSE = "cause"
    CLASSIFICATION = "classification"
    DECISION = "decision"
    STANCE = "stance"


class Part(StrEnum):
    """Which text of an article a span lies in."""

    TEXT = "text"
    DESCRIPTION = "description"
    """The lead that stands apart from the text."""


class ClaimManner(StrEnum):
    """How an article stands behind a claim."""

    PLAIN = "plain"
    ATTRIBUTED = "attributed"
    ANONYMOUS = "anonymous"
    CONDITIONAL = "conditional"
    """In the conditional of the press (« aurait »)."""
    ANNOUNCED = "announced"
    """Lies ahead (« devrait », « est prévu »)."""
    DENIED = "denied"
    ASKED = "asked"


class Claim(NamedTuple):
    """One value that an article gives. Spans are over the text that `part` names."""

    kind: ClaimKind
    of: str
    """The class of what the value belongs to (`wounded`, `custody`); empty where no class is known."""
    start: int
    end: int
    value: str
    """In one form for all articles: `2`, `2023-11`, `23:10`, `freed`."""
    sentence: Span
    """The sentence that says it."""
    low: float | None = None
    """The least that the words allow: a number, minutes of the day, or a day counted from year 1."""
    high: float | None = None
    unit: str | None = None
    about: tuple[str, ...] = ()
    """The classes of who or what it is said of, and of what happens in its clause."""
    manner: ClaimManner = ClaimManner.PLAIN
    speaker: Span | None = None
    """Where the one who says it is named."""
    part: Part = Part.TEXT
    was: bool = False
    """An earlier state that the article itself replaces (« est passé de deux à quatre »)."""
    now: bool = False
    """Said to be new (« le bilan s'alourdit », « désormais »)."""
    partial: bool = False
    """A part of a whole told beside it (« dont deux graves »)."""
    resolved: bool = False
    """Whether the words point back to what was said before (« trois d'entre eux »)."""
    thing: str = ""
    """The noun counted or named, as the reader would look for it (« blessés »)."""
    text: str = ""
    """Its words; this and what follows is filled in where accounts are held together."""
    speaker_text: str = ""
    said_by: str | None = None
    """The entity that says it."""
    as_of: str | None = None
    """The day on which it was published."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
