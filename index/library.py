"""The one face of a corpus: open it, search it, read it, compare its articles."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

from index.comparing import Comparing
from index.engines import chosen_engine
from index.errors import (
    ArticleUnknownError,
    CorpusError,
    IndexDamagedError,
    QueryError,
)
from index.model.article import Article, ArticleId, EntityId, Unread
from index.model.found import (
    Concordance,
    Entity,
    Facet,
    FacetEntry,
    Filter,
    Neighbours,
    Occurrences,
    Overview,
    Page,
    Role,
    SearchRequest,
)
from index.notebook.deciding import Deciding
from index.notebook.notebook import Notebook
from index.notebook.standing import Standing
from index.query.engine import MOST_LINES
from index.query.leaves import positive_leaves
from index.query.parser import parse
from index.shelf.articles import ArticleReader
from index.shelf.entity_counts import EntityTally
from index.shelf.generations import Generation, Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.corpus.noise import LearntLine
    from index.model.file_outcomes import FileAccount
    from index.model.text import Span
    from index.settings.places import Places
    from index.shelf.holding import Hold
    from index.shelf.learnt_noise import Learning

_LARGEST = 2_000_000_000


class Library(Comparing, Deciding):
    """A corpus through one generation of its index. Belongs to the thread that opened it."""

    def __init__(self, places: Places, generation: Generation, *, hold: Hold | None = None) -> None:
        self.places = places
        self._hold = hold
        self.generation = generation
        self._articles = ArticleReader(generation.folder)
        self._searcher = chosen_engine().open(
            chosen_engine().folder(generation.folder),
            read=self._read,
            name_of=self.name_of,
            forms_of=self._forms_of,
            files=lambda: self._articles.ids_by_path(),
        )
        self.notebook = Notebook.of(places)
        self._standing = Standing(
            generation.folder,
            self.notebook,
            searcher=self._searcher,
            read=self._articles.articles,
            has_article=self._has_article,
        )

    @classmethod
    def open(cls, places: Places) -> Library:
        """The corpus through the generation in use.

        Raises IndexMissingError without one, IndexDamagedError when a file of it is not as it was
        written, IndexUntrustedError when somebody else could have written it.
        """
        shelf = Shelf.of(places)
        while True:
            generation = shelf.require()
            try:
                hold = generation.hold()
            except FileNotFoundError:
                # It was removed since it was looked up; the one in use now is another, or there is none.
                if shelf.current_name() == generation.name:
                    raise _damaged(generation) from None
                continue
            if shelf.is_damaged(generation):
                hold.release()
                raise _damaged(generation)
            return cls(places, generation, hold=hold)

    def is_current(self) -> bool:
        """Whether no newer generation has been put in use since this one was opened."""
        return Shelf.of(self.places).current_name() == self.generation.name

    def overview(self) -> Overview:
        years = [int(entry.id) for entry in self.entries("", Facet.YEAR) if entry.id]
        return Overview(
            corpus=self.places.settings.name or self.places.corpus.name,
            sample=self.places.is_sample,
            articles=self.generation.manifest.articles,
            sources=sum(bool(entry.id) for entry in self.entries("", Facet.SOURCE)),
            first_year=min(years, default=None),
            last_year=max(years, default=None),
            unread=self.generation.manifest.skipped,
        )

    def search(self, request: SearchRequest) -> Page:
        """A page of hits with facets. Raises QueryError for what cannot be understood."""
        self._refresh()
        return self._searcher.search(request)

    def entries(
        self, query: str, facet: Facet, *, filters: Sequence[Filter] = ()
    ) -> tuple[FacetEntry, ...]:
        """All values of one facet over what is found, most frequent first; a page has the first ones."""
        self._refresh()
        return self._searcher.entries(query, facet, filters=filters)

    def concordance(
        self,
        query: str,
        *,
        by: Neighbours = Neighbours.RIGHT,
        filters: Sequence[Filter] = (),
        most: int = MOST_LINES,
        finished: bool = False,
    ) -> Concordance:
        """Every occurrence in its context, sorted and counted by a neighbour, form, source or date.

        With more lines than `most`, those of the newest articles. Raises QueryError for a query that
        cannot be understood or asks for no word; `finished` as in a SearchRequest.
        """
        _require_words(query, finished=finished)
        self._refresh()
        return self._searcher.concordance(query, by=by, filters=filters, most=most)

    def occurrences(
        self, query: str, *, filters: Sequence[Filter] = (), skip: int = 0, most: int = MOST_LINES
    ) -> Occurrences:
        """A concordance part by part, as found: each after the articles that the one before read.

        Raises QueryError like `concordance`.
        """
        _require_words(query)
        self._refresh()
        return self._searcher.occurrences(query, filters=filters, skip=skip, most=most)

    def matches(self, query: str, article: Article) -> tuple[Span, ...]:
        """Where the words of a query stand in the clean text of an article."""
        return self._searcher.matches(query, article)

    def article(self, id: ArticleId) -> Article:
        """The article with the reader's decisions. Raises ArticleUnknownError, which names the nearest id."""
        self._refresh()
        try:
            return self._standing.article(self._articles.article(id))
        except ArticleUnknownError as error:
            raise self._unknown(id) from error

    def ids(self) -> tuple[ArticleId, ...]:
        return self._articles.ids()

    def file_of(self, id: ArticleId) -> Path:
        """The file that an article was read from. Raises CorpusError when it is gone."""
        from index.corpus.folder import find_file

        article = self.article(id)
        path = find_file(self.places.corpus, article.path)
        if path is None:
            raise CorpusError("{path} is no longer in the corpus.", path=article.path)
        return path

    def raw_text(self, id: ArticleId) -> str:
        """The decoded content of an article's file, which raw offsets speak of.

        Raises CorpusError when the file is gone or has changed since it was read.
        """
        # Imported here: the readers of formats, which a search does not need.
        from index.corpus.file_reading import raw_text
        from index.settings.guarded import read_guarded

        article, path = self.article(id), self.file_of(id)
        try:
            data = read_guarded(path, within=None, most_bytes=_LARGEST)
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
        self._refresh()
        return self._standing.entities()

    def entities_of(self, id: ArticleId) -> tuple[Entity, ...]:
        """The entities of one article, with their forms and counts in it."""
        tally = EntityTally()
        tally.add(self.article(id))
        by_id = self._standing.by_id()
        for entity in tally.articles:
            if found := by_id.get(entity):
                tally.names[entity] = found.name
                tally.known.update([entity] if found.known else [])
        return tally.entities()

    def roles(self, entity: EntityId) -> tuple[Role, ...]:
        """What articles say that a person is, each with its place and date, the earliest first."""
        self._refresh()
        return self._standing.roles(entity)

    def name_of(self, entity: EntityId) -> str:
        return self._standing.name_of(entity)

    def name_before(self, entity: EntityId) -> str:
        """The entity's name in the index, without the reader's decisions."""
        return self._standing.name_before(entity)

    def unread(self) -> tuple[Unread, ...]:
        """Files that gave no article, and why."""
        return self._articles.unread()

    def file_accounts(self) -> tuple[FileAccount, ...]:
        """The outcome of each file: articles, those without text, parts refused, and why."""
        from index.model.file_outcomes import accounts

        states = self._articles.files()
        held = {path: len(ids) for path, ids in self._articles.ids_by_path().items()}
        return accounts(
            held,
            {path: state.notes for path, state in states.items()},
            {path: state.reason for path, state in states.items()},
        )

    def articles_in_file(self, path: str) -> int:
        """How many articles a file gave."""
        return len(self._articles.ids_by_path().get(path, ()))

    def learnt_noise(self) -> tuple[LearntLine, ...]:
        """Lines that sources repeat and that were set aside for it, most frequent first."""
        from index.shelf.learnt_noise import load_noise

        return load_noise(self.generation.folder)

    def noise_learning(self) -> Learning | None:
        """When those lines were learnt, and of how many articles."""
        from index.shelf.learnt_noise import load_learning

        return load_learning(self.generation.folder)

    def damage(self) -> IndexDamagedError | None:
        """What is wrong with the files of the index, all of them read; None when nothing is.

        The next update builds a damaged one anew.
        """
        if self.generation.damaged_file(thorough=True) is None:
            return None
        Shelf.of(self.places).note_damage(self.generation)
        return _damaged(self.generation)

    def close(self) -> None:
        self._searcher.close()
        self._articles.close()
        if self._hold is not None:
            self._hold.release()

    def _read(self, ids: Sequence[ArticleId]) -> tuple[Article, ...]:
        return tuple(map(self._standing.article, self._articles.articles(ids)))

    @cached_property
    def _known_ids(self) -> frozenset[ArticleId]:
        return frozenset(self.ids())

    def _has_article(self, id: ArticleId) -> bool:
        return id in self._known_ids

    def _forms_of(self, entity: EntityId) -> tuple[str, ...]:
        found = self._standing.entity(entity)
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


def _damaged(generation: Generation) -> IndexDamagedError:
    return IndexDamagedError(
        "A file of the index is damaged: {file}.",
        advice="Build it anew with: recoupe update",
        file=generation.damaged_file(thorough=True) or generation.name,
    )


def _require_words(query: str, *, finished: bool = False) -> None:
    if not any(positive_leaves(parse(query, finished=finished))):
        raise QueryError(
            "This query names no word whose occurrences could be listed.",
            column=1,
            advice="Add one: gantz date:2022.",
        )
