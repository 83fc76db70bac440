"""Whether two who are said to have spoken are two: by name, by office, by what the accounts call a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from index.claims.lexicon import lexicon
from index.entities.nations import nationalities
from index.model.article import Article, EntityId, Kind
from index.text.folding import fold

NOBODY = frozenset("le la les l un une de du des d m mme me son sa ses".split())  # noqa: SIM905
"""Words that stand before a name or an office and tell nobody."""
_TO = re.compile(r"(?<=\w)[ \u00a0](?:à|aux?|devant)[ \u00a0]")
_CALLED = 60
"""The letters around a name in which the words stand that say what its person is."""
_ANYBODY = "any-person"
_JUSTICE = "justice"
_OF_JUSTICE = frozenset(("judge", "prosecutor"))
"""« La magistrate » may be either."""
_KIN = frozenset(
    (
        "parent",
        "family",
        "spouse",
        "brother",
        "sister",
        "son",
        "daughter",
        "grandparent",
        "uncle-or-aunt",
    )
)
_ANY_KIN = "family"
"""« Sa famille » may be any of them."""


_ELECTED = "elected"
_OFFICES = frozenset(("mayor", "deputy", "party-leader", "chairman", "minister"))
"""« L'élu » may be any of them."""


def _may_be_elected(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return (_ELECTED in ours and bool(theirs & _OFFICES)) or (
        _ELECTED in theirs and bool(ours & _OFFICES)
    )


class Apart(Enum):
    """Whether two speakers are two."""

    NO = 0
    PERHAPS = 1
    """One is « il » where the account names the other too, or only the name of one is known."""
    SURELY = 2


class Giver(NamedTuple):
    """Who is said to have spoken, in one account."""

    person: EntityId | None
    """None for an organisation and for who has no name."""
    words: frozenset[str]
    """The folded words of the name and of what stands for it."""
    others: frozenset[EntityId]
    """Whom the account names besides, where a pronoun stands for who spoke."""
    beside: bool
    """Whether who spoke is named beside the words."""
    named: frozenset[EntityId] = frozenset()
    """Whom the account names anywhere."""
    of_another: bool = False
    """Whether who spoke is only told as somebody's: « le fils de la victime » may have any name."""


def words_of(name: str) -> frozenset[str]:
    """The folded words of a name or an office, without those that tell nobody and those to whom it spoke:
    « le suspect au juge ».
    """
    return _words(_TO.split(name)[0])


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, re.findall(r"[^\W_]+", text))) - NOBODY


class Givers:
    """The speakers of some accounts."""

    def __init__(self, wholes: Sequence[Article]) -> None:
        self._wholes = wholes
        self._called: dict[EntityId, frozenset[str]] = {}

    def apart(self, one: Giver, other: Giver) -> Apart:
        if (one.person is not None and one.person == other.person) or _share_a_name(one, other):
            return Apart.NO
        if (one.of_another and other.person) or (other.of_another and one.person):
            return Apart.NO
        if one.person is not None and other.person is not None:
            open_ = one.person in other.others or other.person in one.others
            return Apart.PERHAPS if open_ else Apart.SURELY
        ours, theirs = self._roles(one), self._roles(other)
        if ours & theirs or _may_be_elected(ours, theirs):
            return Apart.NO
        if one.person is None and other.person is None:
            return Apart.SURELY if ours and theirs else Apart.NO
        if self._may_hold_both(one, other, ours, theirs):
            return Apart.NO
        # « Sa mère » may be named in another sentence.
        kin = (theirs if one.person is not None else ours) & _KIN
        return Apart.PERHAPS if kin or (ours and theirs) else Apart.NO

    def _may_hold_both(
        self, one: Giver, other: Giver, ours: frozenset[str], theirs: frozenset[str]
    ) -> bool:
        """Whether one who is only called by an office may be the person whom the other account names, and whom this one
        names too by another office: mayor of a town, and president of its agglomeration. Who holds an office of a state
        needs no name: « le président français ».
        """
        person = one.person or other.person
        by_office = other if one.person is not None else one
        if _of_a_state(by_office):
            return True
        elected = bool(ours & _OFFICES and theirs & _OFFICES)
        return elected and person is not None and person in by_office.named

    def _roles(self, giver: Giver) -> frozenset[str]:
        """What the words tell, and of a person all that some account may call it."""
        if giver.person is None:
            return roles(giver.words)
        if giver.person not in self._called:
            near = " ".join(self._around(giver.person))
            self._called[giver.person] = roles(_words(near))
        return self._called[giver.person] | roles(giver.words)

    def _around(self, person: EntityId) -> Iterator[str]:
        for article in self._wholes:
            for mention in article.annotations.mentions:
                if mention.entity == person and mention.kind is Kind.PERSON:
                    start = max(0, mention.start - _CALLED)
                    yield article.text[start : mention.end + _CALLED]


def _of_a_state(giver: Giver) -> bool:
    if giver.person is not None or not giver.words & _STATE_OFFICES:
        return False
    return any(word in nationalities() for word in giver.words)


_STATE_OFFICES = frozenset(
    ["president", "presidente", "chancelier", "chanceliere", "premier", "premiere", "roi", "reine"]
)


def _share_a_name(one: Giver, other: Giver) -> bool:
    """Whether two are called by a word of both: a surname or an office, not the given name of two persons."""
    common = one.words & other.words
    if one.person is not None and other.person is not None:
        if common and _may_be_one_spelling(_surname(one.person), _surname(other.person)):
            return True
        common = common - _given(one.person) - _given(other.person)
    return bool(common)


def _may_be_one_spelling(one: str, other: str) -> bool:
    """Whether one surname may be the other, misspelt or with a word glued to it."""
    least, most = sorted((one, other), key=len)
    return most.startswith(least) or SequenceMatcher(None, least, most).ratio() >= _ALIKE


_ALIKE = 0.75


def _surname(person: EntityId) -> str:
    return str(person).partition(":")[2].rpartition("-")[2]


def _given(person: EntityId) -> frozenset[str]:
    """The words of a person's name before the last one."""
    return frozenset(str(person).partition(":")[2].split("-")[:-1])


def roles(words: frozenset[str]) -> frozenset[str]:
    """The classes of offices and callings that words tell."""
    known = lexicon()
    told = {
        meaning.value
        for word in words
        for pattern in known[word].patterns
        if not pattern.rest
        for meaning in pattern.words
        if meaning.room == "who" and meaning.value != _ANYBODY
    }
    told.update(value for office, value in _offices() if office <= words)
    if told & _KIN:
        told = told | (_KIN if _ANY_KIN in told else set())
    return frozenset(told) | {_JUSTICE for value in told if value in _OF_JUSTICE}


@cache
def _offices() -> tuple[tuple[frozenset[str], str], ...]:
    """The folded words of an office, and its class (`data/givers.yaml`)."""
    text = (files("index.facts") / "data" / "givers.yaml").read_text(encoding="utf-8")
    return tuple(
        (words_of(office), value)
        for value, offices in yaml.safe_load(text).items()
        for office in offices
    )
