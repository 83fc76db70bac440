"""Whether two spellings name one person: what a slip or a transliteration may change, and what not.

The rules follow pairs from French press. Letters swapped, doubled, dropped or written as they sound
(`Netanyahu`, `Netanyahou`) are one name. A frequent name one letter away from another frequent name
is another person, and so is one with other figures, another regnal number or another first name.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from index.entities.persons import BEFORE_NAMES, GENERATIONS, PARTICLES
from index.entities.transliteration import may_be_transliterated
from index.text.folding import fold

_ROMAN = re.compile(r"[ivxl]+(?:e|er|eme)?|\d+\w*")
_SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"gh|gu(?=[eiy])"), "g"),
    (re.compile(r"tch|tsch|sch|sh|ch(?=[aeiouy]|$)"), "x"),
    (re.compile(r"ck|qu|kh|ch|q|c(?![eiy])|k"), "k"),
    (re.compile(r"c(?=[eiy])|z|ss|ç"), "s"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dj|j"), "j"),
    (re.compile(r"eau|aux|au|ow"), "o"),
    (re.compile(r"ou|oo|w"), "u"),
    (re.compile(r"ai|ei|ay|ey|ae"), "e"),
    (re.compile(r"[iy]+"), "i"),
    (re.compile(r"ff$|v$|w$"), "f"),
    (re.compile(r"(?<=[a-z])[hs]$|(?<!^)h"), ""),
    (re.compile(r"(?<=[a-z]{2})[etdx]$"), ""),
)
_FOREIGN = re.compile(
    r"kh|dj|gh|sh|dh|zh|tch|aa|w|q(?!u)|k|(?:ov|ev|sky|ski) |ou[aeiy]|abd|moh|muh| ben"
)
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouyh]")
_ARTICLES = {"al": "el", "ul": "el", "bin": "ben", "ibn": "ben", "bint": "ben"}
_RARE = 0.5
_SLIP = 0.2
_GENDER_SLIP = 0.15


class Verdict(IntEnum):
    """How sure it is that two names belong to one person."""

    DIFFERENT = 0
    DOUBTFUL = 1
    SAME = 2


class PersonName(NamedTuple):
    """A person's name taken apart, all folded."""

    given: str
    """The first name without hyphens; empty if only a surname is given."""
    middle: tuple[str, ...]
    surname: str
    """The surname with its particles, without spaces."""
    numbers: tuple[str, ...]
    """Regnal numbers, figures, `jr`."""


@lru_cache(maxsize=1 << 16)
def person_name(surface: str) -> PersonName:
    """`M. Bruno Le Maire` → given `bruno`, surname `lemaire`; `Mohammed VI` has a number."""
    parts = _parts(surface)
    numbers = tuple(_number(part) for part in parts[1:] if _is_number(part))
    names = [part for at, part in enumerate(parts) if not (at and _number(part) in numbers)]
    if len(names) == 1 and not numbers:
        return PersonName("", (), _letters(names[0]), numbers)
    if len(names) == 1:
        return PersonName(_letters(names[0]), (), "", numbers)
    if names and fold(names[0]) in PARTICLES and fold(names[0]) not in ("abu", "abou"):
        # « Ben Laden », « Le Pen »: a surname alone.
        return PersonName("", (), "".join(_letters(name) for name in names), numbers)
    at = len(names) - 1
    while at > 1 and fold(names[at - 1]).rstrip("'") in PARTICLES:
        at -= 1
    middle = tuple(_letters(name) for name in names[1:at])
    return PersonName(_letters(names[0]), middle, "".join(map(_letters, names[at:])), numbers)


def _parts(surface: str) -> list[str]:
    """The words of a name without civilities and titles, the surname last."""
    parts = [part.strip(".,'’") for part in surface.replace("’", "'").split()]
    while parts and fold(parts[0]) in BEFORE_NAMES and len(parts) > 1:
        parts = parts[1:]
    if len(parts) > 1 and len(parts[0]) > 2 and parts[0].isupper() and not parts[-1].isupper():
        # The surname stands first: « DUPONT Jean ».
        return [*parts[1:], parts[0]]
    return parts


def _is_number(part: str) -> bool:
    """Whether a part of a name is a regnal number, a figure, or tells a father from his son."""
    if fold(part) in GENERATIONS:
        return True
    return bool(_ROMAN.fullmatch(fold(part))) and (part.isupper() or part[0].isdigit())


def _number(part: str) -> str:
    return GENERATIONS.get(fold(part), fold(part))


