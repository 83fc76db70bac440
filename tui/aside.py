"""Where in the clean text each stretch belongs that was set aside, and why in the reader's words."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from index.interface.texts import Texts
from index.model.article import Article
from index.model.text import Span, TextMap


class Aside(NamedTuple):
    """A stretch of the file that is no part of the article."""

    text: str
    reason: str


def asides_by_place(article: Article) -> dict[int, list[Aside]]:
    """What was set aside, by the number of the paragraph that it follows in the file; -1: before.

    A stretch follows the paragraph in or after which it stands in the file.
    """
    ways = TextMap(article.pieces)
    starts = sorted(
        (ways.raw_span(Span(paragraph.start, paragraph.start + 1)).start, number)
        for number, paragraph in enumerate(article.paragraphs)
    )
    raw_starts = [start for start, _ in starts]
    placed: dict[int, list[Aside]] = {}
    for aside, text in zip(article.set_aside, article.set_aside_texts, strict=False):
        if text.strip():
            at = bisect_right(raw_starts, aside.raw_start) - 1
            number = starts[at][1] if at >= 0 else -1
            placed.setdefault(number, []).append(Aside(text, aside.reason))
    return placed


def reason_in_words(t: Texts, reason: str) -> str:
    """The reason in the reader's language; as it is where the catalogue does not know it."""
    return t(reason)
