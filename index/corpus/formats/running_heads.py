"""What a scan has at the edges of its pages: the outlet and the number of the page around a form feed, amid a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.corpus.bundles.parts import ENDS, Row, rows_of
from index.corpus.cleaning.outlets import is_listed_outlet
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.page_dates import find_dates
from index.corpus.strand import Strand, Weaver, cut
from index.model.article import SetAside
from index.model.text import Span

_PARTS = re.compile(r"\s*[|/•·–—]\s*|\s+-\s+|\s{2,}|\t")
_NUMBER = re.compile(
    r"[-–—.\s]*(?:p(?:ages?|\.)?\s?)?\d{1,4}(?:\s?(?:/|sur|de)\s?\d{1,4})?[-–—.\s]*"
)
_ENDING = re.compile(r"\s+(?:p(?:age|\.)?\s?)?\d{1,4}$|^(?:p(?:age|\.)?\s?)?\d{1,4}\s+")
_HEAD = 4
"""So many lines at the head of a text may stand again on each page: its outlet, its day, its title."""
_EDGE = 2
"""The most lines of these above and below the end of a page."""
_SHORT = 80


def without_heads(strand: Strand) -> tuple[Strand, tuple[SetAside, ...]]:
    """The text without the heads and the numbers of its pages, and these as set aside; the same where it has no pages."""
    text = strand.text
    if "\f" not in text.strip():
        return strand, ()
    rows = rows_of(text)
    first_page = len(text) - len(text.lstrip()) + len(text.strip().partition("\f")[0])
    known = {
        plain(row.text) for row in rows[:_HEAD] if len(row.text) <= _SHORT and row.end <= first_page
    }
    weaver = Weaver()
    aside: list[SetAside] = []
    at = 0
    for first, last in _edges(text, rows, known):
        before, after = rows[first - 1], rows[last + 1]
        weaver.add(cut(strand, Span(at, before.end)))
        goes_on = before.text[-1] not in ENDS or after.text[0].islower()
        place = _end_in_file(strand, before.end)
        weaver.put("\n" if goes_on else "\n\n", place, place)
        at = after.start
        for row in rows[first : last + 1]:
            pieces = cut(strand, Span(row.start, row.end)).pieces
            aside.append(SetAside(pieces[0].raw_start, pieces[-1].raw_end, Reason.INTERFACE.value))
    if not at:
        return strand, ()
    weaver.add(cut(strand, Span(at, len(text))))
    return weaver.strand(), tuple(aside)


def _end_in_file(strand: Strand, end: int) -> int:
    """Where the character before `end` stops in the file."""
    return cut(strand, Span(end - 1, end)).pieces[-1].raw_end


def _edges(text: str, rows: Sequence[Row], known: set[str]) -> Iterator[tuple[int, int]]:
    """The first and the last row of what stands around the end of each page, if that is a head or a number."""
    for at in range(_EDGE, len(rows)):
        if "\f" not in text[rows[at - 1].end : rows[at].start]:
            continue
        first, last = at, at - 1
        while first > max(1, at - _EDGE) and _NUMBER.fullmatch(rows[first - 1].text):
            first -= 1
        while last < min(len(rows) - 2, at + _EDGE - 1) and _is_head(rows[last + 1].text, known):
            last += 1
        if last >= first:
            yield first, last


def _is_head(line: str, known: set[str]) -> bool:
    """Whether a line has nothing but names that stand at the head of the text, listed outlets, days and numbers."""
    if len(line) > _SHORT:
        return False
    parts = [part for part in _PARTS.split(line) if part]
    parts = [stripped for part in parts if (stripped := _ENDING.sub("", part).strip())]
    return bool(parts) and all(
        plain(part) in known
        or _NUMBER.fullmatch(part)
        or (is_listed_outlet(part) and not part.islower())
        or _is_day(part)
        for part in parts
    )


def _is_day(part: str) -> bool:
    days = find_dates(part)
    return len(days) == 1 and len(part) - (days[0].end - days[0].start) <= _EDGE
