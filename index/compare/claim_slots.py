"""What a claim says when and where: its years, hours, and whose or of which place something is.

A passage that gives another year, another hour, another town of « le parquet de … » does not say the claim,
though nearly all its words are there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.french.families import representative
from index.text.folding import fold

_YEAR = re.compile(r"(?<![\d\w])(?:19|20)\d\d(?![\d\w])")
_HOUR = re.compile(
    r"(?<![\d\w])(?P<hour>[01]?\d|2[0-4])[^\S\t-\r]?(?:h(?:eures?)?|:(?=\d\d))[^\S\t-\r]?(?P<minute>[0-5]\d)?(?![\d\w])"
)
_LENGTH = re.compile(
    r"(?:pendant|durant|en|depuis|dans|après|plus de|moins de|environ|près de|quelque|toutes les)[ \u00a0]$",
    re.IGNORECASE,
)
"""What stands before a number of hours: « pendant 3 heures »."""
_OF = re.compile(
    r"\b(?P<head>[^\W\d_A-ZÀ-Ý][^\W\d_]{3,}) (?:de la |de l['’]|des |du |de |d['’])(?P<name>[A-ZÀ-Ý][\w’'-]+)"
)


@dataclass(frozen=True, slots=True)
class Slots:
    """What a text gives of each kind."""

    years: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Family of a noun → the names that it is of: « le parquet de Nantes »."""

    def differ(self, other: Slots) -> bool:
        """Whether another text gives something else, and not the same, for one of these."""
        if _apart(self.years, other.years) or _apart(self.hours, other.hours):
            return True
        return any(
            _apart(names, other.of.get(head, frozenset())) for head, names in self.of.items()
        )

    def told_by(self, other: Slots, *, year: int | None) -> bool:
        """Whether another text, which appeared in a year, gives the years and hours: « cette année » needs none."""
        near = {str(year), str(year - 1)} if year else set()
        return self.years <= other.years | near and self.hours <= other.hours


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def slots_in(text: str) -> Slots:
    of: dict[str, set[str]] = {}
    for match in _OF.finditer(text):
        of.setdefault(representative(match["head"]), set()).add(fold(match["name"]))
    hours = frozenset(
        f"{int(match['hour'])}h{match['minute'] or ''}"
        for match in _HOUR.finditer(text)
        if not _LENGTH.search(text, max(0, match.start() - 14), match.start())
    )
    years = frozenset(_YEAR.findall(text))
    return Slots(years, hours, {head: frozenset(names) for head, names in of.items()})