@lru_cache(maxsize=1 << 16)
def sounds(letters: str) -> str:
    """A rough key of how folded letters sound in French; equal for equal sounds."""
    key = letters
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return _DOUBLE.sub(r"\1", key)


def same_person(a: str, b: str, counts: tuple[int, int]) -> Verdict:
    """Whether two names belong to one person, given the mentions of each in the corpus.

    A name alone (a surname) is compared with surnames; the caller must know whether only one person
    has that surname.
    """
    one, other = person_name(a), person_name(b)
    if one.numbers != other.numbers:
        return Verdict.DIFFERENT
    if one.numbers and not (one.surname and other.surname):
        return Verdict.SAME if _near(one.given, other.given, counts) else Verdict.DIFFERENT
    if not one.given or not other.given:
        if one.surname == other.surname:
            return Verdict.SAME
        return Verdict.DOUBTFUL if _near(one.surname, other.surname, counts) else Verdict.DIFFERENT
    if _whole(one) == _whole(other):
        return Verdict.SAME
    return _both_full(one, other, counts) if _middles_agree(one, other) else Verdict.DIFFERENT


def _both_full(one: PersonName, other: PersonName, counts: tuple[int, int]) -> Verdict:
    """The same for two names with a first name and a surname each."""
    verdict = Verdict.DIFFERENT
    if one.given == other.given:
        verdict = _by_surname(one, other, counts)
    elif sounds(one.surname) == sounds(other.surname) or one.surname == other.surname:
        verdict = _by_given(one, other, counts)
    if verdict is Verdict.DIFFERENT and may_be_transliterated(
        one.given, one.surname, other.given, other.surname
    ):
        return Verdict.DOUBTFUL
    return verdict


def two_people(a: str, b: str) -> bool:
    """Whether two full names surely are two people's: other initials, or first names that begin otherwise."""
    one, other = person_name(a), person_name(b)
    if not one.given or not other.given:
        return False
    if not _middles_agree(one, other):
        return True
    return one.given[0] != other.given[0] and same_person(a, b, (1, 1)) is Verdict.DIFFERENT


def same_letters(a: PersonName, b: PersonName) -> bool:
    """Whether two names differ only in initials, or in how foreign letters are written."""
    if a.surname != b.surname:
        return _foreign(a) and _foreign(b)
    if min(len(a.given), len(b.given)) <= 2:
        return a.given[:1] == b.given[:1]
    return a.given == b.given or _foreign(a) or sorted(a.given) == sorted(b.given)


def _foreign(name: PersonName) -> bool:
    """Whether a name has letters that transliterations have and French names rarely do."""
    return bool(_FOREIGN.search(f" {name.given} {name.surname} "))


def near_person(a: str, b: str, counts: tuple[int, int]) -> bool:
    """Whether two names may belong to one person if something else says so, such as the same
    office.

    A surname alone may be near the surname of a full name; two first names must not differ.
    """
    one, other = person_name(a), person_name(b)
    if one.numbers or other.numbers or not one.surname or not other.surname:
        return False
    if one.given and other.given:
        return same_person(a, b, counts) is not Verdict.DIFFERENT
    return _by_surname(one, other, counts) is not Verdict.DIFFERENT


def _by_surname(one: PersonName, other: PersonName, counts: tuple[int, int]) -> Verdict:
    if one.surname == other.surname:
        return Verdict.SAME
    a, b = one.surname, other.surname
    ratio = min(counts) / max(1, *counts)
    if min(len(a), len(b)) < 4 or _goes_on(a, b):
        return Verdict.DIFFERENT
    if sounds(a) == sounds(b):
        return Verdict.SAME if a[:2] == b[:2] or ratio <= _RARE else Verdict.DOUBTFUL
    if sorted(a) == sorted(b) and a[0] == b[0]:
        return Verdict.SAME
    if a.replace("ch", "h") == b.replace("ch", "h") and len(a) >= 5:
        # The guttural of Hebrew and Arabic: Kochavi, Kohavi.
        return Verdict.SAME
    return _by_slip(a, b, ratio)


def _goes_on(a: str, b: str) -> bool:
    """Whether one surname is the other with an ending: Martin and Martinot are two."""
    shorter, longer = sorted((a, b), key=len)
    return len(longer) - len(shorter) >= 2 and longer.startswith(shorter)


