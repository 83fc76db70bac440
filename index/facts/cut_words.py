"""The words of a source, cut for a label or down to what they say."""

from __future__ import annotations

from index.model.text import Span

LABEL = 40
"""The most characters of a label made of the words of a source."""


def short_words(told: str) -> str:
    """The words of a source as a label."""
    words = " ".join(told.split()).strip(" ,;:«»")
    return words if len(words) <= LABEL else f"{words[: LABEL - 2].rstrip()}…"


def trimmed(text: str, span: Span) -> Span:
    """A span without the signs at its ends."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)
