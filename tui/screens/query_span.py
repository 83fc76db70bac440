"""The `date:` field of a query for a span of time, and a query whose span is replaced."""

from __future__ import annotations

import re
from datetime import timedelta

from index.model.timeline import Period

_TERM = re.compile(r"(?:(?<=\s)|^)date:(?:\"[^\"]*\"|\S+)\s*")


def span_words(period: Period | None, language: str) -> str:
    """`date:2023`, `date:2023-01`, `date:2023-01-16..2023-01-22`; without a span, what has no date."""
    if period is None:
        return "date:aucune" if language == "fr" else "date:none"
    first, last = period.first, period.last
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"date:{first.year:04}"
    if first.day == 1 and last.month == first.month and (last + timedelta(days=1)).day == 1:
        return f"date:{first.isoformat()[:7]}"
    if first == last:
        return f"date:{first.isoformat()}"
    return f"date:{first.isoformat()}..{last.isoformat()}"


def with_span(query: str, words: str) -> str:
    """The query with this span in place of the one that it had."""
    kept = _TERM.sub("", query).strip()
    return f"{kept} {words}".strip()
