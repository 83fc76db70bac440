"""Text that a mail program quoted, « > » before each line: the same text without these signs and
without the line above that says who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from index.corpus.cleaning.forwarded_mails import announces_mail
from index.corpus.strand import Strand, Weaver, cut
from index.model.text import Span

_LINE = re.compile(r"[^\n]*\n?")
_SIGNS = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_FEWEST = 3
"""The fewest quoted lines in a row; two may be a list of links."""
_WRAPPED = 40
"""The fewest characters of a line that was wrapped."""
_WIDEST = 100
"""The most characters of a line that mail programs wrap."""
_ENDS = '.!?:;»”"'
_ABOVE = 300
"""The characters above a block in which who wrote it is looked for."""


def unquoted(strand: Strand) -> Strand:
    """The text without the signs of quotation, wrapped lines joined; a list of lines that begin with
    « > » keeps them.
    """
    text = strand.text
    if text[:1] != ">" and "\n>" not in text:
        return strand
    left_out = [place for block in _blocks(text) for place in _of_block(text, block)]
    if not left_out:
        return strand
    weaver = Weaver()
    at = 0
    for span, instead in left_out:
        weaver.add(cut(strand, Span(at, span.start)))
        if instead:
            raw = cut(strand, span).pieces
            weaver.put(instead, raw[0].raw_start, raw[-1].raw_end)
        at = span.end
    weaver.add(cut(strand, Span(at, len(text))))
    return weaver.strand()


class _Quoted(NamedTuple):
    sign: Span
    """The place of the signs before the line."""
    text: str

    @property
    def end(self) -> int:
        return self.sign.end + len(self.text)


def _blocks(text: str) -> Iterator[list[_Quoted]]:
    """The runs of quoted lines."""
    block: list[_Quoted] = []
    for line in _LINE.finditer(text):
        match = _SIGNS.match(text, line.start(), line.end())
        if match is not None:
            block.append(_Quoted(Span(*match.span()), text[match.end() : line.end()].rstrip()))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _of_block(text: str, block: list[_Quoted]) -> list[tuple[Span, str]]:
    """The stretches of a block that are left out, each with what stands there instead."""
    if len(block) < _FEWEST:
        return []
    width = max(len(line.text) for line in block)
    joined = [
        width <= _WIDEST and bool(after.text) and _goes_on(line.text, after.text, width)
        for line, after in pairwise(block)
    ]
    if not any(joined) and all(line.text for line in block[1:-1]):
        return []
    above = _announcement(text, block[0].sign.start)
    found = [(above, "")] if above is not None else []
    found.append((block[0].sign, ""))
    for (line, after), follows in zip(pairwise(block), joined, strict=True):
        found.append((Span(line.end, after.sign.end), " ") if follows else (after.sign, ""))
    return found


def _announcement(text: str, at: int) -> Span | None:
    """The line above a block, or the two lines as it may be wrapped, that say who wrote it."""
    first = max(0, at - _ABOVE)
    end = start = first + len(text[first:at].rstrip())
    for _ in range(2):
        start = text.rfind("\n", first, max(first, start - 1)) + 1 or first
        if _SIGNS.match(text, start, end):
            return None
        if announces_mail(" ".join(text[start:end].split())):
            return Span(start, end)
    return None


def _goes_on(line: str, after: str, width: int) -> bool:
    """Whether a line was wrapped: the first word of the next one would not have fitted any more."""
    if len(line) < _WRAPPED:
        return False
    fits = len(line) + 1 + len(after.split(maxsplit=1)[0]) <= width
    return not fits or (line[-1] not in _ENDS and after[0].islower())
