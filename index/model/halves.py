"""The words, names and speakers that one half of a corpus has more often than the other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """A word, a name or a speaker that one half has more often than the other."""

    text: str
    """The most frequent form, or the name."""
    first: int
    second: int
    """Occurrences of a word, articles of a name, quotations of a speaker, in each half."""
    likelihood: float
    """G²: the certainty that the difference is no chance."""
    effect: float
    """Binary logarithm of the ratio: 1 is twice as often in the first half, −1 in the second."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """The keys of each half, each list by certainty."""

    articles: tuple[int, int]
    words: tuple[int, int]
    sources: tuple[int, int]
    more_words: tuple[tuple[Key, ...], tuple[Key, ...]]
    more_names: tuple[tuple[Key, ...], tuple[Key, ...]]
    only_quoted: tuple[tuple[Key, ...], tuple[Key, ...]]
    """Speakers quoted in one half only, the most quoted first."""


@dataclass(frozen=True, slots=True)
class Halves:
    """Two halves with their queries, and the result of their comparison."""

    queries: tuple[str, str]
    found: Contrast
