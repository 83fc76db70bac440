"""The entries of the reader's notebook, with their places in the present corpus."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.article import ArticleId, DateValue
from index.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedProof:
    """The proof of an entry from one source: its exact words and their place."""

    article: ArticleId
    title: str
    source: str | None
    published: DateValue
    path: str
    """The path of the file now; empty if the article no longer exists."""
    file: str
    """The same, or the name of the file when the words were kept."""
    span: Span | None
    """The present place of the words; None for a whole article, or if they are no longer there."""
    kept_span: Span | None
    """The place of the words when they were kept."""
    part: str
    text: str
    gives: str
    """The value of a fact, the speaker, the form of a concordance; empty otherwise."""
    sha256: str
    """The digest of the file when it was kept."""
    changed: bool
    """Whether the file has changed since, or no longer exists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """One entry of the notebook. The fields about an article belong to its first proof."""

    id: str
    kind: str
    """`passage`, `quote`, `fact`, `article`, `line` or `row`."""
    article: ArticleId
    title: str
    source: str | None
    published: DateValue
    path: str
    span: Span | None
    """The present place of the words; None for a whole article, or if they are no longer there."""
    kept_span: Span | None
    """The place of the words when they were kept."""
    part: str
    text: str
    """The exact words; for an article, its title."""
    sha256: str
    """The digest of the file when it was kept."""
    changed: bool
    """Whether one of its files has changed since, or no longer exists."""
    label: str
    """The subject of a fact, or the speaker; empty if the words say it themselves."""
    verdict: str
    """The verdict on the sources when it was kept."""
    proofs: tuple[NotedProof, ...]
    """At least one proof for each source, that of the first source first."""
    note: str
    tags: tuple[str, ...]
    state: str
    """`to-read`, `read`, `kept` or `dropped`."""
    who: str
    when: str
    """The time of the last change, ISO 8601 in UTC."""
