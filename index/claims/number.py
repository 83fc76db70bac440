"""The thing that a figure of a sentence counts or measures, and what is told of the people counted."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.claims.of_things import Hit
from index.claims.sentence import Sentence
from index.french.numerals import (
    COLLECTIVES,
    FIGURE,
    WORDS,
    collective_value,
    figure_value,
    words_value,
)
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[^\S\t-\r]"
NUMBER = rf"(?:{FIGURE}|(?:une?{_S})?(?:{COLLECTIVES})|(?i:{WORDS}))"
_ENDS = re.compile(r"[;:.!?\n]")
PART_OF = re.compile(
    rf"(?:dont|parmi{_S}(?:les|eux)|y{_S}compris)(?:{_S}[^\W\d_,]+)?,?{_S}(?:au{_S}moins{_S})?$",
    re.IGNORECASE,
)
ASKED_FOR = re.compile(r"\b(?:requis|requiert|requéri|réclam|demand)", re.IGNORECASE)

_A_NOUN = re.compile(rf"\b(?:l['’]|l[ea]{_S}|les{_S})$")
_OF_THE_NEXT = re.compile(rf"{_S}(?:de{_S}|d['’]){_S}?")


class Number(NamedTuple):
    """A figure with the thing that it counts or measures."""

    kind: ClaimKind
    of: str
    span: Span
    low: float
    high: float
    unit: str | None = None
    thing: str = ""
    who: tuple[str, ...] = ()
    partial: bool = False
    was: bool = False
    now: bool = False
    resolved: bool = False


def _is_of_the_next(text: str, hit: Hit, start: int, limit: int) -> bool:
    """Whether a noun tells of the figure behind it, not of the one before: « l'embauche de 12 agents »."""
    noun = _A_NOUN.search(text, start, hit.start)
    return noun is not None and _OF_THE_NEXT.fullmatch(text, hit.end, limit) is not None


def state_after(sentence: Sentence, start: int, limit: int) -> Hit | None:
    stop = _ENDS.search(sentence.text, start, limit)
    end = stop.start() if stop else limit
    states = [
        h for h in sentence.hits
        if h.word.room == "state" and start <= h.start < end
        and not _is_of_the_next(sentence.text, h, start, limit)
    ]  # fmt: skip
    if not states:
        return None
    first = states[0]
    if first.start - start > 70:
        return None
    # In « trois personnes grièvement blessées » the word after the gravity tells the state better.
    for other in states[1:3]:
        if first.word.value in ("grave",) and other.start - first.end < 12:
            return other
    return first


def state_before(sentence: Sentence, floor: int, start: int) -> Hit | None:
    states = [
        h for h in sentence.hits
        if h.word.room == "state" and floor <= h.start and h.end <= start and start - h.end < 25
    ]  # fmt: skip
    if (
        not states
        or _ENDS.search(sentence.text, states[-1].end, start)
        or "," in sentence.text[states[-1].end : start]
    ):
        return None
    return states[-1]


def value_of(written: str) -> float | None:
    """The value of a written number: figures, words, « une dizaine »."""
    written = written.strip()
    if not written:
        return None
    if written[0].isdigit():
        return figure_value(written)
    last = re.split(r"[^\S\t-\r]", written)[-1]
    return collective_value(last) or words_value(written)
