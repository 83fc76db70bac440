"""The material of an export, gathered from a library: results, a comparison, a concordance, a card,
notes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.export.material import Material, Share, Subject
from index.model.article import Article, ArticleId, Basis, EntityId
from index.model.found import Facet, Filter, SearchRequest, Sort
from index.notebook.decisions import Note

if TYPE_CHECKING:
    from index.interface.texts import Texts
    from index.library import Library
    from index.model.halves import Halves
    from index.model.notes import Noted

_EVENTS_UP_TO = 2_000
"""The most articles of a corpus whose events are named in an export: in larger ones grouping takes
long.
"""


@dataclass(frozen=True, slots=True)
class Gathering:
    """Gathers material from one library, in one language and with one share of the texts."""

    library: Library
    texts: Texts
    share: Share = Share.FULL
    delimiter: str = ";"

    def results(
        self, query: str, *, filters: Sequence[Filter] = (), sort: Sort = Sort.RELEVANCE
    ) -> Material:
        """All results of a query, in its order."""
        request = SearchRequest(
            query=query, sort=sort, limit=0, facets=False, filters=tuple(filters), finished=True
        )
        page = self.library.search(request)
        articles = tuple(self.library.article(hit.id) for hit in page.hits)
        return replace(
            self._material(Subject.RESULTS, query or self.texts("All articles"), articles),
            page=page,
        )

    def articles(self, ids: Sequence[ArticleId]) -> Material:
        """Articles by their ids, in that order. Raises ArticleUnknownError."""
        articles = tuple(self.library.article(id) for id in ids)
        title = (
            articles[0].title
            if len(articles) == 1
            else self.texts.count("{n} article", "{n} articles", len(articles))
        )
        return self._material(Subject.RESULTS, title, articles)

    def comparison(self, ids: Sequence[ArticleId], *, title: str = "") -> Material:
        """A comparison of articles."""
        compared = self.library.compare(ids)
        articles = tuple(self.library.article(id) for id in compared.articles)
        made = self._material(Subject.COMPARISON, title or articles[0].title, articles)
        return replace(made, comparison=compared)

    def concordance(self, query: str) -> Material:
        """Every occurrence of a query, with the articles for their proofs."""
        found = self.library.concordance(query, finished=True)
        ids = dict.fromkeys(line.article for line in found.lines)
        articles = tuple(self.library.article(id) for id in ids)
        return replace(self._material(Subject.CONCORDANCE, query, articles), concordance=found)

    def entity(self, id: EntityId) -> Material:
        """An entity's card with the articles that name it."""
        entity = next(one for one in self.library.entities() if one.id == id)
        named = Filter(Facet(entity.kind.value), entity.id)
        request = SearchRequest(limit=0, facets=False, filters=(named,), sort=Sort.DATE)
        articles = tuple(self.library.article(hit.id) for hit in self.library.search(request).hits)
        made = self._material(Subject.ENTITY, entity.name, articles)
        return replace(made, entity=entity, roles=self.library.roles(id))

    def halves(self, halves: Halves) -> Material:
        """Two halves of the corpus that were compared."""
        title = " ⇄ ".join(halves.queries)
        return replace(self._material(Subject.HALVES, title, ()), halves=halves)

    def notebook(self) -> Material:
        """The notebook, with the articles of its entries."""
        noted = self.library.noted()
        ids = dict.fromkeys(p.article for one in noted for p in one.proofs if p.path)
        articles = tuple(self.library.article(id) for id in ids)
        made = self._material(Subject.NOTEBOOK, self.texts("Notebook"), articles)
        return replace(made, noted=noted, notes=_with_entries(made.notes, noted))

    def _material(self, subject: Subject, title: str, articles: tuple[Article, ...]) -> Material:
        library = self.library
        events: dict[ArticleId, str] = {}
        if len(library.ids()) <= _EVENTS_UP_TO:
            events = {one.article: event.id for event in library.events() for one in event.articles}
            # Grouping may have given days to those that were read without one before it.
            articles = tuple(
                library.article(one.id) if one.published.basis is Basis.NONE else one
                for one in articles
            )
        places = library.places
        named = places.settings.name or places.corpus.name
        return Material(
            subject=subject,
            title=title,
            corpus=self.texts("Sample corpus") if places.is_sample else named,
            generation=library.generation.built.isoformat(timespec="seconds"),
            texts=self.texts,
            articles=articles,
            share=self.share,
            name_of=library.name_of,
            events=events,
            dated_by_event=frozenset(one.id for one in articles if library.is_dated_by_event(one)),
            notes=_notes(library),
            delimiter=self.delimiter,
        )


def _with_entries(notes: Mapping[ArticleId, str], noted: Sequence[Noted]) -> dict[ArticleId, str]:
    """The notes on articles, and those on entries of the notebook about them."""
    found = {id: [note] for id, note in notes.items()}
    for one in noted:
        for id in dict.fromkeys(proof.article for proof in one.proofs):
            if one.note:
                found.setdefault(id, []).append(one.note)
    return {id: " · ".join(dict.fromkeys(told)) for id, told in found.items()}


def _notes(library: Library) -> dict[ArticleId, str]:
    """The reader's notes on each article, oldest first."""
    found: dict[ArticleId, list[str]] = {}
    for decision in library.decisions():
        if isinstance(decision, Note) and decision.note:
            found.setdefault(decision.article, []).append(decision.note)
    return {id: " · ".join(notes) for id, notes in found.items()}
