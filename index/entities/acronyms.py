"""Acronyms and the names that they are made of."""

from __future__ import annotations

from index.text.folding import fold
from index.text.tokens import word_forms, word_spans

SMALL = frozenset("de du des d la le les l et of the and pour en a au aux sur".split())  # noqa: SIM905
_SOMETIMES = ("en", "la", "au")


def initials(words: list[str]) -> tuple[str, str, str]:
    """The initials of folded words: of all, without small words, and with some of those."""
    return (
        "".join(word[0] for word in words),
        "".join(word[0] for word in words if word not in SMALL),
        "".join(word[0] for word in words if word not in SMALL or word in _SOMETIMES),
    )


def abbreviates(short: str, long: str) -> bool:
    """Whether a form is made of the initials of another: `OMS`, `Aqmi`, `LREM`."""
    letters = fold(short)
    if not 2 < len(letters) <= 8 or not letters.isalpha() or not short[:1].isupper():
        return False
    if not long[:1].isupper():
        return False
    if not short.isupper() and len(letters) < 4:
        return False
    words = [word_forms(long[start:end])[1] for start, end in word_spans(long)]
    if len(words) < 2 or len(words) < len(letters) - 1:
        return False
    return _aligned(letters, words)


def spells(short: str, long: str) -> bool:
    """Whether a short form is made of letters of a name in their order, several words of it: `Ofast`.

    Less sure than initials; for a form that stands in brackets right after the name.
    """
    letters = fold(short)
    if not 3 <= len(letters) <= 8 or not letters.isalpha() or not short[0].isupper():
        return False
    words = [word_forms(long[start:end])[1] for start, end in word_spans(long)]
    words = [word for word in words if word not in SMALL]
    if len(words) < 2 or words[0][0] != letters[0]:
        return False
    return _threaded(letters, words)


def _threaded(letters: str, words: list[str]) -> bool:
    """Whether every word gives its first letter, and more of its letters in order or none."""
    if not words or not letters:
        return not words and not letters
    if words[0][0] != letters[0]:
        return False
    return any(
        _threaded(letters[taken:], words[1:])
        for taken in range(1, len(letters) + 1)
        if _in_order(letters[1:taken], words[0][1:])
    )


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _aligned(letters: str, words: list[str]) -> bool:
    """Whether each letter begins a word, in order, no word left out but small ones."""
    if not words:
        return not letters
    if letters and words[0][0] == letters[0] and _aligned(letters[1:], words[1:]):
        return True
    return words[0] in SMALL and _aligned(letters, words[1:])
