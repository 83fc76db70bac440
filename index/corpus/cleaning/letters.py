"""Unusual forms of letters, replaced by plain ones: accents apart from their letter (NFD),
ligatures of a typesetter (ﬁ), entities left in plain text (&eacute;), and invisible signs inside
words (soft hyphens, joiners). Each keeps its place in the file.
"""

from __future__ import annotations

import html
import re
import unicodedata

from index.corpus.cleaning.lines import Line
from index.corpus.strand import Strand, Weaver, cut, identity
from index.model.text import Span
from index.text.signs import holds

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_COMBINING = "\u0300-\u036f"
_LIGATURES = "\ufb00-\ufb06"
_WIDE = "\uff01-\uff5e\U0001d400-\U0001d7ff\u02bc"
"""Letters of full width, bold and slanted letters of mathematics, the modifier apostrophe."""
_ROUNDABOUT = re.compile(
    rf"[^\W\d_][{_COMBINING}{_UNSEEN}]*[{_COMBINING}][{_COMBINING}{_UNSEEN}]*"
    rf"|[{_LIGATURES}{_WIDE}]+[{_UNSEEN}]*"
    r"|&(?:[A-Za-z]{2,8}|\#\d{2,5}|\#x[0-9A-Fa-f]{2,5});"
    # They stay with the letter before or after them, so that the map to the source has no gap.
    rf"|[^\s{_UNSEEN}][{_UNSEEN}]+|[{_UNSEEN}]+[^\s{_UNSEEN}]"
)
_MAY_HOLD = re.compile(rf"[{_COMBINING}{_UNSEEN}{_LIGATURES}{_WIDE}]|&[\w#]+;")
_SINGLE = (*_UNSEEN, "\u02bc")
_LEADS = (b"\xcc", b"\xcd", b"\xef", b"\xf0\x9d")
"""With which bytes in UTF-8 accents apart, ligatures, and letters of full width and of mathematics begin."""
_SHY = dict.fromkeys(map(ord, _UNSEEN))
_JOINED_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]")


def may_be_roundabout(text: str) -> bool:
    """Whether a whole text may have any letter that is not plain; most have none.

    Single signs and bytes are found many times faster than one of a class of characters.
    """
    if "&" in text or holds(text, _SINGLE):
        return True
    if text.isascii() or not holds(text.encode("utf-8", "surrogatepass"), _LEADS):
        return False
    return _MAY_HOLD.search(text) is not None


def plain_letters(line: Line) -> Line:
    """A line with plain letters; the line itself if they are plain already."""
    if (line.text.isascii() and "&" not in line.text) or not _MAY_HOLD.search(line.text):
        return line
    strand = Strand(line.text, line.pieces) if line.pieces else identity(line.text, line.start)
    weaver = Weaver()
    at = 0
    for match in _ROUNDABOUT.finditer(line.text):
        written = match.group()
        plain = _plain(written)
        if plain == written or not plain:
            continue
        weaver.add(cut(strand, Span(at, match.start())))
        origin = cut(strand, Span(match.start(), match.end())).pieces
        weaver.put(plain, origin[0].raw_start, origin[-1].raw_end)
        at = match.end()
    if not at:
        return line
    weaver.add(cut(strand, Span(at, len(line.text))))
    woven = weaver.strand()
    return Line(woven.text, line.start, line.end, woven.pieces)


def _plain(written: str) -> str:
    if written[0] == "&":
        char = html.unescape(written)
        # An escaped sign of markup was written on purpose and stays; so does a text that is no
        # entity.
        return (
            written
            if char in "<>&\n\r\t" or (not char.isprintable() and char != "\u00a0")
            else char
        )
    if _JOINED_EMOJI.search(written):
        return written
    seen = written.translate(_SHY)
    if re.search(f"[{_LIGATURES}{_WIDE}]", seen):
        return unicodedata.normalize("NFKC", seen).replace("\u02bc", "’")
    return unicodedata.normalize("NFC", seen)
