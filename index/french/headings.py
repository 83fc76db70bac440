"""Subheadings in quotation marks, with whoever says their words below: « - “Trop tard” - »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.model.article import HowSaid, Quote
from index.text.folding import fold

_S = r"[^\S\t-\r]"
_AFTER_DASH = re.compile(rf"(?:^|\s)[–—-]{_S}?[«“\"]{_S}?$")
_BEFORE_DASH = re.compile(rf"{_S}?[»”\"]{_S}?[–—-]")
_OPENS = re.compile(rf"(?:^|[.!?…»”\"\n])\s*[«“\"]{_S}?$")
_CLOSES = re.compile(r"[^\S\t-\r]?[»”\"]\s*(?=[A-ZÀ-Þ«“\"]|$)")
_NEAR = 8
_LONGEST = 90
"""Characters of a subheading."""
_WORD = re.compile(r"[^\W_]{4,}")
_SAME = 5
"""Letters at the beginning that are enough: « punition », « punir »."""
_UNSAID = (HowSaid.TITLE, HowSaid.IRONIC, None)


def headed(text: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotations; a subheading without a speaker gets the only one of whom a quotation holds all its words."""
    open_ones = {
        quote.start: words
        for quote in quotes
        if quote.manner in (None, HowSaid.IRONIC)
        and quote.speaker_text is None
        and quote.end - quote.start <= _LONGEST
        and (words := _words_of_heading(text, quote))
    }
    if not open_ones:
        return tuple(quotes)
    said = [
        (quote, _words(text, quote))
        for quote in quotes
        if quote.speaker_text is not None and quote.manner not in _UNSAID
    ]
    found = {}
    for start, words in open_ones.items():
        same = [quote for quote, held in said if words <= held]
        if len({quote.speaker or quote.speaker_text for quote in same}) == 1:
            found[start] = same[0]
    return tuple(
        replace(found[quote.start], start=quote.start, end=quote.end, verb=None, resolved=True)
        if quote.start in found
        else quote
        for quote in quotes
    )


def _words_of_heading(text: str, quote: Quote) -> frozenset[str]:
    """The words of a quotation that stands apart: between dashes, or two words and more on their own."""
    floor = max(0, quote.start - _NEAR)
    if _AFTER_DASH.search(text, floor, quote.start) and _BEFORE_DASH.match(text, quote.end):
        return _words(text, quote)
    if _OPENS.search(text, floor, quote.start) and _CLOSES.match(text, quote.end):
        words = _words(text, quote)
        return words if len(words) > 1 else frozenset()
    return frozenset()


def _words(text: str, quote: Quote) -> frozenset[str]:
    return frozenset(
        fold(word)[:_SAME] for word in _WORD.findall(text[quote.start : quote.end].lower())
    )
