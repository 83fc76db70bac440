"""The reader's decisions about events, applied to the groups that were found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from index.model.article import ArticleId
from index.model.events import Event, LinkKind
from index.notebook.decisions import EventLock, EventMerge, EventMove, EventSplit, Grouping


@dataclass(slots=True)
class Group:
    """The articles of an event after the reader's decisions."""

    reporting: list[ArticleId]
    background: list[ArticleId] = field(default_factory=list)
    decided: set[ArticleId] = field(default_factory=set)
    """The articles that the reader put there."""
    lock: EventLock | None = None
    found: Event | None = None
    """The event that was found, from which the group began."""

    @property
    def as_found(self) -> bool:
        if self.found is None:
            return False
        reporting, background = members(self.found)
        return set(self.reporting) == set(reporting) and set(self.background) == set(background)


def members(event: Event) -> tuple[tuple[ArticleId, ...], tuple[ArticleId, ...]]:
    """The articles that report an event, and its background articles."""
    return (
        tuple(one.article for one in event.articles if one.link is not LinkKind.BACKGROUND),
        tuple(one.article for one in event.articles if one.link is LinkKind.BACKGROUND),
    )


def still_there(grouping: Grouping, has: Callable[[ArticleId], bool]) -> Grouping | None:
    """A decision with those of its articles that still exist; None if it says nothing any more."""

    def kept(ids: Iterable[ArticleId]) -> tuple[ArticleId, ...]:
        return tuple(id for id in ids if has(id))

    match grouping:
        case EventMove(article=article, to=to, out_of=out_of):
            left = replace(grouping, to=kept(to), out_of=kept(out_of))
            says = has(article) and (left.to if to else left.out_of)
            return left if says else None
        case EventMerge(articles=articles):
            return replace(grouping, articles=kept(articles)) if len(kept(articles)) > 1 else None
        case EventSplit(articles=articles, rest=rest):
            says = kept(articles) and kept(rest)
            return replace(grouping, articles=kept(articles), rest=kept(rest)) if says else None
        case EventLock(articles=articles, background=background):
            left_over = replace(grouping, articles=kept(articles), background=kept(background))
            return left_over if len(left_over.articles) > 1 else None


def regrouped(events: Sequence[Event], decisions: Sequence[Grouping]) -> list[Group]:
    """The groups after all decisions, applied in the order in which they were made.

    An article reports at most one event, and is background only while it reports none.
    """
    groups = [
        Group(list(reporting), list(background), found=event)
        for event in events
        for reporting, background in (members(event),)
    ]
    for decision in decisions:
        match decision:
            case EventMove(article=article, to=to) if to:
                target = _of(groups, to, create=True)
                if article not in target.reporting:
                    _put(groups, target, [article])
            case EventMove(article=article, out_of=out_of):
                for group in groups:
                    if set(group.reporting) & (set(out_of) - {article}):
                        _take(group, {article})
            case EventMerge(articles=articles):
                target = _of(groups, articles, create=True)
                joined = [group for group in groups if set(group.reporting) & set(articles)]
                for group in joined:
                    if group is not target:
                        target.background += group.background
                        _put(groups, target, list(group.reporting))
                _put(groups, target, [id for id in articles if id not in target.reporting])
            case EventSplit(articles=articles, rest=rest):
                _split(groups, set(articles), set(rest))
            case EventLock():
                _lock(groups, decision)
        groups = [group for group in groups if len(group.reporting) > 1]
        reporting = {id for group in groups for id in group.reporting}
        for group in groups:
            own = dict.fromkeys(group.background)
            group.background = [id for id in own if id not in reporting]
    return groups


def _of(groups: list[Group], ids: Sequence[ArticleId], *, create: bool) -> Group:
    """The group with most of some articles; if none has any, a new one is made of them."""
    best = max(groups, key=lambda group: len(set(group.reporting) & set(ids)), default=None)
    if best is None or not set(best.reporting) & set(ids):
        best = Group([])
        groups.append(best)
        _put(groups, best, ids)
    return best


def _put(groups: Iterable[Group], target: Group, ids: Sequence[ArticleId]) -> None:
    for group in groups:
        _take(group, set(ids))
    target.reporting += ids
    target.decided.update(ids)


def _take(group: Group, ids: set[ArticleId]) -> None:
    group.reporting = [id for id in group.reporting if id not in ids]
    group.background = [id for id in group.background if id not in ids]
    group.decided -= ids


def _split(groups: list[Group], leaving: set[ArticleId], rest: set[ArticleId]) -> None:
    for group in list(groups):
        parted = [id for id in group.reporting if id in leaving]
        if parted and set(group.reporting) & rest:
            _take(group, set(parted))
            groups.append(Group(parted, list(group.background), set(parted)))


def _lock(groups: list[Group], lock: EventLock) -> None:
    own = set(lock.articles)
    holding = max(groups, key=lambda group: len(set(group.reporting) & own), default=None)
    if holding is None or not set(holding.reporting) & own:
        holding = Group([])
        groups.append(holding)
    others = [id for id in holding.reporting if id not in own]
    if others:
        # Later articles seem to report the event too: they become background and are not lost.
        _take(holding, set(others))
        groups.append(Group(others, list(holding.background)))
    came = [id for id in lock.articles if id not in holding.reporting]
    _put(groups, holding, came)
    holding.background = list(lock.background)
    holding.lock = lock
