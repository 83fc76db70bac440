"""One article of a text that holds many: its place in the text, and the fields of its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.corpus.document import Document, Found, Lost
from index.corpus.fields import Field, Value, state
from index.corpus.strand import Strand, Weaver, cut
from index.model.article import Loss
from index.model.text import Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")


PARAGRAPH = 80
"""The fewest characters of a paragraph that stands in one line."""
ENDS = '.!?…»”"'
"""What a paragraph may end with."""


class Row(NamedTuple):
    """A line that is not blank, without the blanks around it."""

    text: str
    start: int
    """The offset in the text."""
    end: int
    apart: bool
    """Whether a blank line, or nothing, is above it."""


@dataclass(slots=True)
class Part:
    """The parts of one article of a text; all spans are over the text."""

    region: Span
    body: Span | None
    title: list[Span] = field(default_factory=list)
    pairs: list[tuple[Field, Value]] = field(default_factory=list)
    passed: list[Span] = field(default_factory=list)
    """Stretches of the body that are none of its text: codes of fields, lines of each page."""


def is_paragraph(line: str) -> bool:
    """Whether a line is a paragraph: long, and closed as a sentence is."""
    return len(line) >= PARAGRAPH and line[-1] in ENDS


def rows_of(text: str, span: Span | None = None) -> list[Row]:
    """The lines of a text, or of a stretch of it."""
    start, end = span or Span(0, len(text))
    found: list[Row] = []
    last = start
    for match in _LINE.finditer(text, start, end):
        line = match.group().strip()
        if not line:
            continue
        at = match.start() + match.group().index(line[0])
        between = text[last:at]
        apart = not found or between.count("\n") > 1 or "\f" in between
        found.append(Row(line, at, at + len(line), apart))
        last = at + len(line)
    return found


def documents_of(raw: str, strand: Strand, parts: Sequence[Part]) -> Iterator[Found]:
    """The lines of a text or of a stretch of it, without blank ones."""
    for part in parts:
        yield document_of_part(raw, strand, part)


def document_of_part(raw: str, strand: Strand, part: Part) -> Found:
    """The document of one part, or the loss to report if it has no text."""
    title = " ".join(" ".join(strand.text[s.start : s.end] for s in part.title).split())
    stated = state(part.pairs)
    stretches = list(_without(part.body, part.passed)) if part.body is not None else []
    if not any(strand.text[span.start : span.end].strip() for span in stretches):
        return Lost(Loss.WITHOUT_TEXT, "It has a head and no text.", title or (stated.title or ""))
    weaver = Weaver()
    for place in part.title:
        strip = cut(strand, place)
        if weaver.length:
            weaver.put(" ", strip.pieces[0].raw_start, strip.pieces[0].raw_start)
        weaver.add(strip)
    span = Span(0, weaver.length) if weaver.length else None
    body = [cut(strand, span) for span in stretches]
    if weaver.length:
        weaver.put("\n\n", body[0].pieces[0].raw_start, body[0].pieces[0].raw_start)
    for strip in body:
        weaver.add(strip)
    made = weaver.strand()
    return Document(
        raw=raw,
        region=_raw_region(strand, part.region, len(raw)),
        content=made.text,
        pieces=made.pieces,
        title=span,
        stated=stated,
        rest="metadata",
    )


def _without(body: Span, passed: Sequence[Span]) -> Iterator[Span]:
    """The stretches of a body around those that are none of its text."""
    start = body.start
    for one in sorted(passed):
        if start < one.start and one.end <= body.end:
            yield Span(start, one.start)
        if start <= one.start < body.end:
            start = one.end
    if start < body.end:
        yield Span(start, body.end)


def _raw_region(strand: Strand, region: Span, length: int) -> Span:
    """The stretch of the file from which a stretch of the text comes."""
    pieces = cut(strand, region).pieces
    if not pieces:
        return Span(0, length)
    return Span(min(piece.raw_start for piece in pieces), max(piece.raw_end for piece in pieces))


def segments(text: str, starts: Sequence[int]) -> list[Span]:
    """The stretches that begin at the given places, each up to the next one."""
    ends = [*starts[1:], len(text)]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def until(text: str, ends: Sequence[int]) -> list[Span]:
    """The stretches that end at the given places; a blank rest after the last one is left out."""
    starts = [0, *ends]
    found = [Span(start, end) for start, end in zip(starts, ends, strict=False)]
    if ends and text[ends[-1] :].strip():
        found.append(Span(ends[-1], len(text)))
    return found
