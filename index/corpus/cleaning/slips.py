"""Words that a page glued to a name (« Benny Gantzen pleine »): proposed to the reader, never changed."""

from __future__ import annotations

import re

from index.corpus.cleaning.reasons import SLIP
from index.model.article import Repair

_GLUED = [
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
]
_PAIR = re.compile(r"(?<![\w’'-])([A-ZÀ-Ý][\w-]+)\s+([A-ZÀ-Ý][a-zà-ÿ][\w-]+)(?![\w-])")
_SHORTEST = 4


def likely_slips(text: str) -> list[Repair]:
    """Places where a short word seems glued to a name that the same text spells without it.

    Both words of the name must stand elsewhere, so that « Chilien » is not taken for « Chili en ».
    """
    pairs = [(m[1], m[2], m.start(2), m.end(2)) for m in _PAIR.finditer(text)]
    known = {(first, last) for first, last, _, _ in pairs}
    found: list[Repair] = []
    for first, last, start, end in pairs:
        for word in _GLUED:
            stem = last[: -len(word)]
            if last.endswith(word) and len(stem) >= _SHORTEST and (first, stem) in known:
                found.append(Repair(start, end, last, SLIP, proposed=True))
                break
    return found
