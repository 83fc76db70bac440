"""The lookup of words in many names at once, without reading each name for each query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from index.search.arrays import starts_of
from index.text.folding import fold
from index.text.tokens import tokenize

_BETWEEN = r"(?:(?!\0)[\W_])*"
"""The characters that may stand between two parts of a name, or of a designator in it: `F-16`."""
_SHORTEST = 2
"""The fewest letters that may be short for a name."""
_ARTICLES = ("le", "la", "les", "l")
_PART = re.compile(r"\d+|[^\W\d_]+")
_GROUPED = r"[ .\u00a0\u202f\u2009]?"
"""The characters that may stand between two figures of one number: `25 000`."""


class Names:
    """Names, each with the number of its owner; an owner may have several names."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        rows = list(dict.fromkeys((owner, name.replace("\0", " ")) for owner, name in names))
        self._names = [name for _, name in rows]
        self._owners = np.array([owner for owner, _ in rows], dtype=np.int64)
        folded = [name.lower() if name.isascii() else fold(name) for name in self._names]
        self._text = "\0".join(folded)
        lengths = np.fromiter(map(len, folded), dtype=np.int64, count=len(folded))
        self._starts = starts_of(lengths + 1)
        self._words: dict[int, str] = {}

    def holding(self, words: Sequence[str]) -> list[int]:
        """The owners, ascending, of the names that hold the folded words in a row."""
        pattern = _pattern_of(words)
        if pattern is None:
            return []
        hits = np.array([match.start() for match in pattern.finditer(self._text)], dtype=np.int64)
        rows = np.unique(np.searchsorted(self._starts, hits, side="right") - 1)
        wanted = f" {' '.join(words)} "
        held = [row for row in rows.tolist() if wanted in self._words_of(row)]
        found: list[int] = np.unique(self._owners[held]).tolist()
        return found

    def shortened_to(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """The folded words of the names that the folded words shorten: « libe », « o f », « lm »."""
        if sum(map(len, words)) < _SHORTEST:
            return []
        names = (tuple(folded_words(name).split()) for name in self._names)
        return [name for name in dict.fromkeys(names) if shortens(words, name)]

    def _words_of(self, row: int) -> str:
        words = self._words.get(row)
        if words is None:
            words = self._words[row] = f" {folded_words(self._names[row])} "
        return words


def shortens(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether words in a row of a name begin with the given ones, or one word is its initials."""
    if len(words) == 1 and len(name) > 1:
        initials = "".join(word[0] for word in name)
        if words[0] == initials or (name[0] in _ARTICLES and words[0] == initials[1:]):
            return True
    rows = range(len(name) - len(words) + 1)
    return any(
        all(long.startswith(short) for short, long in zip(words, name[at:], strict=False))
        for at in rows
    )


def _pattern_of(words: Sequence[str]) -> re.Pattern[str] | None:
    """An expression that every name with these words matches; some other names match it by chance.

    A first part of letters comes before the look-behind: an expression that begins with letters is
    searched many times faster.
    """
    parts = _PART.findall(" ".join(words))
    if not parts:
        return None
    last = r"\d" if parts[-1].isdigit() else r"[^\W\d_]"
    written = [_GROUPED.join(part) if part.isdigit() else re.escape(part) for part in parts]
    head = written[0]
    if not parts[0].isdigit():
        head += rf"(?<![^\W\d_]{head})"
    return re.compile(f"{_BETWEEN.join([head, *written[1:]])}(?!{last})")


def folded_words(text: str) -> str:
    """The folded words with one space between, for `holds_words`."""
    return " ".join(token.folded for token in tokenize(text))


def holds_words(text: str, wanted: str) -> bool:
    """Whether a text holds words in a row; `wanted` is folded."""
    return f" {wanted} " in f" {folded_words(text)} "
