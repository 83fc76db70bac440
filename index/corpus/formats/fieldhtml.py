"""HTML inside a field of a record: the text that a reader would see, with its map to the file."""

from __future__ import annotations

import re

from index.corpus.markup import read_markup
from index.corpus.strand import Strand, Weaver, compose

_ELEMENT = re.compile(
    r"<(?:p|div|br|h[1-6]|a|ul|ol|li|article|section|span|strong|em|b|i|u|blockquote|figure|img"
    r"|table|html|body|hl2)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
_UNREAD = ("figcaption", "nav", "footer", "form", "button")


def holds_html(text: str) -> bool:
    """Whether a field contains HTML."""
    return ("<" in text and _ELEMENT.search(text) is not None) or (
        "&" in text and _ENTITY.search(text) is not None
    )


def without_html(strand: Strand) -> Strand:
    """The text of a field whose content is HTML, a paragraph for each of its blocks."""
    if not holds_html(strand.text):
        return strand
    by_line = not _ELEMENT.search(strand.text)
    weaver = Weaver()
    for block in read_markup(strand.text).blocks:
        if block.inside(*_UNREAD):
            continue
        if weaver.length:
            at = block.strand.pieces[0].raw_start
            weaver.put("\n\n", at, at)
        weaver.add(block.strand)
    if by_line:
        # Without elements, line ends are the author's own, and only entities are resolved.
        weaver = _resolved(strand.text)
    seen = weaver.strand()
    return Strand(seen.text, compose(seen.pieces, strand.pieces))


def _resolved(text: str) -> Weaver:
    import html

    weaver = Weaver()
    at = 0
    for match in _ENTITY.finditer(text):
        weaver.take(text[at : match.start()], at)
        weaver.put(html.unescape(match.group()), match.start(), match.end())
        at = match.end()
    weaver.take(text[at:], at)
    return weaver
