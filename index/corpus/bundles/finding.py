"""Whether a text holds many articles, and which: the only module that knows all kinds of bundles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from index.corpus.bundles import europresse_text, factiva_text, iramuteq_corpora, lexis, reviews
from index.corpus.bundles.parts import Part, documents_of
from index.corpus.document import Found, Lost, UnreadableError
from index.corpus.strand import Strand
from index.model.article import Loss

_KINDS: tuple[tuple[Callable[[str], bool], Callable[[str], Sequence[Part]]], ...] = (
    (
        lambda text: text.lstrip("\ufeff \r\n\t")[:4] == "****" or text.lstrip()[:4].isdigit(),
        iramuteq_corpora.parts_in,
    ),
    (
        lambda text: any(
            mark in text
            for mark in (
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
        ),
        lexis.parts_in,
    ),
    (
        lambda text: "Document " in text or "Dokument " in text or "Documento " in text,
        factiva_text.parts_in,
    ),
    (lambda text: "·20" in text or "·19" in text or "•20" in text, europresse_text.parts_in),
)
"""For each kind of export, a test whether a text may be one, and its reader."""
_LONGEST = 1_000_000
"""The most characters of a text that may still be one article."""


def bundle(raw: str, strand: Strand, *, reviewed: bool = True) -> Iterator[Found] | None:
    """The articles of a text that holds many; None when it holds one.

    `reviewed` also looks for the borders of a press review, which only plain text has. Raises
    UnreadableError for a text as long as a book that shows no border.
    """
    parts = bundled(strand.text, reviewed=reviewed)
    if parts:
        return told(strand.text, documents_of(raw, strand, parts), len(parts))
    return None


def bundled(text: str, *, reviewed: bool = True) -> Sequence[Part]:
    """The parts of a text that holds many articles; empty when it holds one."""
    for may_be, parts_in in _KINDS:
        if may_be(text):
            parts = parts_in(text)
            if parts:
                return parts
    parts = reviews.parts_in(text) if reviewed else []
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
