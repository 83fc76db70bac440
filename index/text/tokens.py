"""Words of a French text with their places: elision, designators and figures included.

One tokenizer serves the index, the gazetteers and the alignment, so that what one of them finds the
others find too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

APOSTROPHES = "'’ʼ‘´`‛′"
INCLUSIVE = "·•‧∙⋅"
"""Signs between the forms of inclusive writing."""
SPACES = " \u00a0\u202f\u2009"
"""Spaces that stand inside figures and around French punctuation."""

_COMBINING = "\u0300-\u036f"
FIGURES = rf"""
    # 25 000, 25.000, 1'500, 1 234,5: one figure
    (?:(?<![^\W_])(?<!\d[.,])\d{{1,3}}(?:[{SPACES}.'’]\d{{3}})+(?:,\d+)?(?![^\W_])(?![.,]\d)
    # 124,7 or 4.5, but not the parts of 17.01.2023
  | (?<![^\W_])(?<!\d[.,])\d+[.,]\d+(?![^\W_])(?![.,]\d))
"""
DESIGNATOR = r"""
    # F-16, MQ-9, Su-35, MiG-29: letters and figures that name a model
    (?<![^\W_])(?:[A-Z]{1,4}|[A-Z][a-z][A-Z]?)[-‑‐]\d{1,4}[A-Za-z]?(?![^\W_])
"""
WITH_APOSTROPHE = rf"""
    # the few words whose apostrophe is no elision
    (?<![^\W_])(?i:aujourd[{APOSTROPHES}]hui|prud[{APOSTROPHES}]hom[^\W_]+)(?![^\W_])
"""
_WORD = f"{FIGURES}|{DESIGNATOR}|{WITH_APOSTROPHE}"
_PLAIN = r"[b-oq-zà-öø-ÿœ][^\W_]* |"
"""Most words: they begin with a small letter that begins nothing special; found first, twice as fast."""
_FAST = re.compile(_PLAIN + _WORD + r"| [^\W_]+", re.VERBOSE)
_DECOMPOSED = re.compile(_WORD + rf"| [^\W_](?:[^\W_]|[{_COMBINING}])*", re.VERBOSE)
_HAS_COMBINING = re.compile(f"[{_COMBINING}]")

ELIDED = frozenset(
    "l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu quelqu".split()  # noqa: SIM905
)
_IN_FIGURES = frozenset(".,'’" + SPACES)
_HYPHENS = dict.fromkeys(map(ord, "-‑‐"))
ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
"""Makes the straight one of all apostrophes."""


class Token(NamedTuple):
    """A word of a text; `start` and `end` are code points of that text."""

    start: int
    end: int
    exact: str
    """Lower case, composed (NFC), accents and ligatures kept: `coopération`, `f16`, `124,7`."""
    folded: str
    """The same without accents, ligatures spelt out: `cooperation`, `oeil`."""
    elided: bool
    """Whether it is a shortened word before an apostrophe, such as the `l` of « l'armée »."""


@lru_cache(maxsize=1 << 18)
def word_forms(surface: str) -> tuple[str, str]:
    """The exact and the folded form of a word as it stands in a text."""
    if surface.isascii() and surface.isalpha():
        exact = surface.lower()
        return exact, exact
    if surface[0].isdigit():
        if any(char in _IN_FIGURES for char in surface):
            surface = _figure(surface)
        exact = surface.lower()
        return exact, fold(exact)
    exact = unicodedata.normalize("NFC", surface).lower()
    if not exact.isalpha() or "ʼ" in exact:
        if "-" in exact or "‑" in exact or "‐" in exact:
            exact = exact.translate(_HYPHENS)
        exact = exact.translate(ONE_APOSTROPHE)
    return exact, fold(exact)


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where the words of a text stand, without their forms: the fast way in."""
    return [match.span() for match in _pattern(text).finditer(text)]


def words(text: str) -> list[str]:
    """The words of a text as they stand there, in order."""
    return _pattern(text).findall(text)


def tokenize(text: str) -> Iterator[Token]:
    """The words of a text with their places and forms, in order."""
    length = len(text)
    for match in _pattern(text).finditer(text):
        start, end = match.span()
        exact, folded = word_forms(match.group())
        elided = end < length and text[end] in APOSTROPHES and folded in ELIDED
        yield Token(start, end, exact, folded, elided)


def _pattern(text: str) -> re.Pattern[str]:
    if text.isascii() or not _HAS_COMBINING.search(text):
        return _FAST
    return _DECOMPOSED


def _figure(surface: str) -> str:
    """`25 000`, `25.000` → `25000`; `124,7`, `124.7` → `124,7`."""
    whole, comma, decimals = surface.partition(",")
    groups = re.split(rf"[{SPACES}.'’]", whole)
    if not comma and len(groups) == 2 and "." in whole and len(groups[1]) != 3:
        return f"{groups[0]},{groups[1]}"
    return "".join(groups) + comma + decimals
