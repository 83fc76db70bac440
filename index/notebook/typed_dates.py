"""A date typed by a reader, as the first and the last day that it may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def interval(written: str) -> tuple[str, str] | None:
    """`2023-01` → its first and its last day, ISO 8601; None if it is no date."""
    match = _DATE.fullmatch(written.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        last = first if day else date(year, last_month, monthrange(year, last_month)[1])
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()
