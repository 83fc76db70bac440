"""Where an article names two entities together: in one sentence, or else in one paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model.article import GLUED
from index.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.model.article import Article, EntityId, Mention


def together(article: Article, one: EntityId, other: EntityId) -> tuple[Span, ...]:
    """The sentences that name both; where there is none, the paragraphs that do."""
    mentions = article.annotations.mentions
    blocks = article.paragraphs
    if article.title_span is not None:
        blocks = (article.title_span, *blocks)
    return _naming(article.annotations.sentences, mentions, one, other) or _naming(
        blocks, mentions, one, other
    )


def named_in(article: Article, span: Span, entities: Sequence[EntityId]) -> tuple[Span, ...]:
    """Where a passage names any of some entities, in its order."""
    return tuple(
        Span(mention.start, mention.end)
        for mention in article.annotations.mentions
        if mention.entity in entities and span.start <= mention.start and mention.end <= span.end
    )


def _naming(
    spans: Sequence[Span], mentions: Sequence[Mention], one: EntityId, other: EntityId
) -> tuple[Span, ...]:
    starts = {
        entity: [m.start for m in mentions if m.entity == entity and m.by != GLUED]
        for entity in (one, other)
    }
    return tuple(
        span
        for span in spans
        if all(any(span.start <= start < span.end for start in at) for at in starts.values())
    )
