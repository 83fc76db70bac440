"""The subjects of an event's sentences: their stems, weighted by how few sentences have them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from index.compare.rows import SentencePair
from index.compare.statements import Statement

if TYPE_CHECKING:
    from index.facts.claims_in_context import Told

Stems = frozenset[str]


class Rarity:
    """The weight of words by how few of some sentences have them."""

    def __init__(self, sentences: Iterable[Stems]) -> None:
        self._held: Counter[str] = Counter()
        self._sentences = 0
        self._masses: dict[Stems, float] = {}
        self._known: dict[str, float] = {}
        for words in sentences:
            self._sentences += 1
            self._held.update(words)

    def __call__(self, stem: str) -> float:
        known = self._known.get(stem)
        if known is None:
            known = math.log((self._sentences + 1) / (self._held[stem] + 0.5))
            self._known[stem] = known
        return known

    def held(self, stem: str) -> int:
        """The number of sentences of the event with a stem."""
        return self._held[stem]

    def mass(self, stems: Iterable[str]) -> float:
        return sum(map(self, stems))

    def _mass_of(self, stems: Stems) -> float:
        known = self._masses.get(stems)
        if known is None:
            known = self._masses[stems] = self.mass(stems)
        return known

    def alike(self, one: Stems, other: Stems) -> float:
        """How much two sentences have in common, 0 to 1."""
        common = one & other
        if not common:
            return 0.0
        shared = self.mass(common)
        if shared <= 0:
            return 0.0
        return shared / math.sqrt(self._mass_of(one) * self._mass_of(other))


class Weights(Rarity):
    """The weight of a stem among the sentences of some accounts."""

    def __init__(
        self,
        sides: Sequence[Sequence[Statement]],
        aligned: frozenset[SentencePair] = frozenset(),
    ) -> None:
        super().__init__(statement.telling for side in sides for statement in side)
        self.sorts: dict[tuple[int, tuple[str, str, str]], int] = {}
        """For each account and sort, the number of different values."""
        self.aligned = aligned
        """Pairs of sentences in one row, each sentence by its side and number."""
        self._rivals: dict[int, int] = {}

    def rivals(self, told: Told, sort_of: Callable[[Told], tuple[str, str, str]]) -> int:
        """The number of different values of this sort in the claim's account, its own included."""
        known = self._rivals.get(id(told))
        if known is None:
            known = self._rivals[id(told)] = self.sorts.get((told.side, sort_of(told)), 0)
        return known
