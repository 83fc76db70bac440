"""Stretches of articles that a decision names, found again in the present text."""

from __future__ import annotations

from collections.abc import Sequence

from index.model.article import Article
from index.model.comparison import Passage
from index.model.text import Span
from index.notebook.decisions import Cited

_FIRST_WORDS = 80


def cite(article: Article, span: Span) -> Cited:
    start, end = span
    text = article.text[start : min(end, start + _FIRST_WORDS)]
    return Cited(article=article.id, span=(start, end), text=text)


def cited_passages(passages: Sequence[Passage], articles: Sequence[Article]) -> tuple[Cited, ...]:
    by_id = {article.id: article for article in articles}
    return tuple(
        cite(by_id[passage.article], span) for passage in passages for span in passage.spans
    )


def located(cited: Cited, article: Article) -> Span | None:
    """The present place of a stretch; None if its first words are no longer in the text."""
    start, end = cited.span
    if article.text.startswith(cited.text, start):
        return Span(start, min(end, len(article.text)))
    found = article.text.find(cited.text)
    return Span(found, min(found + end - start, len(article.text))) if found >= 0 else None
