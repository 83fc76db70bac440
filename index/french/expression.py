"""An expression of time in a text, with what is known of it so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from index.french.intervals import Interval

EXPLICIT = "explicit"
TO_EVENT = "relative to an event"
YEAR_UNKNOWN = "year unknown"
UNKNOWN = "publication unknown"


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time with what is known of it so far."""

    start: int
    end: int
    interval: Interval | None = None
    basis: str = EXPLICIT
    yearless: Callable[[int], Interval | None] | None = None
    """The interval that it means in a given year."""
    weekdays: tuple[tuple[int, int, int], ...] = ()
    """(weekday, day, month) triples that the year must fit."""
    relative: Callable[[date], Interval | None] | None = None
    """The interval that it means for a publication on a given day."""
    future: bool = False
    """Whether the words around it speak of the future."""
    surely: bool = False
    """Whether a verb right before it is in the future, or « prochain » follows."""
    from_before: Callable[[Interval], Interval] | None = None
    """The interval that it means if the date before it in the text is known."""
