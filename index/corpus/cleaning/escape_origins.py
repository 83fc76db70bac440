"""The file's own characters at a repaired place, if the content had already decoded its escapes.

In HTML and JSON « communiqué.Cette » may stand as `communiqu&eacute;.Cette`; a reader who asks what
a repair changed sees the file's own characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.corpus.cleaning.reasons import HYPHEN, MISSING_SPACE
from index.model.article import Repair
from index.model.text import Piece, Span, TextMap

_LONGEST = 400
"""The most characters of the file that are shown; with more markup between, the words of the text
are.
"""


def as_they_stood(
    repairs: Iterable[Repair], text: str, *, pieces: tuple[Piece, ...], raw: str
) -> Iterator[Repair]:
    """The repairs of a clean text with the file's own characters at their places."""
    back: TextMap | None = None
    for repair in repairs:
        back = back or TextMap(pieces)
        span = back.raw_span(_around(repair, text))
        stood = span.of(raw)
        joined = repair.reason == HYPHEN and "\n" not in stood and "\r" not in stood
        if not stood or len(stood) > _LONGEST or joined or stood == repair.raw:
            yield repair
        else:
            yield replace(repair, raw=stood)


def _around(repair: Repair, text: str) -> Span:
    """The place of a repair with the words shown beside it."""
    if repair.reason != MISSING_SPACE:
        return Span(repair.start, repair.end)
    for before in range(len(repair.raw), -1, -1):
        after = len(repair.raw) - before
        start, end = repair.start - before, repair.end + after
        if (
            start >= 0
            and text[start : repair.start] == repair.raw[:before]
            and text[repair.end : end] == repair.raw[before:]
        ):
            return Span(start, end)
    return Span(repair.start, repair.end)
