"""Ordinals in all their spellings: « 3e », « troisième », « Ve », « XXe »."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from index.french.amounts import Way, spelt

_MOST = 100
_FIGURE = re.compile(r"(\d{1,3})e")
_ROMAN = re.compile(r"([ivxlc]{1,7})e")
_ENDINGS = (("neuf", "neuvième"), ("cinq", "cinquième"), ("quatre", "quatrième"))
_NUMERALS = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
FIRSTS = (("1er", "premier"), ("1re", "première"))
"""Words for « first », which are so common that they count only in a row of words: « 1er mai »."""


def ordinal_ways(word: str, known: Callable[[str], bool]) -> list[Way]:
    """The other ways to write an ordinal from the second on; none for any other word.

    A Roman one must not be a word of the lexicon: « vie » is not the sixth.
    """
    number = _value(word, known)
    if number is None:
        return []
    roman = f"{_roman(number)}e"
    ways = [(f"{number}e",), *_in_words(number), *(() if known(roman) else ((roman,),))]
    return [way for way in ways if way != (word,)]


def _value(word: str, known: Callable[[str], bool]) -> int | None:
    if (figure := _FIGURE.fullmatch(word)) is not None:
        number = int(figure[1])
        return number if 1 < number <= _MOST else None
    if word.endswith("ième"):
        return _spelt_values().get((word,))
    if (roman := _ROMAN.fullmatch(word)) is not None and not known(word):
        return _roman_values().get(roman[1])
    return None


def spelt_ordinal(words: Way) -> int | None:
    """« vingt et unième » → 21."""
    return _spelt_values().get(words)


def _in_words(number: int) -> list[Way]:
    return [(*way[:-1], _ordinal_of(way[-1])) for way in spelt(number) if number > 1]


def _ordinal_of(cardinal: str) -> str:
    for plain, ordinal in _ENDINGS:
        if cardinal == plain:
            return ordinal
    return (
        f"{cardinal.removesuffix('s') if cardinal == 'vingts' else cardinal.removesuffix('e')}ième"
    )


def _roman(number: int) -> str:
    written = ""
    for value, letters in _NUMERALS:
        while number >= value:
            written += letters
            number -= value
    return written


@lru_cache(maxsize=1)
def _roman_values() -> dict[str, int]:
    return {_roman(number): number for number in range(2, _MOST + 1)}


@lru_cache(maxsize=1)
def _spelt_values() -> dict[Way, int]:
    return {way: number for number in range(2, _MOST + 1) for way in _in_words(number)}
