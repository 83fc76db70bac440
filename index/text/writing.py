"""The words of a text as they are looked up: what `tokens` finds, and signs that are words there too.

An acronym with points (S.N.C.F.), inclusive writing (étudiant·e·s), « n° » and a telephone number are
one word each; %, €, #, @ and ++ are words of their own, so that `50 %`, `#MeToo` and `C++` can be asked
for. The index and the query read a text alike, with this; other rooms need none of it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.text.folding import fold
from index.text.tokens import APOSTROPHES, ELIDED, INCLUSIVE, Token, tokenize, word_forms

SYMBOLS = "%‰€$£#@"
_PLUS = r"(?:(?<=[A-Za-z])|(?<=[A-Za-z][ ]))\+\+(?!\+)"
_LETTER = r"[^\W\d_]"
_JOINED = rf"""
    # S.N.C.F., P.-D.G., s.o.s. — the last point belongs to it where another stands before
    (?<![^\W_])(?<![^\W_][.])(?:{_LETTER}\.[-‐‑]?){{2,}}(?:{_LETTER}(?![^\W_]))?
  | (?<![^\W_])(?<![^\W_][.]){_LETTER}\.[-‐‑]?{_LETTER}(?![^\W_]|\.?[^\W_])
    # étudiant·e·s; with points only in the plural, since .se is a country
  | (?<![^\W_]){_LETTER}{{2,}}(?:[{INCLUSIVE}]{_LETTER}{{1,6}}){{1,3}}(?![^\W_])
  | (?<![^\W_]){_LETTER}{{3,}}\.(?:e|ne|le|te|se|ve|fe|rice|trice|euse|ère|enne|ienne|esse)\.s(?![^\W_])
    # n° and №
  | (?<![^\W_])[nN]\s?[°º]|№
    # telephone numbers
  | (?<![^\W_])0\d(?:[ .\u00a0\u202f-]\d\d){{4}}(?![^\W_])(?![.,]?\d)
  | (?<![^\W_])08\d\d[ \u00a0\u202f]\d{{3}}[ \u00a0\u202f]\d{{3}}(?![^\W_])
"""
_SPECIAL = re.compile(
    rf"(?P<joined>{_JOINED})|(?P<symbol>[{re.escape(SYMBOLS)}]|{_PLUS})", re.VERBOSE
)
_LEFT_OUT = dict.fromkeys(map(ord, "-‑‐."))
_ORDINAL = re.compile(r"(\d+)(?:i?[eè]mes?|[eè]s?|(i?[eè]res?|res?)|(n?des?))")
_ROMAN = re.compile(r"([ivxlc]+)i?[eè]me")
_INCLUSIVE = re.compile(rf"([^\W\d_]{{2,}})(?:[{INCLUSIVE}.][^\W\d_]+)+")
_MAY_HOLD = re.compile(
    rf"[{re.escape(SYMBOLS)}{INCLUSIVE}°º№+]|(?<=\w)\.[-‐‑]?(?=\w)|(?<![\w.,])0\d\D"
)
"""What a text without any of these need not be looked through for."""


def specials(text: str) -> list[tuple[int, int]]:
    """Where a text has words that `tokens` does not find as one, or not at all."""
    if _MAY_HOLD.search(text) is None:
        return []
    return [match.span() for match in _SPECIAL.finditer(text)]


def with_specials(
    text: str, starts: Sequence[int], surfaces: Sequence[str]
) -> tuple[list[int], list[str]]:
    """The words of a text, each with its start, with what `specials` finds in the place of its parts."""
    found = specials(text)
    if not found:
        return list(starts), list(surfaces)
    new_starts: list[int] = []
    new_surfaces: list[str] = []
    done = 0
    for start, end in found:
        first = bisect_left(starts, start)
        after = bisect_left(starts, end)
        if first < done or (first and starts[first - 1] + len(surfaces[first - 1]) > start):
            continue  # part of a word already: « 06 12 » of a figure
        new_starts += starts[done:first]
        new_surfaces += surfaces[done:first]
        new_starts.append(start)
        new_surfaces.append(text[start:end])
        done = after
    new_starts += starts[done:]
    new_surfaces += surfaces[done:]
    return new_starts, new_surfaces


@lru_cache(maxsize=1 << 16)
def lookup_forms(surface: str) -> tuple[str, str]:
    """The exact and the folded form by which a word is looked up, however it is written."""
    if surface[-1] in "°º№" and surface[0] in "nN№":
        return "n°", "n°"
    exact, folded = word_forms(surface)
    if exact.isascii() and exact.isalpha() and not exact.endswith("eme"):
        return exact, folded
    plain = unicodedata.normalize("NFKC", exact)
    if plain != exact and plain.isalnum():
        exact = plain.lower()
    exact = _spelt(exact)
    return exact, fold(exact)


def _spelt(exact: str) -> str:
    """Without what makes no other word of it: « s.n.c.f. », « étudiant·e·s », « 3ème », « xxième »."""
    if exact[0].isdigit():
        ordinal = _ORDINAL.fullmatch(exact)
        if ordinal is None:
            return exact.translate(_LEFT_OUT)
        number, feminine, second = ordinal.groups()
        return f"{number}re" if feminine else f"{number}de" if second else f"{number}e"
    if exact.isalpha():
        roman = _ROMAN.fullmatch(exact)
        return exact if roman is None else f"{roman.group(1)}e"
    if (inclusive := _INCLUSIVE.fullmatch(exact)) is not None:
        base, last = inclusive.group(1), exact[-1]
        return base + last if last in "sx" and base[-1] not in "sxz" else base
    return exact.translate(_LEFT_OUT) if len(exact) > 1 else exact


def written_tokens(text: str) -> Iterator[Token]:
    """The words of a text as the index has them, in order; reads no further than it is asked."""
    found = _SPECIAL.finditer(text) if _MAY_HOLD.search(text) else iter(())
    special = next(found, None)
    reached = 0
    for token in tokenize(text):
        while special is not None and special.start() <= token.start:
            if special.start() >= reached:
                reached = special.end()
                yield _token(text, special.start(), reached)
            special = next(found, None)
        if token.start >= reached:
            reached = token.end
            yield _token(text, token.start, reached)
    while special is not None:
        if special.start() >= reached:
            reached = special.end()
            yield _token(text, special.start(), reached)
        special = next(found, None)


def written_words(text: str) -> tuple[list[int], list[str]]:
    """Starts and surfaces of all words of a text as the index has them."""
    tokens = list(written_tokens(text))
    return [token.start for token in tokens], [text[t.start : t.end] for t in tokens]


def _token(text: str, start: int, end: int) -> Token:
    exact, folded = lookup_forms(text[start:end])
    elided = end < len(text) and text[end] in APOSTROPHES and folded in ELIDED
    return Token(start, end, exact, folded, elided)
