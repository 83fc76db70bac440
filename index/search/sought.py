"""What a query looks for, word by word: in the index by number, in a text by its form."""

from __future__ import annotations

import re
from itertools import product

DESIGNATOR = re.compile(r"([^\W\d_]{1,4})(\d{1,4}[^\W\d_]?)")
_LETTERS = re.compile(r"[^\W\d_]{1,4}")
_NUMBER = re.compile(r"\d{1,4}[^\W\d_]?")
_MOST_VARIANTS = 16

Way = tuple[str, ...]
"""Words in a row."""


def variants(words: tuple[str, ...]) -> list[Way]:
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


def pattern_of(text: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, text.split("*"))))
