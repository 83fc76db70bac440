"""What a library says about several articles: comparisons, claims, speakers, contexts, events."""

from __future__ import annotations

import contextlib
import os
from abc import ABC, abstractmethod
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from index.errors import QueryError, RecoupeError
from index.model.article import Article, ArticleId, DateValue, EntityId
from index.model.events import Event
from index.model.found import (
    ConcordanceLine,
    Facet,
    Filter,
    Hit,
    Jointly,
    Page,
    SearchRequest,
    Sort,
)
from index.notebook.regrouping import members
from index.shelf.generations import EVENTS, TALLIES
from index.shelf.soundness import sealed, unsealed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.compare.claim import ClaimPassage
    from index.compare.tallies import Tally
    from index.model.comparison import Comparison
    from index.model.halves import Contrast
    from index.model.quoting import Quoted, Quoting
    from index.model.timeline import Appeared, Told
    from index.notebook.notebook import Notebook
    from index.notebook.proposals import Proposal
    from index.notebook.standing import Standing
    from index.shelf.articles import ArticleReader
    from index.shelf.generations import Generation

MOST_COMPARED = 50
_CLAIM_WORDS, _CLAIM_ARTICLES = 24, 60
"""How many words of a claim are searched, and how many articles are read for it."""
_LOOKED_THROUGH = 200
"""How many articles are searched for a rare spelling."""


class _Grouped(NamedTuple):
    """What is kept of the grouping by event."""

    events: tuple[Event, ...]
    days: dict[ArticleId, DateValue]
    """The days of the undated articles that are shown to be of their event's days."""


