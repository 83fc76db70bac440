"""What the reader kept in the notebook, as it stands in the corpus now."""

from __future__ import annotations

from dataclasses import dataclass

from index.model.article import ArticleId, DateValue
from index.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """One entry of the notebook."""

    id: str
    kind: str
    """`passage`, `quote`, `fact`, `article` or `line`."""
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
    """Whether the file is another one now."""
    note: str
    tags: tuple[str, ...]
    state: str
    """`to-read`, `read`, `kept` or `dropped`."""
    who: str
    when: str
    """ISO 8601 in UTC, of the last change."""
