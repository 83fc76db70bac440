"""One record of a file that holds several → one document, with each field's place in the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.corpus.document import Document, Stated
from index.corpus.fields import Field, Value, state
from index.corpus.strand import Strand, Weaver
from index.model.text import Span


class Cell(NamedTuple):
    """A field's value that is text, with its way back to the file."""

    field: Field
    strand: Strand


def document_of(
    raw: str, region: Span, *, cells: Sequence[Cell], pairs: Sequence[tuple[Field, Value]]
) -> Document | None:
    """The document of a record; None when it has neither a title nor a text."""
    weaver = Weaver()
    title = next((cell.strand for cell in cells if cell.field is Field.TITLE), None)
    span = None
    if title is not None and title.text.strip():
        _add_line(weaver, title)
        span = Span(0, weaver.length)
    for cell in cells:
        if cell.field is Field.TEXT and cell.strand.text.strip():
            if weaver.length:
                at = cell.strand.pieces[0].raw_start
                weaver.put("\n\n", at, at)
            weaver.add(cell.strand)
    if not weaver.length:
        return None
    strand = weaver.strand()
    stated: Stated = state(pairs)
    return Document(
        raw=raw,
        region=region,
        content=strand.text,
        pieces=strand.pieces,
        title=span,
        stated=stated,
        rest="metadata",
    )


def _add_line(weaver: Weaver, strand: Strand) -> None:
    """A title on one line, whatever line ends its field holds."""
    for piece in strand.pieces:
        text = strand.text[piece.start : piece.end]
        flat = "".join(
            " " if char in "\r\n\t\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029" else char for char in text
        )
        weaver.put(flat, piece.raw_start, piece.raw_end)
