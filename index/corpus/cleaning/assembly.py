"""Title and paragraphs woven to one clean text, with the repairs and the way back to the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.corpus.cleaning.glue import glued_places
from index.corpus.cleaning.lines import Line
from index.corpus.cleaning.reasons import HYPHEN, MISSING_SPACE
from index.corpus.strand import Strand, Weaver, cut
from index.model.article import Repair
from index.model.text import Span

_BREAK = "\n\n"
_LAST_WORD = re.compile(r"\S{1,40}$")
_FIRST_WORD = re.compile(r"\S{1,40}")
_ONE_BLOCK = 0.6
"""The share of a body's characters from which a glued paragraph is the page run together."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """A clean text over its content."""

    strand: Strand
    title: Span | None
    paragraphs: tuple[Span, ...]
    repairs: tuple[Repair, ...]


def assemble(title: Line | None, body: list[Line]) -> CleanText:
    """Weaves a title and paragraphs; breaks that copying lost are put in again.

    A break becomes one between paragraphs where a page was run together, and a space where a single
    one is missing inside a paragraph of its own.
    """
    weaver = Weaver()
    repairs: list[Repair] = []
    title_span = None
    if title is not None:
        _add(weaver, title, repairs)
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
            _add(weaver, line, repairs)
            paragraphs.append(Span(start, weaver.length))
            continue
        apart = len(places) > 1 or len(line.text) >= _ONE_BLOCK * whole
        _add_glued(weaver, line, places, _BREAK if apart else " ", paragraphs, repairs)
    return CleanText(weaver.strand(), title_span, tuple(paragraphs), tuple(repairs))


def _add(weaver: Weaver, line: Line, repairs: list[Repair]) -> None:
    _add_part(weaver, line, Span(0, len(line.text)), repairs)


def _add_part(weaver: Weaver, line: Line, span: Span, repairs: list[Repair]) -> None:
    if not line.pieces:
        weaver.take(line.text[span.start : span.end], line.start + span.start)
        return
    strand = cut(Strand(line.text, line.pieces), span)
    repairs.extend(_joined_words(strand, weaver.length))
    weaver.add(strand)


def _add_glued(
    weaver: Weaver,
    line: Line,
    places: list[int],
    missing: str,
    paragraphs: list[Span],
    repairs: list[Repair],
) -> None:
    start = weaver.length
    before = 0
    for place in places:
        _add_part(weaver, line, Span(before, place), repairs)
        before = place
        if missing == _BREAK:
            paragraphs.append(Span(start, weaver.length))
        origin = _origin(line, place)
        gap = weaver.length
        weaver.put(missing, origin, origin)
        repairs.append(Repair(gap, weaver.length, _around(line.text, place), MISSING_SPACE))
        if missing == _BREAK:
            start = weaver.length
    _add_part(weaver, line, Span(before, len(line.text)), repairs)
    paragraphs.append(Span(start, weaver.length))


def _origin(line: Line, place: int) -> int:
    """Where a place of a line stands in the content."""
    for piece in line.pieces:
        if piece.start <= place < piece.end:
            return piece.raw_start + place - piece.start
    return line.start + place


def _joined_words(strand: Strand, offset: int) -> list[Repair]:
    """A letter that stands for a hyphen, a line end and itself marks a word put together."""
    found: list[Repair] = []
    for piece in strand.pieces:
        if piece.end - piece.start != 1 or piece.raw_end - piece.raw_start < 2:
            continue
        if not strand.text[piece.start].isalpha():
            continue
        before, after = _words_at(strand.text, piece.start)
        start = offset + piece.start - len(before)
        end = offset + piece.start + len(after)
        found.append(Repair(start, end, f"{before}-\n{after}", HYPHEN))
    return found


def _around(text: str, place: int) -> str:
    """The words on both sides of a place, as they stand there."""
    return "".join(_words_at(text, place))


def _words_at(text: str, place: int) -> tuple[str, str]:
    before = _LAST_WORD.search(text[max(0, place - 40) : place])
    after = _FIRST_WORD.match(text, place)
    return (before.group() if before else ""), (after.group() if after else "")
