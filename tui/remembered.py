"""Keeps the queries of one corpus from one visit to the next, in a file that only the reader can read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tui.leaving import write_privately

MOST = 200
"""How many queries are kept."""
LONGEST = 2000
"""Characters of a query at most: what is longer was pasted by mistake."""


def remembered(file: Path) -> list[str]:
    """The queries of earlier visits, the latest last; none when the file cannot be read."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(told, list):
        return []
    queries = [one for one in told if isinstance(one, str) and one.strip() and len(one) <= LONGEST]
    return queries[-MOST:]


def remember(file: Path, queries: Sequence[str]) -> None:
    """Write the queries in one step; a folder that cannot be written to is no reason to fail."""
    kept = [query for query in queries if len(query) <= LONGEST][-MOST:]
    content = json.dumps(kept, ensure_ascii=False, indent=0).encode("utf-8", "replace")
    write_privately(file, content)
