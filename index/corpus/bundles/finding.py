"""Whether a text holds many articles, and which: the only module that knows all kinds of bundles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from index.corpus.bundles import (
    chats,
    europresse_text,
    factiva_text,
    iramuteq_corpora,
    lexis,
    proquest,
    retriever,
    reviews,
    textometry,
)
from index.corpus.bundles.parts import Part, documents_of
from index.corpus.document import Found, Lost, UnreadableError
from index.corpus.strand import Strand
from index.model.article import Loss
from index.text.signs import holds

_COUNTERS = (
    "DOCUMENT",
    "DOKUMENT",
    "End of Doc",
    "Fin du doc",
    "Ende des Dok",
    "Einde ",
    "Fin del doc",
    "Fine del doc",
    "Documents",
    " ARTICLES",
)
_DATED = ("·20", "·19", "•20")
_MARKED: tuple[tuple[tuple[str, ...], Callable[[str], Sequence[Part]]], ...] = (
    (proquest.MARKS, proquest.parts_in),
    (retriever.MARKS, retriever.parts_in),
    (_COUNTERS, lexis.parts_in),
    (factiva_text.MARKS, factiva_text.parts_in),
    (_DATED, europresse_text.parts_in),
)
"""For each kind of export the marks of which a line of one has some, and its reader."""
_MARK = 240
"""Characters of the line of a mark, at the most: marks are not sought in paragraphs."""
_HEAD = 400
_LONGEST = 1_000_000
"""The most characters of a text that may still be one article."""


def bundle(raw: str, strand: Strand, *, reviewed: bool = True) -> Iterator[Found] | None:
    """The articles of a text that holds many; None when it holds one.

    `reviewed` also looks for the borders of a press review, which only plain text has. Raises
    UnreadableError for a text as long as a book that shows no border.
    """
    style = chats.style_of(strand.text) if reviewed else None
    if style is not None:
        return chats.messages(raw, strand, style)
    parts = bundled(strand.text, reviewed=reviewed)
    if parts:
        return told(strand.text, documents_of(raw, strand, parts), len(parts))
    return None


def bundled(text: str, *, reviewed: bool = True) -> Sequence[Part]:
    """The parts of a text that holds many articles; empty when it holds one."""
    head = text[:_HEAD].lstrip("\ufeff \r\n\t")
    parts: Sequence[Part] = ()
    if head[:4] == "****" or head[:4].isdigit():
        parts = iramuteq_corpora.parts_in(text)
    elif head[:3] == "&&&" or head[:1] == "<" or head[:6] == "#TEXT ":
        parts = textometry.parts_in(text)
    if parts:
        return parts
    short = [line for line in text.splitlines() if len(line) < _MARK]
    lines = "\n".join(short)
    for marks, parts_in in _MARKED:
        if holds(lines, marks):
            parts = parts_in(text)
            if parts:
                return parts
    parts = reviews.parts_in(text, short) if reviewed else []
    if len(parts) > 1:
        return parts
    if len(text) > _LONGEST or (len(text) > _LONGEST / 5 and reviews.shows_many(text)):
        raise UnreadableError(
            "The text is as long as a book and shows no borders of articles: put a line of ===== between"
            " them, or a file each."
        )
    return []


def told(text: str, documents: Iterator[Found], number: int) -> Iterator[Found]:
    """The documents of a bundle, and a remark if it announces more articles than it holds."""
    yield from documents
    announced = lexis.announced(text)
    if announced is not None and announced > number:
        yield Lost(
            Loss.REMARK,
            "The export announces more documents than this file holds.",
            f"{number} / {announced}",
        )
