"""The decisions applied to an open generation, and applied anew whenever they change."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from index.model.article import Article, ArticleId, Basis, DateValue, EntityId, Kind
from index.model.events import Event
from index.model.found import Entity, Facet, Role
from index.notebook import recount
from index.notebook.decisions import Cited, EventLock, Kept, Split
from index.notebook.notebook import Notebook
from index.notebook.recount import Occurrence, Recount
from index.notebook.regrouping import Group, regrouped
from index.notebook.replaying import followed, replay
from index.notebook.roles import roles
from index.notebook.ruling import Ruling, Unapplied
from index.notebook.whereabouts import Whereabouts
from index.query.engine import Amendment, IndexReader
from index.shelf.entity_counts import (
    Offices,
    Slips,
    load_canonical,
    load_names,
    load_offices,
    load_tally,
)
from index.shelf.moves import load_moves

if TYPE_CHECKING:
    from index.compare.reader_verdicts import Place, Verdicts
    from index.entities.homonyms import Homonyms
    from index.model.facts import Fact
    from index.notebook.proposals import Proposal


_FEW_ARTICLES, _TELLING = 20, 100
"""A name tells what an article is about if so few articles have it, or one in so many."""


class Standing:
    """One generation with the reader's decisions applied.

    `read` gives articles as they were indexed. Nothing is loaded before it is needed: a corpus without
    decisions opens as fast as without a notebook.
    """

    def __init__(
        self,
        folder: Path,
        notebook: Notebook,
        *,
        searcher: IndexReader,
        read: Callable[[Sequence[ArticleId]], Sequence[Article]],
        has_article: Callable[[ArticleId], bool],
    ) -> None:
        self._folder = folder
        self._notebook = notebook
        self._searcher = searcher
        self._read = read
        self._has_article = has_article
        self._occurrences: dict[EntityId, list[Occurrence]] = {}
        self._ruling = Ruling()
        self._counted: Recount | None = None
        self._entities: tuple[Entity, ...] | None = None
        self._by_id: dict[EntityId, Entity] | None = None
        self._events: tuple[Event, ...] | None = None
        self._of_events: Mapping[ArticleId, DateValue] | None = None
        """The days that undated articles have from their events; None until events were grouped."""
        if notebook.decisions:
            self.lay()

    def refresh(self) -> None:
        """Takes up decisions made since, here or by another process."""
        if self._notebook.refresh():
            self.lay()

    def date_by_events(self, days: Callable[[], Mapping[ArticleId, DateValue]]) -> None:
        """Gives articles that tell no date the days of the events that they report, once for a generation.

        They are found and counted by these days, too. Those that tell theirs ask for no events.
        """
        if self._of_events is not None:
            return
        undated = frozenset(self._searcher.holding(Facet.YEAR, {""}))
        found = days() if undated else {}
        self._of_events = {id: day for id, day in found.items() if id in undated}
        if self._of_events:
            self._amend()

    @property
    def unapplied(self) -> tuple[Unapplied, ...]:
        return tuple(self._ruling.unapplied)

    def article(self, article: Article) -> Article:
        ruled = self._ruled(article)
        days = (self._of_events or {}).get(ruled.id)
        if days is None or ruled.published.basis is not Basis.NONE:
            return ruled
        return replace(ruled, published=days)

    def _ruled(self, article: Article) -> Article:
        return self._ruling.article(article) if self._notebook.decisions else article

    def entities(self) -> tuple[Entity, ...]:
        if self._entities is None:
            self._entities = (
                self._base_entities
                if self._counted is None
                else recount.entities(self._counted, articles_with=self._searcher.articles_with)
            )
        return self._entities

    def by_id(self) -> dict[EntityId, Entity]:
        if self._by_id is None:
            self._by_id = {entity.id: entity for entity in self.entities()}
        return self._by_id

    def entity(self, id: EntityId) -> Entity | None:
        """What an id of the index means now; None when it is hidden or unknown."""
        return self.by_id().get(self._ruling.finals.get(id, id))

    def name_of(self, id: EntityId) -> str:
        if self._counted is None and "_listed" not in self.__dict__:
            # Nothing was decided, and nothing counted yet: names alone are read much faster.
            return self._names.get(id, id)
        found = self.entity(id) or self._base.get(id)
        return found.name if found else id

    def name_before(self, id: EntityId) -> str:
        found = self._base.get(self._canonical.get(id, id)) or self.by_id().get(id)
        return found.name if found else id

    def roles(self, entity: EntityId) -> tuple[Role, ...]:
        """What articles say that a person is, as the reader decided who that is and when that was."""
        return roles(entity, self._offices, ruling=self._ruling)

    def events(self, found: Callable[[], Sequence[Event]]) -> tuple[Event, ...]:
        """The events, with the reader's decisions about them, newest first."""
        if self._events is None:
            if self._ruling.groupings:
                groups = regrouped(found(), self._ruling.groupings)
                laid = [self._event(group) for group in groups]
                laid.sort(key=lambda event: (event.latest or "", event.id), reverse=True)
                self._events = tuple(laid)
            else:
                self._events = tuple(found())
        return self._events

    def lock_of(self, event: Event) -> EventLock | None:
        """The decision that fixes an event's articles, as it was written down."""
        ids = {member.article for member in event.articles}
        now = self._whereabouts
        locks = [d for d in self._notebook.decisions if isinstance(d, EventLock)]
        return next(
            (lock for lock in reversed(locks) if ids & set(map(now, lock.articles))),
            None,
        )

    def followed(self, entry: Kept) -> Kept:
        """An entry of the notebook with the ids that its articles bear since their files were moved."""
        found = followed(entry, self._whereabouts)
        assert isinstance(found, Kept)
        return found

    @cached_property
    def _whereabouts(self) -> Whereabouts:
        return Whereabouts(load_moves(self._folder), has_article=self._has_article, read=self._read)

    def _event(self, group: Group) -> Event:
        if group.found is not None and group.as_found:
            return replace(group.found, locked=group.lock is not None)
        # Imported here: only events that a reader changed are weighed anew.
        from index.compare.event_grouping import told_together

        read = {
            article.id: self._ruled(article)
            for article in self._read((*group.reporting, *group.background))
        }
        event = told_together(
            [read[id] for id in group.reporting],
            [read[id] for id in group.background],
            decided=group.decided,
        )
        return replace(event, locked=group.lock is not None)

    def proposals(self) -> tuple[Proposal, ...]:
        # Imported here and below: what a search does without.
        from index.notebook.proposals import proposals
        from index.shelf.entity_counts import load_proposals

        return proposals(
            load_proposals(self._folder),
            self._slips,
            self._homonyms,
            ruling=self._ruling,
            entities=self.by_id(),
        )

    @cached_property
    def _homonyms(self) -> tuple[Homonyms, ...]:
        """The names that may stand for two people, as they were indexed."""
        from index.entities.homonyms import homonyms
        from index.shelf.entity_counts import load_lives

        most = max(_FEW_ARTICLES, len(self._searcher) // _TELLING)

        @cache
        def names_in(id: ArticleId) -> frozenset[EntityId]:
            """The names of an article that few others share."""
            named = frozenset().union(*(a.annotations.entities for a in self._read([id])))
            return frozenset(
                id for id in named if id in self._base and self._base[id].articles <= most
            )

        return tuple(
            one
            for entity, lives in sorted(load_lives(self._folder).items())
            if len(lives) > 1 and entity in self._base
            for one in homonyms(entity, lives, known=self._base[entity].known, names_in=names_in)
        )

    def verdicts(self, articles: Mapping[ArticleId, Article]) -> tuple[Verdicts, list[Unapplied]]:
        """The reader's verdicts on rows of these articles, and those whose sentences are no longer found."""
        from index.compare.reader_verdicts import Verdicts
        from index.compare.whole import whole
        from index.notebook.cited import located

        groups: dict[bool, list[tuple[Place, ...]]] = {True: [], False: []}
        lost: list[Unapplied] = []
        for row in self._ruling.rows:
            places: list[Place] = []
            for cited in row.passages:
                article = articles.get(cited.article)
                if article is None:
                    continue
                span = located(cited, whole(article))
                if span is None:
                    lost.append(Unapplied(row, "the passage is no longer in the article"))
                    break
                places.append((cited.article, span.start))
            else:
                groups[row.accepted].append(tuple(places))
        return Verdicts(rejected=tuple(groups[False]), accepted=tuple(groups[True])), lost

    def judged(
        self, facts: Sequence[Fact], articles: Mapping[ArticleId, Article]
    ) -> tuple[Fact, ...]:
        """The facts with what was said of them, found again by the places that they speak of."""
        if not self._ruling.facts:
            return tuple(facts)
        from index.notebook.judging import judged

        return judged(facts, self._ruling.facts, articles)

    def ruled_on(self, ids: Sequence[ArticleId]) -> str:
        """The verdicts on rows and facts of some articles as one word, for a key; empty where there are none."""
        wanted = set(ids)
        said = [repr(fact) for fact in self._ruling.facts if _cites(fact.passages, wanted)]
        said += [repr(row) for row in self._ruling.rows if _cites(row.passages, wanted)]
        return sha256("".join(said).encode()).hexdigest() if said else ""

    def lost_rows(self) -> list[Unapplied]:
        ids = sorted({cited.article for row in self._ruling.rows for cited in row.passages})
        articles = {article.id: article for article in self._read(ids)} if ids else {}
        return self.verdicts(articles)[1]

    def new_id(self, entity: EntityId, name: str) -> EntityId:
        """An id that no entity has, for what is split off from one."""
        from index.entities.names import slug

        kind, _, _ = entity.partition(":")
        wish = f"{kind}:{slug(name) or 'autre'}"
        taken = {str(id) for id in self._base} | {str(id) for id in self._canonical}
        taken |= {str(d.into) for d in self._notebook.decisions if isinstance(d, Split)}
        number, id = 1, wish
        while id in taken:
            number += 1
            id = f"{wish}-{number}"
        return EntityId(id)

    def lay(self) -> None:
        """Applies the present decisions to the generation."""
        slips = {(id, word) for id, words in self._slips.items() for word in words}
        self._ruling = replay(
            self._notebook.decisions,
            entities=self._base,
            canonical=self._canonical,
            slips=slips,
            now=self._whereabouts,
            has_article=self._has_article,
        )
        self._counted = recount.recount(
            self._ruling, base=self._base, divided=self._divided(), slips=self._slips
        )
        self._entities = self._by_id = self._events = None
        self._amend()

    def _amend(self) -> None:
        decided = Amendment() if self._counted is None else recount.amendment_of(self._counted)
        # What the reader decided about a date stands above what was inferred.
        dates = {**(self._of_events or {}), **decided.dates}
        self._searcher.amend(replace(decided, dates=dates))

    def _divided(self) -> list[Occurrence]:
        """The occurrences of entities that were split; each is looked up once."""
        wanted = {id for id in self._ruling.divided if id in self._base}
        fresh = wanted - set(self._occurrences)
        if fresh:
            ids = sorted(
                {
                    article
                    for facet in (Facet(kind.value) for kind in Kind)
                    for article in self._searcher.holding(facet, fresh)
                }
            )
            self._occurrences.update((id, []) for id in fresh)
            for at in range(0, len(ids), 100):
                for found in recount.occurrences(self._read(ids[at : at + 100]), fresh):
                    self._occurrences[found.entity].append(found)
        return [found for id in sorted(wanted) for found in self._occurrences[id]]

    @cached_property
    def _listed(self) -> tuple[tuple[Entity, ...], Slips]:
        """All entities as they were indexed, and the words glued to their names.

        The tally that they come from is let go: it takes more memory than they do.
        """
        tally = load_tally(self._folder)
        return tally.entities(), tally.slips

    @property
    def _slips(self) -> Slips:
        return self._listed[1]

    @cached_property
    def _offices(self) -> Offices:
        return load_offices(self._folder)

    @cached_property
    def _names(self) -> dict[EntityId, str]:
        return load_names(self._folder)

    @property
    def _base_entities(self) -> tuple[Entity, ...]:
        return self._listed[0]

    @cached_property
    def _base(self) -> dict[EntityId, Entity]:
        return {entity.id: entity for entity in self._base_entities}

    @cached_property
    def _canonical(self) -> dict[EntityId, EntityId]:
        return load_canonical(self._folder)


def _cites(passages: Sequence[Cited], articles: Container[ArticleId]) -> bool:
    return any(cited.article in articles for cited in passages)
