"""Days that a table or a record gives in parts, each under a name of its own: « Publication Year », « Mois », « Jour »."""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.corpus.fields import Value, read_text
from index.text.folding import fold

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
_PARTS = (("year", ("year", "annee", "an")), ("month", ("month", "mois")), ("day", ("day", "jour")))
_WORDS = 3
"""The most words of such a name."""


def date_of_parts(record: Mapping[str, Value]) -> str | None:
    """The day of a record by its parts; None without a year."""
    told: dict[str, str] = {}
    for name, value in record.items():
        words = _NOT_A_LETTER.split(fold(name))
        part = next(
            (part for part, names in _PARTS if words[-1] in names or words[0] in names), None
        )
        text = read_text(value) or ""
        if part and len(words) <= _WORDS and text.isdigit() and part not in told:
            told[part] = text
    year = told.get("year", "")
    if len(year) != len("2023"):
        return None
    figures = [year, told.get("month", ""), told.get("day", "") if "month" in told else ""]
    return "-".join(figure.zfill(2) for figure in figures if figure)