def _by_slip(a: str, b: str, ratio: float) -> Verdict:
    """Whether one surname is a slip for another, a letter or two away; `ratio` is that of their mentions."""
    distance = OSA.distance(a, b)
    longest = max(len(a), len(b))
    if distance == 1 and a[0] == b[0]:
        return _by_one_letter(len(a), len(b), ratio)
    if distance == 2 and longest >= 8 and _bones(a) == _bones(b):
        return Verdict.SAME if ratio <= _RARE else Verdict.DOUBTFUL
    if distance == 2 and longest >= 8 and ratio <= _SLIP and a[0] == b[0]:
        return Verdict.DOUBTFUL
    return Verdict.DIFFERENT


def _by_one_letter(a: int, b: int, ratio: float) -> Verdict:
    """The same for surnames of these lengths that differ in one letter."""
    if a != b:
        return Verdict.SAME if max(a, b) >= 6 and ratio <= _RARE else Verdict.DOUBTFUL
    if a >= 7 and ratio <= _SLIP:
        return Verdict.SAME
    return Verdict.DOUBTFUL if ratio <= _RARE else Verdict.DIFFERENT


def _by_given(one: PersonName, other: PersonName, counts: tuple[int, int]) -> Verdict:
    a, b = one.given, other.given
    ratio = min(counts) / max(1, *counts)
    if len(a) == 1 or len(b) == 1:
        return Verdict.SAME if a[0] == b[0] else Verdict.DIFFERENT
    if of_both_genders(a, b):
        return Verdict.SAME if ratio <= _GENDER_SLIP else Verdict.DIFFERENT
    if sounds(a) == sounds(b) or (sorted(a) == sorted(b) and a[0] == b[0]):
        return Verdict.SAME
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) >= 3 and longer.startswith(shorter) and len(longer) - len(shorter) >= 2:
        return Verdict.SAME if one.surname == other.surname else Verdict.DOUBTFUL
    return _by_slip_of_given(a, b, ratio) if a[:2] == b[:2] else Verdict.DIFFERENT


def _by_slip_of_given(a: str, b: str, ratio: float) -> Verdict:
    """The same for first names that begin alike."""
    shorter = min((a, b), key=len)
    if _bones(a) == _bones(b) and len(shorter) >= 6 and a[-1] == b[-1]:
        return Verdict.SAME
    if OSA.distance(a, b) == 1:
        if len(a) != len(b) and len(shorter) >= 5:
            return Verdict.SAME if ratio <= _RARE else Verdict.DOUBTFUL
        return Verdict.SAME if ratio <= _SLIP and len(shorter) >= 6 else Verdict.DOUBTFUL
    return Verdict.DIFFERENT


def of_both_genders(a: str, b: str) -> bool:
    """Whether two folded first names are the male and the female form of one: Michel, Michèle."""
    shorter, longer = sorted((a, b), key=len)
    if longer in (shorter + "e", shorter + shorter[-1] + "e", shorter + "a", shorter + "ne"):
        return True
    for masculine, feminine in (("c", "que"), ("x", "se"), ("y", "ie"), ("f", "ve"), ("o", "a")):
        if a.endswith(masculine) and b == a.removesuffix(masculine) + feminine:
            return True
        if b.endswith(masculine) and a == b.removesuffix(masculine) + feminine:
            return True
    return False


def _middles_agree(one: PersonName, other: PersonName) -> bool:
    """Whether middle names agree: one may be left out or cut to its initial, but not be another."""
    if not one.middle or not other.middle:
        # « George W. » agrees with « George »; « Jean Paul » is a first name of two words.
        return True
    return all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) or sounds(a) == sounds(b)
        for a, b in zip(one.middle, other.middle, strict=False)
    )


def _whole(name: PersonName) -> str:
    return name.given + "".join(name.middle) + name.surname


def _near(a: str, b: str, counts: tuple[int, int]) -> bool:
    if a == b or sounds(a) == sounds(b):
        return True
    return OSA.distance(a, b) == 1 and min(len(a), len(b)) >= 7 and a[0] == b[0]


def _bones(letters: str) -> str:
    """The consonants, without doubling: the part that a transliteration keeps."""
    return _DOUBLE.sub(r"\1", letters[0] + _VOWELS.sub("", sounds(letters[1:])))


def _letters(name: str) -> str:
    folded = "".join(char for char in fold(name) if char.isalnum())
    return _ARTICLES.get(
        folded, _ARTICLES.get(folded[:2], folded[:2]) + folded[2:] if _hyphened(name) else folded
    )


def _hyphened(name: str) -> bool:
    """Joins the Arabic article to the name: `al-Assad`, `el-Assad`."""
    return bool(re.match(r"(?i)(?:al|ul|el)-", name))
