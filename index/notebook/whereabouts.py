"""Under which id an article stands now that a decision names by the one that it had."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from index.model.article import Article, ArticleId

_GAPS = 40
"""Numbers in a row that a file of many articles may lack, since what stood there was refused."""


class Whereabouts:
    """Follows an article whose file was moved, or whose file is read as several articles since.

    Called with an id and the words that a decision cites: of the articles of a file that was one article
    before, the one that holds these words is meant. An id that leads nowhere comes back as it is.
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
        """All articles that stand now in the place of one: those of its file, if that was divided."""
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
    """A text without its line breaks: where these stand may change when a file is read anew."""
    return " ".join(text.split())
