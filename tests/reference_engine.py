"""A slow engine with the same interface as the embedded one: all that is written stays in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

from index.errors import IndexMissingError, RecoupeError
from index.model.article import Article, ArticleId, EntityId
from index.query.engine import Written, ZoneWords
from index.search.zones import article_words
from tests.reference_reader import ReferenceReader
from tests.reference_words import Text


class ReferenceEngine:
    """Keeps the written articles in memory, by folder."""

    schema = 0

    def __init__(self) -> None:
        self._published: dict[Path, dict[ArticleId, Text]] = {}

    def folder(self, generation: Path) -> Path:
        return generation / "reference"

    def fingerprint(self) -> str:
        return "reference"

    def words(self, article: Article) -> list[ZoneWords]:
        return article_words(article)

    def create(self, folder: Path, *, portable: bool) -> None:
        self._published[folder] = {}

    def portable(self, folder: Path) -> Path | None:
        return None

    def write(
        self,
        folder: Path,
        articles: Iterable[tuple[Article, Sequence[ZoneWords]]],
        *,
        names: Callable[[EntityId], str],
    ) -> list[Written]:
        texts = [Text(article, parts) for article, parts in articles]
        return [Written(texts, len(texts))]

    def publish(
        self, folder: Path, written: Iterable[Written], *, without: Collection[ArticleId] = ()
    ) -> int:
        held = {id: text for id, text in self._published[folder].items() if id not in set(without)}
        for text in (text for one in written for text in one.segment):
            if text.article.id in held:
                raise RecoupeError("Two articles bear the id {id}.", id=text.article.id)
            held[text.article.id] = text
        self._published[folder] = held
        return len(held)

    def open(
        self,
        folder: Path,
        *,
        read: Callable[[Sequence[ArticleId]], Sequence[Article]],
        name_of: Callable[[EntityId], str],
        forms_of: Callable[[EntityId], Sequence[str]] = lambda _: (),
        files: Callable[[], Mapping[str, Sequence[ArticleId]]] = dict,
    ) -> ReferenceReader:
        if folder not in self._published:
            raise IndexMissingError("There is no index in {folder}.", folder=folder)
        texts = self._published[folder].values()
        return ReferenceReader(texts, name_of=name_of, forms_of=forms_of)
