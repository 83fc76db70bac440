"""Words of a title or a subheading that the text gives again, with who says them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.model.article import HowSaid, Quote
from index.model.text import Span

_WORD = re.compile(r"[^\W_]+")
_LEAST = 3
"""Words that must return, one after the other."""
_UNSAID = (HowSaid.TITLE, HowSaid.IRONIC, None)


def recurring(text: str, quotes: Sequence[Quote], *, title: Span | None) -> tuple[Quote, ...]:
    """The quotations, those that nobody is told to say taking the speaker of the same words elsewhere."""
    open_ones = [
        q
        for q in quotes
        if q.speaker_text is None
        and q.manner in (None, HowSaid.IRONIC)
        and " " in text[q.start : q.end]
    ]
    said = [q for q in quotes if q.speaker_text is not None and q.manner not in _UNSAID]
    if not open_ones or not said:
        return tuple(quotes)
    whole: list[tuple[Quote, str]] = []
    found: dict[int, Quote] = {}
    for quote in open_ones:
        words = _words(text, quote)
        in_title = title is not None and quote.end <= title.end
        if words.count(" ") + 1 < (2 if in_title else _LEAST):
            continue
        whole = whole or [(one, text[one.start : one.end].lower()) for one in said]
        # One word tells of most quotations that they do not hold the others.
        longest = max(words.split(), key=len)
        same = [
            one
            for one, small in whole
            if longest in small and f" {words} " in f" {_words(text, one)} "
        ]
        speakers = {one.speaker or one.speaker_text for one in same}
        if len(speakers) == 1:
            found[quote.start] = replace(
                same[0], start=quote.start, end=quote.end, verb=None, resolved=True
            )
    return tuple(found.get(quote.start, quote) for quote in quotes)


def _words(text: str, quote: Quote) -> str:
    return " ".join(_WORD.findall(text[quote.start : quote.end].lower()))
