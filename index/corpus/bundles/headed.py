"""Articles below headings of one level: of a word processor's document, of Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from index.corpus.bundles.parts import Part, rows_of
from index.corpus.bundles.review_heads import outlet_and_date
from index.corpus.bundles.review_parts import labelled, part_of
from index.corpus.fields import Field
from index.corpus.page_dates import find_dates
from index.model.text import Span

_ROWS = 4
"""Rows below a heading in which the source or the day of an article stands."""
_NEAR = 1000
_LINE = 110
_PARAGRAPH = 80
_LABELLED = {Field.SOURCE, Field.PUBLISHED}
"""The fields whose labels together stand below the title of an article."""
MANY = 3
ONE = (
    "Several headings of the first level, none with a source or a date: it is read as one article."
)


def articles_below(heads: Mapping[int, Sequence[int]], text: str) -> list[Part]:
    """The articles below the headings of the first level half of which have a source and a day below them.

    `heads` are the places of the headings of each level; below those of level 1 a day is enough. Empty for a text of
    which no level has.
    """
    for level in sorted(heads):
        starts = heads[level]
        if len(starts) > 1 and _are_dated(starts, text, alone=level == 1):
            rows = rows_of(text)
            cuts = [
                next(at for at, row in enumerate(rows) if row.start >= start) for start in starts
            ]
            if sum(len(row.text) >= _PARAGRAPH for row in rows[: cuts[0]]) > 1:
                cuts.insert(0, 0)  # what stands above the first heading is no cover
            pieces = [rows[a:b] for a, b in pairwise((*cuts, len(rows)))]
            return [part for piece in pieces if (part := part_of(text, piece))]
    return []


def in_doubt(heads: Mapping[int, Sequence[int]]) -> bool:
    """Whether a text that was read as one article has several headings of the first level."""
    return bool(heads) and min(heads) == 1 and len(heads[1]) >= MANY


def _are_dated(starts: Sequence[int], text: str, *, alone: bool) -> bool:
    """Whether half of the headings have a source and a day below them, or a day `alone`."""
    dated = 0
    for start, end in pairwise((*starts, len(text))):
        below = rows_of(text, Span(start, min(end, start + _NEAR)))[1 : 1 + _ROWS]
        dated += {labelled(row.text) for row in below} >= _LABELLED or any(
            outlet_and_date(row.text) or (alone and len(row.text) < _LINE and find_dates(row.text))
            for row in below
        )
    return dated * 2 >= len(starts)
