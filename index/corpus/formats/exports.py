"""The common parts of press databases' exports: one article's blocks in one part of a large page."""

from __future__ import annotations

from collections.abc import Sequence

from index.corpus.document import Document, Found, Lost
from index.corpus.fields import Field, Value, state
from index.corpus.markup import Block
from index.corpus.strand import Weaver
from index.model.article import Loss
from index.model.text import Span


def export_document(
    raw: str,
    region: Span,
    *,
    title: Sequence[Block],
    body: Sequence[Block],
    pairs: Sequence[tuple[Field, Value]],
) -> Found:
    """The document of an article of an export, or the loss to report if it has no text."""
    if not body:
        name = " ".join(block.text for block in title)
        return Lost(
            Loss.WITHOUT_TEXT, "The export holds a link or a head of it, and no text.", name
        )
    weaver = Weaver()
    span = None
    for block in title:
        if weaver.length:
            place = block.strand.pieces[0].raw_start
            weaver.put(" ", place, place)
        weaver.add(block.strand)
    if weaver.length:
        span = Span(0, weaver.length)
    for block in body:
        if weaver.length:
            place = block.strand.pieces[0].raw_start
            weaver.put("\n\n", place, place)
        weaver.add(block.strand)
    strand = weaver.strand()
    return Document(
        raw=raw,
        region=region,
        content=strand.text,
        pieces=strand.pieces,
        title=span,
        stated=state(pairs),
        rest="metadata",
    )


def region_of(blocks: Sequence[Block]) -> Span:
    """The stretch from the first to the last character of some blocks."""
    return Span(blocks[0].strand.pieces[0].raw_start, blocks[-1].strand.pieces[-1].raw_end)
