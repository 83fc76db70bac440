"""The present id of an article that a decision names by its former id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from index.model.article import Article, ArticleId

_GAPS = 40
"""The most consecutive numbers that may be missing in a file of many articles, since these were
refused.
"""


class Whereabouts:
    """Follows an article whose file was moved, or is now read as several articles.

    It is called with an id and the words that a decision cites. If a file was one article before
    and is several now, the article with these words is meant. An id that leads nowhere comes back
    unchanged.
    """

    def __init__(
        self,
        moves: Mapping[ArticleId, ArticleId],
        *,
        has_article: Callable[[ArticleId], bool],
        read: Callable[[Sequence[ArticleId]], Sequence[Article]],
    ) -> None:
        self._moves = moves
        self._has = has_article
        self._texts = lru_cache(maxsize=8)(
            lambda id: tuple((a.id, _words(f"{a.title} {a.text}")) for a in read(self._parts(id)))
        )

    def __call__(self, id: ArticleId, words: str = "") -> ArticleId:
        now = self._moves.get(id, id)
        if self._has(now):
            return now
        sought = _words(words)
        if not sought:
            return now
        holders = [part for part, text in self._texts(now) if sought in text]
        return holders[0] if len(holders) == 1 else now

    def all_of(self, id: ArticleId) -> tuple[ArticleId, ...]:
        """All articles that now replace one: those of its file, if that was divided."""
        now = self(id)
        return (now,) if self._has(now) else (*self._parts(now),) or (now,)

    def _parts(self, id: ArticleId) -> list[ArticleId]:
        return list(self._numbered(id))

    def _numbered(self, id: ArticleId) -> Iterator[ArticleId]:
        number = gap = 0
        while gap < _GAPS:
            number += 1
            part = ArticleId(f"{id}#{number}")
            gap = 0 if self._has(part) else gap + 1
            if not gap:
                yield part


def _words(text: str) -> str:
    """A text without its line breaks, which may change when a file is read again."""
    return " ".join(text.split())
