"""The one face of a corpus: open it, search it, read it, hold its articles against each other."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

from index.corpus.folder import find_file
from index.errors import ArticleUnknownError, CorpusError, QueryError, RecoupeError
from index.model.article import Article, ArticleId, EntityId, Unread
from index.model.found import (
    Concordance,
    Entity,
    Facet,
    FacetEntry,
    Filter,
    Neighbours,
    Overview,
    Page,
    SearchRequest,
)
from index.search.concordance import MOST_LINES
from index.search.language.parser import parse
from index.search.searcher import Searcher
from index.search.sought import positive_leaves
from index.shelf.articles import ArticleReader
from index.shelf.entities import EntityTally, load_entities
from index.shelf.generations import Generation, Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.model.comparison import Comparison
    from index.model.text import Span
    from index.places import Places

MOST_COMPARED = 4


class Library:
    """A corpus through one generation of its index. Belongs to the thread that opened it."""

    def __init__(self, places: Places, generation: Generation) -> None:
        self.places = places
        self.generation = generation
        self._articles = ArticleReader(generation.folder)
        self._searcher = Searcher(
            generation.folder / "whoosh",
            read=self._articles.articles,
            name_of=self.name_of,
            forms_of=self._forms_of,
        )

    @classmethod
    def open(cls, places: Places) -> Library:
        """The corpus through the generation in use. Raises IndexMissingError without one."""
        return cls(places, Shelf(places.index).require())

    def is_current(self) -> bool:
        """Whether no newer generation has been put in use since this one was opened."""
        current = Shelf(self.places.index).current()
        return current is not None and current.folder == self.generation.folder

    def overview(self) -> Overview:
        years = [int(entry.id) for entry in self.entries("", Facet.YEAR) if entry.id]
        return Overview(
            corpus=self.places.settings.name or self.places.corpus.name,
            articles=self.generation.manifest.articles,
            sources=sum(bool(entry.id) for entry in self.entries("", Facet.SOURCE)),
            first_year=min(years, default=None),
            last_year=max(years, default=None),
            unread=self.generation.manifest.skipped,
        )

    def search(self, request: SearchRequest) -> Page:
        """A page of hits with facets. Raises QueryError for what cannot be understood."""
        return self._searcher.search(request)

    def entries(
        self, query: str, facet: Facet, *, filters: Sequence[Filter] = ()
    ) -> tuple[FacetEntry, ...]:
        """All values of one facet over what is found, most frequent first; a page has the first ones."""
        return self._searcher.entries(query, facet, filters=filters)

    def concordance(
        self,
        query: str,
        *,
        by: Neighbours = Neighbours.RIGHT,
        filters: Sequence[Filter] = (),
        most: int = MOST_LINES,
    ) -> Concordance:
        """Every occurrence in its context, sorted and counted by a neighbour, form, source or date.

        With more lines than `most`, those of the newest articles. Raises QueryError for a query that
        cannot be understood or asks for no word.
        """
        if not any(positive_leaves(parse(query, finished=True))):
            raise QueryError(
                "This query names no word whose occurrences could be listed.",
                column=1,
                advice="Add one: gantz date:2022.",
            )
        return self._searcher.concordance(query, by=by, filters=filters, most=most)

    def matches(self, query: str, article: Article) -> tuple[Span, ...]:
        """Where the words of a query stand in the clean text of an article."""
        return self._searcher.matches(query, article)

    def article(self, id: ArticleId) -> Article:
        """Raises ArticleUnknownError, which names the nearest id."""
        try:
            return self._articles.article(id)
        except ArticleUnknownError as error:
            raise self._unknown(id) from error

    def ids(self) -> tuple[ArticleId, ...]:
        return self._articles.ids()

    def raw_text(self, id: ArticleId) -> str:
        """The decoded content of an article's file, which raw offsets speak of.

        Raises CorpusError when the file is gone or has changed since it was read.
        """
        # Imported here: all readers of formats, which searching does without.
        from index.corpus.reading import raw_text

        article = self.article(id)
        path = find_file(self.places.corpus, article.path)
        if path is None:
            raise CorpusError("{path} is no longer in the corpus.", path=article.path)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CorpusError(
                "{path} cannot be read any more: {cause}.", path=path, cause=error.strerror
            ) from error
        if hashlib.sha256(data).hexdigest() != article.sha256:
            raise CorpusError(
                "{path} has changed since it was read.",
                advice="Bring the index up to date with: recoupe update",
                path=article.path,
            )
        return raw_text(data, article.encoding)

    def entities(self) -> tuple[Entity, ...]:
        """The people, organisations, places… of the corpus, most articles first."""
        return self._entities

    def entities_of(self, id: ArticleId) -> tuple[Entity, ...]:
        """Those of one article, with their forms and counts in it."""
        tally = EntityTally()
        tally.add(self.article(id))
        for entity in tally.articles:
            if found := self._entities_by_id.get(entity):
                tally.names[entity] = found.name
                tally.known.update([entity] if found.known else [])
        return tally.entities()

    def name_of(self, entity: EntityId) -> str:
        found = self._entities_by_id.get(entity)
        return found.name if found else entity

    def compare(self, ids: Sequence[ArticleId]) -> Comparison:
        """Two to four different articles, statement by statement."""
        # Imported here: reading and searching do without it, and the room opens sooner.
        from index.compare.comparison import compare

        if not 2 <= len(set(ids)) == len(ids) <= MOST_COMPARED:
            raise RecoupeError("Name two to four different articles to compare.")
        return compare([self.article(id) for id in ids], name_of=self.name_of)

    def unread(self) -> tuple[Unread, ...]:
        """Files that gave no article, and why."""
        return self._articles.unread()

    def close(self) -> None:
        self._searcher.close()
        self._articles.close()

    @cached_property
    def _entities(self) -> tuple[Entity, ...]:
        return load_entities(self.generation.folder)

    @cached_property
    def _entities_by_id(self) -> dict[EntityId, Entity]:
        return {entity.id: entity for entity in self._entities}

    def _forms_of(self, entity: EntityId) -> tuple[str, ...]:
        found = self._entities_by_id.get(entity)
        return tuple(form.surface for form in found.forms) if found else ()

    def _unknown(self, id: ArticleId) -> ArticleUnknownError:
        from rapidfuzz import process

        near = process.extractOne(id, self.ids(), score_cutoff=60)
        return ArticleUnknownError(
            "No article has the id {id}.",
            advice="Did you mean {near}?" if near else "`recoupe search` prints ids.",
            id=id,
            near=near[0] if near else "",
        )
