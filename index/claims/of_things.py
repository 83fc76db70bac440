"""Outcomes that are told of a thing: « la circulation est interrompue » tells that a line stands still, « la séance
est interrompue » does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.claims.lexicon import Word

_S = r"[^\S\t-\r]"


class Hit(NamedTuple):
    """An expression of the lexicon, with its place."""

    start: int
    end: int
    word: Word
    at: int
    """The number of its first word in the sentence."""
    thing: str = ""
    """What it is told of."""


_BEFORE, _BEHIND = 75, 36
"""The characters between a thing and what is told of it, where it stands before and behind."""
_ASIDE = re.compile(rf",{_S}(?!et{_S})[^,;:()«»\n]{{1,60}},|{_S}?\([^()\n]{{1,40}}\)")
"""« la ligne, coupée depuis lundi, a rouvert »"""
_BREAK = re.compile(
    rf"[,;:()«»\n]|\.(?!\d)|\b(?:qui|mais|dont|tandis|alors|où|que|lequel|laquelle|pour|afin|après|avant|sans|car|malgré|contre|si)\b|\bqu['’]"
    rf"|\b(?:a|ont|est|sont|était|étaient|sera|seront|été){_S}[^,]*{_S}et{_S}",
    re.IGNORECASE,
)
_BREAK_BEHIND = re.compile(
    rf"[,;:()«»\n.]|\b(?:qui|mais|dont|tandis|alors|où|que|et|par|pour|dans|sur|lors|après|avant|contre|malgré|si|à{_S}cause|en{_S}raison)\b|\bqu['’]",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:ne|pas|jamais|ni|non|aucune?|plus)\b|\bn['’]", re.IGNORECASE)
_NO_MORE = re.compile(
    rf"(?:\bne|\bn['’]){_S}?(?:[^\W\d_]+{_S}){{0,2}}plus{_S}(?:[^\W\d_]+{_S}){{0,2}}$",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    rf"\b(?:risqu[^\W\d_]+|menac[^\W\d_]+|avant|pour|afin|failli|devai(?:en)?t|dû|évit[^\W\d_]+|peu(?:t|vent)|faute|sinon|voulai(?:en)?t|veu(?:t|lent)|souhait[^\W\d_]+|demand[^\W\d_]+|réclam[^\W\d_]+|exig[^\W\d_]+|appel[^\W\d_]+|esp[éè]r[^\W\d_]+){_S}"
    rf"(?:[^\W\d_]+{_S}){{0,2}}(?:d['’]|de{_S}|à{_S})?(?:(?:être|voir|ce{_S}que|que){_S}(?:[^\W\d_]+{_S}){{0,3}})?(?:l[ae]{_S}|l['’])?$",
    re.IGNORECASE,
)
"""What is only wished, feared or avoided: « menacée d'être fermée », « demande la levée du blocage »."""
_LED = 40


def of_things(text: str, found: list[Hit]) -> list[Hit]:
    """The hits where each one told of a thing stands as a status with its thing, or not at all."""
    told = [hit for hit in found if hit.word.room == "told"]
    if not told and not any(hit.word.room == "thing" for hit in found):
        return found
    kept = [hit for hit in found if hit.word.room not in ("told", "thing")]
    if told:
        things = [hit for hit in found if hit.word.room == "thing"]
        kept += [
            hit for hit in dict.fromkeys(_of_their_things(text, told, things))
            if not any(_tells_the_same(hit, other) for other in kept)
        ]  # fmt: skip
        kept.sort(key=lambda hit: (hit.start, hit.end))
    return kept


def _tells_the_same(one: Hit, other: Hit) -> bool:
    """Whether two hits that overlap are of one value."""
    return one.word[:3] == other.word[:3] and one.start < other.end and other.start < one.end


def _of_their_things(text: str, told: Sequence[Hit], things: Sequence[Hit]) -> Iterator[Hit]:
    for hit in told:
        lead = text[max(0, hit.start - _LED) : hit.start]
        if _NO_MORE.search(lead) or _NOT_YET.search(lead):
            continue
        own = [thing for thing in things if thing.word.family in hit.word.of]
        near = min(
            (each for each in own if _takes(text, each, hit)),
            key=lambda thing: max(hit.start - thing.end, 2 * (thing.start - hit.end)),
            default=None,
        )
        if near is not None:
            yield _joined(text, near, hit)


def _takes(text: str, thing: Hit, told: Hit) -> bool:
    """Whether a thing stands near enough to what is told, and nothing parts them."""
    if thing.end <= told.start:
        between = text[thing.end : told.start]
        if len(between) > 2 * _BEFORE:
            return False
        between = _ASIDE.sub(" ", between)
        return len(between) <= _BEFORE and not _BREAK.search(between)
    return told.end <= thing.start <= told.end + _BEHIND and not _BREAK_BEHIND.search(
        text, told.end, thing.start
    )


def _joined(text: str, thing: Hit, told: Hit) -> Hit:
    """One hit over both; only over what is told where a denial stands between."""
    word = told.word._replace(room="status", of=())
    first, last = (thing, told) if thing.end <= told.start else (told, thing)
    if _NEGATED.search(text, first.end, last.start):
        first = last = told
    return Hit(first.start, last.end, word, first.at, thing.word.value)
