"""The embedded engine, behind the face that `index/query/engine.py` states.

What writes and what searches are imported where they are asked for: a search loads nothing of what writes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

from index.model.article import Article, ArticleId, EntityId
from index.query.engine import IndexReader, Written, ZoneWords
from index.search.contents import WHOOSH_FOLDER
from index.search.schema import SCHEMA_VERSION, fingerprint
from index.search.zones import article_words


class EmbeddedEngine:
    """One folder a generation, one or more segments a worker."""

    schema = SCHEMA_VERSION

    def folder(self, generation: Path) -> Path:
        return generation / "search"

    def fingerprint(self) -> str:
        return fingerprint()

    def words(self, article: Article) -> list[ZoneWords]:
        return article_words(article)

    def create(self, folder: Path, *, portable: bool) -> None:
        from index.search import index_folder

        folder.mkdir(exist_ok=True)
        index_folder.create(folder, whoosh=portable)

    def portable(self, folder: Path) -> Path | None:
        found = folder / WHOOSH_FOLDER
        return found if found.is_dir() else None

    def write(
        self,
        folder: Path,
        articles: Iterable[tuple[Article, Sequence[ZoneWords]]],
        *,
        names: Callable[[EntityId], str],
    ) -> list[Written]:
        from index.search import index_folder

        return index_folder.write_segments(folder, articles, names=names)

    def publish(
        self,
        folder: Path,
        written: Iterable[Written],
        *,
        without: Collection[ArticleId] = (),
    ) -> int:
        from index.search import index_folder

        return index_folder.publish(folder, written, without=without)

    def open(
        self,
        folder: Path,
        *,
        read: Callable[[Sequence[ArticleId]], Sequence[Article]],
        name_of: Callable[[EntityId], str],
        forms_of: Callable[[EntityId], Sequence[str]],
        files: Callable[[], Mapping[str, Sequence[ArticleId]]] = dict,
    ) -> IndexReader:
        # Imported here: a build never searches.
        from index.search.searcher import Searcher

        return Searcher(folder, read=read, name_of=name_of, forms_of=forms_of, files=files)
