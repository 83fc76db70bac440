"""The persons and bodies that a text names, and the subjects of its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from index.french.described import Descriptions, Held
from index.french.genders import Gender, is_listed, of_civilities, of_name, of_persons, of_words
from index.french.governed import is_governed_at
from index.french.somebody import is_person_noun
from index.french.speaking_phrases import Speaker
from index.french.subjects import has_auxiliary, sentence_subject
from index.model.article import EntityId, Kind, Mention, Said
from index.model.text import Span

_LEAST_NAMED = 3
_LOOKED_AT = 12
"""Mentions of a person at which it is looked, to find a sentence of which it is the subject."""
FOUR = 4
"""Sentences before, the pronoun's own among them, in which somebody must be named."""
_MEDIA = re.compile(r"(?:agence|chaîne|radio|journal|quotidien|hebdomadaire|magazine)$")
_AN_OUTLET = re.compile(
    r"(?:l[ea]|l['’]|ce|cet|cette|un|une)[ \u00a0]?(?:chaîne|radio|journal|quotidien|hebdomadaire|magazine|site|tabloïd|média|revue|réseau social)(?!\w)",
    re.IGNORECASE,
)
_BESIDE = 30
_FAMILY = re.compile(r"\b(?:les|des|aux|époux|famille|couple|clan)[ \u00a0]$", re.IGNORECASE)
_FAMILY_ENDS = frozenset("sxenSXEN")
"""The last letters of these words, asked for first."""
_OF = re.compile(r"(?:\bd[eu]s?[ \u00a0]|\bd['’])(?:l[ea]s?[ \u00a0]|l['’])?$", re.IGNORECASE)
_OF_OUTLET = re.compile(
    r"\b(?:site|page|journal|quotidien|magazine|hebdomadaire|chaîne|radio|revue|micro|plateau|antenne|informations?|confrères|journalistes?|colonnes|auprès|entretien|interview|enquête|article|une|site internet)"
    r"[ \u00a0](?:d[eu]s?[ \u00a0]|d['’])(?:l[ea]s?[ \u00a0]|l['’])?$",
    re.IGNORECASE,
)
_TO_OUTLET = re.compile(
    r"(?:^|[.!?…»”\"\n])\s*(?:L[ea]s?[ \u00a0]|L['’])?$"
    r"|\b(?:selon|d['’]après|dans|par|pour|sur|à|au|aux|auprès|site|journal|quotidien|magazine|hebdomadaire|chaîne|radio|agence|revue"
    r"|rapporte|révèle|indique|écrit|précise|relate|affirme|explique|raconte|ajoute|souligne|note|rappelle|relève|détaille|assure|dévoile|[^\W\d_]+é)[ \u00a0](?:l[ea]s?[ \u00a0]|l['’])?$",
    re.IGNORECASE,
)
_OUTLET_NAME = re.compile(r"(?:L[ea]s?[ \u00a0]|L['’])[A-ZÀ-Þ]")
_ANY_BODY = re.compile(r"(?:agence|institution|organisation|organisme|institut)$", re.IGNORECASE)
_PUBLIC = re.compile(
    r"(?:Observatoire|Commission|Ministère|Parlement|Conseil|Cour|Assemblée|Sénat|Tribunal|Préfecture|Autorité|Haute Autorité|Direction)\b"
)
"""What « le syndicat », « l'entreprise », « le parti » do not mean."""


_SOMEBODY = re.compile(
    r"(?<!\w)(le|la|un|une|du|au|ce|cet|cette|son|sa)[ \u00a0]([^\W\d_]{4,})", re.IGNORECASE
)


class Meant(NamedTuple):
    """Whom words mean: an entity, or the words used for somebody who is none."""

    entity: EntityId | None
    words: str


class Guess(NamedTuple):
    """Whom a pronoun may mean."""

    meant: Meant
    far: str
    """Where somebody is told too far before for a verdict; empty where a sentence beside tells it."""


def is_outlet(words: str) -> bool:
    """« le quotidien de gauche », « la chaîne »: an outlet, which tells what others have said."""
    return _AN_OUTLET.match(words) is not None


def _is_family(text: str, mention: Mention) -> bool:
    """« une fidèle des Brun », « la famille Brun »: several people, whom « elle » does not mean."""
    if str(mention.entity).startswith("person:famille-"):
        return True
    at = mention.start
    ends = text[at - 2 : at - 1] in _FAMILY_ENDS and text[at - 1] in " \u00a0"
    return ends and _FAMILY.search(text, max(0, at - _BESIDE), at) is not None


