"""What a query looks for, word by word: in the index by number, in a text by its form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from index.french.stems import FrenchStemmer
from index.search.lexicon import Lexicon
from index.text.folding import fold

DESIGNATOR = re.compile(r"([^\W\d_]{1,4})(\d{1,4}[^\W\d_]?)")
_LETTERS = re.compile(r"[^\W\d_]{1,4}")
_NUMBER = re.compile(r"\d{1,4}[^\W\d_]?")
_MOST_VARIANTS = 16


def variants(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The sequences that mean the same: a designator in one word and in two."""
    choices: list[list[tuple[str, ...]]] = []
    at = 0
    while at < len(words):
        word = words[at]
        joined = DESIGNATOR.fullmatch(word)
        following = words[at + 1] if at + 1 < len(words) else ""
        if joined:
            choices.append([(word,), (joined.group(1), joined.group(2))])
        elif _LETTERS.fullmatch(word) and _NUMBER.fullmatch(following):
            choices.append([(word, following), (word + following,)])
            at += 1
        else:
            choices.append([(word,)])
        at += 1
    found: list[tuple[str, ...]] = []
    for combination in product(*choices):
        found.append(tuple(word for part in combination for word in part))
        if len(found) == _MOST_VARIANTS:
            break
    return found


def stems_of(text: str, lexicons: Sequence[Lexicon], stemmer: FrenchStemmer) -> frozenset[str]:
    """The stems that a typed word stands for.

    Typed without accents, it may stand for any accented word that folds to it: folding comes after
    stemming in the index, so that each of these has a stem of its own.
    """
    stems = {stemmer.stem(text)}
    if fold(text) == text:
        for lexicon in lexicons:
            stems.update(stemmer.stem(lexicon.words[n]) for n in lexicon.folding_to(text))
    return frozenset(stems)


def pattern_of(text: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, text.split("*"))))
