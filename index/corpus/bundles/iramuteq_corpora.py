"""Corpora of IRaMuTeQ and Alceste: a line of stars with variables, then the text."""

from __future__ import annotations

import re

from index.corpus.bundles.parts import Part, rows_of, segments
from index.corpus.fields import Field, Value, field_of
from index.model.text import Span

_STARS = re.compile(
    r"^(?:\*{4}|\d{4})[ \t]+(?=\*)(?P<variables>[^\n\r]*)$|^\*{4}[ \t]*\r?$", re.MULTILINE
)
_VARIABLE = re.compile(r"\*(?P<name>[^\s_*]+)_(?P<value>[^\s*]+)")
_THEME = re.compile(r"-\*\S+")


def parts_in(text: str) -> list[Part]:
    """The texts of a corpus; empty when the text is no corpus."""
    marks = list(_STARS.finditer(text))
    if not marks or text[: marks[0].start()].strip():
        return []
    found = []
    for mark, span in zip(marks, segments(text, [mark.start() for mark in marks]), strict=True):
        rows = [
            row
            for row in rows_of(text, Span(mark.end(), span.end))
            if not _THEME.fullmatch(row.text)
        ]
        body = Span(rows[0].start, rows[-1].end) if rows else None
        found.append(Part(span, body, pairs=_pairs(mark["variables"] or "")))
    return found


def _pairs(variables: str) -> list[tuple[Field, Value]]:
    pairs: list[tuple[Field, Value]] = []
    for match in _VARIABLE.finditer(variables):
        field = field_of(match["name"]) or _FEWER.get(match["name"])
        if field is None:
            continue
        value = match["value"]
        pairs.append((field, value if field is Field.PUBLISHED else value.replace("_", " ")))
    return pairs


_FEWER = {
    "am": Field.PUBLISHED,
    "mois": Field.PUBLISHED,
    "annee": Field.PUBLISHED,
    "titr": Field.TITLE,
    "src": Field.SOURCE,
}
"""Variables that mean a field in such corpora only. A month or a year is less precise than the date,
which stands before it in our exports and those of europarser.
"""
