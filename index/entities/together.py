"""The passages in which an article names two entities: one sentence, one paragraph, or the two
nearest sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model.article import GLUED
from index.model.found import JointPassage
from index.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.model.article import Article, EntityId, Mention


def passages(
    articles: Iterable[Article], one: EntityId, other: EntityId
) -> tuple[tuple[JointPassage, ...], tuple[JointPassage, ...]]:
    """The passages about both entities in articles that name them; the nearest sentences if they
    only stand far apart.
    """
    near: list[JointPassage] = []
    apart: list[JointPassage] = []
    for article in articles:
        spans = together(article, one, other)
        near += [_joint(article, (span,), (one, other)) for span in spans]
        far = None if spans else nearest(article, one, other)
        if far:
            apart.append(_joint(article, far, (one, other)))
    return tuple(near), tuple(apart)


def _joint(article: Article, spans: Sequence[Span], entities: Sequence[EntityId]) -> JointPassage:
    return JointPassage(
        article.id,
        tuple((span, span.of(article.text)) for span in spans),
        tuple(name for span in spans for name in named_in(article, span, entities)),
        article.source,
        article.published,
    )


def together(article: Article, one: EntityId, other: EntityId) -> tuple[Span, ...]:
    """The sentences that name both; where there is none, the paragraphs that do."""
    mentions = article.annotations.mentions
    blocks = article.paragraphs
    if article.title_span is not None:
        blocks = (article.title_span, *blocks)
    return _naming(article.annotations.sentences, mentions, one, other) or _naming(
        blocks, mentions, one, other
    )


def nearest(article: Article, one: EntityId, other: EntityId) -> tuple[Span, Span] | None:
    """The two sentences that name them nearest to each other, in the order of the text."""
    places = {
        entity: [m.start for m in article.annotations.mentions if m.entity == entity]
        for entity in (one, other)
    }
    pairs = [(abs(a - b), min(a, b), max(a, b)) for a in places[one] for b in places[other]]
    if not pairs:
        return None
    _, first, last = min(pairs)
    found = [
        next((s for s in article.annotations.sentences if s.start <= at < s.end), Span(at, at))
        for at in (first, last)
    ]
    return found[0], found[1]


def named_in(article: Article, span: Span, entities: Sequence[EntityId]) -> tuple[Span, ...]:
    """The places in a passage where one of some entities is named, in its order."""
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
