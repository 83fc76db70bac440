"""Words stuck to a name (« Benny Gantzen pleine »): proposed to the reader, never changed."""

from __future__ import annotations

import re

from index.corpus.cleaning.reasons import SLIP
from index.model.article import Repair

_GLUED = (
    "en",
    "et",
    "de",
    "du",
    "des",
    "le",
    "la",
    "les",
    "un",
    "une",
    "qui",
    "que",
    "dans",
    "pour",
    "par",
    "sur",
    "avec",
    "est",
    "a",
    "au",
    "aux",
    "où",
    "dont",
)
_PAIR = re.compile(r"([A-ZÀ-Ý](?<![\w’'-].)[\w-]++)\s++([A-ZÀ-Ý][a-zà-ÿ][\w-]++)")
_SHORTEST = 4


def likely_slips(text: str) -> list[Repair]:
    """Places where a short word seems stuck to a name that the same text spells without it.

    Both words of the name must stand elsewhere, so that « Chilien » is not read as « Chili en ».
    """
    lasts: dict[str, set[str]] = {}
    for first, last in _PAIR.findall(text):
        lasts.setdefault(first, set()).add(last)
    slips = {
        (first, last)
        for first, known in lasts.items()
        if len(known) > 1
        for last in known
        if _is_slip(last, known)
    }
    found: list[Repair] = []
    for match in _PAIR.finditer(text) if slips else ():
        if (match[1], match[2]) in slips:
            found.append(Repair(match.start(2), match.end(2), match[2], SLIP, proposed=True))
    return found


def _is_slip(word: str, known: set[str]) -> bool:
    return word.endswith(_GLUED) and any(
        word.endswith(glued)
        and len(word) - len(glued) >= _SHORTEST
        and word[: -len(glued)] in known
        for glued in _GLUED
    )
