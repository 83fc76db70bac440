"""Every occurrence in its context, one a line (KWIC): it shows how a word is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from index.model.article import Article
from index.model.found import ConcordanceLine
from index.model.text import Span
from index.search.excerpts import one_line
from index.search.marking import Marker, without_overlap
from index.search.zones import zone_texts

CONTEXT = 60
"""Characters on each side."""


def lines_of(article: Article, marker: Marker) -> Iterator[ConcordanceLine]:
    """The occurrences in the text of one article, in order."""
    for part in zone_texts(article):
        if part.start is None:
            continue
        for span in without_overlap(marker.marks(article, part)):
            before = part.text[max(0, span.start - CONTEXT) : span.start]
            after = part.text[span.end : span.end + CONTEXT]
            yield ConcordanceLine(
                article=article.id,
                span=Span(span.start, span.end).shifted(part.start),
                left=one_line(_from_a_word(before, cut=span.start > CONTEXT)),
                form=one_line(span.of(part.text)),
                right=one_line(_to_a_word(after, cut=span.end + CONTEXT < len(part.text))),
                source=article.source,
                published=article.published,
            )


def occurrences(
    articles: Iterable[Article], marker_of: Callable[[Article], Marker], *, most: int
) -> tuple[list[ConcordanceLine], int]:
    """The lines of the first articles that together give at least `most`, and the number of these
    articles.
    """
    lines: list[ConcordanceLine] = []
    read = 0
    for article in articles:
        lines.extend(lines_of(article, marker_of(article)))
        read += 1
        if len(lines) >= most:
            break
    return lines, read


def _from_a_word(text: str, *, cut: bool) -> str:
    """The text without the half word at its beginning."""
    _, space, rest = text.partition(" ")
    return rest if cut and space else text


def _to_a_word(text: str, *, cut: bool) -> str:
    rest, space, _ = text.rpartition(" ")
    return rest if cut and space else text
