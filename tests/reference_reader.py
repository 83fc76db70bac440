"""The reader of the slow engine: dictionaries in memory, every article read for every question.

It says what is right for small corpora. Nothing of `index/search` that looks words up, cuts sets or counts is
used; what the query language means (ways to write a word, zones of a field) is shared. It orders by date or
id, not by relevance, and so cannot answer `aussi:`; excerpts it leaves out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from index.errors import ArticleUnknownError
from index.french.denying import is_denying
from index.model.article import (
    Article,
    ArticleId,
    DateValue,
    EntityId,
    Kind,
    shown_days,
    year_and_month,
)
from index.model.found import (
    COUNTED_FACETS,
    Concordance,
    ConcordanceLine,
    Facet,
    FacetCounts,
    FacetEntry,
    Filter,
    Hit,
    Neighbours,
    Occurrences,
    Page,
    Proposal,
    SearchRequest,
    Sort,
)
from index.model.text import Span
from index.query.date_ranges import first_day, last_day
from index.query.days_in_words import days_in_words
from index.query.engine import MOST_LINES, Amendment, Zone
from index.query.leaves import positive_leaves
from index.query.literal import literal
from index.query.neighbours import arranged
from index.query.parser import parse
from index.query.tree import (
    And,
    Dated,
    Everything,
    Having,
    InFile,
    Like,
    Not,
    Or,
    Place,
    Query,
    SaidBy,
    Undated,
    Within,
)
from index.search.columns import day_number, facet_values, moment_number
from index.search.dated_proposals import telling_words
from index.search.hinting import hints, with_slips
from index.search.name_lookup import folded_words, shortens
from index.search.one_spelling import SPELT_BY_FILES, best_spellings
from index.search.schema import ZONES_OF_PLACE
from index.text.folding import fold
from index.text.tokens import tokenize
from tests.reference_words import Text, Vocabulary

_ENTITIES = {Facet(kind.value) for kind in Kind if kind.value in set(Facet)}


class ReferenceReader:
    """Answers by reading every article."""

    def __init__(
        self,
        texts: Iterable[Text],
        *,
        name_of: Callable[[EntityId], str],
        forms_of: Callable[[EntityId], Sequence[str]] = lambda _: (),
    ) -> None:
        self._texts = {text.article.id: text for text in texts}
        self._spellings: dict[Facet, dict[str, str]] = {}
        self._vocabulary = Vocabulary(self._texts.values())
        self._name_of = name_of
        self._forms_of = forms_of
        self._amendment = Amendment()

    def __len__(self) -> int:
        return len(self._texts)

    def ids(self) -> tuple[ArticleId, ...]:
        return tuple(sorted(self._texts))

    def amend(self, amendment: Amendment) -> None:
        self._amendment = amendment

    def close(self) -> None:
        self._texts = {}

    def search(self, request: SearchRequest) -> Page:
        query = self._understood(parse(request.query, finished=request.finished))
        found = self._kept(self._find(query), request.filters)
        order = self._ordered(found, query, request.sort)
        end = None if request.limit <= 0 else request.offset + request.limit
        hits = [self._texts[id].article for id in order[request.offset : end]]
        told = ()
        if not found and not isinstance(query, Everything):
            told = hints(
                query,
                near=self._vocabulary.near,
                named=self._named,
                count=lambda q: len(self._asked(q, request)),
            )
        return Page(
            request=request,
            understood=str(query),
            total=len(found),
            took_ms=0.0,
            hits=tuple(
                Hit(a.id, a.title, (a.source or "").strip() or None, self._published(a), 0.0)
                for a in hits
            ),
            facets=tuple(self._counts(found, facet, request) for facet in COUNTED_FACETS)
            if request.facets
            else (),
            suggestions=tuple(dict.fromkeys(hint.query for hint in told)),
            hints=told,
            proposals=tuple(self._proposals(request)),
        )

    def matches(self, query: str, article: Article) -> tuple[Span, ...]:
        text = self._texts[article.id]
        found: list[Span] = []
        understood = self._understood(parse(query))
        for leaf, place in positive_leaves(
            literal(understood) if article.is_foreign else understood
        ):
            if isinstance(leaf, SaidBy):
                continue
            for zone in ZONES_OF_PLACE[place]:
                for first, last in self._vocabulary.stretches(leaf, text, zone):
                    if (zone, first) in text.spans and self._allowed(
                        text, zone, first, last, place
                    ):
                        found.append(
                            Span(text.spans[zone, first].start, text.spans[zone, last].end)
                        )
        apart: list[Span] = []
        for span in sorted(found, key=lambda span: (span.start, -span.end)):
            if not apart or span.start >= apart[-1].end:
                apart.append(span)
        return tuple(apart)

    def entries(
        self, query: str, facet: Facet, *, filters: Sequence[Filter] = (), most: int = 0
    ) -> tuple[FacetEntry, ...]:
        found = self._asked(self._understood(parse(query)), SearchRequest(filters=tuple(filters)))
        return self._counts(found, facet, SearchRequest(entries=most)).entries

    def occurrences(
        self, query: str, *, filters: Sequence[Filter] = (), skip: int = 0, most: int = MOST_LINES
    ) -> Occurrences:
        understood = self._understood(parse(query))
        if isinstance(understood, Everything):
            return Occurrences((), 0, complete=True)
        found = self._asked(understood, SearchRequest(filters=tuple(filters)))
        order = self._ordered(found, understood, Sort.DATE)
        lines: list[ConcordanceLine] = []
        read = skip
        for id in order[skip:]:
            article = self._texts[id].article
            for span in self.matches(query, article):
                form = span.of(article.text)
                lines.append(
                    ConcordanceLine(
                        id, span, "", form, "", article.source, self._published(article)
                    )
                )
            read += 1
            if len(lines) >= most:
                break
        return Occurrences(tuple(lines), read, complete=read == len(order))

    def concordance(
        self,
        query: str,
        *,
        by: Neighbours = Neighbours.RIGHT,
        filters: Sequence[Filter] = (),
        most: int = MOST_LINES,
    ) -> Concordance:
        part = self.occurrences(query, filters=filters, most=most)
        whole = part.complete and len(part.lines) <= most
        return arranged(part.lines[:most], by, complete=whole)

    def holding(self, facet: Facet, ids: Collection[str]) -> tuple[ArticleId, ...]:
        return tuple(
            id
            for id, text in self._texts.items()
            if any(f is facet and value in ids for f, value in facet_values(text.article))
        )

    def articles_with(self, facet: Facet) -> dict[str, int]:
        return dict(Counter(v for id in self._texts for v in self._values(id, facet)))

    # Articles that match

    def _understood(self, query: Query) -> Query:
        return with_slips(query, lambda word: not self._vocabulary.covered(word))

    def _asked(self, query: Query, request: SearchRequest) -> set[ArticleId]:
        return self._kept(self._find(query), request.filters)

    def _find(self, query: Query, place: Place | None = None) -> set[ArticleId]:
        if isinstance(query, And):
            return set.intersection(*(self._find(part, place) for part in query.parts))
        if isinstance(query, Or):
            return set().union(*(self._find(part, place) for part in query.parts))
        if isinstance(query, Not):
            return set(self._texts) - self._find(query.part, place)
        if isinstance(query, Within):
            return self._find(query.part, query.place)
        if isinstance(query, Like):
            if query.id not in self._texts:
                raise ArticleUnknownError("No article has the id {id}.", id=query.id)
            return set()
        typed = literal(query)
        return {
            id
            for id, text in self._texts.items()
            if self._holds(typed if text.article.is_foreign else query, text, place)
        }

    def _holds(self, query: Query, text: Text, place: Place | None) -> bool:
        article = text.article
        date = self._published(article)
        if isinstance(query, Everything):
            return True
        if isinstance(query, Undated):
            return not day_number(date.earliest)
        if isinstance(query, Dated):
            first, last = map(day_number, shown_days(date))
            after = query.earliest is None or last >= first_day(query.earliest)
            return (
                bool(first) and after and (query.latest is None or first <= last_day(query.latest))
            )
        if isinstance(query, InFile):
            return fold(query.text) in fold(article.id)
        if isinstance(query, Having):
            values = self._values(article.id, query.facet)
            return any(
                _in_a_row(query.words, name)
                for value in values
                for name in self._names(query.facet, value)
            )
        if isinstance(query, SaidBy):
            quotes = (article.annotations.quotes[number] for *_, number in text.quotes)
            return any(
                query.holds(quote.manner, is_denying(article.text, quote))
                and (
                    not query.words
                    or _in_a_row(query.words, quote.speaker_text or "")
                    or bool(quote.speaker and _in_a_row(query.words, self._name_of(quote.speaker)))
                )
                for quote in quotes
            )
        return any(
            self._allowed(text, zone, first, last, place)
            for zone in ZONES_OF_PLACE[place]
            for first, last in self._vocabulary.stretches(query, text, zone)
        )

    def _allowed(self, text: Text, zone: Zone, first: int, last: int, place: Place | None) -> bool:
        """Whether a stretch stands inside one quotation, if that is asked for."""
        return place is not Place.QUOTES or any(
            zone is other and begin <= first and last <= end for other, begin, end, _ in text.quotes
        )

    # Values

    def _published(self, article: Article) -> DateValue:
        return self._amendment.dates.get(article.id, article.published)

    def _respelt(self, facet: Facet) -> dict[str, str]:
        if facet not in self._spellings:
            values = (facet_values(text.article) for text in self._texts.values())
            names = Counter(name for found in values for own, name in found if own is facet)
            self._spellings[facet] = best_spellings(names)
        return self._spellings[facet]

    def _values(self, id: ArticleId, facet: Facet) -> set[str]:
        """The values of an article after the reader's decisions."""
        article = self._texts[id].article
        if facet in (Facet.YEAR, Facet.MONTH):
            return {year_and_month(self._published(article))[facet is Facet.MONTH]}
        found = set()
        for own, value in facet_values(article):
            if own in SPELT_BY_FILES:
                value = self._respelt(own).get(value, value)
            where = self._amendment.moved.get(value, (own, value))
            if where is not None and where[0] is facet:
                found.add(where[1])
        for (where, value), ids in self._amendment.added.items():
            if where is facet and id in ids:
                found.add(value)
        return found

    def _named(self, query: Having) -> list[tuple[str, ...]]:
        if len("".join(query.words)) < 2:
            return []
        values = {value for id in self._texts for value in self._values(id, query.facet)}
        names = {name for value in values for name in self._names(query.facet, value)}
        words = sorted({tuple(folded_words(name).split()) for name in names})
        return [name for name in words if shortens(query.words, name)]

    def _names(self, facet: Facet, value: str) -> Iterator[str]:
        yield value
        if facet in _ENTITIES:
            entity = EntityId(value)
            yield self._name_of(entity)
            yield from self._forms_of(entity)
            yield from self._amendment.also.get(value, ())

    def _kept(self, found: set[ArticleId], filters: Iterable[Filter]) -> set[ArticleId]:
        for one in filters:
            facet, value = self._amendment.moved.get(one.id) or (one.facet, one.id)
            having = set()
            for id in self._texts:
                values = self._values(id, facet)
                if value in values or (one.id == "" and not values):
                    having.add(id)
            found = found - having if one.exclude else found & having
        return found

    def _counts(self, found: set[ArticleId], facet: Facet, request: SearchRequest) -> FacetCounts:
        counts = Counter(value for id in found for value in self._values(id, facet))
        entities = facet in _ENTITIES
        entries = [
            FacetEntry(value, self._name_of(EntityId(value)) if entities else value, number)
            for value, number in counts.items()
        ]
        entries = [entry for entry in entries if fold(request.named) in fold(entry.name)]
        entries.sort(key=lambda entry: (-entry.articles, entry.name, entry.id))
        return FacetCounts(facet, tuple(entries[: request.entries or None]), len(entries))

    def _ordered(self, found: set[ArticleId], query: Query, sort: Sort) -> list[ArticleId]:
        if sort is Sort.RELEVANCE and not isinstance(query, Everything):
            return sorted(found)

        def key(id: ArticleId) -> tuple[bool, str, int, str]:
            article = self._texts[id].article
            source = (article.source or "").strip() if sort is Sort.SOURCE else ""
            unknown = sort is Sort.SOURCE and not source
            return unknown, fold(source), -moment_number(self._published(article)), id

        return sorted(found, key=key)

    def _proposals(self, request: SearchRequest) -> Iterator[Proposal]:
        for days in days_in_words(request.query, today=request.today):
            rest = f"{request.query[: days.start]} {request.query[days.end :]}"
            found = [
                parse(f"{words} {days.query}".strip()) for words in (rest, telling_words(rest))
            ]
            query = next((one for one in found if self._asked(one, request)), found[0])
            total = len(self._asked(query, request))
            span = (str(query), days.earliest, days.latest, days.relative)
            if total:
                yield Proposal(*span, total)
            elif request.filters and not self._asked(parse(request.query), request):
                total = len(self._asked(query, replace(request, filters=())))
                if total:
                    yield Proposal(*span, total, unfiltered=True)


def _in_a_row(wanted: Sequence[str], name: str) -> bool:
    words = [token.folded for token in tokenize(name)]
    size = len(wanted)
    return any(words[at : at + size] == list(wanted) for at in range(len(words) - size + 1))
