"""What acronyms stand for over a whole corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.entities.grouping import Groups, JoiningEntity
    from index.model.article import EntityId

_DOMINANT = 0.9
_DEFINING = 3
"""Articles that define an acronym before it means the same in others."""
_BARE = 3
"""Mentions without a definition for each article with one, where fewer articles define it."""


class Acronyms:
    """Acronyms and the names that they may stand for, over the whole corpus.

    Initials alone are no reason: JLD is no « Japan Lotus Day » because that stands somewhere.
    """

    def __init__(self, entities: Mapping[EntityId, JoiningEntity]) -> None:
        self._entities = entities
        self._defined: dict[EntityId, Counter[EntityId]] = defaultdict(Counter)
        self._alike: dict[EntityId, set[EntityId]] = defaultdict(set)

    def define(self, short: EntityId, long: EntityId) -> None:
        """Counts an article that says so."""
        if short in self._entities and long in self._entities:
            self._defined[short][long] += 1

    def may_be(self, short: EntityId, long: EntityId) -> None:
        """Notes a name with the initials of an acronym."""
        self._alike[short].add(long)

    def join(self, groups: Groups, proposals: dict[tuple[EntityId, EntityId], str]) -> None:
        """Joins what the corpus agrees on, proposes what it only suggests."""
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
        """Whether articles that do not define an acronym may bear it in the same sense."""
        if self._entities[short].known or articles < _DOMINANT * all_:
            return False
        # A small corpus has no three articles: there few bare mentions to one definition will do.
        return articles >= _DEFINING or self._entities[short].mentions <= _BARE * articles
