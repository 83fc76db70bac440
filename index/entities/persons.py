"""Names of persons in French press: civilities, titles, and surnames alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from index.text.folding import fold

if TYPE_CHECKING:
    from index.entities.context import Lexicon
    from index.entities.words import Words

CIVILITIES = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mmes",
        "mlle",
        "mlles",
        "me",
        "maitre",
        "monsieur",
        "madame",
        "mademoiselle",
        "dr",
        "pr",
        "docteur",
        "professeur",
        "mgr",
        "monseigneur",
    ]
)
TITLES = frozenset(
    [
        "roi",
        "reine",
        "prince",
        "princesse",
        "pape",
        "sultan",
        "emir",
        "cheikh",
        "cheikha",
        "imam",
        "empereur",
        "imperatrice",
        "sir",
        "lord",
        "lady",
        "dom",
        "ayatollah",
        "abbe",
        "mollah",
        "calife",
        "tsar",
    ]
)
"""Titles that belong to the name in any case of letters: « le pape François », « roi Mohammed VI »."""
ROYAL = frozenset(
    "roi reine prince princesse pape sultan emir cheikh cheikha empereur imperatrice tsar calife".split()  # noqa: SIM905
)
"""Titles before a first name, never before a surname: « le roi Philippe »."""
OFFICES = frozenset(
    [
        "president",
        "presidente",
        "general",
        "colonel",
        "commandant",
        "capitaine",
        "lieutenant",
        "sergent",
        "amiral",
        "marechal",
        "ministre",
        "senateur",
        "depute",
        "gouverneur",
        "chancelier",
        "chanceliere",
        "ambassadeur",
        "maire",
        "prefet",
        "juge",
        "cardinal",
        "rabbin",
        "soeur",
        "frere",
        "pere",
    ]
)
"""Offices that belong to the name if they have a capital inside a sentence: « le Président
Tebboune ».
"""
BEFORE_NAMES = CIVILITIES | TITLES | OFFICES
"""Words that may stand before a name and are no part of it."""
PARTICLES = frozenset(
    [
        "de",
        "d",
        "du",
        "des",
        "la",
        "le",
        "les",
        "el",
        "al",
        "ben",
        "bin",
        "ibn",
        "bint",
        "abou",
        "abu",
        "aboul",
        "ould",
        "von",
        "van",
        "der",
        "den",
        "da",
        "dos",
        "di",
        "del",
        "della",
        "ter",
        "zu",
        "mac",
        "mc",
        "saint",
        "san",
    ]
)
GENERATIONS = {"pere": "sr", "senior": "sr", "sr": "sr", "fils": "jr", "junior": "jr", "jr": "jr"}
"""Words behind a name that tell a father from his son."""
_WITH_STOP = frozenset({"m", "mm", "dr", "pr", "me", "mme", "mlle", "mgr"})
_REGNAL = re.compile(r"(?:[IVX]+|1er|Ier|Jr)\.?")


def with_title(words: Words, first: int) -> int:
    """The first word of a person's mention, the civility or title before the name included."""
    at = first - 1
    if at < 0:
        return first
    word = words.folded[at]
    gap = words.gap(first)
    if word in CIVILITIES and words.capital(at):
        if gap in (" ", "\u00a0", "\u202f") or (word in _WITH_STOP and gap.strip() == "."):
            return at
        return first
    if gap not in (" ", "\u00a0", "-") or gap == "-":
        return first
    if word in TITLES:
        return at
    if word in OFFICES and words.capital(at) and not words.begins_sentence(at):
        return at
    return first


@lru_cache(maxsize=1 << 16)
def surname(name: str) -> str | None:
    """The part of a name that may stand alone after the full name; None if there is none.

    `Belkhir El Farouk` → `El Farouk`, `Bruno Le Maire` → `Le Maire`, `Mohammed VI` → None.
    """
    parts = name.split()
    if len(parts) < 2 or _REGNAL.fullmatch(parts[-1]):
        return None
    at = len(parts) - 1
    while at > 1 and parts[at - 1].lower().rstrip("'’") in PARTICLES:
        at -= 1
    if at == len(parts) - 1 and at > 1 and parts[at - 1][0].islower():
        at -= 1
    alone = " ".join(parts[at:])
    return alone if len(alone) > 1 else None


def without_title(form: str) -> str:
    """A form without the civilities and titles before the name: `M. Gantz` → `Gantz`."""
    parts = form.split()
    while len(parts) > 1 and fold(parts[0].rstrip(".")) in BEFORE_NAMES:
        parts = parts[1:]
    return " ".join(parts)


def gender_of(given: str, lexicon: Lexicon) -> str:
    """« f » or « m » for a folded first name; empty if it is unknown or both sexes have it."""
    given = given.split("-")[0].split(" ")[0]
    if given in lexicon.feminine:
        return "f"
    if given in lexicon.masculine:
        return "m"
    if given in lexicon.either or given not in lexicon.first_names:
        return ""
    return "f" if given[-1] in "ae" else "m"


def likely_gender(given: str, lexicon: Lexicon) -> str:
    """The same, guessed from the ending for a first name that no list has: « Gonzalo », « Kitzia »."""
    known = gender_of(given, lexicon)
    if known or given in lexicon.either or given in lexicon.first_names:
        return known
    return {"o": "m", "a": "f"}.get(given[-1:], "")


_INITIALS = re.compile(r"((?:[A-ZÉ]\.[ -]?)+)[ \u00a0]?(\S.*)")


def initials_of(name: str) -> tuple[str, str] | None:
    """The initials and the surname of « J.-L. Nom », folded."""
    match = _INITIALS.fullmatch(name)
    if match is None:
        return None
    return fold("".join(char for char in match[1] if char.isalpha())), fold(match[2])
