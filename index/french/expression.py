"""An expression of time as it stands in a text, with what is already known of it."""

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
    """An expression with what is already known of it."""

    start: int
    end: int
    interval: Interval | None = None
    basis: str = EXPLICIT
    yearless: Callable[[int], Interval | None] | None = None
    """The interval that it means in a given year."""
    weekdays: tuple[tuple[int, int, int], ...] = ()
    """(weekday, day, month) triples that a year must satisfy."""
    relative: Callable[[date], Interval | None] | None = None
    """The interval that it means for a publication on a given day."""
    future: bool = False
    """Whether the words around it speak of what is to come."""
    from_before: Callable[[Interval], Interval] | None = None
    """What it means when the date before it in the text is known."""
