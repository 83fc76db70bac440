"""Long stretches of time: centuries, quarters and halves of a year."""

from __future__ import annotations

import re

from index.french.calendar_words import ORDINALS
from index.french.expression import Expression
from index.french.intervals import Interval, hull, month, year
from index.french.time_ahead import without_year

_AT = re.compile(r"\b(?:au|du|le|ce)[^\S\t-\r]$", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10}


def century(match: re.Match[str]) -> Expression | None:
    """« le XIXe siècle »; None for one that no article tells of."""
    values = [_ROMAN[sign] for sign in match["century"]]
    number = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    if not 10 <= number <= 21:
        return None
    first = 100 * (number - 1)
    return Expression(*match.span(), hull(year(first + 1), year(first + 100)))


def term(text: str, match: re.Match[str]) -> Expression | None:
    """« au deuxième trimestre », « le premier semestre 2023 »"""
    length = 3 if match["term"].lower() == "trimestre" else 6
    rank = min(ORDINALS[match["rank"].lower()], 12 // length)
    first = (rank - 1) * length + 1

    def in_year(y: int) -> Interval:
        return hull(month(y, first), month(y, first + length - 1))

    if match["term_year"]:
        return Expression(*match.span(), in_year(int(match["term_year"])))
    before = text[max(0, match.start() - 4) : match.start()]
    # « au dernier trimestre » may mean the last one of the year or the one that has just ended.
    if match["rank"].lower() == "dernier" or not _AT.search(before):
        return None
    return without_year(text, match, in_year)


def quarter(match: re.Match[str]) -> Expression | None:
    """« T3 2023 », « S1 2024 »"""
    length, rank = (3 if match["quarter"] == "t" else 6), int(match["quarter_rank"])
    if rank * length > 12:
        return None
    y, first = int(match["quarter_year"]), (rank - 1) * length + 1
    return Expression(*match.span(), hull(month(y, first), month(y, first + length - 1)))
