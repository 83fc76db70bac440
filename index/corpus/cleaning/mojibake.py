"""Text that was decoded wrongly before it was saved (« dÃ©fense »), repaired letter by letter."""

from __future__ import annotations

import re
from functools import lru_cache

from index.corpus.cleaning.lines import Line
from index.corpus.strand import Strand, Weaver, cut, identity
from index.model.text import Span

_CONTINUES = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_SUSPECT = re.compile(
    # A UTF-8 sequence of two to four bytes read as Windows-1252 or Latin-1, perhaps twice.
    rf"Ã(?:ƒÂ|\u0083Â)[{_CONTINUES}]|[ÃÂÅ][{_CONTINUES} ]|â[€\u0080][{_CONTINUES}¦]|ðŸ[{_CONTINUES}]{{2}}"
)
_SIGNS = ("Ã", "Â", "â€", "â\u0080", "Å", "ðŸ")


@lru_cache(maxsize=1 << 10)
def _fixed(sequence: str) -> str:
    from ftfy import fix_encoding

    # It includes the letter before it, since a sequence alone may be too little evidence.
    return fix_encoding("e" + sequence)[1:]


def may_be_garbled(text: str) -> bool:
    """Whether a whole text may have wrongly decoded letters; most have no sign of them."""
    return any(sign in text for sign in _SIGNS)


def repair_mojibake(line: Line) -> Line:
    """A line with its wrongly decoded letters corrected; each letter keeps its place in the file.

    ftfy decides whether a line is broken at all (« SÃO PAULO » is not) and what a sequence means.
    Only the sequences themselves are changed, so that typographic quotes and the like stay as they
    are. Without ftfy the line stays unchanged.
    """
    if not may_be_garbled(line.text):
        return line
    try:
        from ftfy.badness import is_bad
    except ImportError:
        return line
    if not is_bad(line.text):
        return line
    strand = Strand(line.text, line.pieces) if line.pieces else identity(line.text, line.start)
    weaver = Weaver()
    at = 0
    for match in _SUSPECT.finditer(line.text):
        fixed = _fixed(match.group())
        if fixed == match.group() or "\ufffd" in fixed:
            continue
        weaver.add(cut(strand, Span(at, match.start())))
        origin = cut(strand, Span(match.start(), match.end())).pieces
        weaver.put(fixed, origin[0].raw_start, origin[-1].raw_end)
        at = match.end()
    weaver.add(cut(strand, Span(at, len(line.text))))
    woven = weaver.strand()
    return Line(woven.text, line.start, line.end, woven.pieces)


def repaired(text: str) -> str:
    """A stated field with its wrongly decoded letters corrected, as in the messages of Facebook."""
    return repair_mojibake(Line(text, 0, len(text))).text
