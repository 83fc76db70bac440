"""Notes that Google Keep exports as pages (Takeout): one note a page, with its moment, its labels and its links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.document import Found, Lost
from index.corpus.fields import Field, Value
from index.corpus.formats.records import WITHOUT, Cell, document_of
from index.corpus.markup import Markup, paragraphs
from index.model.article import Loss
from index.model.text import Span

_NOTE = re.compile(r"<div class=\"note\b[^>]*>\s*<div class=\"heading\">")
_MOMENT = re.compile(r"\d[^<>]{6,40}\d")


def is_note(raw: str) -> bool:
    """Whether a page is such a note."""
    return '<div class="heading">' in raw[:20_000] and _NOTE.search(raw, 0, 20_000) is not None


def documents_in(raw: str, markup: Markup) -> Iterator[Found]:
    """The note of a page; its moment is when it was last kept."""
    blocks = markup.blocks
    title = [one for one in blocks if one.has_class("title")]
    text = [one for one in blocks if one.has_class("content")]
    heading = " ".join(one.text for one in blocks if one.has_class("heading"))
    moment = _MOMENT.search(heading)
    link = re.search(r"<a class=\"[^\"]*\bWEBLINK\b[^\"]*\" href=\"(?P<url>[^\"]+)\"", raw)
    pairs: list[tuple[Field, Value]] = [
        (Field.KEPT, moment.group() if moment else None),
        (Field.URL, link["url"] if link else None),
        (Field.TAGS, [" ".join(one.text.split()) for one in blocks if one.has_class("label-name")]),
    ]
    cells = [
        Cell(field, paragraphs(many))
        for field, many in ((Field.TITLE, title), (Field.TEXT, text))
        if many
    ]
    document = document_of(raw, Span(0, len(raw)), cells=cells, pairs=pairs)
    yield document or Lost(Loss.WITHOUT_TEXT, WITHOUT)
