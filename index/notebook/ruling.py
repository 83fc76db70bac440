"""What the decisions come to for one generation of the index: who is who, and what does not apply."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from index.model.article import (
    GLUED,
    Article,
    ArticleId,
    Basis,
    DateValue,
    EntityId,
    Kind,
    Mention,
    Quote,
)
from index.model.found import Entity
from index.model.surface import glued_word, surface
from index.notebook.days import interval
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
    Grouping,
    Hide,
    Kept,
    Merge,
    Note,
    Rename,
    Retype,
    RowVerdict,
    Slip,
    Split,
)
from index.notebook.regrouping import still_there

READER = "reader"
"""`Mention.by` of what the reader accepted."""


class Unapplied(NamedTuple):
    """A decision that this generation gives no occasion for."""

    decision: Decision
    why: str
    """A short English reason; the interface translates it."""


class _Joined(NamedTuple):
    entity: EntityId
    into: EntityId


class _Divided(NamedTuple):
    entity: EntityId
    into: EntityId
    forms: frozenset[str]
    articles: frozenset[ArticleId]


@dataclass(slots=True)
class Ruling:
    """The answers; every id that is asked about is one of the generation."""

    finals: dict[EntityId, EntityId] = field(default_factory=dict)
    """Where all mentions of an entity count as another's; `divided` ones are not in it."""
    divided: set[EntityId] = field(default_factory=set)
    """Entities whose mentions must be looked at one by one."""
    created: set[EntityId] = field(default_factory=set)
    """Ids that the reader made by a split."""
    names: dict[EntityId, str] = field(default_factory=dict)
    kinds: dict[EntityId, Kind] = field(default_factory=dict)
    hidden: set[EntityId] = field(default_factory=set)
    apart: set[frozenset[EntityId]] = field(default_factory=set)
    slips: dict[tuple[EntityId, str], bool] = field(default_factory=dict)
    """Entity of the generation and glued word → whether it counts."""
    dates: dict[ArticleId, DateValue] = field(default_factory=dict)
    rows: list[RowVerdict] = field(default_factory=list)
    facts: list[FactJudged] = field(default_factory=list)
    groupings: list[Grouping] = field(default_factory=list)
    """What holds of events, with those articles only that are there."""
    unapplied: list[Unapplied] = field(default_factory=list)
    steps: list[_Joined | _Divided] = field(default_factory=list)

    def final(self, entity: EntityId, form: str, article: ArticleId) -> EntityId:
        """Whom a mention means, given as it was recognised, with its spelling and its article."""
        if entity not in self.divided:
            return self.finals.get(entity, entity)
        for step in self.steps:
            if entity != step.entity:
                continue
            if isinstance(step, _Joined) or (
                (not step.forms or form in step.forms)
                and (not step.articles or article in step.articles)
            ):
                entity = step.into
        return entity

    def article(self, article: Article) -> Article:
        """The article as the reader decided that it is to be read."""
        found = article.annotations
        mentions = tuple(
            changed
            for mention in found.mentions
            if (changed := self._mention(mention, article)) is not None
        )
        quotes = tuple(self._quote(quote, article) for quote in found.quotes)
        published = self.dates.get(article.id, article.published)
        if (mentions, quotes, published) == (found.mentions, found.quotes, article.published):
            return article
        annotations = replace(found, mentions=mentions, quotes=quotes)
        return replace(article, annotations=annotations, published=published)

    def _mention(self, mention: Mention, article: Article) -> Mention | None:
        by = mention.by
        if by == GLUED:
            verdict = self.slips.get((mention.entity, glued_word(article.text, mention)))
            if verdict is False:
                return None
            by = READER if verdict else by
        form = surface(article.text, mention.start, mention.end)
        entity = self.final(mention.entity, form, article.id)
        if entity in self.hidden:
            return None
        kind = self.kinds.get(entity, mention.kind)
        if (entity, kind, by) == (mention.entity, mention.kind, mention.by):
            return mention
        return Mention(mention.start, mention.end, entity, kind, by)

    def _quote(self, quote: Quote, article: Article) -> Quote:
        if quote.speaker is None:
            return quote
        form = surface(article.text, *quote.speaker_span) if quote.speaker_span else ""
        speaker = self.final(quote.speaker, form, article.id)
        if speaker in self.hidden:
            return replace(quote, speaker=None)
        return quote if speaker == quote.speaker else replace(quote, speaker=speaker)


