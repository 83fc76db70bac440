"""The speakers quoted in a corpus, with their words, places and days."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.article import ArticleId, DateValue, EntityId, Said


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation, with the article that gives it."""

    article: ArticleId
    source: str | None
    published: DateValue
    said: Said
    text: str
    also: tuple[str, ...] = ()
    """The names of others who are said to have spoken the same words, here or in another article."""


@dataclass(frozen=True, slots=True)
class Quoting:
    """A speaker, with the quotations by date, the earliest first."""

    entity: EntityId | None
    name: str
    quotes: tuple[Quoted, ...]
