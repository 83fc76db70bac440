"""Years and days as parts of the names of events: « de 2008 », « de janvier 2015 », « le 14-Juillet »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from index.entities.words import Words

MONTHS = frozenset(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()  # noqa: SIM905
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DAY = re.compile(r"1er|[1-9]|[12]\d|3[01]")
_HYPHENS = frozenset(("-", "‑"))
_SPACES = frozenset((" ", "\u00a0", "’", "'"))


def year_at(words: Words, at: int) -> str:
    """The year that a word is; empty if it is none, or counts something: « 2000 morts »."""
    if at >= len(words) or words.gap(at) not in _SPACES or not _YEAR.fullmatch(words.folded[at]):
        return ""
    return words.folded[at]


def time_behind(words: Words, at: int) -> tuple[int, str] | None:
    """Where the time behind « de » or « du » ends, and how it stands in an id: « de janvier 2015 »."""
    folded = words.folded
    if year := year_at(words, at + 1):
        return at + 2, f"de {year}"
    position = at + 1
    row = [folded[at]]
    if folded[at] == "du" and position < len(words) and _DAY.fullmatch(folded[position]):
        row.append(folded[position])
        position += 1
    if position >= len(words) or folded[position] not in MONTHS:
        return None
    row.append(folded[position])
    year = year_at(words, position + 1)
    if not year and len(row) < 3:
        return None  # « de janvier » of which year?
    return position + 1 + bool(year), " ".join((*row, year) if year else row)


def day_of(words: Words, month: int, hints: Container[str]) -> int | None:
    """The word where a day that is called by its date begins: « le 14-Juillet », « le défilé du 14 juillet »."""
    day = month - 1
    if day < 0 or not _DAY.fullmatch(words.folded[day]):
        return None
    if words.gap(month) in _HYPHENS:
        ranged = day > 0 and words.gap(day) in _HYPHENS  # « 12-14-juillet »
        return None if ranged else day
    hinted = day > 1 and words.folded[day - 1] == "du" and words.folded[day - 2] in hints
    return day if hinted and not year_at(words, month + 1) else None