def replay(
    decisions: Sequence[Decision],
    *,
    entities: Mapping[EntityId, Entity],
    canonical: Mapping[EntityId, EntityId],
    slips: Collection[tuple[EntityId, str]],
    now: Callable[..., ArticleId],
    has_article: Callable[[ArticleId], bool],
) -> Ruling:
    """Applies the decisions in the order in which they were made.

    `entities` are those of the generation, `canonical` says which ids the build joined to them,
    `slips` are the words glued to a name that it found, and `now` tells under which id an article
    is found whose file was moved or is read as several articles since (see `Whereabouts`). A decision that cannot be applied changes
    nothing and stands in `unapplied`.
    """
    ruling = Ruling()
    members: dict[EntityId, set[EntityId]] = {}
    roots: dict[EntityId, EntityId] = {}

    def found(id: EntityId) -> EntityId | None:
        id = canonical.get(id, id)
        if id not in entities and id not in ruling.created:
            return None
        return roots.get(id, id)

    def missing(decision: Decision, *ids: EntityId) -> bool:
        if all(found(id) is not None for id in ids):
            return False
        ruling.unapplied.append(Unapplied(decision, "the entity is not in this corpus"))
        return True

    for decision in decisions:
        match followed(decision, now):
            case Merge(into=into, others=others):
                if missing(decision, into, *others):
                    continue
                kept = found(into)
                assert kept is not None
                for id in others:
                    root = found(id)
                    assert root is not None
                    if root == kept:
                        continue
                    ruling.steps.append(_Joined(root, kept))
                    group = members.pop(root, {root})
                    members.setdefault(kept, {kept}).update(group)
                    roots.update(dict.fromkeys(group, kept))
            case Split(entity=entity, into=into, forms=forms, articles=articles):
                root = found(entity)
                if root is None or not (forms or articles):
                    missing(decision, entity)
                    continue
                group = members.get(root, {root})
                has = {f.surface for id in group if id in entities for f in entities[id].forms}
                if forms and root in entities and not has & set(forms):
                    ruling.unapplied.append(Unapplied(decision, "no such spelling occurs any more"))
                    continue
                target = found(into)
                if target is None:
                    target = into
                    ruling.created.add(into)
                    of = _kind(root, group, entities, ruling.kinds)
                    ruling.kinds.setdefault(into, of)
                if target == root:
                    ruling.unapplied.append(Unapplied(decision, "the two have been merged"))
                    continue
                ruling.divided.update(group)
                ruling.steps.append(_Divided(root, target, frozenset(forms), frozenset(articles)))
            case Rename(entity=entity, name=name):
                if not missing(decision, entity):
                    ruling.names[found(entity) or entity] = name
            case Retype(entity=entity, kind=kind):
                if not missing(decision, entity):
                    ruling.kinds[found(entity) or entity] = kind
            case Hide(entity=entity):
                if not missing(decision, entity):
                    ruling.hidden.add(found(entity) or entity)
            case Apart(kept=kept, other=other):
                if not missing(decision, kept, other):
                    ruling.apart.add(
                        frozenset((canonical.get(kept, kept), canonical.get(other, other)))
                    )
            case Slip(entity=entity, surface=word, accepted=accepted):
                key = canonical.get(entity, entity), word
                if key in slips:
                    ruling.slips[key] = accepted
                else:
                    ruling.unapplied.append(Unapplied(decision, "no such word occurs any more"))
            case Dating(article=article, date=date):
                days = interval(date)
                if days is None:
                    ruling.unapplied.append(Unapplied(decision, "it gives no date"))
                elif not has_article(article):
                    ruling.unapplied.append(Unapplied(decision, "the article is gone"))
                else:
                    ruling.dates[article] = DateValue(date, *days, Basis.STATED)
            case RowVerdict(passages=passages) as row:
                if all(has_article(passage.article) for passage in passages):
                    ruling.rows.append(row)
                else:
                    ruling.unapplied.append(Unapplied(decision, "the article is gone"))
            case FactJudged(passages=passages) as judged:
                if all(has_article(passage.article) for passage in passages):
                    ruling.facts.append(judged)
                else:
                    ruling.unapplied.append(Unapplied(decision, "the article is gone"))
            case EventMove() | EventMerge() | EventSplit() | EventLock() as grouping:
                left = still_there(grouping, has_article)
                if left is not None:
                    ruling.groupings.append(left)
                else:
                    ruling.unapplied.append(Unapplied(decision, "its articles are gone"))
            case Note(article=article) | Kept(article=article):
                if not has_article(article):
                    ruling.unapplied.append(Unapplied(decision, "the article is gone"))
    ruling.finals = {
        id: root for id, root in roots.items() if id not in ruling.divided and id != root
    }
    for step in ruling.steps:
        # Mentions take the kind of what they come to mean.
        if step.into in entities:
            ruling.kinds.setdefault(step.into, entities[step.into].kind)
    return ruling


def followed(decision: Decision, now: Callable[..., ArticleId]) -> Decision:
    """A decision with the ids that its articles bear now; `now` takes an id and the words cited."""
    match decision:
        case Split(articles=articles) if articles:
            return replace(decision, articles=tuple(map(now, articles)))
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


def _cited_now(passages: tuple[Cited, ...], now: Callable[..., ArticleId]) -> tuple[Cited, ...]:
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
