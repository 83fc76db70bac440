"""Pages of DokuWiki (« ====== Titre ====== »): links by their words, without the marks; a press review at its headings.

Marks as DokuWiki documents them (https://www.dokuwiki.org/wiki:syntax).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.bundles.parts import documents_of, rows_of
from index.corpus.bundles.review_heads import outlet_and_date
from index.corpus.bundles.review_parts import part_of
from index.corpus.document import Document, Found
from index.corpus.strand import Strand, Weaver, compose
from index.model.text import Span

_HEADING = re.compile(
    r"^(?P<sign>={2,6})[ \t]*(?P<text>[^=\n\r]{1,200}?)[ \t]*(?P=sign)[ \t]*\r?$", re.MULTILINE
)
_MARK = re.compile(
    r"\[\[(?P<link>[^\[\]|\n]{1,500})(?:\|(?P<label>[^\[\]\n]{1,300}))?\]\]|\{\{[^{}\n]{1,500}\}\}|\(\([^()\n]{1,2000}\)\)"
    r"|\*\*(?P<bold>[^*\n]{1,500})\*\*|(?<![:/])//(?P<italic>[^/\n]{1,500}?)(?<!:)//|__(?P<under>[^_\n]{1,500})__|''(?P<mono>[^'\n]{1,300})''|\\\\(?=\s)"
)
_SHOWN = ("label", "bold", "italic", "under", "mono", "link")
_NEAR = 2
"""How many rows below a heading the outlet and the day stand, at the most."""


def is_page(text: str) -> bool:
    """Whether a text begins with such a heading."""
    first = _HEADING.match(text.lstrip("\ufeff \r\n\t")) if "==" in text[:400] else None
    return first is not None


def documents(raw: str, strand: Strand) -> Iterator[Found]:
    """The page, or the articles below those of its headings that have an outlet and a day below them."""
    shown, heads = _shown(strand)
    rows = rows_of(shown.text)
    starts = [at for at, row in enumerate(rows) if row.start in heads]
    dated = [
        at
        for at in starts
        if any(outlet_and_date(row.text) for row in rows[at + 1 : at + 1 + _NEAR])
    ]
    if len(dated) > 1:
        pieces = [rows[a:b] for a, b in zip(dated, [*dated[1:], len(rows)], strict=True)]
        parts = [part for piece in pieces if (part := part_of(shown.text, piece)) is not None]
        yield from documents_of(raw, shown, parts)
        return
    title = Span(rows[0].start, rows[0].end) if rows and rows[0].start in heads else None
    region = Span(strand.pieces[0].raw_start, strand.pieces[-1].raw_end)
    yield Document(raw=raw, region=region, content=shown.text, pieces=shown.pieces, title=title)


def _shown(strand: Strand) -> tuple[Strand, set[int]]:
    """The text without marks, and where its headings begin in it."""
    text = strand.text
    weaver, heads = Weaver(), set()
    at = 0
    marks = sorted((*_HEADING.finditer(text), *_MARK.finditer(text)), key=lambda mark: mark.start())
    for mark in marks:
        if mark.start() < at:
            continue
        weaver.take(text[at : mark.start()], at)
        if mark.re is _HEADING:
            heads.add(weaver.length)
            weaver.take(mark["text"], mark.start("text"))
        else:
            name = next((one for one in _SHOWN if mark[one] is not None), None)
            if name is not None:
                weaver.take(mark[name], mark.start(name))
        at = mark.end()
    weaver.take(text[at:], at)
    seen = weaver.strand()
    return Strand(seen.text, compose(seen.pieces, strand.pieces)), heads
