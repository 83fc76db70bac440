"""Runs of words that two texts share, by which quotations and copied passages are found."""

from __future__ import annotations

from collections.abc import Sequence

SIZE = 3
"""The words in a shingle: three find a quotation again, single words would not."""


def shingles(words: Sequence[str], size: int = SIZE) -> frozenset[tuple[str, ...]]:
    """All runs of `size` words; a shorter text is one run of all its words."""
    if len(words) < size:
        return frozenset([tuple(words)]) if words else frozenset()
    return frozenset(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def containment(part: frozenset[tuple[str, ...]], whole: frozenset[tuple[str, ...]]) -> float:
    """The share of the runs of a part that the whole also has, 0 to 1."""
    return len(part & whole) / len(part) if part else 0.0
