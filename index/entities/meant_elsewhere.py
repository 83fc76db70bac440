"""The meanings of acronyms over a whole corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.entities.grouping import Groups, JoiningEntity
    from index.model.article import EntityId

_DOMINANT = 0.9
_DEFINING = 3
"""The articles that must define an acronym before it means the same in other articles."""
_BARE = 3
"""If fewer articles define it: the most mentions that it may have for each of them."""


class Acronyms:
    """Acronyms and the names that they may stand for, over the whole corpus.

    Equal initials alone do not join: JLD is not « Japan Lotus Day » because that name exists
    somewhere.
    """

    def __init__(self, entities: Mapping[EntityId, JoiningEntity]) -> None:
        self._entities = entities
        self._defined: dict[EntityId, Counter[EntityId]] = defaultdict(Counter)
        self._alike: dict[EntityId, set[EntityId]] = defaultdict(set)

    def define(self, short: EntityId, long: EntityId) -> None:
        """Counts an article that gives this meaning."""
        if short in self._entities and long in self._entities:
            self._defined[short][long] += 1

    def may_be(self, short: EntityId, long: EntityId) -> None:
        """Notes a name with the initials of an acronym."""
        self._alike[short].add(long)

    def join(self, groups: Groups, proposals: dict[tuple[EntityId, EntityId], str]) -> None:
        """Joins the pairs that the corpus agrees on, proposes those that it only suggests."""
        for short in sorted(self._defined.keys() | self._alike.keys()):
            means: Counter[EntityId] = Counter()
            for long, articles in self._defined[short].items():
                means[groups.root(long)] += articles
            if means:
                foremost, articles = min(means.items(), key=lambda item: (-item[1], item[0]))
                if self._agreed(short, articles, means.total()):
                    groups.unite(foremost, short)
                else:
                    proposals.setdefault((foremost, short), "acronym")
                continue
            likely = {groups.root(long) for long in self._alike[short]}
            if len(likely) == 1 and not self._entities[short].known:
                proposals.setdefault((likely.pop(), short), "acronym")

    def _agreed(self, short: EntityId, articles: int, all_: int) -> bool:
        """Whether the acronym means the same in articles that do not define it."""
        if self._entities[short].known or articles < _DOMINANT * all_:
            return False
        # A small corpus may not have three such articles: there, few mentions for each one are
        # enough.
        return articles >= _DEFINING or self._entities[short].mentions <= _BARE * articles
