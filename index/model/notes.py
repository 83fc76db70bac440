"""What the reader kept in the notebook, as it stands in the corpus now."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.article import ArticleId, DateValue
from index.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedProof:
    """What one source gives for an entry: its exact words, and where they stand."""

    article: ArticleId
    title: str
    source: str | None
    published: DateValue
    path: str
    """Of the file now; empty when the article is gone."""
    file: str
    """The same, or the file as it was called when the words were kept."""
    span: Span | None
    """Where the words stand now; None for a whole article, or when they are no longer there."""
    kept_span: Span | None
    """Where they stood when they were kept."""
    part: str
    text: str
    gives: str
    """The value of a fact, who speaks, the form of a concordance; empty for the rest."""
    sha256: str
    """Of the file, when it was kept."""
    changed: bool
    """Whether the file is another one now, or gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """One entry of the notebook. What is told of an article is that of its first proof."""

    id: str
    kind: str
    """`passage`, `quote`, `fact`, `article`, `line` or `row`."""
    article: ArticleId
    title: str
    source: str | None
    published: DateValue
    path: str
    span: Span | None
    """Where the words stand now; None for a whole article, or when they are no longer there."""
    kept_span: Span | None
    """Where they stood when they were kept."""
    part: str
    text: str
    """The exact words; of an article, its title."""
    sha256: str
    """Of the file, when it was kept."""
    changed: bool
    """Whether one of its files is another one now, or gone."""
    label: str
    """What a fact is about, who speaks; empty where the words say it themselves."""
    verdict: str
    """How the sources stood to each other when it was kept."""
    proofs: tuple[NotedProof, ...]
    """One for each source at the least, that of the first source first."""
    note: str
    tags: tuple[str, ...]
    state: str
    """`to-read`, `read`, `kept` or `dropped`."""
    who: str
    when: str
    """ISO 8601 in UTC, of the last change."""
