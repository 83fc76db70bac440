"""What a day or an hour is told of: the words that govern it."""

from __future__ import annotations

import re
from bisect import bisect_left

from index.compare.statements import Statement
from index.model.text import Span
from index.text.folding import fold

_FEW = 5
"""The content words before a day among which the one that governs it stands."""
_LETTERS = 5
"""The letters by which « ouverture » and « ouvrir », « présenté » and « présentation » are one."""
_PAUSE = re.compile(r"[;:.()\n]")


def governors(statement: Statement, span: Span, text: str) -> frozenset[str]:
    """The beginnings of the last words before a span, or of the first behind it where none stands before."""
    words = [
        (token.start, fold(token.exact)[:_LETTERS])
        for token, stem in zip(statement.tokens, statement.stems, strict=True)
        if stem
        and not stem[0].isdigit()
        and stem not in _IDLE
        and not any(day.start <= token.start < day.end for day in statement.dates)
    ]
    at = bisect_left(words, (span.start, ""))
    before = [
        word
        for start, word in words[max(0, at - _FEW) : at]
        if not _PAUSE.search(text, start, span.start)
    ]
    if before:
        return frozenset(before)
    behind = [(start, word) for start, word in words[at:] if start >= span.end][:_FEW]
    return frozenset(word for start, word in behind if not _PAUSE.search(text, span.end, start))


_IDLE = frozenset(("compt", "part", "dat"))
"""Stems of « à compter de », « à partir de », « à la date de »."""
