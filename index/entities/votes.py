"""What the whole corpus tells about a name: its kind in all its places, and whether it is a name at
all.

The votes are collected in a first pass over the articles and applied in a second; the counts of
workers are merged.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from index.entities.own_outlets import Outlets
from index.entities.weighed_kinds import PERSON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from index.entities.discovery import Candidate
    from index.entities.words import Words

_MOST_WEIGHT = 3.0
_PERSONS = 1.5
"""The score, on average, of what is surely a person."""
_OFTEN = 3
"""How often full names must end with a word before it is a surname alone too."""


class Tally(NamedTuple):
    """The counts for one name."""

    seen: int
    inside: int
    """How often it stands inside a sentence, where the capital means something."""
    scores: tuple[float, ...]


class CorpusVotes:
    """Evidence over all articles, by the folded words of a name.

    Beyond `limit` names, those seen only once are forgotten: in 100,000 articles two names out of
    three occur once, and one place is no vote.
    """

    def __init__(self, *, limit: int = 300_000) -> None:
        self._limit = limit
        self._tallies: dict[str, Tally] = {}
        self._small: Counter[str] = Counter()
        """For each word, the number of articles in which it is written small."""
        self._surnames: frozenset[str] | None = None
        """The last words of persons' full names, once somebody asked."""
        self.outlets = Outlets()
        self._capital: Counter[str] = Counter()
        """For each word, the number of articles in which it stands alone with a capital that means
        something.
        """

    def __reduce__(self) -> tuple[Callable[[bytes], CorpusVotes], tuple[bytes]]:
        # A process sends a hundred thousand of these tuples to another: msgspec takes a fifth of the
        # time.
        told = dict(self._small), dict(self._capital), self.outlets.whole
        counts = (self._limit, self._tallies, *told)
        return _sent, (msgspec.msgpack.encode(counts),)

    def add(self, words: Words, found: Iterable[Candidate]) -> None:
        """Counts the candidates of one article, and its words in small letters."""
        tallies = self._tallies
        capital: set[str] = set()
        for candidate in found:
            known = tallies.get(candidate.key)
            inside = 0 if candidate.at_start else 1
            if known is None:
                tallies[candidate.key] = Tally(1, inside, candidate.scores)
            else:
                tallies[candidate.key] = Tally(
                    known.seen + 1,
                    known.inside + inside,
                    tuple(map(float.__add__, known.scores, candidate.scores)),
                )
            if inside and candidate.after - candidate.first == 1:
                capital.add(candidate.key)
        self._small.update(words.small)
        self._capital.update(capital)
        if len(tallies) > self._limit:
            self._forget()

    def merge(self, other: CorpusVotes) -> None:
        """Adds what another worker counted."""
        for key, tally in other._tallies.items():
            known = self._tallies.get(key)
            if known is not None:
                tally = Tally(
                    known.seen + tally.seen,
                    known.inside + tally.inside,
                    tuple(map(float.__add__, known.scores, tally.scores)),
                )
            self._tallies[key] = tally
        self._small.update(other._small)
        self._capital.update(other._capital)
        self.outlets.merge(other.outlets)
        if len(self._tallies) > self._limit:
            self._forget()

    def _forget(self) -> None:
        self._tallies = {key: tally for key, tally in self._tallies.items() if tally.seen > 1}

    def scores(self, candidate: Candidate) -> tuple[float, ...]:
        """What the other places of a candidate in the corpus add to its own evidence."""
        tally = self._tallies.get(candidate.key)
        if tally is None or tally.seen < 2:
            return candidate.scores
        others = tally.seen - 1
        weight = min(_MOST_WEIGHT, 0.6 + 0.4 * others) / others
        return tuple(
            own + weight * (total - own)
            for own, total in zip(candidate.scores, tally.scores, strict=True)
        )

    def inside(self, key: str) -> int:
        """How often a name was seen where its capital means something."""
        tally = self._tallies.get(key)
        return tally.inside if tally else 0

    def seen(self, key: str) -> int:
        tally = self._tallies.get(key)
        return tally.seen if tally else 0

    def bear(self, surname: str) -> bool:
        """Whether full names of persons were seen several times that end with a folded word."""
        if self._surnames is None:
            seen: Counter[str] = Counter()
            for key, tally in self._tallies.items():
                given, _, last = key.rpartition(" ")
                if given and tally.scores[PERSON] == max(tally.scores) >= _PERSONS * tally.seen:
                    seen[last] += tally.seen
            self._surnames = frozenset(last for last, times in seen.items() if times >= _OFTEN)
        return surname in self._surnames

    def common(self, word: str) -> bool:
        """Whether a word is mostly written small in this corpus."""
        return self._small[word] > 2 * self._capital[word]


def _sent(counts: bytes) -> CorpusVotes:
    """The votes that another process sent."""
    kind = tuple[int, dict[str, Tally], dict[str, int], dict[str, int], dict[str, str]]
    limit, tallies, small, capital, outlets = msgspec.msgpack.decode(counts, type=kind)
    votes = CorpusVotes(limit=limit)
    votes._tallies = tallies
    votes._small.update(small)
    votes._capital.update(capital)
    votes.outlets = Outlets(outlets)
    return votes
