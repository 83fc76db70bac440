"""Words of a title or a subheading that the text repeats, with their speaker."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from index.french.manners import is_label
from index.model.article import HowSaid, Quote
from index.model.text import Span

_WORD = re.compile(r"[^\W_]+")
_LEAST = 3
"""The fewest consecutive words that must be repeated."""
_MOST_LOOKED_AT = 500
"""The most quotations with a word that are compared with one without a speaker."""
_UNSAID = (HowSaid.TITLE, HowSaid.IRONIC, None)


def recurring(text: str, quotes: Sequence[Quote], *, title: Span | None) -> tuple[Quote, ...]:
    """The quotations; one without a speaker gets the speaker of the same words elsewhere."""
    open_ones = [
        q
        for q in quotes
        if q.speaker_text is None
        and q.manner in (None, HowSaid.IRONIC)
        and " " in text[q.start : q.end]
        and not is_label(text, Span(q.start, q.end))
    ]
    said = [q for q in quotes if q.speaker_text is not None and q.manner not in _UNSAID]
    if not open_ones or not said:
        return tuple(quotes)
    holders: dict[str, list[_Said]] = {}
    found: dict[int, Quote] = {}
    small = text.lower()
    for quote in open_ones:
        words = _words(text, quote).split()
        in_title = title is not None and quote.end <= title.end
        if len(words) < (2 if in_title else _LEAST):
            continue
        if any(small.count(word) < 2 for word in sorted(words, key=len, reverse=True)) and not any(
            one.start < quote.end and quote.start < one.end for one in said
        ):
            # A word of it stands nowhere else.
            continue
        holders = holders or _by_word(text, said)
        same = _first_of_one(holders, words)
        if same is not None:
            found[quote.start] = replace(
                same, start=quote.start, end=quote.end, verb=None, resolved=True
            )
    return tuple(found.get(quote.start, quote) for quote in quotes)


class _Said(NamedTuple):
    quote: Quote
    words: str


def _by_word(text: str, said: Sequence[Quote]) -> dict[str, list[_Said]]:
    """By word, the quotations with it, in order; if several say the same, the first one of each
    speaker.
    """
    holders: dict[str, list[_Said]] = {}
    told = set()
    for quote in said:
        words = _words(text, quote)
        if (words, speaker := quote.speaker or quote.speaker_text) not in told:
            told.add((words, speaker))
            held = _Said(quote, f" {words} ")
            for word in set(words.split()):
                holders.setdefault(word, []).append(held)
    return holders


def _first_of_one(holders: Mapping[str, Sequence[_Said]], words: Sequence[str]) -> Quote | None:
    """The first quotation with the words; None if several speakers say them, or nobody."""
    row = f" {' '.join(words)} "
    first: Quote | None = None
    # The word in the fewest quotations; if these are still many, the first ones are enough.
    fewest = min((holders.get(word, ()) for word in words), key=len)
    for quote, held in fewest[:_MOST_LOOKED_AT]:
        if row not in held:
            continue
        if first is not None and (quote.speaker or quote.speaker_text) != (
            first.speaker or first.speaker_text
        ):
            return None
        first = first or quote
    return first


def _words(text: str, quote: Quote) -> str:
    return " ".join(_WORD.findall(text[quote.start : quote.end].lower()))
