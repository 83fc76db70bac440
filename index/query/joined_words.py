"""What the tokens of a typed stretch make: words, designators, phrases."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.query.tree import Everything, Phrase, Query, Word
from index.text.tokens import APOSTROPHES, Token

JOINERS = frozenset("-‑" + APOSTROPHES)
"""Between two words these make a phrase of them."""
_MODEL = re.compile(r"[^\W\d_]{1,4}")
_NUMBER = re.compile(r"\d{1,4}[^\W\d_]?")
_CAPITALS = re.compile(r"[A-ZÀ-Ý]{1,4}|[A-Z][a-z][A-Z]?|[b-z]")
_NO_MODELS = frozenset(
    "le la les un une de du des au aux en et ou il on ce se ne je tu y a à si sa ma ta mi no".split()  # noqa: SIM905
)


def phrase(tokens: Sequence[Token]) -> Query:
    return Phrase(tuple(token.exact for token in tokens)) if tokens else Everything()


def joined_words(tokens: Sequence[Token]) -> Query:
    """What hyphens and apostrophes join: a word, a designator, or a phrase."""
    kept = list(tokens)
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
    return phrase(kept)


def is_model(letters: str, number: Token) -> bool:
    """Whether letters and a figure with a space between may name a model: F 16, but not LE 16."""
    return (
        _CAPITALS.fullmatch(letters) is not None
        and letters.lower() not in _NO_MODELS
        and _NUMBER.fullmatch(number.exact) is not None
    )
