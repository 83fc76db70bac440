"""Words, designators and phrases made of the tokens of a typed stretch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.query.tree import Everything, Near, Phrase, Query, Word
from index.text.tokens import APOSTROPHES, Token

HYPHENS = "-‑‐"
JOINERS = frozenset(HYPHENS + APOSTROPHES)
"""Signs that make a phrase of the two words around them."""
_AIRLINER = re.compile(r"\d{3}")
_MODEL = re.compile(r"[^\W\d_]{1,4}")
_NUMBER = re.compile(r"\d{1,4}[^\W\d_]?")
_CAPITALS = re.compile(r"[A-ZÀ-Ý]{1,4}|[A-Z][a-z][A-Z]?|[b-z]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_MODELS = frozenset(
    "le la les un une de du des au aux en et ou il on ce se ne je tu y a à si sa ma ta mi no".split()  # noqa: SIM905
)


def phrase(tokens: Sequence[Token], *, hyphenated: bool = False) -> Query:
    if not tokens:
        return Everything()
    return Phrase(tuple(token.exact for token in tokens), hyphenated)


def nearby(tokens: Sequence[Token], distance: int) -> Iterator[Query]:
    """Each two words in a row, with at most `distance` words between them, in either order."""
    words = [Word(token.exact) for token in tokens if not token.elided]
    return (Near(one, other, distance) for one, other in pairwise(words))


def grouped(text: str, tokens: Sequence[Token]) -> Iterator[Query]:
    """Groups of the tokens of a chunk of `text`: tokens with only a sign or nothing between them
    are one group.
    """
    group: list[Token] = []
    signs: list[str] = []
    for token in tokens:
        sign = text[group[-1].end : token.start] if group else ""
        if group and not (sign in ("", ".") or sign in JOINERS):
            yield joined_words(group, hyphenated=_are_hyphens(signs))
            group, signs = [], []
        elif group:
            signs.append(sign)
        group.append(token)
    if group:
        yield joined_words(group, hyphenated=_are_hyphens(signs))


def _are_hyphens(signs: Sequence[str]) -> bool:
    return all(sign and sign in HYPHENS for sign in signs)


def joined_words(tokens: Sequence[Token], *, hyphenated: bool = False) -> Query:
    """A word, a designator or a phrase, made of words that hyphens, apostrophes and signs join."""
    kept = list(tokens)
    if len(kept) == 2 and _is_name_with_apostrophe(*kept):
        return Word(kept[0].exact + kept[1].exact)
    while kept and kept[0].elided:
        kept.pop(0)
    if not kept:
        return Everything()
    if len(kept) == 1:
        return Word(kept[0].exact)
    if (
        len(kept) == 2
        and _MODEL.fullmatch(kept[0].exact)
        and _NUMBER.fullmatch(kept[1].exact)
        and not kept[0].elided
    ):
        return Word(kept[0].exact + kept[1].exact)
    plain = all(token.exact.isalpha() and not token.elided for token in kept)
    return phrase(kept, hyphenated=hyphenated and plain)


def _is_name_with_apostrophe(first: Token, second: Token) -> bool:
    """Whether an apostrophe stands in a name: M'Bappé, N'Diaye; it is no elision, since a consonant
    follows.
    """
    return first.elided and first.exact in ("m", "n") and second.folded[0] in "bcdfgjkpqtvz"


def is_model(letters: str, number: Token) -> bool:
    """Whether letters and a figure after a space may name a model: F 16, A 380, but not LE 16.

    A party or games and a year are two words: PS 2012, JO 2024.
    """
    if letters == "A" and _AIRLINER.fullmatch(number.exact):
        return True
    return (
        _CAPITALS.fullmatch(letters) is not None
        and letters.lower() not in _NO_MODELS
        and _NUMBER.fullmatch(number.exact) is not None
        and _YEAR.fullmatch(number.exact) is None
    )
