"""Positions in a text, and the map between the file's text and the reader's text."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range `[start, end)` in Unicode code points of one named text."""

    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted(self, offset: int) -> Span:
        return Span(self.start + offset, self.end + offset)


class Piece(NamedTuple):
    """A stretch of the clean text and the stretch of the raw text that it comes from.

    If they have the same length, they correspond character by character; if not (an HTML entity, a
    repaired encoding), they correspond as wholes. An empty raw stretch marks characters that
    cleaning inserted at that place.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int


class TextMap:
    """The exact map between clean and raw text: pieces in the order of the clean text, without
    gaps.

    The pieces cover the whole clean text. Their raw stretches need not be in order: a title may
    stand at the end of a file.
    """

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self.pieces = pieces
        self._starts = [piece.start for piece in pieces]

    def raw_span(self, span: Span) -> Span:
        """The smallest raw stretch that holds the origins of all characters of a clean span.

        For an inserted character this is the empty place where it was inserted.
        """
        if not self.pieces:
            return Span(0, 0)
        first = self._piece_at(span.start)
        last = self._piece_at(max(span.start, span.end - 1))
        start = _raw_offset(first, span.start)
        end = _raw_end(last, max(span.start, span.end))
        return Span(min(start, end), max(start, end))

    def _piece_at(self, offset: int) -> Piece:
        return self.pieces[max(0, bisect_right(self._starts, offset) - 1)]


def _raw_offset(piece: Piece, offset: int) -> int:
    if piece.end - piece.start == piece.raw_end - piece.raw_start:
        return piece.raw_start + offset - piece.start
    return piece.raw_start


def _raw_end(piece: Piece, offset: int) -> int:
    if piece.end - piece.start == piece.raw_end - piece.raw_start:
        return piece.raw_start + offset - piece.start
    return piece.raw_end
