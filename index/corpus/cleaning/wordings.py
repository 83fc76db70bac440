"""Patterns for the wordings of pages: for a whole line, or for its start in a line of so many words."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.corpus.cleaning.reasons import Reason


class Wording(NamedTuple):
    reason: Reason
    words: int
    """The most words of a line in which the pattern counts."""
    pattern: re.Pattern[str]


def whole(reason: Reason, words: int, *patterns: str) -> Wording:
    return Wording(reason, words, re.compile(rf"(?:{'|'.join(patterns)})[\s.!:…>→»]*$"))


def start(reason: Reason, words: int, *patterns: str) -> Wording:
    return Wording(reason, words, re.compile(rf"(?:{'|'.join(patterns)})"))
