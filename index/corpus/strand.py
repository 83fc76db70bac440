"""Text that remembers the origin of each of its characters, so that every change can be undone.

A strand is a text with its pieces over some source. Strands are woven from stretches of the source
and can be composed, so that text → content → file gives text → file.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from index.model.text import Piece, Span


class Strand(NamedTuple):
    """A text and its origin; the pieces cover the text, in order, without gaps."""

    text: str
    pieces: tuple[Piece, ...]


class Weaver:
    """Puts a strand together from left to right."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    @property
    def length(self) -> int:
        return self._length

    def take(self, text: str, source_start: int) -> None:
        """Adds a stretch of the source unchanged."""
        if not text:
            return
        start, self._length = self._length, self._length + len(text)
        self._parts.append(text)
        source_end = source_start + len(text)
        if self._pieces:
            first, last, before, reached = self._pieces[-1]
            if reached == source_start and reached - before == last - first:
                self._pieces[-1] = Piece(first, self._length, before, source_end)
                return
        self._pieces.append(Piece(start, self._length, source_start, source_end))

    def put(self, text: str, source_start: int, source_end: int) -> None:
        """Adds a text that replaces a whole stretch of the source, which may be empty."""
        if not text:
            return
        if source_end - source_start == len(text):
            self.take(text, source_start)
            return
        start, self._length = self._length, self._length + len(text)
        self._parts.append(text)
        self._pieces.append(Piece(start, self._length, source_start, source_end))

    def add(self, strand: Strand) -> None:
        """Adds a strand over the same source."""
        pieces, shift = self._pieces, self._length
        self._parts.append(strand.text)
        self._length += len(strand.text)
        for start, end, raw_start, raw_end in strand.pieces:
            if pieces and end - start == raw_end - raw_start:
                first, last, before, reached = pieces[-1]
                if reached == raw_start and reached - before == last - first:
                    pieces[-1] = Piece(first, end + shift, before, raw_end)
                    continue
            pieces.append(Piece(start + shift, end + shift, raw_start, raw_end))

    def strand(self) -> Strand:
        return Strand("".join(self._parts), tuple(self._pieces))


def identity(text: str, source_start: int = 0) -> Strand:
    """A text that stands unchanged in its source."""
    if not text:
        return Strand("", ())
    return Strand(text, (Piece(0, len(text), source_start, source_start + len(text)),))


def cut(strand: Strand, span: Span) -> Strand:
    """The part of a strand that stands in a span of its text."""
    weaver = Weaver()
    for piece in pieces_in(strand.pieces, span):
        weaver.put(strand.text[piece.start : piece.end], piece.raw_start, piece.raw_end)
    return weaver.strand()


def pieces_in(pieces: tuple[Piece, ...], span: Span) -> list[Piece]:
    """The pieces of a span, cut at its ends, still in the offsets of the whole text.

    A piece that corresponds only as a whole keeps its whole raw stretch when it is cut.
    """
    at = bisect_right(pieces, span.start, key=lambda piece: piece.start) - 1
    return _pieces_from(pieces, max(0, at), span.start, span.end)


def _pieces_from(pieces: tuple[Piece, ...], at: int, first: int, last: int) -> list[Piece]:
    """The same for the span from `first` to `last`, which begins in the piece `at` or behind it."""
    found: list[Piece] = []
    # By number: copying all the following pieces for each of many spans would cost the square.
    for number in range(at, len(pieces)):
        piece = pieces[number]
        piece_start, piece_end, raw_start, raw_end = piece
        if piece_start >= last:
            break
        if first <= piece_start < piece_end <= last:
            found.append(piece)
            continue
        start = first if first > piece_start else piece_start
        end = last if last < piece_end else piece_end
        if start >= end:
            continue
        if piece_end - piece_start == raw_end - raw_start:
            raw = raw_start + start - piece_start
            found.append(Piece(start, end, raw, raw + end - start))
        else:
            found.append(Piece(start, end, raw_start, raw_end))
    return found


def is_file(pieces: tuple[Piece, ...]) -> bool:
    """Whether a content with these pieces is the file itself, as in plain text."""
    if len(pieces) != 1:
        return False
    start, end, raw_start, raw_end = pieces[0]
    return start == raw_start == 0 and end == raw_end


def compose(outer: tuple[Piece, ...], inner: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces of a text over a file, made from its pieces over a content and the content's over
    the file.

    Characters that `outer` inserted stay inserted, at the place of their neighbour in the file.
    """
    if is_file(inner):
        return outer
    found: list[Piece] = []
    starts = [piece.start for piece in inner]
    for start, end, middle_start, middle_end in outer:
        middle: list[Piece] = []
        if middle_start < middle_end:
            at = bisect_right(starts, middle_start) - 1
            middle = _pieces_from(inner, max(0, at), middle_start, middle_end)
        if not middle:
            at = found[-1].raw_end if found else _raw_place(inner, middle_start)
            found.append(Piece(start, end, at, at))
        elif end - start == middle_end - middle_start:
            shift = start - middle_start
            found += (
                [Piece(one + shift, two + shift, raw, reach) for one, two, raw, reach in middle]
                if shift
                else middle
            )
        else:
            raw_start = min(p.raw_start for p in middle)
            found.append(Piece(start, end, raw_start, max(p.raw_end for p in middle)))
    return tuple(found)


def _raw_place(pieces: tuple[Piece, ...], offset: int) -> int:
    if not pieces:
        return 0
    at = max(0, bisect_right(pieces, offset, key=lambda piece: piece.start) - 1)
    piece = pieces[at]
    return piece.raw_start if offset <= piece.start else piece.raw_end
