"""The words of a sentence that it denies: « n'a pas autorisé », « aucun blessé », « dément avoir signé ».

« Ne … que », « sans précédent », « un pas vers la paix » and « plus que jamais » deny nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from index.french.denial import denial
from index.text.tokens import Token

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
_MARKS = frozenset(
    "pas point jamais aucun aucune rien plus guère nullement ni personne nul nulle".split()
)
_NONE = frozenset(("aucun", "aucune"))
_BARE = frozenset(("pas", "sans", "non"))
"""What denies without « ne »."""
_NOBODY = frozenset("aucun aucune nul nulle personne rien ni jamais".split())
_ONLY = frozenset(("que", "qu"))
_STEPS = frozenset("un le ce au du son leur premier grand faux chaque".split())
"""Words before the noun: « un pas vers la paix »."""
_NOT_ONLY = frozenset("seulement moins mal plus loin uniquement".split())
"""What stands behind « pas » or « non » where nothing is denied: « pas seulement », « non plus »."""
_FAR = 6
"""Words in which « ne » stands before « pas »."""
_REACH = 4
"""Words behind « pas » or « aucun » that are denied, up to a sign."""
_DENIED = 14
"""Words behind a verb of denial that are denied."""
_BEFORE = 4
_INFINITIVE = re.compile(r"[^\W\d_]+(?:er|ir|re)")
_JOINS = " '’-\u00a0\u202f"
_QUOTED = f'{_JOINS}«»“”"'


def denials_in(text: str) -> list[int]:
    """The places in a text behind its verbs of denial."""
    return [verb.end() for verb in _denying().finditer(text)]


def denied_words(text: str, tokens: Sequence[Token], denials: Sequence[int]) -> set[int]:
    """The places among the tokens of a sentence of the words that are denied."""
    found: set[int] = set()
    words = [token.exact for token in tokens]
    for at, word in enumerate(words):
        if word in ("n", "ne"):
            found.update(_by_ne(text, tokens, words, at))
        elif word in _NONE or (word in _BARE and not _has_ne(words, at)):
            found.update(_bare(text, tokens, words, at))
    if tokens and denials:
        starts = [token.start for token in tokens]
        for denial_end in denials[
            bisect_left(denials, starts[0]) : bisect_right(denials, starts[-1])
        ]:
            first = bisect_left(starts, denial_end)
            found.update(_clause(text, tokens, first, _DENIED, signs=_QUOTED))
    return found


def _has_ne(words: Sequence[str], at: int) -> bool:
    near = words[max(0, at - _FAR) : at + _BEFORE]
    return "n" in near or "ne" in near


def _by_ne(text: str, tokens: Sequence[Token], words: Sequence[str], at: int) -> Iterator[int]:
    for after in range(at + 1, min(at + 1 + _FAR, len(words))):
        if words[after] in _ONLY:
            return
        if words[after] in _MARKS:
            following = words[after + 1 : after + 2]
            if following and following[0] in _NOT_ONLY:
                return
            yield from range(at + 1, after)
            yield from _clause(text, tokens, after + 1, _REACH)
            return
    before = words[max(0, at - _BEFORE) : at]
    if not _NOBODY.isdisjoint(before):
        # « Aucun pompier n'est blessé »; elsewhere « ne » alone denies nothing: « avant qu'il ne parte ».
        yield from _clause(text, tokens, at + 1, _REACH)


def _bare(text: str, tokens: Sequence[Token], words: Sequence[str], at: int) -> Iterator[int]:
    word, following = words[at], words[at + 1 : at + 2]
    if not following or following[0] in _NOT_ONLY:
        return
    if word == "sans":
        if _INFINITIVE.fullmatch(following[0]):
            yield from _clause(text, tokens, at + 1, _REACH)
    elif word == "non":
        yield from _clause(text, tokens, at + 1, 1)
    elif word != "pas" or not at or words[at - 1] not in _STEPS:
        yield from _clause(text, tokens, at + 1, _REACH)


def _clause(
    text: str, tokens: Sequence[Token], first: int, most: int, *, signs: str = _JOINS
) -> Iterator[int]:
    """The places of some words from one on, up to a sign between them."""
    for at in range(first, min(first + most, len(tokens))):
        if at and text[tokens[at - 1].end : tokens[at].start].strip(signs):
            return
        yield at


@cache
def _denying() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{denial().governing})(?![\w-])", re.IGNORECASE)
