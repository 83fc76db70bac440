"""The encoding in which some bytes make the best French, among all encodings used for French.

Every byte beyond ASCII is a letter or a sign in each of them. Each sign is weighted by its
frequency in French, and by whether it can stand at its place: « é » between letters, « à » alone,
« ’ » never at the start of a word. A sign of UTF-8 takes two or three bytes, which hardly ever fit
by chance.
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
"""The weights of any other letter, sign or control character."""
_BROKEN = -9.0
"""The weight of a byte that UTF-8 does not know, in a damaged file of it."""
_FITTED = -4.0
"""The least weight of a valid sign of UTF-8."""
_MISPLACED = -6.0
"""The penalty for a sign at a place where French has none of its kind."""
_PRIORS = {"utf-8": 0.0, "cp1252": -1.0, "iso8859_15": -2.0, "mac_roman": -4.0, "cp850": -5.0}
"""How much rarer each encoding is than UTF-8, before anything is read."""
_MOST = 800
"""The most signs beyond ASCII that are examined."""
_PLACE = re.compile(r"[^\x00-\x7f]")
_USUAL = -5.0
"""The least average weight of a sign in a French text."""
_FEW = 3
"""The most signs beyond ASCII that are too few to show another language."""
_STRAY = 50
"""The fewest bytes for each broken one in a file that counts as damaged UTF-8 without other signs
beyond ASCII.
"""


class Fit(NamedTuple):
    """How well bytes read as French in an encoding."""

    encoding: str
    score: float
    """A logarithm: higher is better."""
    convinces: bool
    """Whether the text is French enough, so that no other test is needed."""


def best_fit(sample: bytes) -> Fit:
    """The encoding of French that a sample fits best; the sample should hold bytes beyond ASCII."""
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
    # Most other signs stand at the edge of a word.
    return not (before.isalpha() and after.isalpha())
