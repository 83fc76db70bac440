"""Letters made comparable: lower case, without accents, ligatures spelt out."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


class _Folded(dict[int, str]):
    """What a small letter becomes, by its code; looked up once for each letter that is met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).translate(_LETTERS))
        folded = "".join(char for char in decomposed if not unicodedata.combining(char))
        self[code] = folded
        return folded


_folded = _Folded()


def fold(text: str) -> str:
    """Lower case without accents, ligatures spelt out; the length may change."""
    if text.isascii():
        return text.lower()
    # Letter by letter: normalising a whole text would only order its accents, which go anyway.
    return text.lower().translate(_folded)
