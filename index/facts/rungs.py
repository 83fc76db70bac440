"""Offices of one body of which nobody holds two: its president is not its director, a mayor not the deputy mayor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from index.facts.groups import GENERIC_BODIES, LADDERS
from index.french.function_words import FUNCTION_WORDS
from index.text.folding import fold

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def on_two_rungs(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two accounts give somebody two offices that exclude each other, and neither gives both."""
    ours, theirs = ([_read(words) for words in each] for each in (one, other))
    if {head for head, _ in ours if head} & {head for head, _ in theirs if head}:
        return False
    return any(_exclude(*a, *b) for a, b in product(ours, theirs))


def _read(office: str) -> tuple[str, frozenset[str]]:
    """The rung of an office, as `groups.yaml` names it, and the words for its body; no rung if it is on none."""
    words = _WORD.findall(fold(office))
    text = " ".join(words)
    for rungs in LADDERS:
        for rung in rungs:  # the longest words stand first
            if text == rung or text.startswith(f"{rung} "):
                rest = text[len(rung) :].split()
                return rung, frozenset(rest) - FUNCTION_WORDS - GENERIC_BODIES
    return "", frozenset()


def _exclude(head: str, body: frozenset[str], other: str, of: frozenset[str]) -> bool:
    if not head or not other or head == other:
        return False
    one_ladder = any(head in rungs and other in rungs for rungs in LADDERS)
    return one_ladder and (not body or not of or bool(body & of))
