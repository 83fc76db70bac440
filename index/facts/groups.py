"""Relations between the classes of words, as `data/groups.yaml` lists them."""

from __future__ import annotations

from importlib.resources import files
from itertools import combinations
from typing import Any

import yaml


def _read() -> dict[str, Any]:
    text = (files("index.facts") / "data" / "groups.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def _pairs(groups: list[list[str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for group in groups for pair in combinations(group, 2))


_LISTED = _read()
PEOPLE = frozenset(_LISTED["people"])
"""Classes of people or things counted that exclude each other."""
ACTORS = frozenset(_LISTED["actors"])
"""Classes of those who act or speak."""
ONE_HOLDER = frozenset(_LISTED["one-holder"])
"""Offices and bodies of which an event mostly has one."""
CASUALTIES = frozenset(_LISTED["casualties"])
"""Fates whose counts are added up."""
TOLLS = frozenset(_LISTED["tolls"])
"""Fates whose count is told anew from hour to hour."""
WHILE_IT_LASTS = frozenset(_LISTED["while-it-lasts"])
"""Doings whose count changes as long as they go on, and has one figure afterwards."""
DONE_ONCE = frozenset(_LISTED["done-once"])
"""Doings to people, each done on its day: their count of a day that is over stands."""
THINGS = frozenset(_LISTED["things"])
"""The classes among them that are things or animals: no fate of theirs is one of people."""
WEAK = frozenset(_LISTED["weak"])
"""States that say where people are, not what happened to them."""
PERSONAL = frozenset(_LISTED["personal"])
"""Families of outcomes that are each person's own: one is acquitted, another sentenced."""
EARLIER = frozenset(_LISTED["earlier"])
"""Folded words that show that a sentence tells of an earlier time."""
CURRENT = frozenset(_LISTED["current"])
"""Folded words that show that a sentence tells how things stand on its day."""
LASTING = frozenset(_LISTED["lasting"])
"""Families of outcomes that tell what was so once and stays so."""
FEMININE, MASCULINE = frozenset(_LISTED["feminine"]), frozenset(_LISTED["masculine"])
"""Folded words before an age that tell whose it is."""
COURSE = frozenset(_LISTED["course"])
"""Families of outcomes that may follow one another."""
ONE_COURSE = frozenset(_LISTED["one-course"])
"""Families of outcomes of which an event mostly has one."""
ONE_ANSWER = frozenset(_LISTED["one-answer"])
"""Families of outcomes of which an event has one answer."""
WITHIN_A_DAY = frozenset(_LISTED["within-a-day"])
"""Families and fates that change from hour to hour."""
LASTING_MEASURES = frozenset(_LISTED["lasting-measures"])
"""Measures of what stays as it is."""
STATES = frozenset(_LISTED["states"])
"""Folded words by which a count is that of a day."""
EPIDEMIC_FATES, EPIDEMIC_NOUNS = (
    frozenset(_LISTED[key]) for key in ("epidemic-fates", "epidemic-nouns")
)
"""Fates and nouns by which an epidemic is counted."""
SOURCED = frozenset(_LISTED["sourced"])
"""Words of a sentence that has what it tells from somebody, or only suspects it."""
SAY_LITTLE = tuple(_LISTED["say-little"])
"""Concepts whose denial says nothing of what it is denied of."""
_KIN_PEOPLE = _pairs(_LISTED["kin-people"])
_KIN_STATES = _pairs(_LISTED["kin-states"])
OTHER_CRIMES = _pairs(_LISTED["other-crimes"])
"""Terms of law of which one contains the other as a word, and yet is another crime."""
LADDERS: tuple[tuple[str, ...], ...] = tuple(map(tuple, _LISTED["ladders"]))
"""Offices of one body of which nobody holds two."""
GENERIC_BODIES = frozenset(_LISTED["generic-bodies"])
"""Folded words that may name any body."""
KIN_SUMS = _pairs(_LISTED["kin-sums"])
"""Classes of sums that may be one sum."""


def may_be_one(who: frozenset[str], whose: frozenset[str]) -> bool:
    """Whether two classes of people may be the same people: gendarmes and soldiers."""
    return any(frozenset((one, other)) in _KIN_PEOPLE for one in who for other in whose)


def same_fate(one: str, other: str) -> bool:
    """Whether two fates may belong to the same people: arrested and in custody."""
    return frozenset((one, other)) in _KIN_STATES
