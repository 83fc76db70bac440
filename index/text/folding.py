"""Letters in a comparable form: lower case, without accents, with ligatures as two letters."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


class _Folded(dict[int, str]):
    """The folded form of a small letter, by its code; computed once for each letter."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).translate(_LETTERS))
        folded = "".join(char for char in decomposed if not unicodedata.combining(char))
        self[code] = folded
        return folded


_folded = _Folded()


def fold(text: str) -> str:
    """The text in lower case without accents, with ligatures as two letters; the length may change."""
    if text.isascii():
        return text.lower()
    # Letter by letter: normalising a whole text would only sort its accents, which are removed
    # anyway.
    return text.lower().translate(_folded)
