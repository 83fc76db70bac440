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
    needs: tuple[str, ...] = ()
    """One of these must stand in the line, where the pattern begins with any words and is slow to fail."""


def whole(reason: Reason, words: int, *patterns: str, needs: tuple[str, ...] = ()) -> Wording:
    return Wording(reason, words, re.compile(rf"(?:{'|'.join(patterns)})[\s.!:…>→»]*$"), needs)


def start(reason: Reason, words: int, *patterns: str, needs: tuple[str, ...] = ()) -> Wording:
    return Wording(reason, words, re.compile(rf"(?:{'|'.join(patterns)})"), needs)
