"""Acronyms, the names that they are made of, and where an article itself says what one means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from index.text.folding import fold
from index.text.tokens import word_forms, word_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.entities.words import Words

SMALL = frozenset("de du des d la le les l et of the and pour en a au aux sur".split())  # noqa: SIM905
_SOMETIMES = ("en", "la", "au")
_LONGEST = 14
"""The most words that an expansion may have."""
_ACRONYM = re.compile(r"[A-ZÀÉÈÎÔÇ]{2,8}")
_SPACED = re.compile(r"[ \u00a0\u202f'’‑-]*")
_APART = re.compile(r"[ \u00a0]*(?:,|[–—]|-(?=[ \u00a0]))[ \u00a0]*[«“\"]?[ \u00a0]*")
"""The signs that may stand between a name and the acronym beside it: « Y, X », « Y — X »."""


class Definition(NamedTuple):
    """An acronym and the words that an article says it is made of."""

    acronym: int
    """The word."""
    first: int
    after: int


def definitions(words: Words, singles: Iterable[int]) -> Iterator[Definition]:
    """The acronyms that an article defines; `singles` are the words that may be acronyms.

    The forms are « X (Y) » and « Y (X) », « Y, X » and « X, Y », « Y — X », « X, pour Y ». The
    words beside an acronym are its expansion if its letters begin them in their order.
    """
    text, starts = words.text, words.starts
    for at in singles:
        # Most words have a small second letter: looking at that letter costs less than the word.
        if text[starts[at] + 1 : starts[at] + 2].isupper() and _ACRONYM.fullmatch(words.word(at)):
            found = _before(words, at) or _behind(words, at)
            if found:
                yield found


def _before(words: Words, at: int) -> Definition | None:
    """The expansion before the acronym: « juge des libertés et de la détention (JLD) »."""
    gap = words.gap(at)
    bracket = gap.lstrip(' \u00a0»”"').startswith("(")
    if not bracket and not _APART.fullmatch(gap):
        return None
    letters = words.folded[at]
    loose = None
    for first in range(at - 1, max(-1, at - _LONGEST), -1):
        fit = _fit(letters, words.folded[first:at])
        if fit and (bracket or len(letters) > 2):
            if fit > 1:
                return Definition(at, first, at)
            loose = loose or Definition(at, first, at)
        if not _SPACED.fullmatch(words.gap(first)):
            break
    return loose


def _behind(words: Words, at: int) -> Definition | None:
    """The expansion after the acronym: « JLD (juge des libertés et de la détention) », « JLD, pour
    juge des … ».
    """
    first = at + 1
    if first >= len(words):
        return None
    gap = words.gap(first)
    bracket = gap.lstrip(' \u00a0»”"').startswith("(")
    if not bracket and not _APART.fullmatch(gap):
        return None
    if words.folded[first] in ("pour", "soit") and not bracket:
        first += 1
    while first < len(words) and words.folded[first] in ("le", "la", "les", "l"):
        first += 1
    return _spelt_from(words, at, first, bracket=bracket) if len(words.folded[at]) > 2 else None


def _spelt_from(words: Words, at: int, first: int, *, bracket: bool) -> Definition | None:
    """The expansion of an acronym that begins at a word behind it; one in brackets goes to their end."""
    letters = words.folded[at]
    loose = None
    for after in range(first + 1, min(len(words), first + _LONGEST) + 1):
        if after - first > 1 and not _SPACED.fullmatch(words.gap(after - 1)):
            break
        fit = _fit(letters, words.folded[first:after])
        closed = words.text[words.ends[after - 1] :].lstrip(' \u00a0»”"')[:1]
        if fit and (not bracket or closed in (")", ",", ";")):
            if fit > 1:
                return Definition(at, first, after)
            loose = loose or Definition(at, first, after)
    return loose


def _fit(letters: str, row: list[str]) -> int:
    """How well letters begin words: 2 if no small word gives a letter, 1 if some do, else 0."""
    if len(row) < max(2, len(letters) - 1) or row[0][0] != letters[0]:
        return 0
    if row[0] in SMALL or row[-1] in SMALL:
        return 0
    if letters == "".join(word[0] for word in row if word not in SMALL):
        return 2
    return int(_aligned(letters, row))


def initials(words: list[str]) -> tuple[str, str, str]:
    """The initials of folded words: of all words, without the small ones, and with some of the
    small ones.
    """
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
    """Whether a short form is made of letters of a name, in their order and from several of its
    words: `Ofast`.

    This is less sure than initials. It is asked of a form that stands in brackets right after the
    name.
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
    """Whether every word gives its first letter, and perhaps more of its letters in their order."""
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
    """Whether each letter begins a word, in order, and only small words are left out."""
    if not words:
        return not letters
    if letters and words[0][0] == letters[0] and _aligned(letters[1:], words[1:]):
        return True
    return words[0] in SMALL and _aligned(letters, words[1:])
