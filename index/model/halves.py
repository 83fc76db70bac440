"""What two halves of a corpus have more than each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """A word, a name or a speaker that one half has more than the other."""

    text: str
    """The most frequent form, or the name."""
    first: int
    second: int
    """Occurrences of a word, articles of a name, quotations of a speaker, in each half."""
    likelihood: float
    """G²; how surely it is no chance."""
    effect: float
    """Binary logarithm of the ratio: 1 is twice as often in the first half, −1 in the second."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """What two halves have more than each other, each list by how sure it is."""

    articles: tuple[int, int]
    words: tuple[int, int]
    sources: tuple[int, int]
    more_words: tuple[tuple[Key, ...], tuple[Key, ...]]
    more_names: tuple[tuple[Key, ...], tuple[Key, ...]]
    only_quoted: tuple[tuple[Key, ...], tuple[Key, ...]]
    """Who is quoted in the one half and not in the other, the most quoted first."""


@dataclass(frozen=True, slots=True)
class Halves:
    """Two halves by what they were asked as, and what was found of them."""

    queries: tuple[str, str]
    found: Contrast
