"""Days as the numbers by which a spreadsheet counts them: 45219 is 20 October 2023."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

_SERIAL = re.compile(r"(?P<days>[2-5]\d{4})(?:[.,]\d+)?")
_FIRST_DAY = date(1899, 12, 30)
"""The day that spreadsheets count from."""
_RECENT = range(33_000, 49_000)
"""Such days from 1990 to 2034."""


def serial_day(text: str) -> str | None:
    """The day, as ISO 8601 writes it, that a spreadsheet counts by a number; None for any other text."""
    match = _SERIAL.fullmatch(text)
    if match is None:
        return None
    return (_FIRST_DAY + timedelta(days=int(match["days"]))).isoformat()


def are_serial_days(cells: Sequence[str]) -> bool:
    """Whether all cells of a column without a head are such numbers, of days from 1990 on."""
    return bool(cells) and all(
        (match := _SERIAL.fullmatch(cell)) is not None and int(match["days"]) in _RECENT
        for cell in cells
    )
