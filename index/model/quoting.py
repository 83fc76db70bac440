"""Who is quoted in a corpus, saying what, where and when."""

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
    """The names of others who are given the same words, here or in another article."""


@dataclass(frozen=True, slots=True)
class Quoting:
    """Somebody who is quoted, with the quotations by date, the earliest first."""

    entity: EntityId | None
    name: str
    quotes: tuple[Quoted, ...]
