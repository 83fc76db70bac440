"""The journalist's own words: those of title and lead that nobody quoted says."""

from __future__ import annotations

from collections.abc import Sequence

from index.compare.statements import Statement
from index.model.article import Article
from index.model.comparison import Passage
from index.model.text import Span


def own_words(
    articles: Sequence[Article], sides: Sequence[Sequence[Statement]]
) -> tuple[Passage, ...]:
    """For each article, the words of its title and first paragraph that stand in no quotation.

    The quotations of all sources count; names, dates and figures are nobody's own words.
    """
    quoted = {
        stem
        for side in sides
        for statement in side
        for token, stem in zip(statement.tokens, statement.stems, strict=True)
        if stem and _within(statement.quoted, token.start)
    }
    return tuple(
        Passage(article.id, _of_article(article, side, quoted))
        for article, side in zip(articles, sides, strict=True)
    )


def _of_article(article: Article, side: Sequence[Statement], quoted: set[str]) -> tuple[Span, ...]:
    lead_end = article.paragraphs[0].end if article.paragraphs else 0
    found = []
    for statement in side:
        if not statement.in_title and statement.span.start >= lead_end:
            break
        named = [
            Span(item.start, item.end)
            for items in (statement.mentions, statement.dates, statement.quantities)
            for item in items
        ]
        for token, stem in zip(statement.tokens, statement.stems, strict=True):
            if stem and stem not in quoted and not _within(named, token.start):
                found.append(Span(token.start, token.end))
    return tuple(found)


def _within(spans: Sequence[Span], position: int) -> bool:
    return any(span.start <= position < span.end for span in spans)
