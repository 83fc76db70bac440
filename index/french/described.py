"""Whom a description means, of those that a text has named: « l'édile », « la jeune femme », « le ministre »."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, cached_property
from importlib import resources
from typing import NamedTuple

from index.french.genders import Gender, of_words
from index.french.somebody import is_person_noun
from index.model.article import EntityId, Mention

_S = r"[^\S\t-\r]"
HEAD = re.compile(
    r"^(?:le|la|l['’]|ce|cet|cette)[ \u00a0]?(?:(?:ancien(?:ne)?|ex|futur|nouveau|nouvelle|actuel(?:le)?|jeune|vieil(?:le)?)[ \u00a0-])?"
    r"(?P<head>(?:vice-)?[^\W\d_]+)(?P<more>.*)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    rf"^(?:le|la|l['’]|ce|cet|cette){_S}?(?:(?:ancien|ancienne|actuel|actuelle|nouveau|futur){_S}|ex-)?",
    re.IGNORECASE,
)
_OF_PERSON = re.compile(
    rf"^(?:{_S}de{_S}(?:famille|[^\W\d_]+{_S}(?:enfants|filles|garçons)))?(?:{_S}de{_S}\d{{1,3}}{_S}ans)?$"
)
_DEMONYM = re.compile(
    rf"^(?:le|la|l['’]|ce|cet|cette){_S}?[A-ZÀ-Þ][\w-]*(?:ais|aise|ois|oise|ien|ienne|ain|aine|in|ine|éen|éenne|and|ande|ard|arde|on|onne|eur|iste)$"
)
_ARTICLE_ALONE = re.compile(rf"^(?:(?:le|la|ce|cet|cette){_S}|l['’])")
_FORMER = re.compile(r"^(?:ancien(?:ne)?[ \u00a0]|ex-)")
_OF_LETTERS = re.compile(rf"{_S}(?:du|de{_S}la|de{_S}l['’]){_S}?([A-ZÀ-Þ]{{2,4}})$")
"""« la présidente du RN »: the letters of a body."""
_SMALL = frozenset(("de", "du", "des", "la", "le", "les"))
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
_FULL_NAME = re.compile(rf"[A-ZÀ-Þ][a-zà-ÿ]+{_S}[A-ZÀ-Þ][a-zà-ÿ]+$")
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORDS = re.compile(r"[^\W\d_]{4,}")
_LAWYER = re.compile(rf"\bMe{_S}$")
_DOCTOR = re.compile(rf"\b(?:Pr|Dr|docteur|professeur){_S}$", re.IGNORECASE)


class Held(NamedTuple):
    """What a text says that somebody is: « ministre de la Mer »."""

    entity: EntityId
    office: str


class Candidates(NamedTuple):
    """Who may be meant at a place of a text; each answer is only found when it is asked for."""

    named: Callable[[], Sequence[EntityId]]
    """The persons named before, of the fitting gender, in order of their first mention."""
    near: Callable[[], Sequence[EntityId]]
    """Those of them who are named in the sentences right before, and not behind a preposition."""
    leads: Callable[[EntityId], bool]
    """Whether somebody has spoken, or was the subject of a sentence."""
    chief: Callable[[], Collection[EntityId]]
    """Who has spoken last, and who is named much more often than the others."""
    hero: Callable[[], EntityId | None]
    """The only person of the gender in the title, of whom the article therefore tells."""


class Descriptions:
    """Looks up descriptions by the offices that a text states."""

    def __init__(
        self, text: str, persons: Sequence[Mention], offices: Callable[[], Iterable[Held]]
    ) -> None:
        self._text = text
        self._persons = persons
        self._ask_offices = offices

    @cached_property
    def _held(self) -> list[tuple[EntityId, str]]:
        """The persons and their offices, in small letters."""
        return [(entity, _FORMER.sub("", held.lower())) for entity, held in self._ask_offices()]

    def has_office(self, entity: EntityId) -> bool:
        """Whether the text tells an office of somebody."""
        return any(one == entity for one, _ in self._held)

    @cached_property
    def _offices(self) -> dict[str, dict[EntityId, str]]:
        """By word in small letters: the persons with it in their offices, and these."""
        found: dict[str, dict[EntityId, str]] = {}

        def hold(entity: EntityId, office: str) -> None:
            for word in _WORD.findall(office):
                holders = found.setdefault(word, {})
                holders[entity] = f"{holders.get(entity, '')} {office}"

        for entity, office in self._held:
            hold(entity, office)
        for mention in self._persons:
            before = self._text[max(0, mention.start - 11) : mention.start]
            if _LAWYER.search(before):
                hold(mention.entity, "avocat avocate")
            elif _DOCTOR.search(before):
                hold(mention.entity, "professeur médecin")
        return found

    def of(self, words: str, candidates: Callable[[Gender | None], Candidates]) -> EntityId | None:
        """The only person whom a description can mean; None when several are left, or nobody."""
        found = HEAD.match(words)
        if found is None:
            return None
        meant, others = self._by_office(words, found, candidates)
        return meant if meant is not None or others else self._hero(words, found, candidates)

    def _hero(
        self,
        words: str,
        found: re.Match[str],
        candidates: Callable[[Gender | None], Candidates],
    ) -> EntityId | None:
        """« l'acteur », « l'ancien maire de Brest »: the person of the title is told again in other words.

        Not where the noun tells of those who are heard about somebody else (« le procureur »), nor
        where the text says that the person holds another office.
        """
        head = found["head"].lower().removeprefix("vice-")
        former = _FORMER.search(_ARTICLE_ALONE.sub("", words.lower())) is not None
        if not is_person_noun(head) or (head in _data().bystanders and not former):
            return None
        hero = candidates(of_words(words)).hero()
        if hero is None or self._is_of_person(found["more"]):
            return None
        if head in _data().ranks and not former:
            own = {w for entity, office in self._held if entity == hero for w in office.split()}
            others = [office.split() for entity, office in self._held if entity != hero]
            if head not in own and (
                not own.isdisjoint(_data().ranks)
                or any(not _data().ranks.isdisjoint(office) for office in others)
            ):
                return None
        return hero

    def _is_of_person(self, more: str) -> bool:
        """« le conseiller de Hugo Brun », « le président du club Ivan Maret »: somebody beside another."""
        names = set(_CAPITALISED.findall(more))
        return _FULL_NAME.search(more) is not None or not names.isdisjoint(self._surnames)

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return frozenset(self._text[m.start : m.end].split()[-1] for m in self._persons)

    def _by_office(
        self,
        words: str,
        found: re.Match[str],
        candidates: Callable[[Gender | None], Candidates],
    ) -> tuple[EntityId | None, bool]:
        """The only person whose office it tells, and whether it tells that of several."""
        head, more = found["head"].lower(), found["more"].lower()
        # « le maire de Brest » is none of whom the text only says that he is a mayor.
        told = _LONG_WORDS.findall(more)
        known = _data()
        holders = self._holders((head,), told)
        if not holders:
            phrase = _ARTICLE.sub("", words).lower().replace("’", "'")
            whole = known.phrases.get(phrase)
            holders = (
                self._of_phrase(whole) if whole else self._holders(known.heads.get(head, ()), told)
            )
        anybody, again = _told_again(words, head, more)
        if not holders and not again:
            return None, False
        who = candidates(of_words(words))
        letters = _OF_LETTERS.search(found["more"])
        if letters is not None:
            holders = {one for one in holders if self._is_of_body(one, letters[1].lower())}
        named = who.named()
        fitting = [entity for entity in named if entity in holders]
        if len(fitting) > 1:
            fitting = [entity for entity in who.near() if entity in holders]
        if len(fitting) > 1:
            chief = who.chief()
            fitting = [entity for entity in fitting if entity in chief]
        if len(fitting) == 1:
            return fitting[0], True
        if fitting or not again:
            return None, bool(holders)
        left = who.near() if len(named) > 1 else named
        if len(left) != 1 or not who.leads(left[0]):
            return None, False
        # « le rappeur » is seldom the manager named before, unless the text is about him.
        alone = anybody or len(named) == 1 or left[0] in who.chief()
        return (left[0] if alone else None), False

    def _is_of_body(self, entity: EntityId, letters: str) -> bool:
        """Whether an office of somebody tells of no body, or of one with these letters: « RN »."""
        offices = [office.split() for one, office in self._held if one == entity]
        return any(
            len(words) == 1
            or letters in words
            or letters in "".join(word[0] for word in words if word not in _SMALL)
            for words in offices
        )

    def _of_phrase(self, office: re.Pattern[str]) -> set[EntityId]:
        return {entity for entity, held in self._held if office.fullmatch(held)}

    def _holders(self, offices: Iterable[str], told: Sequence[str]) -> set[EntityId]:
        """The persons with one of the words in an office, and with all that is told of it."""
        return {
            entity
            for word in offices
            for entity, held in self._offices.get(word, {}).items()
            if all(one in held for one in told)
        }


def _told_again(words: str, head: str, more: str) -> tuple[bool, bool]:
    """Whether a noun tells again of anybody, « la jeune femme », or of one of whom much is told, « le rappeur »."""
    known = _data()
    of_age = head in known.anybody or head in known.again
    of_age = of_age and _OF_PERSON.match(more) is not None
    anybody = (of_age and head in known.anybody) or _DEMONYM.match(words) is not None
    return anybody, anybody or (of_age and head in known.again)


def is_bystander(noun: str) -> bool:
    """Whether a noun is of those who are heard about somebody else: « le voisin »."""
    return noun in _data().bystanders


def ranks() -> frozenset[str]:
    """Nouns of an office that one holds alone."""
    return _data().ranks


class _Data(NamedTuple):
    phrases: Mapping[str, re.Pattern[str]]
    heads: Mapping[str, tuple[str, ...]]
    again: frozenset[str]
    anybody: frozenset[str]
    bystanders: frozenset[str]
    ranks: frozenset[str]


@cache
def _data() -> _Data:
    # Imported here: most commands never ask for it.
    import yaml

    content = (resources.files("index.french") / "data" / "descriptions.yaml").read_text("utf-8")
    read = yaml.safe_load(content)
    return _Data(
        {key: re.compile(office) for key, office in read["phrases"].items()},
        {key: tuple(words.split()) for key, words in read["heads"].items()},
        *(frozenset(read[key].split()) for key in ("again", "anybody", "bystanders", "ranks")),
    )
