"""Title and paragraphs woven to one clean text, with the repairs and the way back to the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.corpus.cleaning.glue import glued_places
from index.corpus.cleaning.lines import Line
from index.corpus.cleaning.reasons import HYPHEN, MISSING_SPACE
from index.corpus.strand import Strand, Weaver, cut, identity
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
    start = weaver.length
    strand = _strand(line)
    weaver.add(strand)
    repairs.extend(_joined_words(strand, start))


def _add_glued(
    weaver: Weaver,
    line: Line,
    places: list[int],
    missing: str,
    paragraphs: list[Span],
    repairs: list[Repair],
) -> None:
    strand = _strand(line)
    start = weaver.length
    before = 0
    for place in (*places, len(line.text)):
        repairs.extend(_joined_words(cut(strand, Span(before, place)), weaver.length))
        weaver.add(cut(strand, Span(before, place)))
        before = place
        if missing == _BREAK or place == len(line.text):
            paragraphs.append(Span(start, weaver.length))
        if place == len(line.text):
            return
        raw = strand.pieces
        origin = next(p.raw_start + place - p.start for p in raw if p.start <= place < p.end)
        gap = weaver.length
        weaver.put(missing, origin, origin)
        repairs.append(Repair(gap, weaver.length, _around(line.text, place), MISSING_SPACE))
        if missing == _BREAK:
            start = weaver.length


def _strand(line: Line) -> Strand:
    if line.pieces:
        return Strand(line.text, line.pieces)
    return identity(line.text, line.start)


def _joined_words(strand: Strand, offset: int) -> list[Repair]:
    """A letter that stands for a hyphen, a line end and itself marks a word put together."""
    found: list[Repair] = []
    for piece in strand.pieces:
        if piece.end - piece.start == 1 and piece.raw_end - piece.raw_start > 1:
            if not strand.text[piece.start].isalpha():
                continue
            left = _LAST_WORD.search(strand.text, 0, piece.start)
            right = _FIRST_WORD.match(strand.text, piece.start)
            before = left.group() if left else ""
            after = right.group() if right else ""
            start = offset + piece.start - len(before)
            end = offset + piece.start + len(after)
            found.append(Repair(start, end, f"{before}-\n{after}", HYPHEN))
    return found


def _around(text: str, place: int) -> str:
    """The words on both sides of a place, as they stand there."""
    before = _LAST_WORD.search(text, 0, place)
    after = _FIRST_WORD.match(text, place)
    return (before.group() if before else "") + (after.group() if after else "")
