"""The values of written numbers: figures with French grouping, and number words."""

from __future__ import annotations

import re

_UNITS = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "octante": 80, "nonante": 90,
}  # fmt: skip
_COLLECTIVES = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
MULTIPLIERS = {
    "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
    "md": 1e9, "mds": 1e9, "mrd": 1e9, "billion": 1e12, "billions": 1e12,
}  # fmt: skip
"""Words that follow a number and multiply it; `billion` is the French one."""

SMALL_WORDS = (*_UNITS, "cent", "cents", "mille")
"""The words of which numbers are made."""
_SMALL = "|".join(sorted(SMALL_WORDS, key=len, reverse=True))
_MOST_WORDS = 30
"""The most words of a number after its first: « neuf cent quatre-vingt-dix-neuf milliards… » has
27.

Without a bound, a text of numbers would cost the square of its length, since the pattern matches
from every word on.
"""
_SPACE = r"[^\S\t-\r]"
_NEXT = rf"(?:(?:{_SPACE}|-)+(?:{_SMALL})|{_SPACE}+et{_SPACE}+(?:une?|onze)(?!\w))"
WORDS = rf"(?:(?:{_SMALL}){_NEXT}{{0,{_MOST_WORDS}}})"
"""A pattern for a number in words, lower case (« vingt et un », « deux cent mille »); « vingt et
trente » are two.
"""
COLLECTIVES = "|".join(_COLLECTIVES)
SHARES = {
    "moitié": 1 / 2, "tiers": 1 / 3, "quart": 1 / 4, "quarts": 1 / 4, "cinquième": 1 / 5,
    "cinquièmes": 1 / 5, "dixième": 1 / 10, "dixièmes": 1 / 10,
}  # fmt: skip
"""Words for a part of a whole."""
FIGURE = r"(?:\d{1,3}(?:['’‘′]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,3}(?:[ \u00a0\u202f\u2009.]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)(?![.,]?\d)"
"""A pattern for a number in figures (« 25 000 », « 25.000 », « 124,7 »), never a part of one."""

_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009.]\d{3})+(?:,\d+)?")
_SWISS = re.compile(r"['’‘′](?=\d{3})")
_SPLIT = re.compile(r"[ \u00a0\u202f-]+")


def digits(word: str) -> str | None:
    """The figures of a number word: « trois » → `3`; None for any other word, and for « un » and
    « deux ».

    Those two say nothing by themselves: « un accord », « les deux pays ».
    """
    value = _UNITS.get(word)
    return str(value) if value is not None and value > 2 else None


def figure_value(figure: str) -> float:
    """`25 000` and `25.000` → 25000, `124,7` and `4.5` → as they say."""
    figure = _SWISS.sub("", figure)
    if _GROUPED.fullmatch(figure):
        figure = re.sub(r"[ \u00a0\u202f\u2009.]", "", figure)
    return float(figure.replace(",", "."))


def words_value(words: str) -> float | None:
    """« quatre-vingt-dix-sept » → 97, « deux cent mille » → 200000; None for what is no number."""
    total = 0.0
    group = 0.0
    for word in _SPLIT.split(words.lower().strip()):
        if word == "et":
            continue
        if word in ("vingt", "vingts") and group % 100 == 4:
            group += 76
        elif word in ("cent", "cents"):
            group = max(group, 1) * 100
        elif word == "mille":
            total += max(group, 1) * 1000
            group = 0
        elif word in _UNITS:
            group += _UNITS[word]
        else:
            return None
    return total + group


def collective_value(word: str) -> float | None:
    """« centaine » → 100; None for another word."""
    return _COLLECTIVES.get(word.lower())


_ABOUT = 0.1
"""How far a value of « environ 50 » may be from 50, as a share."""
_LAST_FIGURES = 2.5
"""The same in units of the last figure that is no zero: « environ 4 200 » is not 4 500."""


def leeway(value: float) -> float:
    """How far a value may be from one that is told by « environ ».

    Figures below a hundred are told of minutes and ages too, of which the last figure says little.
    """
    share = abs(value) * _ABOUT
    if abs(value) < 100 or value != int(value):
        return share
    whole = f"{abs(value):.0f}"
    unit = 10.0 ** (len(whole) - len(whole.rstrip("0")))
    return min(share, unit * _LAST_FIGURES)