class Comparing(ABC):
    """The half of a library that compares articles."""

    generation: Generation
    _articles: ArticleReader
    _standing: Standing
    notebook: Notebook

    @abstractmethod
    def article(self, id: ArticleId) -> Article:
        """An article as the reader decided."""

    @abstractmethod
    def ids(self) -> tuple[ArticleId, ...]:
        """The ids of all articles, sorted."""

    @abstractmethod
    def search(self, request: SearchRequest) -> Page:
        """A page of hits."""

    @abstractmethod
    def name_of(self, entity: EntityId) -> str:
        """The name of an entity, as the reader decided."""

    @abstractmethod
    def _read(self, ids: Sequence[ArticleId]) -> tuple[Article, ...]:
        """Articles in the order asked."""

    def compare(self, ids: Sequence[ArticleId]) -> Comparison:
        """Two to fifty different articles; rows of statements up to four."""
        # Imported here: reading and searching do not need it, and the room opens sooner.
        from index.compare.source_comparison import compare

        if not 2 <= len(set(ids)) == len(ids) <= MOST_COMPARED:
            raise RecoupeError("Name two to fifty different articles to compare.")
        from index.shelf.kept_comparisons import kept

        self._refresh()
        articles = [self.article(id) for id in ids]

        def made() -> Comparison:
            verdicts, _ = self._standing.verdicts({article.id: article for article in articles})
            found = compare(articles, name_of=self.name_of, verdicts=verdicts)
            by_id = {article.id: article for article in articles}
            return replace(found, facts=self._standing.judged(found.facts, by_id))

        # A date may be that of an event, which is known only once events were counted.
        depends_on = repr((self.notebook.decisions, [article.published for article in articles]))
        return kept(self.generation.folder, ids, depends_on, made)

    def claim(self, text: str, *, most: int = 20, far: bool = False) -> tuple[ClaimPassage, ...]:
        """The passages that say a claim, deny it or give another value, the nearest first; then what only speaks of the
        same, with `far` what only shares a word with it too.

        Reads the sixty articles that share most with it, and their copies, which are told only where one
        of them said it first. That one is told besides, be it ever so far down.
        """
        from index.compare.claim import passages
        from index.compare.claim_saying import is_near, judged, told_apart
        from index.compare.claim_words import read_claim, words_of
        from index.compare.first_sayer import with_first

        def holding(word: str) -> int:
            # « vingt et un » is one figure, not three words anywhere.
            query = f'"{word}"' if " " in word else word
            return self.search(SearchRequest(query, limit=1, facets=False, excerpts=0)).total

        claim = read_claim(text, articles=len(self.ids()), holding=holding)
        words = sorted(words_of(text), key=len, reverse=True)[:_CLAIM_WORDS]
        if not words:
            raise QueryError("The claim has no word to look for.", column=1)
        request = SearchRequest(
            query=" OU ".join(words), limit=_CLAIM_ARTICLES, facets=False, excerpts=0
        )
        hits = self.search(request).hits
        copies = [copy.id for hit in hits for copy in hit.copies]
        articles = {a.id: a for a in self._read([*(hit.id for hit in hits), *copies])}
        found = judged(claim, passages(claim, articles.values()), articles)
        found = with_first(found, articles)
        own = [
            said
            for said in found
            if (said.article not in copies or said.first) and (far or is_near(said))
        ]
        shown = [*own[:most], *(said for said in own[most:] if said.first)]
        return told_apart(shown)

    def speakers(self, name: str = "") -> tuple[Quoting, ...]:
        """Who is quoted, most often first; with `name` those whose name holds these words."""
        from index.compare.quotations_by_speaker import quoting

        return quoting(self._read(self.ids()), name_of=self.name_of, wanted=name)

    def appeared(self, request: SearchRequest) -> tuple[tuple[Appeared, ...], tuple[Hit, ...]]:
        """The results of a request by date of publication, and those without a date."""
        from index.compare.time_counts import appeared

        whole = replace(request, limit=0, offset=0, facets=False, excerpts=0, fold=False)
        return appeared(self.search(whole).hits)

    def days_told(self, ids: Sequence[ArticleId]) -> tuple[Told, ...]:
        """The days that articles speak of; reads them, about a millisecond each."""
        from index.compare.time_counts import told

        return told(self._read(ids))

    def contrast(self, one: SearchRequest, other: str = "", *, most: int = 0) -> Contrast:
        """Two parts of the corpus compared; reads up to `most` articles of each (0 for all).

        `other` is a query or the name of a saved search; when empty, it is all that `one` does not find.
        """
        from index.compare.contrast import contrast

        first = self._half(one)
        if other:
            second = self._half(self._saved(other) or SearchRequest(query=other, finished=True))
        else:
            found = set(first)
            second = [id for id in self._half(SearchRequest()) if id not in found]
        ids = (half[:most] if most else half for half in (first, second))
        return contrast(*(self._read(half) for half in ids), name_of=self.name_of)

    def saved_search(self, name: str) -> SearchRequest | None:
        """The saved search of a name, as a request; None when nothing is saved under it."""
        return self._saved(name)

    def _saved(self, name: str) -> SearchRequest | None:
        from index.notebook.saved_queries import read_filters, searches

        self._refresh()
        saved = searches(self.notebook.decisions).get(name)
        if saved is None:
            return None
        return SearchRequest(query=saved.query, filters=read_filters(saved.filters), finished=True)

    def _half(self, request: SearchRequest) -> list[ArticleId]:
        """The results of a request, the newest first."""
        # Folded copies would be told as « all the rest ».
        whole = replace(
            request, limit=0, offset=0, facets=False, excerpts=0, sort=Sort.DATE, fold=False
        )
        return [hit.id for hit in self.search(whole).hits]

    def quotes_of(self, entity: EntityId, *, most: int = 200) -> tuple[Quoted, ...]:
        """What somebody is quoted as saying in the newest `most` articles, the earliest first."""
        from index.compare.quotations_by_speaker import quoting

        found = self._standing.entity(entity)
        if found is None:
            return ()
        request = SearchRequest(
            filters=(Filter(Facet(found.kind.value), found.id),),
            sort=Sort.DATE,
            limit=most,
            facets=False,
            excerpts=0,
        )
        articles = self._read([hit.id for hit in self.search(request).hits])
        told = quoting(articles, name_of=self.name_of)
        return next((one.quotes for one in told if one.entity == entity), ())

    def contexts(
        self, entity: EntityId, *, forms: Sequence[str] = (), most: int = 8
    ) -> tuple[ConcordanceLine, ...]:
        """Some places that name an entity (in one of some spellings), of the newest articles first."""
        from index.notebook.names_in_context import contexts

        found = self._standing.entity(entity)
        if found is None:
            return ()
        request = SearchRequest(
            filters=(Filter(Facet(found.kind.value), found.id),),
            sort=Sort.DATE,
            limit=_LOOKED_THROUGH if forms else most,
            facets=False,
            excerpts=0,
        )
        ids = [hit.id for hit in self.search(request).hits]
        return contexts(self._read(ids), {found.id}, forms=set(forms), most=most)

    def together(self, one: EntityId, other: EntityId, *, most: int = 200) -> Jointly:
        """The passages that name two entities, of the newest `most` articles that name both."""
        found = [self._standing.entity(id) for id in (one, other)]
        if found[0] is None or found[1] is None:
            return Jointly((), 0, 0)
        ids = [entity.id for entity in found if entity]
        page = self.search(
            SearchRequest(
                filters=tuple(Filter(Facet(e.kind.value), e.id) for e in found if e),
                sort=Sort.DATE,
                limit=most,
                facets=False,
                excerpts=0,
            )
        )
        from index.entities.together import passages

        near, apart = passages(self._read([hit.id for hit in page.hits]), ids[0], ids[1])
        return Jointly((*near, *apart), page.total, len(apart))

    def contexts_of_slip(self, proposal: Proposal, *, most: int = 8) -> tuple[ConcordanceLine, ...]:
        """Passages with a word that is glued to a name, or about the other one of two namesakes."""
        from index.notebook.names_in_context import contexts

        articles = self._read(proposal.articles[:most])
        return contexts(articles, {proposal.kept}, glued=proposal.surface or None, most=most)

    def events(self) -> tuple[Event, ...]:
        """The articles grouped by the event that they report, as the reader decided, newest first.

        Grouping takes some two seconds for a thousand articles the first time; what was found is
        kept with the generation.
        """
        self._refresh()
        found = self._standing.events(lambda: self._events_found)
        self._take_days_of_events()
        return found

    def accounts(self, id: str) -> tuple[ArticleId, ...]:
        """The accounts of an event, the earliest first, copies left out unless they give other figures.

        Raises RecoupeError.
        """
        from index.compare.origins import origins, tellers

        event = next((event for event in self.events() if event.id == id), None)
        if event is None:
            raise RecoupeError(
                "No event has the id {id}.", advice="`recoupe events` prints ids.", id=id
            )
        groups = origins(self._read(members(event)[0]))
        return tuple(article.id for article in tellers(groups))[:MOST_COMPARED]

    def tallies(self, events: Sequence[Event]) -> dict[str, Tally]:
        """Accounts, origins and contradictions of events; what was counted is kept."""
        from index.compare.tallies import tallies

        return tallies(
            self.generation.folder / TALLIES,
            events,
            read=self._read,
            facts=lambda ids: self.compare(ids).facts,
            ruled=self._standing.ruled_on,
        )

    def event_of(self, id: ArticleId) -> Event | None:
        """The event that an article reports, or is background to; None when it stands alone."""
        beside = [e for e in self.events() if any(id == one.article for one in e.articles)]
        reported = (e for e in beside if id in members(e)[0])
        return next(reported, beside[0] if beside else None)

    def is_dated_by_event(self, article: Article) -> bool:
        """Whether the date of an article is that of its event, none of its own or of the reader's."""
        if not self._events_are_known():
            return False
        return self._days_of_events.get(article.id) == article.published

    def _refresh(self) -> None:
        """Takes up what was decided, here or elsewhere, and the events once somebody has grouped them."""
        self._standing.refresh()
        self._take_days_of_events()

    def _take_days_of_events(self) -> None:
        # Grouping takes seconds: who only reads or searches does not wait for it.
        if self._events_are_known():
            self._standing.date_by_events(lambda: self._days_of_events)

    def _events_are_known(self) -> bool:
        return "_grouped" in self.__dict__ or (self.generation.folder / EVENTS).is_file()

    @property
    def _events_found(self) -> tuple[Event, ...]:
        return self._grouped.events

    @property
    def _days_of_events(self) -> dict[ArticleId, DateValue]:
        return self._grouped.days

    @cached_property
    def _grouped(self) -> _Grouped:
        from index.compare.event_days import days_of_undated
        from index.compare.event_grouping import events

        kept = self.generation.folder / EVENTS
        if kept.is_file():
            with contextlib.suppress(OSError, ValueError, msgspec.DecodeError):
                return msgspec.msgpack.decode(unsealed(kept.read_bytes()), type=_Grouped)
        articles = [self._articles.article(id) for id in self.ids()]
        found = events(articles)
        days = days_of_undated(found, {article.id: article for article in articles})
        grouped = _Grouped(found, days)
        # A folder that cannot be written to is no reason not to answer.
        with contextlib.suppress(OSError):
            partial = kept.with_suffix(f".{os.getpid()}")
            partial.write_bytes(sealed(msgspec.msgpack.encode(grouped)))
            partial.replace(kept)
        return grouped
