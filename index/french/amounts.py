"""Amounts and hours in all their spellings: « 16 h 30 », « 16:30 », « neuf heures », « dix
kilomètres ».

A query and a text may write one amount in different ways. An amount is read from one of them here,
and all the others are given. The units are data (`data/units.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from index.french.numerals import words_value

Way = tuple[str, ...]
"""A row of words."""

_NAMES = (
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_TENS = {
    20: "vingt",
    30: "trente",
    40: "quarante",
    50: "cinquante",
    60: "soixante",
    80: "quatre-vingt",
}
_MOST_NUMBER_WORDS = 4
"""The most words of a number: « quatre vingt dix sept »."""
_LARGEST_SPELT = 100
_GLUED = re.compile(r"(\d+)([^\W\d_]+[23]?)(\d\d)?")
_QUARTERS = {15: ("et", "quart"), 30: ("et", "demie")}
_NOON = 12
HOUR = "h"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, with the ways to write it."""

    signs: tuple[Way, ...]
    glued: bool
    """Whether its sign may also stand behind a figure without a space: 16h."""
    singular: tuple[Way, ...]
    plural: tuple[Way, ...]

    @property
    def sign(self) -> str:
        """The sign that stands behind a figure without a space; empty if there is none."""
        return self.signs[0][0] if self.glued else ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of units; hours may have minutes."""

    number: int
    unit: Unit
    minutes: int = 0

    def ways(self) -> list[Way]:
        """All ways to write it, the shortest first."""
        return list(dict.fromkeys(self._hour() if self.minutes else self._counted()))

    def _counted(self) -> Iterator[Way]:
        unit, figure = self.unit, str(self.number)
        names = unit.plural if self.number > 1 else unit.singular
        if unit.glued:
            yield (figure + unit.sign,)
        for written in (*unit.signs, *names):
            yield (figure, *written)
        if unit.sign == HOUR and self.number < 10:
            yield from ((f"0{figure}", *written) for written in (*unit.signs, *names))
        for number in spelt(self.number, feminine=unit.sign == HOUR):
            yield from ((*number, *name) for name in names)

    def _hour(self) -> Iterator[Way]:
        hour, minutes = str(self.number), f"{self.minutes:02}"
        name = "heures" if self.number > 1 else "heure"
        yield (f"{hour}h{minutes}",)
        for figure in (hour, f"0{hour}") if self.number < 10 else (hour,):
            yield (figure, HOUR, minutes)
            yield (figure, name, minutes)
        ends = [
            *spelt(self.minutes),
            *((_QUARTERS[self.minutes],) if self.minutes in _QUARTERS else ()),
        ]
        for number in ((hour,), *spelt(self.number, feminine=True)):
            yield from ((*number, name, *end) for end in ends)
        if self.minutes == 45:
            after = self.number + 1
            later = "heures" if after > 1 else "heure"
            for number in ((str(after),), *spelt(after, feminine=True)):
                yield (*number, later, "moins", "le", "quart")
        if self.number == _NOON and self.minutes == 30:
            yield ("midi", "et", "demi")


def spelt(number: int, *, feminine: bool = False) -> list[Way]:
    """A small number in words: « vingt et une » for 21; none for numbers that nobody writes in
    words.
    """
    if not 0 < number <= _LARGEST_SPELT:
        return []
    name = _spelt(number)
    if feminine and name.endswith("un"):
        return [tuple(f"{name}e".split("-"))]
    return [tuple(name.split("-"))]


def _spelt(number: int) -> str:
    if number < len(_NAMES):
        return _NAMES[number]
    if number == _LARGEST_SPELT:
        return "cent"
    tens, ones = number // 10 * 10, number % 10
    if tens in (70, 90):
        tens, ones = tens - 10, ones + 10
    if not ones:
        return "quatre-vingts" if tens == 80 else _TENS[tens]
    joint = "-et-" if ones in (1, 11) and tens != 80 else "-"
    return f"{_TENS[tens]}{joint}{_NAMES[ones]}"


def glued_amount(word: str) -> Amount | None:
    """The amount of `16h`, `16h30`, `10km`; None for any other word."""
    match = _GLUED.fullmatch(word)
    if match is None:
        return None
    unit = _units()[0].get((match[2],))
    if unit is None or match[2] != unit.sign or (match[3] and unit.sign != HOUR):
        return None
    return _amount(int(match[1]), unit, int(match[3] or 0))


def amount_at(words: Sequence[str], at: int) -> tuple[Amount, int] | None:
    """The amount that begins at a word, and the place of the next word after it."""
    if (glued := glued_amount(words[at])) is not None:
        return glued, at + 1
    for number, after in _numbers_at(words, at):
        found = _unit_at(words, after)
        if found is None:
            continue
        unit, end = found
        if unit.sign == HOUR:
            hour, end = _hour_at(words, number, end, unit)
            return (hour, end) if hour is not None else None
        return Amount(number, unit), end
    return None


def _amount(number: int, unit: Unit, minutes: int) -> Amount | None:
    return Amount(number, unit, minutes) if minutes < 60 else None


def _hour_at(words: Sequence[str], number: int, end: int, unit: Unit) -> tuple[Amount | None, int]:
    """The hour with the minutes after it."""
    rest = tuple(words[end : end + 3])
    for minutes, quarter in _QUARTERS.items():
        if rest[:2] == quarter:
            return Amount(number, unit, minutes), end + 2
    if rest == ("moins", "le", "quart") and number:
        return Amount(number - 1, unit, 45), end + 3
    if rest and len(rest[0]) == 2 and rest[0].isdigit() and int(rest[0]) < 60:
        return Amount(number, unit, int(rest[0])), end + 1
    for minutes, after in _numbers_at(words, end) if rest and not rest[0].isdigit() else ():
        if 4 < minutes < 60 and _unit_at(words, after) is None:
            return Amount(number, unit, minutes), after
    return Amount(number, unit), end


def _numbers_at(words: Sequence[str], at: int) -> Iterator[tuple[int, int]]:
    """The numbers that begin at a place, the longest first, each with the place of the next word."""
    if at >= len(words):
        return
    if words[at].isdigit():
        yield int(words[at]), at + 1
        return
    for length in range(min(_MOST_NUMBER_WORDS, len(words) - at), 0, -1):
        row = words[at : at + length]
        if row[0] == "et" or row[-1] == "et":
            continue
        value = words_value(" ".join(row))
        if value is not None and 0 < value <= _LARGEST_SPELT:
            yield int(value), at + length


def _unit_at(words: Sequence[str], at: int) -> tuple[Unit, int] | None:
    units, longest = _units()
    for length in range(min(longest, len(words) - at), 0, -1):
        unit = units.get(tuple(words[at : at + length]))
        if unit is not None:
            return unit, at + length
    return None


@lru_cache(maxsize=1)
def _units() -> tuple[dict[Way, Unit], int]:
    """The units by each of their spellings, and the number of words in the longest one."""
    text = (files("index.french") / "data" / "units.yaml").read_text(encoding="utf-8")
    found: dict[Way, Unit] = {}
    for listed in yaml.safe_load(text):
        unit = Unit(
            tuple(tuple(sign.split()) for sign in listed["signs"]),
            listed["glued"],
            tuple(tuple(one.split()) for one, _ in listed["names"]),
            tuple(tuple(several.split()) for _, several in listed["names"]),
        )
        for way in (*unit.signs, *unit.singular, *unit.plural):
            found.setdefault(way, unit)
    return found, max(map(len, found))
