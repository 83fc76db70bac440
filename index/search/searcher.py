"""The one face of a built index: a question in, a page of hits out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from time import perf_counter

import numpy as np
import numpy.typing as npt

from index.french.stems import FrenchStemmer
from index.french.tokens import fold
from index.model.article import Article, ArticleId, EntityId
from index.model.found import Excerpt, Facet, FacetEntry, Filter, Hit, Page, SearchRequest, Sort
from index.model.text import Span
from index.search import facets
from index.search.excerpts import excerpts_of
from index.search.language.parser import parse
from index.search.language.tree import Everything, Query
from index.search.marking import Mark, Marker, sought_by, without_overlap
from index.search.matching import Found, Matching
from index.search.snapshot import Mask, Snapshot
from index.search.zones import zone_texts

_QUERIES_REMEMBERED = 16


class Searcher:
    """Answers from the generation that it opened, whatever is built meanwhile.

    Belongs to one thread. `read` gives whole articles, in the order asked, for their excerpts.
    Raises IndexMissingError when the directory holds no index that can be read.
    """

    def __init__(
        self,
        directory: Path,
        *,
        read: Callable[[Sequence[ArticleId]], Sequence[Article]],
        name_of: Callable[[EntityId], str],
    ) -> None:
        self._read = read
        self._name_of = name_of
        self._stemmer = FrenchStemmer()
        self._snapshot = Snapshot(directory)
        self._matching = Matching(self._snapshot, self._stemmer, name_of=name_of)
        self._found = lru_cache(_QUERIES_REMEMBERED)(self._matching.find)
        self._marker = lru_cache(_QUERIES_REMEMBERED)(self._make_marker)

    def __len__(self) -> int:
        """How many articles can be found."""
        return self._snapshot.lives

    def search(self, request: SearchRequest) -> Page:
        """The answer to a request; raises QueryError when the query cannot be understood."""
        query = parse(request.query)
        started = perf_counter()
        found = self._found(query)
        selected = found.mask
        if request.filters:
            selected = selected & facets.keeping(self._snapshot, request.filters)
        total = int(np.count_nonzero(selected))
        wanted = None if request.limit <= 0 else request.offset + request.limit
        order = self._ordered(query, found, selected, request.sort, wanted=wanted)[request.offset :]
        hits = self._hits(order, found, query, excerpts=request.excerpts)
        counted = (
            facets.counts(self._snapshot, selected, name_of=self._name_of) if request.facets else ()
        )
        return Page(
            request=request,
            understood=str(query),
            total=total,
            took_ms=(perf_counter() - started) * 1000,
            hits=hits,
            facets=counted,
        )

    def matches(self, query: str, article: Article) -> tuple[Span, ...]:
        """Where the text of an article holds what a query asks for, in order, without overlap."""
        marker = self._marker(parse(query))
        found = [
            Mark(mark.start + part.start, mark.end + part.start, mark.unit)
            for part in zone_texts(article)
            if part.start is not None
            for mark in marker.marks(part.text, part.zone)
        ]
        found.sort(key=lambda mark: (mark.start, -mark.end))
        return without_overlap(found)

    def excerpts(self, query: str, article: Article, *, most: int = 2) -> tuple[Excerpt, ...]:
        """The best windows on one article, for a row of results that becomes visible."""
        return excerpts_of(article, self._marker(parse(query)), most=most)

    def entries(
        self, query: str, facet: Facet, *, filters: Sequence[Filter] = (), most: int = 0
    ) -> tuple[FacetEntry, ...]:
        """All values of one facet over what is found, most frequent first."""
        selected = self._found(parse(query)).mask & facets.keeping(self._snapshot, filters)
        return facets.entries(self._snapshot, selected, facet, name_of=self._name_of, most=most)

    def ids(self) -> tuple[ArticleId, ...]:
        """Of all articles, sorted."""
        return tuple(ArticleId(id_) for id_ in sorted(self._snapshot.number_of_id))

    def close(self) -> None:
        """Lets go of the files; nothing can be asked any more."""
        self._found.cache_clear()
        self._marker.cache_clear()
        del self._snapshot, self._matching

    def _make_marker(self, query: Query) -> Marker:
        lexicons = [segment.lexicon for segment in self._snapshot.segments]
        return Marker(sought_by(query, lexicons, self._stemmer), self._stemmer.stem)

    def _hits(
        self, order: npt.NDArray[np.intp], found: Found, query: Query, *, excerpts: int
    ) -> tuple[Hit, ...]:
        snapshot = self._snapshot
        numbers: list[int] = order.tolist()
        heads = [snapshot.head(number) for number in numbers]
        cut: list[tuple[Excerpt, ...]] = [()] * len(heads)
        if excerpts > 0:
            marker = self._marker(query)
            articles = self._read([ArticleId(head.id) for head in heads])
            cut = [excerpts_of(article, marker, most=excerpts) for article in articles]
        sources = snapshot.facet(Facet.SOURCE)
        return tuple(
            Hit(
                id=ArticleId(head.id),
                title=head.title,
                source=sources.values[sources.codes[sources.starts[number]]] or None,
                published=head.published,
                score=round(float(found.scores[number]), 4),
                excerpts=windows,
            )
            for number, head, windows in zip(numbers, heads, cut, strict=True)
        )

    def _ordered(
        self, query: Query, found: Found, selected: Mask, sort: Sort, *, wanted: int | None
    ) -> npt.NDArray[np.intp]:
        """Numbers of the first `wanted` articles; equals by id, so that pages never change."""
        snapshot = self._snapshot
        numbers = np.flatnonzero(selected)
        ids = snapshot.id_ranks
        if sort is Sort.RELEVANCE and isinstance(query, Everything):
            sort = Sort.DATE
        if sort is Sort.RELEVANCE:
            scores = found.scores[numbers]
            if wanted is not None and wanted < len(numbers):
                least = np.partition(scores, len(scores) - wanted)[len(scores) - wanted]
                numbers = numbers[scores >= least]
                scores = found.scores[numbers]
            return numbers[np.lexsort((ids[numbers], -scores))][:wanted]
        dates = -snapshot.moments[numbers].astype(np.int64)
        if sort is Sort.DATE:
            return numbers[np.lexsort((ids[numbers], dates))][:wanted]
        column = snapshot.facet(Facet.SOURCE)
        shown = self._source_ranks[column.codes[column.starts[numbers]]]
        return numbers[np.lexsort((ids[numbers], dates, shown))][:wanted]

    @property
    def _source_ranks(self) -> npt.NDArray[np.int64]:
        """Sources in alphabetical order without regard to accents and case, the unknown last."""
        values = self._snapshot.facet(Facet.SOURCE).values
        ordered = sorted(range(len(values)), key=lambda n: (not values[n], fold(values[n])))
        ranks = np.empty(len(values), dtype=np.int64)
        ranks[ordered] = np.arange(len(values))
        return ranks
