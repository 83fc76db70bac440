"""Who may have signed an article: the names that a line of its page gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Form(Enum):
    """How a line gives names."""

    BYLINE = "byline"
    """« Par Jeanne Martin », « Texte : Jeanne Martin »."""
    LABELLED = "below a label"
    """« Par » or « De notre correspondante à Niamey » alone, and the name below it."""
    DATED = "with a date"
    ALONE = "alone"
    BESIDE = "with words beside"
    """« Jeanne Martin, à Lyon », « Jeanne Martin Journaliste »."""
    END = "as an end"
    """« Jeanne Martin (avec AFP) », « Jeanne Martin, La Gazette, n° 12 » below the text."""
    OPENING = "before the text"
    """« BREST, 3 mars 2023 (AFP) - … »."""


@dataclass(slots=True)
class Signer:
    """Names on a line, and what speaks for and against their having written the article."""

    at: int
    names: str
    form: Form
    lines: tuple[int, ...] = ()
    """The other lines that belong to it: a label above, a second name below."""
    signs: dict[str, float] = field(default_factory=dict)
    sure: float = 0.0
    """The probability that they wrote it."""
