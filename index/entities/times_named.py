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
_RANGES = frozenset(("-", "‑", "–", "/"))
_BLANKS = frozenset((" ", "\u00a0", "\u202f"))
_SIGN = re.compile(r"[^\S\t-\r]?[€$£%]")
_SHORT = 3
_UNITS = frozenset("m km m2 m3 kg t ha cm km2 millions milliards".split())  # noqa: SIM905
_NO_NOUNS = frozenset(
    "mais dans puis depuis alors sans sous vers plus jamais toujours moins lors hors apres tres nous vous "  # noqa: SIM905
    "elles ils ceux celles leurs certes assez desormais toutefois ailleurs parfois pourtants autres".split()
)
"""Words in s that follow a year and are no plurals."""
_SPACES = frozenset((" ", "\u00a0", "’", "'"))


def year_at(words: Words, at: int) -> str:
    """The year that a word is; empty if it is none, or counts something: « 2000 morts »."""
    if at >= len(words) or words.gap(at) not in _SPACES or not _YEAR.fullmatch(words.folded[at]):
        return ""
    return "" if goes_on(words, at) or counts(words, at) else words.folded[at]


def goes_on(words: Words, at: int) -> bool:
    """Whether a figure goes on behind its word: « 2008-2009 », « 2000 € »."""
    behind = words.text[words.ends[at] : words.ends[at] + 2]
    glued = at + 1 < len(words) and words.gap(at + 1) in _RANGES and words.word(at + 1).isdigit()
    return glued or _SIGN.match(behind) is not None


def counts(words: Words, at: int) -> bool:
    """Whether a figure counts what a plural behind it names: « 2000 mètres », « 400 suppressions »."""
    if at + 1 >= len(words) or words.gap(at + 1) not in _BLANKS or words.capital(at + 1):
        return False
    word = words.folded[at + 1]
    return word in _UNITS or (len(word) > _SHORT and word[-1] in "sx" and word not in _NO_NOUNS)


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