class Named:
    """Whom a text names, where, and of which gender."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        mentions: Sequence[Mention],
        offices: Callable[[], Iterable[Held]],
        *,
        masked: str,
        title: Span | None = None,
    ) -> None:
        """`mentions` are those that no quotation contains, `masked` is the text without these;
        `offices` is asked once, if at all."""
        self._title = title
        self._text = text
        self._masked = masked
        self._mentions = mentions
        self._subjects: dict[int, Speaker | None] = {}
        self._starts = [sentence.start for sentence in sentences]
        self._sentences = sentences
        self._persons = [m for m in mentions if m.kind is Kind.PERSON and not _is_family(text, m)]
        self._descriptions = Descriptions(text, self._persons, offices)
        self._places = [m.start for m in self._persons]
        self._bodies = [m for m in mentions if m.kind is Kind.ORGANISATION]
        self._body_places = [m.start for m in self._bodies]
        self._last_speaker: EntityId | None = None
        self._said: dict[str, dict[EntityId, int]] = {}
        """By the words used for a speaker, in small letters: who that was, and where first."""
        self._guesses: dict[int, Guess] = {}
        """By place of a pronoun: whom it may mean, where that is no verdict."""
        self._passed_over: set[int] = set()
        self._governed: dict[int, bool] = {}
        """By place of a name: whether a preposition of its sentence governs it."""

    def pass_over(self, said: Span) -> None:
        """What is said by the way: « les propos de X sur “…” » makes nobody go on speaking."""
        self._passed_over.add(said.start)

    def _named_beside(self, at: Span) -> frozenset[EntityId]:
        """Who is named in the clause of a pronoun, which therefore means somebody else: « il a dit
        que M. Brun »."""
        sentence = self._sentences[self._sentence(at.start)]
        last = min(sentence.end, at.end + 120)
        return frozenset(m.entity for m in self._persons_in(at.end, last))

    @cached_property
    def _genders(self) -> dict[EntityId, Gender]:
        return of_persons(self._text, self._persons)

    @cached_property
    def _first_named(self) -> dict[EntityId, int]:
        """Where each person is named first, in order."""
        found: dict[EntityId, int] = {}
        for mention in self._persons:
            found.setdefault(mention.entity, mention.start)
        return found

    @cached_property
    def _by_initials(self) -> dict[str, set[EntityId]]:
        found: dict[str, set[EntityId]] = {}
        for m in self._persons:
            names = re.findall(r"[^\W\d_]+", self._text[m.start : m.end])
            found.setdefault("".join(name[0] for name in names), set()).add(m.entity)
        return found

    def _persons_in(self, start: int, end: int) -> Sequence[Mention]:
        """The persons named between two places."""
        return self._persons[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def _subject(self, number: int) -> Speaker | None:
        """The subject with which a sentence begins."""
        if number not in self._subjects:
            sentence = self._sentences[number]
            self._subjects[number] = sentence_subject(
                self._masked, sentence, sentence.end, self._mentions
            )
        return self._subjects[number]

    def of_initials(self, letters: str) -> EntityId | None:
        """« L. A. »: the only person whose names begin so."""
        wanted = re.findall(r"[^\W\d_]", letters)
        if not re.fullmatch(r"(?:[A-ZÀ-Þ]\.[ \u00a0]?-?){1,3}[A-ZÀ-Þ]\.?|[A-ZÀ-Þ]\.", letters):
            return None
        found = self._by_initials.get("".join(wanted), set())
        return next(iter(found)) if len(found) == 1 else None

    def _most_named(self, gender: Gender | None) -> Iterator[EntityId]:
        """The person named three times or more, and twice as often as any other of the gender."""
        often = Counter(m.entity for m in self._persons if self._fits(m.entity, gender))
        first, *others = (*often.most_common(2), (None, 0))
        if first[0] is not None and first[1] >= max(
            _LEAST_NAMED, 2 * others[0][1] if others else 0
        ):
            yield first[0]

    def _may_be(self, entity: EntityId, gender: Gender | None) -> bool:
        """Whether a person may be of a gender although the end of the given name tells otherwise.

        « Yulimar » and « Bréma » are in no list, and nobody calls them « M. » or « Mme ».
        """
        return self._fits(entity, gender) or not (entity in self._civil or is_listed(entity))

    @cached_property
    def _civil(self) -> frozenset[EntityId]:
        return frozenset(of_civilities(self._text, self._persons))

    def _hero(self, at: int, gender: Gender | None) -> EntityId | None:
        """The only person of a gender in the title; one who is named before a place in the text, and not in its sentence."""
        hero = self._titled.get(gender)
        if hero is None:
            return None
        sentence = self._sentences[self._sentence(at)]
        beside = any(m.entity == hero for m in self._persons_in(sentence.start, sentence.end))
        back = self._sentence(at)
        before = self._subject(back - 1) if back else None
        if before is not None and before.entity not in (None, hero):
            # « Hugo Brun plaide pour le port. “Partons”, insiste le sénateur. »
            return None
        named = any(m.entity == hero for m in self._persons_in(self._body_start, at))
        return hero if named and not beside else None

    @cached_property
    def _body_start(self) -> int:
        return self._title.end if self._title else 0

    @cached_property
    def _titled(self) -> dict[Gender | None, EntityId | None]:
        """By gender, the person of whom the article tells: the only one in its title, or who is named most by far."""
        often = Counter(m.entity for m in self._persons)
        titled = {m.entity for m in self._persons_in(0, self._body_start)}
        found: dict[Gender | None, EntityId | None] = {}
        for gender in (*Gender, None):
            fitting = [one for one in titled if self._fits(one, gender)]
            fitting.sort(key=lambda one: (-often[one], one))
            if len(fitting) == 1 or (
                len(fitting) > 1 and often[fitting[0]] >= 2 * often[fitting[1]]
            ):
                found[gender] = fitting[0]
            else:
                found[gender] = None if fitting else next(self._most_named(gender), None)
        return found

    def _left(
        self, at: int, gender: Gender | None, previous: Said | None, barred: frozenset[EntityId]
    ) -> Meant | None:
        """Who is left where nobody else fits: the subject right before, be the given name a foreign one, or
        the person of the title."""
        back = self._sentence(at)
        start = self._sentences[max(0, back - 1)].start
        near = {m.entity for m in self._persons_in(start, at)} - barred
        subject = self._subject(back - 1) if back else None
        if subject is not None and subject.entity in near and len(near) == 1:
            entity = subject.entity
            return Meant(entity, "") if entity and self._may_be(entity, gender) else None
        last = previous.speaker if previous is not None and previous.end >= start else None
        if last is not None and near <= {last} and str(last).startswith("person:"):
            if self._may_be(last, gender):
                return Meant(last, "")
            return None
        hero = self._hero(at, gender)
        if hero is None or hero in barred or any(self._fits(one, gender) for one in near - {hero}):
            return None
        # « La version du restaurateur est autre. “…”, assure-t-il. »
        if any(
            is_person_noun(noun[2]) and of_words(f"{noun[1]} x") in (gender, None)
            for noun in _SOMEBODY.finditer(self._masked, start, at)
        ):
            return None
        return Meant(hero, "")

    def _chief(self, gender: Gender | None) -> set[EntityId]:
        """Who has spoken last, and whom the text names most."""
        last = {self._last_speaker} if self._last_speaker is not None else set()
        return last.union(self._most_named(gender))

    def _leads(self, entity: EntityId, at: int) -> bool:
        """Whether somebody has spoken before a place, or was the subject of a sentence."""
        if any(entity in speakers for speakers in self._said.values()):
            return True
        named = (m.start for m in self._persons_in(0, at) if m.entity == entity)
        subjects = (self._subject(self._sentence(start)) for start in islice(named, _LOOKED_AT))
        return any(subject is not None and subject.entity == entity for subject in subjects)

    def _last_named(self, at: int, gender: Gender | None) -> Meant | None:
        """« ce dernier »: the last person named in the sentence before, when the gender is known."""
        back = self._sentence(at)
        for number in range(back, max(-1, back - 2), -1):
            sentence = self._sentences[number]
            persons = self._persons_in(sentence.start, min(sentence.end, at))
            fitting = {m.entity for m in persons if self._fits(m.entity, gender)}
            if len(fitting) == 1:
                return Meant(fitting.pop(), "")
            if persons:
                return None
        return None

    def _other_than(self, hero: EntityId, at: int, gender: Gender | None) -> bool:
        """Whether the text names another person of the gender before a place, or in its title."""
        persons = self._persons_in(0, max(at, self._body_start))
        return any(m.entity != hero and self._fits(m.entity, gender) for m in persons)

    def may_be_meant(self, meant: Meant, pronoun: Span) -> bool:
        """Whether a pronoun agrees with words beside it; « le ministre » only where nobody is named who fits."""
        gender = of_words(pronoun.of(self._text))
        if meant.entity is not None and str(meant.entity).startswith("person:"):
            return self._fits(meant.entity, gender)
        own = of_words(meant.words)
        if meant.entity is None and own is None:
            # « Akhmet, employé, salue …, a-t-il dit ».
            return gender in (of_name(meant.words) or ())
        if gender is None or own is not gender or has_auxiliary(meant.words):
            return False
        if meant.entity is not None:
            return True
        return not any(self._fits(m.entity, gender) for m in self._persons_in(0, pronoun.start))

    def only_fitting(
        self, at: int, gender: Gender | None, barred: frozenset[EntityId]
    ) -> Meant | None:
        """The only person of a gender that the text has named so far, where it has told of no other since."""
        fitting = {m.entity: m.end for m in self._persons_in(0, at) if self._fits(m.entity, gender)}
        if len(fitting) != 1:
            return None
        ((entity, last),) = fitting.items()
        back = self._sentences[max(0, self._sentence(at) - FOUR)].start
        if entity in barred or last < back or not self._leads(entity, at):
            return None
        if any(
            is_person_noun(noun[2]) and of_words(f"{noun[1]} x") in (gender, None)
            for noun in _SOMEBODY.finditer(self._masked, last, at)
        ):
            return None
        return Meant(entity, "")

    def _body(self, words: str, at: int) -> Meant | None:
        """The only organisation of the sentences before that a noun such as « le groupe » can mean."""
        any_body = _ANY_BODY.search(words) is not None
        back = self._sentence(at)
        for number in range(back, max(-1, back - FOUR), -1):
            sentence = self._sentences[number]
            first = bisect_left(self._body_places, sentence.start)
            last = bisect_left(self._body_places, min(sentence.end, at))
            # « sur Twitter » is where it is said.
            bodies = [
                m
                for m in self._bodies[first:last]
                if self._text[max(0, m.start - 4) : m.start] not in (" sur", "sur ", "Sur ")
                and (any_body or not _PUBLIC.match(self._text, m.start))
            ]
            if _MEDIA.search(words) and not any_body:
                # « le quotidien » is no party of which the text tells.
                bodies = [m for m in bodies if self._may_be_outlet(m)]
            named = {m.entity for m in bodies}
            if len(named) > 1 and not _MEDIA.search(words):
                named = {m.entity for m in bodies if not self.is_governed(m, sentence.start)}
            if len(named) == 1:
                return Meant(named.pop(), "")
            if bodies:
                return None
        return None

    def _may_be_outlet(self, body: Mention) -> bool:
        """« dans La Gazette », « selon Radio Littoral », « Le Phare »: by what stands before it, or its article."""
        before = self._text[max(0, body.start - _BESIDE) : body.start]
        if _OF.search(before):
            return _OF_OUTLET.search(before) is not None
        named = _OUTLET_NAME.match(self._text, body.start) is not None
        return named or _TO_OUTLET.search(before) is not None

    def _fits(self, entity: EntityId, gender: Gender | None) -> bool:
        own = self._genders.get(entity)
        return own is None or gender is None or own is gender

    def _is_alone(
        self, entity: EntityId, sentence: Span, gender: Gender | None, barred: frozenset[EntityId]
    ) -> bool:
        """Whether a sentence names nobody else of that gender but behind a preposition."""
        return not any(
            m.entity != entity
            and m.entity not in barred
            and self._fits(m.entity, gender)
            and not self.is_governed(m, sentence.start)
            for m in self._persons_in(sentence.start, sentence.end)
        )

    def is_governed(self, mention: Mention, floor: int) -> bool:
        known = self._governed.get(mention.start)
        if known is None:
            known = self._governed[mention.start] = is_governed_at(self._text, mention.start, floor)
        return known

    def gender_of(self, entity: EntityId) -> Gender | None:
        """The gender of a person; None where it may be either."""
        return self._genders.get(entity)

    def sentence_at(self, at: int) -> int:
        """The number of the sentence at a place."""
        return self._sentence(at)

    def _sentence(self, at: int) -> int:
        return (bisect_right(self._starts, at) or 1) - 1
