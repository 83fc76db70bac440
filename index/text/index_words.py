"""The words of a text as the index has them: those of `tokens`, and signs that are words here too.

An acronym with points (S.N.C.F.), inclusive writing (étudiant·e·s), an hour (16:30), « n° » and a
telephone number are one word each; %, €, #, @ and ++ are words of their own, so that `50 %`,
`#MeToo` and `C++` can be searched. The index and the query read a text in this same way; other
packages do not need it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import is_normalized

from index.text.folding import fold
from index.text.tokens import (
    APOSTROPHES,
    ELIDED,
    INCLUSIVE,
    Token,
    tokenize,
    word_forms,
    word_spans,
)

SYMBOLS = "%‰€$£#@"
_LETTER = r"[^\W\d_]"
_PLUS = re.compile(r"(?:(?<=[A-Za-z])|(?<=[A-Za-z][ ]))\+\+(?!\+)")
_WITH_POINTS = re.compile(
    # The first point of S.N.C.F., P.-D.G., s.o.s.; the last point belongs to the word if another
    # one stands before.
    rf"\.(?:[-‐‑]?{_LETTER}\.)+(?:[-‐‑]?{_LETTER}(?![^\W_]))?|\.[-‐‑]?{_LETTER}(?![^\W_]|\.)"
)
FEMININE_ENDINGS = "e|ne|le|te|se|ve|fe|rice|trice|euse|ère|enne|ienne|esse"
_PLURAL_WITH_POINTS = re.compile(
    # étudiant.e.s: with points only in the plural, since .se is a country's domain
    rf"\.(?:{FEMININE_ENDINGS})\.s(?![^\W_])"
)
_INCLUSIVELY = re.compile(rf"{_LETTER}{{2,}}(?:[{INCLUSIVE}]{_LETTER}{{1,6}}){{1,3}}(?![^\W_])")
_NUMBER_SIGN = re.compile(r"[nN]\s?[°º]|№")
TELEPHONE = (
    r"0(?:\d(?:[ .\u00a0\u202f-]\d\d){4}|8\d\d[^\S\t-\r]\d{3}[^\S\t-\r]\d{3})(?![^\W_])(?![.,]?\d)"
)
_TELEPHONE = re.compile(TELEPHONE)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?![\w:])(?![.,]\d)")
_HOUR = re.compile(r"0?(\d{1,2})[h:](?:00|([0-5]\d))?")
_LEFT_OUT = dict.fromkeys(map(ord, "-‑‐."))
_ORDINAL = re.compile(r"(\d+)(?:i?[eè]mes?|[eè]s?|(i?[eè]res?|res?)|(n?des?))")
_ROMAN = re.compile(r"([ivxlc]+)i?[eè]me")
_INCLUSIVE = re.compile(rf"([^\W\d_]{{2,}})(?:[{INCLUSIVE}.][^\W\d_]+)+")


def specials(text: str) -> list[tuple[int, int]]:
    """The places of words that `tokens` cuts or does not find: in order, without overlap.

    Each kind has its own pattern: a pattern that begins with one certain sign is searched many
    times faster than one with several beginnings.
    """
    found = _of_letters(text)
    for sign in SYMBOLS:
        # To look for one sign costs a twentieth of a pattern.
        at = text.find(sign)
        while at >= 0:
            found.append((at, at + 1))
            at = text.find(sign, at + 1)
    if "++" in text:
        found += [match.span() for match in _PLUS.finditer(text)]
    found += _telephones(text)
    if ":" in text:
        found += _clocks(text)
    return _one_after_another(found)


def lettered(text: str) -> list[tuple[int, int]]:
    """Those of `specials` that hold letters (S.N.C.F., étudiant·e·s, n°): in order, without overlap."""
    return _one_after_another(_of_letters(text))


def _of_letters(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _WITH_POINTS.finditer(text):
        start = match.start() - 1
        if start >= 0 and text[start].isalpha() and not _follows_word(text, start):
            found.append((start, match.end()))
    for match in _PLURAL_WITH_POINTS.finditer(text) if ".s" in text else ():
        start = match.start()
        while start and text[start - 1].isalpha():
            start -= 1
        if match.start() - start > 2:
            found.append((start, match.end()))
    if not text.isascii():
        if any(sign in text for sign in INCLUSIVE):
            found += _apart(_INCLUSIVELY, text)
        if "°" in text or "№" in text or "º" in text:
            found += _apart(_NUMBER_SIGN, text)
    return found


def _one_after_another(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans by start, without those that begin within the one before."""
    if len(found) < 2:
        return found
    found.sort()
    kept = found[:1]
    for span in found[1:]:
        if span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _apart(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """The matches that do not begin inside a word."""
    return [m.span() for m in pattern.finditer(text) if not _follows_word(text, m.start())]


def _telephones(text: str) -> list[tuple[int, int]]:
    """Each is sought from its first sign, a nought that follows no word."""
    found = []
    at = text.find("0")
    while at >= 0:
        end = at + 1
        if not _follows_word(text, at):
            match = _TELEPHONE.match(text, at)
            if match is not None:
                end = match.end()
                found.append((at, end))
        at = text.find("0", end)
    return found


def _clocks(text: str) -> list[tuple[int, int]]:
    """The hours with a colon; each is sought around its colon, since figures are far more frequent."""
    found = []
    at = text.find(":", 1)
    while at > 0:
        if text[at - 1].isdecimal():
            match = _CLOCK.match(text, max(0, at - 2)) or _CLOCK.match(text, at - 1)
            if match is not None:
                start = match.start()
                if not _follows_word(text, start) and not _is_part_of_figure(text, start):
                    found.append(match.span())
        at = text.find(":", at + 1)
    return found


def _follows_word(text: str, start: int) -> bool:
    """Whether a place is inside a word, or right after a word and its point."""
    before = text[start - 1] if start else " "
    return before.isalnum() or (before == "." and start > 1 and text[start - 2].isalnum())


def _is_part_of_figure(text: str, start: int) -> bool:
    """Whether a figure stands right before: « 1:30:05 », « 2,16:30 »."""
    return start > 1 and text[start - 1] in ":.," and text[start - 2].isdigit()


def with_specials(
    text: str, starts: Sequence[int], surfaces: Sequence[str]
) -> tuple[list[int], list[str]]:
    """The words of a text with their starts; the words of `specials` replace their parts."""
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
            continue  # already part of a word: « 06 12 » of a figure
        new_starts += starts[done:first]
        new_surfaces += surfaces[done:first]
        new_starts.append(start)
        new_surfaces.append(text[start:end])
        last = starts[after - 1] + len(surfaces[after - 1]) if after > first else end
        if last > end and (rest := _ALNUM.search(text, end, last)):
            # In « S.N.C.F-78 » the rest of the last word is a word of its own.
            new_starts.append(rest.start())
            new_surfaces.append(text[rest.start() : last])
        done = after
    new_starts += starts[done:]
    new_surfaces += surfaces[done:]
    return new_starts, new_surfaces


_ALNUM = re.compile(r"[^\W_]")


@lru_cache(maxsize=1 << 16)
def lookup_forms(surface: str) -> tuple[str, str]:
    """As `forms_of`; kept for whoever asks for the same words again."""
    return forms_of(surface)


def forms_of(surface: str) -> tuple[str, str]:
    """The exact and the folded form under which a word is looked up, in whichever way it is
    written.
    """
    if surface[-1] in "°º№" and surface[0] in "nN№":
        return "n°", "n°"
    exact, folded = word_forms(surface)
    if exact.isascii() and exact.isalpha() and not exact.endswith("eme"):
        return exact, folded
    if exact.isalpha() and exact[-3:] not in ("eme", "ème") and is_normalized("NFKC", exact):
        return exact, folded
    plain = unicodedata.normalize("NFKC", exact)
    if plain != exact and plain.isalnum():
        exact = plain.lower()
    exact = _spelt(exact)
    return exact, fold(exact)


def _spelt(exact: str) -> str:
    """One spelling for a word with several: « s.n.c.f. », « étudiant·e·s », « 3ème », « xxième »,
    « 07:00 ».
    """
    if exact[0].isdigit():
        if (hour := _HOUR.fullmatch(exact)) is not None:
            return f"{hour.group(1)}h{hour.group(2) or ''}"
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
    """The words of a text as the index has them, in order; the text is read only as far as needed."""
    waiting = deque(specials(text))
    reached = 0
    for token in tokenize(text):
        while waiting and waiting[0][0] <= token.start:
            start, end = waiting.popleft()
            if start >= reached:
                reached = end
                yield _token(text, start, end)
        if token.start >= reached:
            reached = token.end
            yield _token(text, token.start, reached)
        elif token.end > reached and (rest := _ALNUM.search(text, reached, token.end)):
            # « 06 12 34 56 78 124,7 »: the last figure began within the number.
            reached = token.end
            yield _token(text, rest.start(), reached)
    for start, end in waiting:
        if start >= reached:
            yield _token(text, start, end)


def written_words(text: str) -> tuple[list[int], list[str]]:
    """Starts and surfaces of all words of a text as the index has them."""
    spans = word_spans(text)
    return with_specials(text, [a for a, _ in spans], [text[a:b] for a, b in spans])


def _token(text: str, start: int, end: int) -> Token:
    exact, folded = lookup_forms(text[start:end])
    elided = end < len(text) and text[end] in APOSTROPHES and folded in ELIDED
    return Token(start, end, exact, folded, elided)
