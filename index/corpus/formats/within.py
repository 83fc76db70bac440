"""A document from a stretch of a longer text, such as one page of an archive, with places in the
whole.
"""

from __future__ import annotations

from dataclasses import replace

from index.corpus.document import Document
from index.model.article import SetAside
from index.model.text import Piece


def moved(document: Document, raw: str, offset: int) -> Document:
    """The document with its places over `raw`, in which its own text begins at `offset`."""
    return replace(
        document,
        raw=raw,
        region=document.region.shifted(offset),
        pieces=tuple(
            Piece(p.start, p.end, p.raw_start + offset, p.raw_end + offset) for p in document.pieces
        ),
        aside=tuple(
            SetAside(a.raw_start + offset, a.raw_end + offset, a.reason, a.signs)
            for a in document.aside
        ),
        told=tuple(span.shifted(offset) for span in document.told),
    )
