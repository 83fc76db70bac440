"""The one face of a built index: a question in, a page of hits out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from time import perf_counter

import numpy as np
import numpy.typing as npt

from index.errors import ArticleUnknownError
from index.french.families import families
from index.french.stems import FrenchStemmer
from index.model.article import Article, ArticleId, EntityId
from index.model.found import (
    Concordance,
    Copy,
    Cover,
    Excerpt,
    Facet,
    FacetEntry,
    Filter,
    Hint,
    Hit,
    Neighbours,
    Occurrences,
    Page,
    SearchRequest,
    Sort,
)
from index.model.text import Span
from index.query.engine import MOST_LINES, Amendment, Zone
from index.query.leaves import positive_leaves
from index.query.literal import literal
from index.query.neighbours import arranged
from index.query.parser import parse
from index.query.tree import Everything, Pattern, Query, Similar, Word, disjunction
from index.search import facets
from index.search.arrays import distinct
from index.search.columns import ENTITY_FACETS
from index.search.concordance import occurrences
from index.search.copies import Copies, Folded
from index.search.dated_proposals import dated_words, proposals
from index.search.evaluation import Found, Matching
from index.search.excerpts import excerpts_of
from index.search.hinting import hints, with_slips
from index.search.marking import Mark, Marker, wanted_by, without_overlap
from index.search.readings import Readings
from index.search.schema import SEARCHED
from index.search.snapshot import Mask, Snapshot
from index.search.telling_words import ENOUGH, telling_words
from index.search.zones import zone_texts
from index.text.folding import fold

_QUERIES_REMEMBERED = 16
_WORDS_EXPLAINED = 8
_FORMS_SHOWN = 50
_BATCH = 20
"""Articles that are read at a time for a concordance."""


class Searcher:
    """Answers from the generation that it opened, whatever is built meanwhile.

    Belongs to one thread. `read` gives whole articles, in the order asked, for their excerpts;
    `forms_of` the forms in which an entity is named, by which it can be found too, `files` the
    articles of each path.
    Raises IndexMissingError when the directory holds no index that can be read.
    """

    def __init__(
        self,
        directory: Path,
        *,
        read: Callable[[Sequence[ArticleId]], Sequence[Article]],
        name_of: Callable[[EntityId], str],
        forms_of: Callable[[EntityId], Sequence[str]] = lambda _: (),
        files: Callable[[], Mapping[str, Sequence[ArticleId]]] = dict,
    ) -> None:
        self._read = read
        self._name_of = name_of
        self._stemmer = FrenchStemmer()
        self._snapshot = Snapshot(directory)
        self._readings = Readings(self._snapshot.segments, self._stemmer, families())
        self._matching = Matching(
            self._snapshot,
            self._readings,
            name_of=name_of,
            forms_of=forms_of,
            files=files,
            like=self._find_like,
        )
        self._copies = Copies(self._snapshot)
        self._folded_names: dict[Facet, list[str]] = {}
        self._found = lru_cache(_QUERIES_REMEMBERED)(self._matching.find)
        self._marker = lru_cache(_QUERIES_REMEMBERED)(self._make_marker)

    def __len__(self) -> int:
        """How many articles can be found."""
        return self._snapshot.lives

    def amend(self, amendment: Amendment) -> None:
        """From now on answers with the reader's decisions; the index stays as it is."""
        self._snapshot.amend(amendment)
        self._matching.forget()
        self._folded_names.clear()
        self._found.cache_clear()
        self._marker.cache_clear()

    def holding(self, facet: Facet, ids: Collection[str]) -> tuple[ArticleId, ...]:
        """The articles that had one of the values when the index was built."""
        column = self._snapshot.built_facet(facet)
        codes = np.array([c for c, value in enumerate(column.values) if value in ids], dtype="i8")
        numbers = np.flatnonzero(column.articles_of(codes) & self._snapshot.live)
        return tuple(ArticleId(self._snapshot.ids[number]) for number in numbers.tolist())

    def articles_with(self, facet: Facet) -> dict[str, int]:
        """How many articles have each value of a facet, as the reader decided."""
        column = self._snapshot.facet(facet)
        counts = column.counts(self._snapshot.live).tolist()
        return dict(zip(column.values, counts, strict=True))

    def search(self, request: SearchRequest) -> Page:
        """The answer to a request; raises QueryError when the query cannot be understood."""
        typed = parse(request.query, finished=request.finished)
        started = perf_counter()
        query = with_slips(typed, self._is_absent)
        found = self._found(query)
        selected = found.mask
        if request.filters:
            selected = selected & facets.keeping(self._snapshot, request.filters)
        total = int(np.count_nonzero(selected))
        copies = self._copies.folded(selected, found.scores)
        folded = copies if request.fold else None
        shown = selected
        if folded is not None:
            found, shown = Found(found.mask, folded.scores), folded.shown
        wanted = None if request.limit <= 0 else request.offset + request.limit
        order = self._ordered(query, found, shown, request.sort, wanted=wanted)[request.offset :]
        hits = self._hits(order, found, query, excerpts=request.excerpts, folded=folded)
        counted = (
            facets.counts(
                self._snapshot,
                selected,
                name_of=self._name_of,
                most=request.entries,
                listed=partial(self._named, fold(request.named)) if request.named else None,
                folded=folded,
            )
            if request.facets
            else ()
        )
        suggested = () if total or isinstance(query, Everything) else self._hints(query, request)
        return Page(
            request=request,
            understood=str(query),
            total=total,
            took_ms=(perf_counter() - started) * 1000,
            hits=hits,
            facets=counted,
            suggestions=tuple(dict.fromkeys(hint.query for hint in suggested)),
            hints=suggested,
            covers=self._covers(query),
            proposals=tuple(proposals(request, self._count_in(request), found=total)),
            origins=total - copies.spared,
        )

    def matches(self, query: str, article: Article) -> tuple[Span, ...]:
        """Where the text of an article holds what a query asks for, in order, without overlap."""
        marker = self._marker_of(article, self._understood(query))
        found = [
            Mark(mark.start + part.start, mark.end + part.start, mark.unit)
            for part in zone_texts(article)
            if part.start is not None
            for mark in marker.marks(article, part)
        ]
        found.sort(key=lambda mark: (mark.start, -mark.end))
        return without_overlap(found)

    def excerpts(self, query: str, article: Article, *, most: int = 2) -> tuple[Excerpt, ...]:
        """The best windows on one article, for a row of results that becomes visible."""
        return excerpts_of(article, self._marker_of(article, self._understood(query)), most=most)

    def entries(
        self, query: str, facet: Facet, *, filters: Sequence[Filter] = (), most: int = 0
    ) -> tuple[FacetEntry, ...]:
        """All values of one facet over what is found, most frequent first."""
        selected = self._found(self._understood(query)).mask & facets.keeping(
            self._snapshot, filters
        )
        return facets.entries(self._snapshot, selected, facet, name_of=self._name_of, most=most)

    def occurrences(
        self, query: str, *, filters: Sequence[Filter] = (), skip: int = 0, most: int = MOST_LINES
    ) -> Occurrences:
        """The occurrences in the articles after the `skip` newest ones, until there are `most` or a few more."""
        understood = self._understood(query)
        if isinstance(understood, Everything):
            return Occurrences((), 0, complete=True)
        found = self._found(understood)
        selected = found.mask & facets.keeping(self._snapshot, filters)
        order = self._ordered(understood, found, selected, Sort.DATE, wanted=None)[skip:].tolist()
        ids = [ArticleId(self._snapshot.ids[number]) for number in order]
        batches = (self._read(ids[at : at + _BATCH]) for at in range(0, len(ids), _BATCH))
        articles = (article for batch in batches for article in batch)
        lines, read = occurrences(
            articles, lambda article: self._marker_of(article, understood), most=most
        )
        return Occurrences(tuple(lines), skip + read, complete=read == len(ids))

    def concordance(
        self,
        query: str,
        *,
        by: Neighbours = Neighbours.RIGHT,
        filters: Sequence[Filter] = (),
        most: int = MOST_LINES,
    ) -> Concordance:
        """Occurrences of the query in their context, of the newest articles if there are too many."""
        part = self.occurrences(query, filters=filters, most=most)
        whole = part.complete and len(part.lines) <= most
        return arranged(part.lines[:most], by, complete=whole)

    def ids(self) -> tuple[ArticleId, ...]:
        """The ids of all articles, sorted."""
        return tuple(ArticleId(id_) for id_ in sorted(self._snapshot.number_of_id))

    def close(self) -> None:
        """Lets go of the files; nothing can be asked any more."""
        self._found.cache_clear()
        self._marker.cache_clear()
        del self._snapshot, self._matching

    def _understood(self, text: str) -> Query:
        return with_slips(parse(text), self._is_absent)

    def _is_absent(self, word: Word) -> bool:
        return not any(self._readings.of(word)[0].words)

    def _covers(self, query: Query) -> tuple[Cover, ...]:
        """The forms of the first words of a query, where there are more than what was typed."""
        found: list[Cover] = []
        leaves = [leaf for leaf, _ in islice(positive_leaves(query), _WORDS_EXPLAINED)]
        for leaf, after in zip(leaves, [*leaves, None][1:], strict=True):
            if isinstance(leaf, Word | Similar | Pattern):
                forms = self._readings.forms(leaf)
                others = self._others(leaf, after) if isinstance(leaf, Word) else ()
                if others or (forms and forms != (str(leaf),)):
                    whole = not self._readings.is_cut(leaf)
                    shown = forms[:_FORMS_SHOWN]
                    found.append(Cover(str(leaf), shown, len(forms), whole, others))
        return tuple(found)

    def _others(self, word: Word, after: Query | None) -> tuple[tuple[str, int], ...]:
        """« mûr » for « mur », « mis » for « mise en … », where articles hold it."""
        others = self._readings.other_words(word, after)
        counted = ((other, self._holding_just(other)) for other in others)
        return tuple((other, articles) for other, articles in counted if articles)

    def _holding_just(self, word: str) -> int:
        """The number of articles with a word in just this form."""
        total = 0
        exactly = self._readings.exactly(word)
        for segment, numbers in zip(self._snapshot.segments, exactly, strict=True):
            lists = (segment.postings(zone, n) for zone in SEARCHED for n in numbers)
            found = [postings.articles for postings in lists if postings is not None]
            total += len(distinct(np.concatenate(found))) if found else 0
        return total

    def _count_in(self, request: SearchRequest) -> Callable[[Query, bool], int]:
        """Counts what a query finds, under the filters of a request or without them."""
        kept = facets.keeping(self._snapshot, request.filters)

        def count(query: Query, filtered: bool) -> int:
            mask = self._found(query).mask
            return int(np.count_nonzero(mask & kept if filtered else mask))

        return count

    def _hints(self, query: Query, request: SearchRequest) -> tuple[Hint, ...]:
        count = self._count_in(request)
        return hints(query, near=self._readings.near_words, named=self._matching.shortened_to,
                     count=lambda one: count(one, True), dated=dated_words(request))  # fmt: skip

    def _named(self, sought: str, facet: Facet) -> Mask:
        """The values of a facet whose folded name contains what is sought."""
        if facet not in self._folded_names:
            values = self._snapshot.facet(facet).values
            entities = facet in ENTITY_FACETS.values()
            names = (self._name_of(EntityId(value)) if entities else value for value in values)
            self._folded_names[facet] = [fold(name) for name in names]
        return np.array([sought in name for name in self._folded_names[facet]], dtype=np.bool_)

    def _find_like(self, id_: str) -> Found:
        """Articles that reach a fair share of the score that the named one has by its own words."""
        number = self._snapshot.number_of_id.get(id_)
        if number is None:
            raise ArticleUnknownError("No article has the id {id}.", id=id_)
        (article,) = self._read([ArticleId(id_)])
        words = telling_words(
            article, self._stemmer, articles=self._snapshot.lives, holding=self._holding
        )
        found = self._matching.find(disjunction(words))
        mask = found.mask & (found.scores >= ENOUGH * found.scores[number])
        mask[number] = False
        return Found(mask, found.scores)

    def _holding(self, word: Word) -> int:
        """About how many articles have a word, in any of its forms."""
        return sum(
            segment.articles_with(Zone.BODY, number)
            for segment, numbers in zip(
                self._snapshot.segments, self._readings.of(word)[0].words, strict=True
            )
            for number in numbers
        )

    def _marker_of(self, article: Article, query: Query) -> Marker:
        """The marker for an article: one in another language is marked by the typed forms, as it is found."""
        return self._marker(literal(query) if article.is_foreign else query)

    def _make_marker(self, query: Query) -> Marker:
        wanted = wanted_by(query, self._readings, self._matching.entities)
        return Marker(wanted, name_of=self._name_of)

    def _hits(
        self,
        order: npt.NDArray[np.intp],
        found: Found,
        query: Query,
        *,
        excerpts: int,
        folded: Folded | None,
    ) -> tuple[Hit, ...]:
        snapshot = self._snapshot
        numbers: list[int] = order.tolist()
        heads = [snapshot.head(number) for number in numbers]
        cut: list[tuple[Excerpt, ...]] = [()] * len(heads)
        if excerpts > 0:
            articles = self._read([ArticleId(head.id) for head in heads])
            cut = [
                excerpts_of(article, self._marker_of(article, query), most=excerpts)
                for article in articles
            ]
        return tuple(
            Hit(
                id=ArticleId(head.id),
                title=head.title,
                source=self._source(number),
                published=head.published,
                score=round(float(found.scores[number]), 4),
                excerpts=windows,
                copies=tuple(map(self._copy, folded.beside(number))) if folded else (),
            )
            for number, head, windows in zip(numbers, heads, cut, strict=True)
        )

    def _copy(self, number: int) -> Copy:
        head = self._snapshot.head(number)
        return Copy(ArticleId(head.id), head.title, self._source(number), head.published)

    def _source(self, number: int) -> str | None:
        sources = self._snapshot.facet(Facet.SOURCE)
        return sources.values[sources.codes[sources.starts[number]]] or None

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
