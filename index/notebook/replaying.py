"""Decisions applied one after the other: the changes of each to a ruling, or why it changes
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from index.model.article import ArticleId, Basis, DateValue, EntityId, Kind
from index.model.found import Entity
from index.notebook.decisions import (
    Apart,
    Cited,
    Dating,
    Decision,
    EventLock,
    EventMerge,
    EventMove,
    EventSplit,
    FactJudged,
    Hide,
    Kept,
    Merge,
    Note,
    OnePerson,
    Rename,
    Retype,
    RowVerdict,
    Slip,
    Split,
)
from index.notebook.regrouping import still_there
from index.notebook.ruling import Divided, Joined, Ruling, Unapplied
from index.notebook.typed_dates import interval

_NO_ENTITY = "the entity is not in this corpus"
_GONE = "the article is gone"


class Where(Protocol):
    """Tells the present id of an article (see `Whereabouts`)."""

    def __call__(self, id: ArticleId, words: str = "", /) -> ArticleId: ...

    def all_of(self, id: ArticleId, /) -> tuple[ArticleId, ...]: ...


def replay(
    decisions: Sequence[Decision],
    *,
    entities: Mapping[EntityId, Entity],
    canonical: Mapping[EntityId, EntityId],
    slips: Collection[tuple[EntityId, str]],
    now: Where,
    has_article: Callable[[ArticleId], bool],
) -> Ruling:
    """Applies the decisions in the order in which they were made.

    `entities` are those of the generation, `canonical` gives the ids that the build joined to them,
    `slips` are the words stuck to a name that it found, and `now` gives the present id of an
    article whose file was moved or is now read as several articles (see `Whereabouts`). A decision
    that cannot be applied changes nothing and stands in `unapplied`.
    """
    people = _OfEntities(entities, canonical, slips)
    ruling = people.ruling
    for decision in decisions:
        meant = followed(decision, now)
        why = (
            _without_articles(meant, has_article)
            or people.apply(meant)
            or _of_articles(meant, ruling, has_article)
        )
        if why:
            ruling.unapplied.append(Unapplied(decision, why))
    people.finish()
    return ruling


class _OfEntities:
    """Decisions on entities; each is applied, or the reason is given why it cannot be."""

    def __init__(
        self,
        entities: Mapping[EntityId, Entity],
        canonical: Mapping[EntityId, EntityId],
        slips: Collection[tuple[EntityId, str]],
    ) -> None:
        self.ruling = Ruling()
        self._entities = entities
        self._canonical = canonical
        self._slips = slips
        self._members: dict[EntityId, set[EntityId]] = {}
        """The ids that were merged, by the id that is kept."""
        self._roots: dict[EntityId, EntityId] = {}

    def apply(self, decision: Decision) -> str | None:
        match decision:
            case Merge(into=into, others=others):
                return self._merge(into, others)
            case Split():
                return self._split(decision)
            case Rename(entity=entity) | Retype(entity=entity) | Hide(entity=entity):
                return self._change(decision, self._found(entity))
            case Apart(kept=kept, other=other):
                if self._found(kept) is None or self._found(other) is None:
                    return _NO_ENTITY
                self.ruling.apart.add(frozenset((self._joined(kept), self._joined(other))))
            case OnePerson(entity=entity, articles=articles):
                found = self._found(entity)
                if found is None:
                    return _NO_ENTITY
                self.ruling.one_person.setdefault(found, set()).update(articles)
            case Slip(entity=entity, surface=word, accepted=accepted):
                key = self._joined(entity), word
                if key not in self._slips:
                    return "no such word occurs any more"
                self.ruling.slips[key] = accepted
        return None

    def finish(self) -> None:
        """Completes the ruling with the consequences of all decisions together."""
        ruling = self.ruling
        ruling.finals = {
            id: root for id, root in self._roots.items() if id not in ruling.divided and id != root
        }
        for step in ruling.steps:
            # Mentions get the kind of the entity that they now mean.
            if step.into in self._entities:
                ruling.kinds.setdefault(step.into, self._entities[step.into].kind)

    def _joined(self, id: EntityId) -> EntityId:
        """The id that the build gave to an entity when it joined its forms."""
        return self._canonical.get(id, id)

    def _found(self, id: EntityId) -> EntityId | None:
        """The entity that an id means after the earlier decisions; None if the generation has none."""
        id = self._joined(id)
        if id not in self._entities and id not in self.ruling.created:
            return None
        return self._roots.get(id, id)

    def _merge(self, into: EntityId, others: Sequence[EntityId]) -> str | None:
        kept = self._found(into)
        roots = [self._found(id) for id in others]
        if kept is None or None in roots:
            return _NO_ENTITY
        for id in others:
            root = self._found(id)  # the same entity may be named twice
            if root is None or root == kept:
                continue
            self.ruling.steps.append(Joined(root, kept))
            group = self._members.pop(root, {root})
            self._members.setdefault(kept, {kept}).update(group)
            self._roots.update(dict.fromkeys(group, kept))
        return None

    def _split(self, decision: Split) -> str | None:
        ruling, entities = self.ruling, self._entities
        forms, articles, into = decision.forms, decision.articles, decision.into
        root = self._found(decision.entity)
        if root is None:
            return _NO_ENTITY
        if not forms and not articles:
            return None
        group = self._members.get(root, {root})
        has = {f.surface for id in group if id in entities for f in entities[id].forms}
        if forms and root in entities and not has & set(forms):
            return "no such spelling occurs any more"
        target = self._found(into)
        if target is None:
            target = into
            ruling.created.add(into)
            ruling.kinds.setdefault(into, _kind(root, group, entities, ruling.kinds))
        if target == root:
            return "the two have been merged"
        ruling.divided.update(group)
        ruling.steps.append(Divided(root, target, frozenset(forms), frozenset(articles)))
        return None

    def _change(self, decision: Rename | Retype | Hide, found: EntityId | None) -> str | None:
        if found is None:
            return _NO_ENTITY
        match decision:
            case Rename(name=name):
                self.ruling.names[found] = name
            case Retype(kind=kind):
                self.ruling.kinds[found] = kind
            case Hide():
                self.ruling.hidden.add(found)
        return None


def _without_articles(decision: Decision, has_article: Callable[[ArticleId], bool]) -> str | None:
    """Whether all articles for which a decision holds have disappeared."""
    if not isinstance(decision, Split | OnePerson) or not decision.articles:
        return None
    return None if any(map(has_article, decision.articles)) else _GONE


def _of_articles(
    decision: Decision, ruling: Ruling, has_article: Callable[[ArticleId], bool]
) -> str | None:
    """Applies a decision on articles, passages or events, or gives the reason why it cannot be."""
    match decision:
        case Dating(article=article, date=date):
            days = interval(date)
            if days is None:
                return "it gives no date"
            if not has_article(article):
                return _GONE
            ruling.dates[article] = DateValue(date, *days, Basis.STATED)
        case RowVerdict(passages=passages) | FactJudged(passages=passages):
            if not all(has_article(passage.article) for passage in passages):
                return _GONE
            if isinstance(decision, RowVerdict):
                ruling.rows.append(decision)
            else:
                ruling.facts.append(decision)
        case EventMove() | EventMerge() | EventSplit() | EventLock() as grouping:
            left = still_there(grouping, has_article)
            if left is None:
                return "its articles are gone"
            ruling.groupings.append(left)
        case Note(article=article) | Kept(article=article):
            if not has_article(article):
                return _GONE
    return None


def followed(decision: Decision, now: Where) -> Decision:
    """A decision with the present ids of its articles; `now` takes an id and the words cited."""
    match decision:
        case Split(articles=articles) | OnePerson(articles=articles) if articles:
            # The decision cites no words: if it was about all of a file, it holds for each article
            # in it now.
            every = tuple(part for article in articles for part in now.all_of(article))
            return replace(decision, articles=every)
        case RowVerdict(passages=passages) | FactJudged(passages=passages):
            return replace(decision, passages=_cited_now(passages, now))
        case EventMove(article=article, to=to, out_of=out_of):
            return replace(
                decision,
                article=now(article),
                to=tuple(map(now, to)),
                out_of=tuple(map(now, out_of)),
            )
        case EventMerge(articles=articles):
            return replace(decision, articles=tuple(map(now, articles)))
        case EventSplit(articles=articles, rest=rest):
            return replace(decision, articles=tuple(map(now, articles)), rest=tuple(map(now, rest)))
        case EventLock(articles=articles, background=background):
            return replace(
                decision, articles=tuple(map(now, articles)), background=tuple(map(now, background))
            )
        case Kept(article=article, text=text, others=others):
            return replace(
                decision,
                article=now(article, text),
                others=tuple(replace(p, article=now(p.article, p.text)) for p in others),
            )
        case Note(article=article, passages=passages) if passages:
            passages = _cited_now(passages, now)
            return replace(decision, article=passages[0].article, passages=passages)
        case Dating(article=article) | Note(article=article):
            return replace(decision, article=now(article))
        case _:
            return decision


def _cited_now(passages: tuple[Cited, ...], now: Where) -> tuple[Cited, ...]:
    return tuple(replace(p, article=now(p.article, p.text)) for p in passages)


def _kind(
    root: EntityId,
    group: set[EntityId],
    entities: Mapping[EntityId, Entity],
    kinds: Mapping[EntityId, Kind],
) -> Kind:
    if root in kinds:
        return kinds[root]
    known = next((entities[id] for id in (root, *sorted(group)) if id in entities), None)
    return known.kind if known else Kind.OTHER
