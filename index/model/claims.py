"""The claims of an article: one value for one thing, with its place, its speaker and its manner."""

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
    """The text of an article in which a span lies."""

    TEXT = "text"
    DESCRIPTION = "description"
    """The lead that stands apart from the text."""


class ClaimManner(StrEnum):
    """How an article asserts a claim."""

    PLAIN = "plain"
    ATTRIBUTED = "attributed"
    ANONYMOUS = "anonymous"
    CONDITIONAL = "conditional"
    """In the conditional of the press (« aurait »)."""
    ANNOUNCED = "announced"
    """It lies in the future (« devrait », « est prévu »)."""
    DENIED = "denied"
    ASKED = "asked"


class Claim(NamedTuple):
    """One value that an article gives. Spans are over the text named by `part`."""

    kind: ClaimKind
    of: str
    """The class of the thing with this value (`wounded`, `custody`); empty if none is known."""
    start: int
    end: int
    value: str
    """The value in one form for all articles: `2`, `2023-11`, `23:10`, `freed`."""
    sentence: Span
    """The sentence that says it."""
    low: float | None = None
    """The least that the words allow: a number, minutes of the day, or a day counted from year 1."""
    high: float | None = None
    unit: str | None = None
    about: tuple[str, ...] = ()
    """The classes of its people or things, and of the events in its clause."""
    manner: ClaimManner = ClaimManner.PLAIN
    speaker: Span | None = None
    """The place where its speaker is named."""
    part: Part = Part.TEXT
    was: bool = False
    """An earlier state that the article itself replaces (« est passé de deux à quatre »)."""
    now: bool = False
    """Whether it is said to be new (« le bilan s'alourdit », « désormais »)."""
    partial: bool = False
    """Whether it is a part of a whole given beside it (« dont deux graves »)."""
    resolved: bool = False
    """Whether the words refer back to an earlier sentence (« trois d'entre eux »)."""
    thing: str = ""
    """The noun counted or named, as the reader would search for it (« blessés »)."""
    text: str = ""
    """The words of the claim; this and the following fields are set when accounts are compared."""
    speaker_text: str = ""
    said_by: str | None = None
    """The entity of the speaker."""
    as_of: str | None = None
    """The day on which its article was published."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
