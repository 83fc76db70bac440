"""Which of the encodings that French was ever saved in makes the best French of some bytes.

Every byte beyond ASCII is a letter or a sign in each of them; what it becomes is weighed by how
often French has it, and by whether it stands where such a sign can stand: « é » between letters,
« à » alone, « ’ » never at the start of a word. A sign of UTF-8 takes two or three bytes, which
hardly ever fit by chance.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

_FREQUENCIES = {
    # -log of their share among the letters and signs beyond ASCII of French newspapers, rounded.
    1: "é",
    2: "’àè",
    3: "«»\u00a0êç",
    4: "É–“”ôû",
    5: "îâùœ…€—ï\u202f",
    6: "ëÀ°‘ÇÈ·•",
    7: "ÊüöñáíóäãÎ©®²§Œøåú¨",
    8: "ÔÂÛÙÏËÄÖÜÅØßìòÁÓÚÍæ½¼¾™‹›„‚†‡£¥±×÷¡¿³¹ºªµ¶¬´¸¯¦¤Ñ\u00ad",
}
_WEIGHTS = {char: -weight for weight, chars in _FREQUENCIES.items() for char in chars}
_LETTER = -9.0
_SIGN = -10.0
_CONTROL = -12.0
"""What any other letter, sign or control weighs."""
_BROKEN = -9.0
"""A byte that UTF-8 does not know, in a damaged file of it."""
_FITTED = -4.0
"""What a sign that UTF-8 does know weighs at the least."""
_MISPLACED = -6.0
"""What a sign loses that stands where French has none of its kind."""
_PRIORS = {"utf-8": 0.0, "cp1252": -1.0, "iso8859_15": -2.0, "mac_roman": -4.0, "cp850": -5.0}
"""How much less each is met than UTF-8, before anything is read."""
_MOST = 800
"""Places beyond ASCII that are looked at."""
_PLACE = re.compile(r"[^\x00-\x7f]")
_USUAL = -5.0
"""What a sign weighs on the average, at the least, in a text that is French."""
_FEW = 3
"""Places beyond ASCII that tell too little of any other language."""
_STRAY = 50
"""Bytes for each broken one, from which a file with nothing else beyond ASCII is a damaged UTF-8."""


class Fit(NamedTuple):
    """How well bytes read as French in an encoding."""

    encoding: str
    score: float
    """A logarithm; the higher, the better."""
    convinces: bool
    """Whether what they become is French enough to ask no further."""


def best_fit(sample: bytes) -> Fit:
    """The encoding of French that a sample fits best; it should hold bytes beyond ASCII."""
    return max((_fit(sample, name) for name in _PRIORS), key=lambda fit: fit.score)


def _fit(sample: bytes, name: str) -> Fit:
    text = sample.decode(name, errors="replace")
    score, number, broken = 0.0, 0, 0
    for match in islice(_PLACE.finditer(text), _MOST):
        at = match.start()
        char = match.group()
        number += 1
        if char == "\ufffd":
            broken += 1
            score += _BROKEN if name == "utf-8" else _CONTROL
            continue
        weight = _weight(char)
        if name == "utf-8":
            score += max(weight, _FITTED)
            continue
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        score += weight + (0.0 if _is_in_place(before, char, after) else _MISPLACED)
    if name == "utf-8":
        fitted = number - broken
        convinces = fitted * 2 >= broken or broken * _STRAY <= len(sample)
    else:
        convinces = score >= _USUAL * number or number <= _FEW
    return Fit(name, score + _PRIORS[name], convinces)


def _weight(char: str) -> float:
    known = _WEIGHTS.get(char)
    if known is not None:
        return known
    if char.isalpha():
        return _LETTER
    return _SIGN if char.isprintable() else _CONTROL


def _is_in_place(before: str, char: str, after: str) -> bool:
    """Whether a letter or a sign can stand between two others."""
    if char.isalpha():
        if char.isupper() and before.islower():
            return False
        alone = not (before.isalpha() or after.isalpha())
        return not alone or char in "àÀ" or before in "'’" or after in "'’."
    if char in "’‘":
        return char == "‘" or before.isalnum()
    if char == "\u00ad":
        return before.isalpha() and after.isalpha()
    if char == "\u00a0":
        return not (before.isspace() or after.isspace())
    if char == "…":
        return not before.isspace()
    if char == "«":
        return not before.isalnum()
    if char == "»":
        return not after.isalnum()
    # Most other signs stand at a word's edge.
    return not (before.isalpha() and after.isalpha())
