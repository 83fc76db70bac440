"""Two people of one name: the articles about a name fall into groups that nothing joins, and what they
tell of a life sets them against each other.

It is a question to the reader and never a proof: a swimmer may become a minister.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from index.entities.lives import apart, one_town
from index.model.article import ArticleId, EntityId

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from index.entities.lives import Life

_YEARS = 3
"""By how many years two ages must differ; less is a slip, or a birthday."""
_SHARED = 2
"""How many names two articles must share to be about one person; one of a person is enough."""
_MOST = 200
"""Of how many articles with a life the pairs are compared; nobody has so many who is not known."""


class Homonyms(NamedTuple):
    """Two people whom one name may stand for."""

    entity: EntityId
    articles: tuple[ArticleId, ...]
    """The articles about the other one, sorted: the smaller group."""
    one: str
    """What the articles say of the more frequent one: « ministre de la Pêche »."""
    other: str


def homonyms(
    entity: EntityId,
    lives: Mapping[ArticleId, Life],
    *,
    known: bool,
    names_in: Callable[[ArticleId], Collection[EntityId]],
) -> tuple[Homonyms, ...]:
    """The people whom a name may stand for besides the most frequent one.

    Of a person whom gazetteers know, only years tell: a known person has many offices. `names_in`
    gives the telling names of an article, and is asked only where lives are at odds.
    """
    articles = sorted(lives)[:_MOST]
    held = frozenset(
        frozenset((one, other))
        for life in lives.values()
        for one in life.trades
        for other in life.trades
        if one != other
    )
    odds = [
        (a, b)
        for at, a in enumerate(articles)
        for b in articles[:at]
        if _at_odds(lives[a], lives[b], held, known=known)
    ]
    if not odds:
        return ()
    groups = _groups(entity, articles, lives, names_in)
    most, *others = groups
    found = []
    for group in others:
        pair = next((p for p in odds if _between(p, most, group)), None)
        if pair is not None:
            a, b = pair if pair[0] in most else (pair[1], pair[0])
            found.append(Homonyms(entity, tuple(group), lives[a].said, lives[b].said))
    return tuple(found)


def _between(
    pair: tuple[ArticleId, ArticleId], one: list[ArticleId], other: list[ArticleId]
) -> bool:
    a, b = pair
    return (a in one and b in other) or (b in one and a in other)


def _at_odds(one: Life, other: Life, held: frozenset[frozenset[str]], *, known: bool) -> bool:
    """Whether two lives can hardly be one; `held` are pairs of trades that one article gives together."""
    if one.born[0] and other.born[0]:
        return max(one.born[0], other.born[0]) - min(one.born[1], other.born[1]) >= _YEARS
    if known:
        return False
    if one.town and other.town and not one_town(one.town, other.town):
        return True
    pairs = [frozenset((a, b)) for a in one.trades for b in other.trades]
    return bool(pairs) and all(pair in apart() and pair not in held for pair in pairs)


def _groups(
    entity: EntityId,
    articles: Sequence[ArticleId],
    lives: Mapping[ArticleId, Life],
    names_in: Callable[[ArticleId], Collection[EntityId]],
) -> list[list[ArticleId]]:
    """The articles that tell one life, or share names; the largest group first."""
    names = {article: frozenset(names_in(article)) - {entity} for article in articles}
    roots = {article: article for article in articles}

    def root(article: ArticleId) -> ArticleId:
        while roots[article] != article:
            article = roots[article]
        return article

    births = {article: lives[article].born for article in articles}
    for at, a in enumerate(articles):
        for b in articles[:at]:
            if _agree(lives[a], lives[b]) or _share(names[a], names[b]):
                one, other = root(a), root(b)
                born = _one_birth(births[one], births[other])
                if one != other and born is not None:
                    roots[one] = other
                    births[other] = born
    groups: dict[ArticleId, list[ArticleId]] = defaultdict(list)
    for article in articles:
        groups[root(article)].append(article)
    return sorted(groups.values(), key=lambda group: (-len(group), group))


def _one_birth(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int] | None:
    """The years in which somebody may be born of whom two groups of articles tell; None for two people.

    Ages that cannot be one person's keep two apart, whoever else both name.
    """
    if not one[0] or not other[0]:
        return max(one, other)
    first, last = min(one[0], other[0]), max(one[1], other[1])
    return None if max(one[0], other[0]) - min(one[1], other[1]) >= _YEARS else (first, last)


def _agree(one: Life, other: Life) -> bool:
    """Whether two lives speak for one person."""
    if one.born[0] and other.born[0]:
        return max(one.born[0], other.born[0]) - min(one.born[1], other.born[1]) < _YEARS
    if one.town and other.town and not one_town(one.town, other.town):
        return False
    return not set(one.trades).isdisjoint(other.trades)


def _share(one: frozenset[EntityId], other: frozenset[EntityId]) -> bool:
    shared = one & other
    return len(shared) >= _SHARED or any(id.startswith("person:") for id in shared)
