"""Articles of a small corpus that report one event by the rare things that they name and no gazetteer knows.

Accounts that tell an event in their own words, days after each other, share little else.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta

from index.compare.likeness import LEAST_CORPUS, Likeness, cosine
from index.compare.occasions import Occasion
from index.entities.recognition import listed
from index.model.article import Article, EntityId

SMALL_CORPUS = 300
"""The most articles of a corpus in which names tell more than wording."""
_NAMED = 0.7
"""The least rarity of what two articles of one event name, in units of a name of one article."""
_ALIKE = 0.15
"""The least cosine of two of a fortnight."""
_FORTNIGHT = timedelta(14)
_MORE_NAMED = 1.5
"""The rarity of two that name more and need less in common besides: some two rare names."""
_LESS_ALIKE = 0.07
"""The least cosine of these, within a month."""
_MONTH = timedelta(30)
_CANDIDATE = 0.05
"""The least cosine of two that are worth weighing."""


class RareNames:
    """The pairs of a small corpus that name rare things and may be of one time; none in a larger one."""

    def __init__(
        self,
        articles: Sequence[Article],
        likeness: Sequence[Likeness],
        times: Sequence[Occasion],
    ) -> None:
        self.likeness: dict[tuple[int, int], float] = {}
        """The cosine of each pair."""
        self.linked: set[tuple[int, int]] = set()
        """The pairs that report one event; others are only near."""
        if len(articles) <= SMALL_CORPUS:
            # Whom everybody knows is named in the news of any day.
            self._named = [article.annotations.entities - listed() for article in articles]
            self._rarity = _rarity(self._named)
            for pair, score, linked in self._weighed(likeness, times):
                self.likeness[pair] = score
                if linked:
                    self.linked.add(pair)

    def _weighed(
        self, likeness: Sequence[Likeness], times: Sequence[Occasion]
    ) -> Iterator[tuple[tuple[int, int], float, bool]]:
        for b in range(len(times)):
            for a in range(b):
                shared = self._named[a] & self._named[b]
                if not shared or (apart := _apart(times[a], times[b])) > _MONTH:
                    continue
                rarity = sum(self._rarity[entity] for entity in shared)
                if rarity < _NAMED:
                    continue
                score = cosine(likeness[a], likeness[b])
                if score >= _CANDIDATE:
                    close = score >= _ALIKE and apart <= _FORTNIGHT
                    yield (a, b), score, close or (rarity >= _MORE_NAMED and score >= _LESS_ALIKE)


def _rarity(named: Sequence[frozenset[EntityId]]) -> dict[EntityId, float]:
    size = max(len(named), LEAST_CORPUS)
    holding = Counter(entity for own in named for entity in own)
    return {entity: math.log(size / held) / math.log(size) for entity, held in holding.items()}


def _apart(one: Occasion, other: Occasion) -> timedelta:
    """The days between two publications; none where one is not dated, for nothing speaks against it."""
    ours, theirs = one.published, other.published
    if ours is None or theirs is None:
        return timedelta(0)
    return max(ours.first - theirs.last, theirs.first - ours.last, timedelta(0))
