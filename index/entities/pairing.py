"""Whether two forms name one entity, and which forms are worth comparing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from index.entities.acronyms import abbreviates, initials
from index.entities.names import keys
from index.entities.spelling import Verdict, person_name, same_person, sounds
from index.entities.transliteration import name_key
from index.model.article import Kind
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURE = re.compile(r"\d")
_ORDINAL = re.compile(r"([ivx]+)(?:e|er|eme|ere|nd)")


def same_name(kind: Kind, a: str, b: str, counts: tuple[int, int]) -> Verdict:
    """Whether two forms name one entity of a kind, given the number of mentions of each."""
    if figures(a) != figures(b):
        return Verdict.DIFFERENT
    if kind is Kind.PERSON:
        return _same_person(a, b, counts)
    if _plain(a) == _plain(b):
        return Verdict.SAME
    if kind in (Kind.ORGANISATION, Kind.EVENT, Kind.GROUP):
        if abbreviates(a, b) or abbreviates(b, a):
            return Verdict.SAME
        x, y = _plain(a), _plain(b)
        if " " not in x + y and min(len(x), len(y)) >= 5 and not (a.isupper() or b.isupper()):
            # Daech, Daesh: two ways to write one sound.
            return Verdict.SAME if sounds(x) == sounds(y) and x[0] == y[0] else Verdict.DIFFERENT
    return Verdict.DIFFERENT


def _same_person(a: str, b: str, counts: tuple[int, int]) -> Verdict:
    one, other = person_name(a), person_name(b)
    if bool(one.given) != bool(other.given) and not one.numbers:
        alone, full = (one, other) if not one.given else (other, one)
        return Verdict.SAME if alone.surname == full.surname else Verdict.DIFFERENT
    return same_person(a, b, counts)


def blocks_of(kind: Kind, name: str) -> Iterator[str]:
    """Keys that all forms of one name share, whatever slip is in them."""
    if kind is Kind.PERSON:
        person = person_name(name)
        if person.numbers:
            yield f"p#{''.join(person.numbers)}"
            return
        yield f"p={person.given}{''.join(person.middle)}{person.surname}"
        if person.surname:
            yield f"p~{sounds(person.surname)}"
        if person.given:
            yield f"p%{name_key(person.given, person.surname)}"
            given = sounds(person.given)
            yield f"p<{given}{person.surname[:3]}"
            yield f"p>{given}{person.surname[-3:]}"
        return
    plain = _plain(name)
    yield f"{kind[:2]}={plain}"
    if kind in (Kind.ORGANISATION, Kind.EVENT, Kind.GROUP):
        if " " not in plain:
            yield f"{kind[:2]}~{sounds(plain)}"
            if 2 < len(plain) <= 8:
                yield f"{kind[:2]}@{plain}"
        else:
            words = plain.split()
            for letters in initials(words):
                yield f"{kind[:2]}@{letters}"


@lru_cache(maxsize=1 << 16)
def _plain(name: str) -> str:
    """The words that count, folded; ordinals in one notation (`Ve`, `Vème`), `St` written in full."""
    words = keys(name)[-1].split()
    if len(words) > 1 and words[0] in ("le", "la", "l", "les", "the"):
        words = words[1:]
    plain = []
    for word in words:
        ordinal = _ORDINAL.fullmatch(word)
        word = f"{ordinal[1]}e" if ordinal else word
        plain.append({"st": "saint", "ste": "sainte"}.get(word, word))
    return " ".join(plain)


@lru_cache(maxsize=1 << 16)
def figures(name: str) -> tuple[str, ...]:
    """The parts that must be equal: figures, designators, regnal numbers."""
    found = []
    for at, word in enumerate(name.split()):
        letters = word.strip(".,'’()")
        if _FIGURE.search(letters):
            found.append(fold(letters).replace("-", "").replace("‑", ""))
        elif at and letters.isupper() and re.fullmatch(r"[IVXL]+", letters):
            found.append(letters)
    return tuple(found)
