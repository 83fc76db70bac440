"""Years of two figures, « 31/12/99 », which lie in the past."""

from __future__ import annotations

from datetime import date


def full_year(short: int, *, today: date | None = None) -> int:
    """99 → 1999, 23 → 2023: the latest year that has begun."""
    now = (today or date.today()).year
    year = now // 100 * 100 + short
    return year if year <= now else year - 100
