"""The clean text: title and paragraphs joined, with repairs and the map back to the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.corpus.cleaning.glue import glued_places
from index.corpus.cleaning.lines import Line
from index.corpus.cleaning.reasons import HYPHEN, MISSING_SPACE, MOJIBAKE
from index.corpus.strand import Strand, Weaver, cut
from index.model.article import Repair
from index.model.text import Span

_BREAK = "\n\n"
_FIRST_WORD = re.compile(r"\S{1,40}")
_ONE_BLOCK = 0.6
"""The share of a body's characters from which on one glued paragraph counts as the whole page
without breaks.
"""


@dataclass(frozen=True, slots=True)
class CleanText:
    """A clean text over its content."""

    strand: Strand
    title: Span | None
    paragraphs: tuple[Span, ...]
    repairs: tuple[Repair, ...]


def assemble(title: Line | None, body: list[Line], *, content: str) -> CleanText:
    """Joins a title and paragraphs, and restores breaks that were lost in copying.

    In a page that lost all its breaks, they become breaks between paragraphs; a single missing
    break inside a paragraph becomes a space.
    """
    weaver = Weaver()
    repairs: list[Repair] = []
    title_span = None
    if title is not None:
        _add(weaver, title, repairs, content)
        title_span = Span(0, weaver.length)
    paragraphs: list[Span] = []
    whole = sum(len(line.text) for line in body)
    for line in body:
        if weaver.length:
            at = line.start
            weaver.put(_BREAK, at, at)
        places = glued_places(line.text)
        if not places:
            start = weaver.length
            _add(weaver, line, repairs, content)
            paragraphs.append(Span(start, weaver.length))
            continue
        apart = len(places) > 1 or len(line.text) >= _ONE_BLOCK * whole
        _add_glued(weaver, line, places, _BREAK if apart else " ", paragraphs, repairs, content)
    return CleanText(weaver.strand(), title_span, tuple(paragraphs), tuple(repairs))


def _add(weaver: Weaver, line: Line, repairs: list[Repair], content: str) -> None:
    _add_part(weaver, line, Span(0, len(line.text)), repairs, content)


def _add_part(weaver: Weaver, line: Line, span: Span, repairs: list[Repair], content: str) -> None:
    if not line.pieces:
        weaver.take(line.text[span.start : span.end], line.start + span.start)
        return
    strand = cut(Strand(line.text, line.pieces), span)
    repairs.extend(_rewritten(strand, weaver.length, content))
    weaver.add(strand)


def _add_glued(
    weaver: Weaver,
    line: Line,
    places: list[int],
    missing: str,
    paragraphs: list[Span],
    repairs: list[Repair],
    content: str,
) -> None:
    start = weaver.length
    before = 0
    for place in places:
        _add_part(weaver, line, Span(before, place), repairs, content)
        before = place
        if missing == _BREAK:
            paragraphs.append(Span(start, weaver.length))
        origin = _origin(line, place)
        gap = weaver.length
        weaver.put(missing, origin, origin)
        repairs.append(Repair(gap, weaver.length, _around(line.text, place), MISSING_SPACE))
        if missing == _BREAK:
            start = weaver.length
    _add_part(weaver, line, Span(before, len(line.text)), repairs, content)
    paragraphs.append(Span(start, weaver.length))


def _origin(line: Line, place: int) -> int:
    """The place in the content from which a place of a line comes."""
    for piece in line.pieces:
        if piece.start <= place < piece.end:
            return piece.raw_start + place - piece.start
    return line.start + place


def _rewritten(strand: Strand, offset: int, content: str) -> list[Repair]:
    """The places where letters replace a longer form in the file.

    If that form has a line end in it, a hyphen was there; otherwise the letter was decoded wrongly.
    """
    found: list[Repair] = []
    for piece in strand.pieces:
        stood = content[piece.raw_start : piece.raw_end]
        if not piece.end - piece.start < len(stood) or stood.isspace():
            continue
        start, end = offset + piece.start, offset + piece.end
        if "\n" not in stood and "\r" not in stood:
            found.append(Repair(start, end, stood, MOJIBAKE))
            continue
        before, after = _words_at(strand.text, piece.start)
        found.append(Repair(start - len(before), start + len(after), f"{before}-\n{after}", HYPHEN))
    return found


def _around(text: str, place: int) -> str:
    """The words on both sides of a place, as they stand there."""
    return "".join(_words_at(text, place))


def _words_at(text: str, place: int) -> tuple[str, str]:
    words = text[max(0, place - 40) : place]
    before = words.split()[-1] if words and not words[-1].isspace() else ""
    after = _FIRST_WORD.match(text, place)
    return before, (after.group() if after else "")
