"""What is left of a name whatever alphabet it came from and whoever wrote it in ours: Kadhafi, Gaddafi; Prigojine, Prigozhin.

French, English and German write the sounds of Arabic, Russian or Hebrew differently: vowels, doubled letters and whole
classes of consonants change, their order does not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

_ARTICLE = re.compile(r"^(?:al|el|ul)(?=[^aeiouy]{1,2}[aeiouy])")
_CLASSES = (
    (_ARTICLE, ""),
    (re.compile(r"tch|tsch|sch|sh|ch(?=[aeiouy]|$)|cz"), "x"),
    (re.compile(r"dj|zh|j|g(?=[eiy])"), "j"),
    (re.compile(r"kh|gh|gu(?=[eiy])|ck|qu|q|c|g"), "k"),
    (re.compile(r"dh|dd|th(?=[aeiouy])"), "d"),
    (re.compile(r"ph|ff|v|w(?=[aeiouy])"), "f"),
    (re.compile(r"ts|tz|ss|z"), "s"),
)
_SOFT = re.compile(r"[aeiouyw]|(?<!^)h")
_DOUBLE = re.compile(r"(.)\1+")
_SIGNS = re.compile(r"kh|dj|gh|sh|dh|zh|tch|aa|q(?!u)|(?:ov|ev|sky|ski)$|abd|moh|muh")
_ARTICLED = re.compile(r"ben|bin|al|el")
"""How Arabic surnames begin, and French first names too: « Alice », « Benoît », « Élodie »."""
_OF_GIVEN, _OF_SURNAME = 0.5, 0.4
"""The share of letters that must differ less in first names and in surnames."""
_FEWEST = 4
"""The fewest consonants of a whole name that tell it from others."""


def may_be_transliterated(given: str, surname: str, other_given: str, other_surname: str) -> bool:
    """Whether two folded names may be one in two transliterations: it is a proposal, never a proof."""
    key = name_key(given, surname)
    return (
        key == name_key(other_given, other_surname)
        and len(skeleton(surname)) >= 2
        and len(key) > _FEWEST
        and (
            any(map(is_foreign, (surname, other_surname, given, other_given)))
            or any(map(_ARTICLED.match, (surname, other_surname)))
        )
        and _is_near(given, other_given, _OF_GIVEN)
        and _is_near(surname, other_surname, _OF_SURNAME)
    )


def _is_near(one: str, other: str, most: float) -> bool:
    """Whether two parts of names begin alike, without their article, and differ in few letters."""
    one, other = (_ARTICLE.sub("", letters) for letters in (one, other))
    begins = [letters.lstrip("y")[:1] in "aeiou" for letters in (one, other)]
    return begins[0] == begins[1] and OSA.normalized_distance(one, other) < most


def name_key(given: str, surname: str) -> str:
    """What is left of a first name and a surname, a space between them.

    « g » is soft in « Yevgeny » and hard in « Ievgueni », so both count as one in first names.
    """
    return f"{skeleton(given).replace('j', 'k')} {skeleton(surname)}"


@lru_cache(maxsize=1 << 16)
def skeleton(letters: str) -> str:
    """The classes of a folded name's consonants, in order."""
    key = letters
    for pattern, sound in _CLASSES:
        key = pattern.sub(sound, key)
    return _DOUBLE.sub(r"\1", _SOFT.sub("", key))


def is_foreign(letters: str) -> bool:
    """Whether a folded name has letters that transliterations have and French names rarely do."""
    return bool(_SIGNS.search(letters))
