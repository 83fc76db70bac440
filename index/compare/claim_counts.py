"""What a sentence counts: « trois blessés » counts `blessé` as 3, « aucun blessé » counts none.

A claim's count is denied where a passage has none of it, and told otherwise where it has another figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from index.french.families import representative
from index.french.function_words import FUNCTION_WORDS
from index.french.numerals import (
    COLLECTIVES,
    FIGURE,
    WORDS,
    collective_value,
    figure_value,
    words_value,
)
from index.text.tokens import Token, tokenize

_REACH = 2
"""The telling words after a figure of which one is counted: « trois jeunes blessés » counts both."""
_NEAR = 24
"""The letters after a figure, or before « aucun », in which they stand."""
_COUNT = re.compile(
    rf"(?<![\w,.-])(?:(?P<figure>{FIGURE})(?![\w%]|[.,]\d|[^\S\t-\r]%)|(?P<words>{WORDS})(?![\w-])"
    rf"|(?P<round>(?:{COLLECTIVES})s?)[ \u00a0]d(?=['’e]))",
    re.IGNORECASE,
)
# « Aucun des passagers », « pas d'un ancien » lack nobody: the verb is denied of them.
_NONE = re.compile(
    r"\b(?:aucune?(?! d(?:es?|u|['’])\b)|nulle?|zéro|pas d(?:e\b|['’](?!une?\b)))", re.IGNORECASE
)
_DENIED = re.compile(
    r"\b(?:aucune?|pas|ni|sans|personne|jamais|nulle?|zéro)\b(?:(?!\bmais\b)[^.;:!?]){0,30}$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.,;:!?()«»“”\n]")


_TIMES = {"million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9}
_LARGE_FOLLOWS = re.compile(r"[ \u00a0\u202f](?:million|milliard)s?\b")
_ONE_LARGE = re.compile(
    r"\b(?:le|un|du|au) (?P<large>million|milliard) d(?:['’]|e )", re.IGNORECASE
)
"""« le million d'euros », which no figure counts."""


def counted(text: str) -> Mapping[str, frozenset[int]]:
    """Family → what a text counts of it; « un » counts nothing, for it is mostly an article."""
    found: dict[str, set[int]] = {}
    for match in _COUNT.finditer(text):
        value = _value(match)
        if value is None or value <= 1:
            continue
        if value != int(value) and not _LARGE_FOLLOWS.match(text, match.end()):
            continue
        for token in _behind(text, match.end()):
            value *= _TIMES.get(token.exact, 1)
            found.setdefault(representative(token.exact), set()).add(int(value))
    for match in _ONE_LARGE.finditer(text):
        for token in _behind(text, match.end()):
            times = _TIMES[match["large"].lower()]
            found.setdefault(representative(token.exact), set()).add(times)
    return {family: frozenset(values) for family, values in found.items()}


def lacked(text: str) -> frozenset[str]:
    """The families of which a text says that there are none."""
    return frozenset(
        representative(token.exact)
        for match in _NONE.finditer(text)
        for token in _behind(text, match.end())
    )


def has_none_of(text: str, family: str) -> bool:
    """Whether a text has words of a family, and denies each of them."""
    places = [token.start for token in tokenize(text) if representative(token.exact) == family]
    return bool(places) and all(
        _DENIED.search(text, max(0, place - 2 * _NEAR), place) for place in places
    )


def _value(match: re.Match[str]) -> float | None:
    if figure := match["figure"]:
        return figure_value(figure)
    if round_one := match["round"]:
        return collective_value(round_one.rstrip("sS"))
    return words_value(match["words"])


def _behind(text: str, end: int) -> Iterator[Token]:
    """The telling words that follow in the same clause, near enough."""
    clause = _CLAUSE.split(text[end : end + _NEAR + 20], 1)[0]
    telling = (
        token
        for token in tokenize(clause)
        if token.start <= _NEAR
        and len(token.exact) > 2
        and token.exact not in FUNCTION_WORDS
        and not token.exact[0].isdigit()
    )
    for token, _ in zip(telling, range(_REACH), strict=False):
        yield token
