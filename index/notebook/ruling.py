"""The effect of all decisions on one generation: who is who, and which decisions do not apply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from index.model.article import (
    GLUED,
    Article,
    ArticleId,
    DateValue,
    EntityId,
    Kind,
    Mention,
    Quote,
)
from index.model.surface import glued_word, surface
from index.notebook.decisions import (
    Decision,
    FactJudged,
    Grouping,
    RowVerdict,
)

READER = "reader"
"""`Mention.by` of what the reader accepted."""


class Unapplied(NamedTuple):
    """A decision that this generation gives no occasion for."""

    decision: Decision
    why: str
    """A short English reason; the interface translates it."""


class Joined(NamedTuple):
    entity: EntityId
    into: EntityId


class Divided(NamedTuple):
    entity: EntityId
    into: EntityId
    forms: frozenset[str]
    articles: frozenset[ArticleId]


@dataclass(slots=True)
class Ruling:
    """The answers; every id that is asked about is one of the generation."""

    finals: dict[EntityId, EntityId] = field(default_factory=dict)
    """Entity → the one that all its mentions count as; `divided` ones are not in it."""
    divided: set[EntityId] = field(default_factory=set)
    """Entities whose mentions must be looked at one by one."""
    created: set[EntityId] = field(default_factory=set)
    """Ids that the reader made by a split."""
    names: dict[EntityId, str] = field(default_factory=dict)
    kinds: dict[EntityId, Kind] = field(default_factory=dict)
    hidden: set[EntityId] = field(default_factory=set)
    apart: set[frozenset[EntityId]] = field(default_factory=set)
    one_person: dict[EntityId, set[ArticleId]] = field(default_factory=dict)
    """Names that stand for one person, with the articles that seemed to be about another."""
    slips: dict[tuple[EntityId, str], bool] = field(default_factory=dict)
    """Entity of the generation and glued word → whether it counts."""
    dates: dict[ArticleId, DateValue] = field(default_factory=dict)
    rows: list[RowVerdict] = field(default_factory=list)
    facts: list[FactJudged] = field(default_factory=list)
    groupings: list[Grouping] = field(default_factory=list)
    """The decisions about events, with only the articles that are there."""
    unapplied: list[Unapplied] = field(default_factory=list)
    steps: list[Joined | Divided] = field(default_factory=list)

    def final(self, entity: EntityId, form: str, article: ArticleId) -> EntityId:
        """The entity that a mention means; the mention is given as it was recognised, with its spelling and its article."""
        if entity not in self.divided:
            return self.finals.get(entity, entity)
        for step in self.steps:
            if entity != step.entity:
                continue
            if isinstance(step, Joined) or (
                (not step.forms or form in step.forms)
                and (not step.articles or article in step.articles)
            ):
                entity = step.into
        return entity

    def parted(self, entity: EntityId) -> frozenset[ArticleId]:
        """The articles that the reader split from an entity or, asked, left to it."""
        split = (
            step.articles
            for step in self.steps
            if isinstance(step, Divided) and step.entity == entity
        )
        return frozenset().union(self.one_person.get(entity, ()), *split)

    def article(self, article: Article) -> Article:
        """The article with the reader's decisions."""
        found = article.annotations
        mentions = self._mentions(found.mentions, article, article.text)
        led = self._mentions(found.lead_mentions, article, article.description or "")
        quotes = tuple(self._quote(quote, article) for quote in found.quotes)
        published = self.dates.get(article.id, article.published)
        annotations = replace(found, mentions=mentions, lead_mentions=led, quotes=quotes)
        if (annotations, published) == (found, article.published):
            return article
        return replace(article, annotations=annotations, published=published)

    def _mentions(
        self, mentions: Sequence[Mention], article: Article, text: str
    ) -> tuple[Mention, ...]:
        """The mentions in a text of the article as the reader decided."""
        changed = (self._mention(mention, article, text) for mention in mentions)
        return tuple(mention for mention in changed if mention is not None)

    def _mention(self, mention: Mention, article: Article, text: str) -> Mention | None:
        by = mention.by
        if by == GLUED:
            verdict = self.slips.get((mention.entity, glued_word(text, mention)))
            if verdict is False:
                return None
            by = READER if verdict else by
        form = surface(text, mention.start, mention.end)
        entity = self.final(mention.entity, form, article.id)
        if entity in self.hidden:
            return None
        kind = self.kinds.get(entity, mention.kind)
        if (entity, kind, by) == (mention.entity, mention.kind, mention.by):
            return mention
        return Mention(mention.start, mention.end, entity, kind, by)

    def _quote(self, quote: Quote, article: Article) -> Quote:
        if quote.speaker is None:
            return quote
        form = surface(article.text, *quote.speaker_span) if quote.speaker_span else ""
        speaker = self.final(quote.speaker, form, article.id)
        if speaker in self.hidden:
            return replace(quote, speaker=None)
        return quote if speaker == quote.speaker else replace(quote, speaker=speaker)
