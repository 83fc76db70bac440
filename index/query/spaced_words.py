"""What is typed with a space and meant as one: « F 16 » for F-16, « 16 h », « 50 % »."""

from __future__ import annotations

from index.query.joined_words import is_measure, is_model
from index.query.scanner import CHUNK
from index.query.tree import Phrase, Query, Word
from index.text.index_words import SYMBOLS
from index.text.tokens import Token

_SPACES = (" ", "\u00a0", "\u202f")


def spaced(text: str, first: Token, second: Token) -> Query | None:
    """What two tokens of `text` that follow each other make together; None where they are two."""
    if text[first.end : second.start] not in _SPACES:
        return None
    chunk = CHUNK.match(text, second.start)
    alone = chunk is not None and chunk.end() == second.end
    # `LE 16` is no model.
    if alone and is_model(text[first.start : first.end], second):
        return Word(first.exact + second.exact)
    if first.exact[0].isdigit() and second.exact in SYMBOLS:
        return Phrase((first.exact, second.exact))
    if alone and is_measure(first.exact, second.exact):
        return Word(first.exact + second.exact)
    return None
