"""What is exported, whatever the format: articles with what was found, compared or noted of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from index.interface.texts import Texts
from index.model.article import Article, ArticleId, EntityId
from index.model.comparison import Comparison
from index.model.found import Concordance, Entity, Page, Role
from index.model.halves import Halves
from index.model.notes import Noted


class Subject(StrEnum):
    """The kinds of things that can go out."""

    RESULTS = "results"
    COMPARISON = "comparison"
    CONCORDANCE = "concordance"
    ENTITY = "entity"
    NOTEBOOK = "notebook"
    HALVES = "halves"


class Share(StrEnum):
    """How much of each article's text goes out: the press has rights in it."""

    FULL = "full"
    EXCERPT = "excerpt"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that a format may write. What a subject does not have is empty."""

    subject: Subject
    title: str
    """What was asked: a query, a name, the label of an event."""
    corpus: str
    generation: str
    """When the index was built, ISO 8601: the only date of a dossier, so that it can be made again."""
    texts: Texts
    articles: tuple[Article, ...] = ()
    """In the order of the screen."""
    share: Share = Share.FULL
    page: Page | None = None
    comparison: Comparison | None = None
    concordance: Concordance | None = None
    halves: Halves | None = None
    entity: Entity | None = None
    roles: tuple[Role, ...] = ()
    among: frozenset[EntityId] | None = None
    """The only entities that a network has; None for all."""
    name_of: Callable[[EntityId], str] = str
    events: Mapping[ArticleId, str] = field(default_factory=dict)
    """The id of the event that an article reports."""
    dated_by_event: frozenset[ArticleId] = frozenset()
    """The articles without a date of their own, whose days are those of their event."""
    notes: Mapping[ArticleId, str] = field(default_factory=dict)
    noted: tuple[Noted, ...] = ()
    """The entries of the notebook, in the reader’s own order."""
    delimiter: str = ";"
    """Of tables; `;` is what a French Excel opens, with cells that begin a formula defused."""

    def written_to(self, path: object) -> str:
        """What is said once it is written."""
        if self.subject is Subject.NOTEBOOK:
            return self.texts.count(
                "{n} entry written to {path}.", "{n} entries written to {path}.",
                len(self.noted), path=path,
            )  # fmt: skip
        if self.subject is Subject.HALVES:
            return self.texts("Written: {path}", path=path)
        return self.texts.count(
            "{n} article written to {path}.", "{n} articles written to {path}.",
            len(self.articles), path=path,
        )  # fmt: skip

    def text_of(self, article: Article) -> str:
        """The body of an article as far as `share` allows, paragraphs with an empty line between."""
        if self.share is Share.NONE:
            return ""
        paragraphs = [span.of(article.text) for span in article.paragraphs]
        if self.share is Share.EXCERPT:
            return excerpt(paragraphs)
        return "\n\n".join(paragraphs)


_EXCERPT = 400
"""Characters of an excerpt."""


def excerpt(paragraphs: list[str]) -> str:
    """The beginning of an article, cut at a word."""
    text = " ".join(paragraphs)
    if len(text) <= _EXCERPT:
        return text
    return text[:_EXCERPT].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
