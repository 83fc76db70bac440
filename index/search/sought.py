"""The words that a query looks for: in the index by number, in a text by form."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product

from index.french.amounts import Way, amount_at, glued_amount
from index.french.numerals import SMALL_WORDS
from index.french.ordinals import FIRSTS, ordinal_ways

DESIGNATOR = re.compile(r"([^\W\d_]{1,12})(\d{1,4}[^\W\d_]?)")
"""F16, and covid19."""
_NUMBERS = frozenset(SMALL_WORDS)
_LETTERS = re.compile(r"[^\W\d_]{1,12}")
_NUMBER = re.compile(r"\d{1,4}[^\W\d_]?")
_MOST_VARIANTS = 16
LITTLE = frozenset(
    "à au aux ce ces dans de des du en et la le les ne ou où par pour que qui se sur un une".split()  # noqa: SIM905
)
"""Articles, prepositions and conjunctions, not what they share with nouns: « or », « été », « car »."""

_MEASURE = re.compile(r"(\d+)([^\W\d_]+[23]?)(\d\d)?")
_TELEPHONE = re.compile(r"0\d{9}")
_NAME_WITH_APOSTROPHE = re.compile(r"([mn])([bcdfgjkpqtvz][^\W\d_]{2,})")
_PREFIXES = (
    "anti",
    "auto",
    "aéro",
    "archi",
    "audio",
    "bio",
    "centro",
    "cyber",
    "électro",
    "euro",
    "extra",
    "géo",
    "hydro",
    "hyper",
    "infra",
    "inter",
    "intra",
    "macro",
    "maxi",
    "méga",
    "micro",
    "mini",
    "mono",
    "multi",
    "narco",
    "néo",
    "omni",
    "para",
    "petro",
    "photo",
    "poly",
    "post",
    "pro",
    "pseudo",
    "psycho",
    "radio",
    "semi",
    "socio",
    "super",
    "supra",
    "techno",
    "télé",
    "thermo",
    "turbo",
    "ultra",
    "vidéo",
)
"""What is written with a hyphen or without one before a word: télé-réalité."""
_SHORTEST_REST = 4
_SHORT = (
    ("st", "saint"), ("ste", "sainte"), ("mme", "madame"), ("mlle", "mademoiselle"), ("dr", "docteur"),
    ("mgr", "monseigneur"), ("n°", "numéro"), ("€", "euros"), ("€", "euro"), ("$", "dollars"), *FIRSTS,
)  # fmt: skip
_SAME: dict[str, tuple[str, ...]] = {}
for _short, _long in _SHORT:
    _SAME[_short] = (*_SAME.get(_short, ()), _long)
    _SAME[_long] = (_short,)


def same_in_a_row(word: str) -> tuple[str, ...]:
    """Other ways to write a word of a phrase: « St » and « Saint »."""
    return (word, *_SAME.get(word, ()))


def in_parts(word: str, known: Callable[[str], bool]) -> list[Way]:
    """A word in two or more: F16, 16h, 0612345678, Mbappé, antiterrorisme."""
    found: list[Way] = ordinal_ways(word, known)
    if DESIGNATOR.fullmatch(word):
        found += variants((word,))[1:]
    elif (amount := glued_amount(word)) is not None:
        found += [way for way in amount.ways() if way != (word,)]
    elif (measure := _MEASURE.fullmatch(word)) is not None:
        found.append(tuple(part for part in measure.groups() if part))
    elif _TELEPHONE.fullmatch(word):
        found.append(tuple(word[at : at + 2] for at in range(0, 10, 2)))
        found += [(word[:4], word[4:]), (word[:4], word[4:7], word[7:])]
    elif (name := _NAME_WITH_APOSTROPHE.fullmatch(word)) is not None and not known(word):
        found.append((name.group(1), name.group(2)))
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST_REST and known(rest):
            found.append((prefix, rest))
    return found


def variants(words: tuple[str, ...]) -> list[Way]:
    """The sequences that mean the same: a designator in one word and in two, an amount in all its ways."""
    choices: list[list[tuple[str, ...]]] = []
    at = 0
    while at < len(words):
        word = words[at]
        if (word[0].isdigit() or word in _NUMBERS) and (found := amount_at(words, at)) is not None:
            amount, after = found
            choices.append(list(dict.fromkeys((words[at:after], *amount.ways()))))
            at = after
            continue
        joined = DESIGNATOR.fullmatch(word)
        following = words[at + 1] if at + 1 < len(words) else ""
        if joined:
            choices.append([(word,), (joined.group(1), joined.group(2))])
        elif _LETTERS.fullmatch(word) and _NUMBER.fullmatch(following):
            choices.append([(word, following), (word + following,)])
            at += 1
        else:
            choices.append([(word,)])
        at += 1
    ways: list[tuple[str, ...]] = []
    for combination in product(*choices):
        ways.append(tuple(word for part in combination for word in part))
        if len(ways) == _MOST_VARIANTS:
            break
    return ways
