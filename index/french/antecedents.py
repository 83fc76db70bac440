"""Whom « il », « ce dernier », « la ministre » or « l'entreprise » means, where one candidate is left."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple

from index.french.genders import Gender, of_persons, of_words
from index.model.article import EntityId, Kind, Mention, Said
from index.model.text import Span

_FOUR = 4
"""Sentences before, the pronoun's own among them, in which somebody must be named."""
_PLURAL = frozenset(("ils", "elles"))
_PRONOUNS = frozenset(("il", "elle", "ils", "elles"))
_NOBODY = frozenset(("on", "je", "nous"))
_LAST = re.compile(r"(?:ce|cette)[ \u00a0\u202f]derni", re.IGNORECASE)
_SEVERAL = re.compile(
    r"^(?:les|des|ces|ses|leurs|deux|trois|plusieurs|certains)(?!\w)|\bet\b", re.IGNORECASE
)
_BODIES = re.compile(
    r"^(?:le|la|l['’]|cette|cet|ce)[ \u00a0]?(?:groupe|entreprise|société|firme|compagnie|constructeur|enseigne|marque|géant|industriel"
    r"|fabricant|organisation|ong|association|institution|agence|organisme|institut|syndicat|centrale|parti|formation|mouvement|club"
    r"|fédération|fondation|opérateur|exploitant|transporteur|avionneur|banque|chaîne|radio|journal|quotidien|hebdomadaire|magazine)(?!\w)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^(?:le|la|l['’]|ce|cet|cette)[ \u00a0]?(?:(?:ancien(?:ne)?|ex|futur|nouveau|nouvelle|actuel(?:le)?|jeune)[ \u00a0-])?"
    r"(?P<head>[^\W\d_]+)(?P<more>.*)$",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"(?:\b(?:avec|de|du|des|par|à|au|aux|pour|contre|chez|selon|sur|sous|dans|en|vers|sans|entre|envers|comme|et|que)[ \u00a0](?:(?:la|le|les|M\.|Mme|l['’])[ \u00a0]?)?|\bd['’]|\bl['’]|\bqu['’])$",
    re.IGNORECASE,
)


class Meant(NamedTuple):
    """Whom words mean: an entity, or the words used for somebody who is none."""

    entity: EntityId | None
    words: str


class Held(NamedTuple):
    """What a text says that somebody is: « ministre de la Mer »."""

    entity: EntityId
    office: str


class Antecedents:
    """Looks for what the words of one text point back to."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        mentions: Sequence[Mention],
        offices: Callable[[], Iterable[Held]],
    ) -> None:
        """`mentions` are those that no quotation contains; `offices` is asked once, if at all."""
        self._ask_offices = offices
        self._text = text
        self._starts = [sentence.start for sentence in sentences]
        self._sentences = sentences
        self._persons = [m for m in mentions if m.kind is Kind.PERSON]
        self._places = [m.start for m in self._persons]
        self._bodies = [m for m in mentions if m.kind is Kind.ORGANISATION]
        self._body_places = [m.start for m in self._bodies]
        self._said: dict[str, dict[EntityId, int]] = {}
        """By the words used for a speaker, in small letters: who that was, and where first."""

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

    @cached_property
    def _offices(self) -> dict[str, dict[EntityId, str]]:
        """By word in small letters: the persons with it in their offices, and these."""
        found: dict[str, dict[EntityId, str]] = {}
        for entity, office in self._ask_offices():
            small = office.lower()
            for word in re.findall(r"[^\W\d_]+", small):
                holders = found.setdefault(word, {})
                holders[entity] = f"{holders.get(entity, '')} {small}"
        return found

    def of_pronoun(
        self, at: Span, earlier: Sequence[Said], *, before: int, going_on: bool
    ) -> Meant | None:
        """What a pronoun or « ce dernier » means; None when several are left, or nobody is.

        `before` is where the quotation begins or where the pronoun stands, whichever comes first: the
        sentences of a long quotation do not part a pronoun from the name before it.
        """
        word = at.of(self._text).lower()
        if word in _NOBODY:
            return None
        previous = self._previous(before, earlier)
        if word in _PLURAL:
            return self._several(previous) or self._pair(before)
        gender = of_words(word)
        if _LAST.match(word):
            return self._last_named(before, gender)
        back = self._sentence(before)
        if (
            previous is not None
            and previous.speaker is None
            and (previous.speaker_text or "").lower() in _PRONOUNS
        ):
            near = previous.end >= self._sentences[max(0, back - 1)].start
            if near and of_words(previous.speaker_text or "") is gender:
                return None
        barred = self._named_beside(at)
        if (
            previous is not None
            and self._agrees(previous, gender)
            and previous.speaker not in barred
        ):
            reach = 1 + going_on + (previous.speaker is not None)
            floor = self._sentences[max(0, back - reach)].start
            if previous.end >= floor:
                # Said by whom the last words were, unless somebody else became the subject since.
                between = [
                    m
                    for m in self._persons_in(previous.end, before)
                    if m.entity != previous.speaker
                    and self._fits(m.entity, gender)
                    and not (
                        going_on and _GOVERNED.search(self._text[max(0, m.start - 12) : m.start])
                    )
                ]
                last = previous.speaker_span.end if previous.speaker_span else previous.end
                between = [m for m in between if m.start > last]
                if not between:
                    return Meant(previous.speaker, previous.speaker_text or "")
                if going_on:
                    return None
        return self._nearest(before, gender, barred)

    def _named_beside(self, at: Span) -> frozenset[EntityId]:
        """Who is named in the clause of a pronoun, which therefore means somebody else: « il a dit
        que M. Brun »."""
        sentence = self._sentences[self._sentence(at.start)]
        last = min(sentence.end, at.end + 120)
        return frozenset(m.entity for m in self._persons_in(at.end, last))

    def of_initials(self, letters: str) -> EntityId | None:
        """« L. A. »: the only person whose names begin so."""
        wanted = re.findall(r"[^\W\d_]", letters)
        if not re.fullmatch(r"(?:[A-ZÀ-Þ]\.[ \u00a0]?-?){1,3}[A-ZÀ-Þ]\.?|[A-ZÀ-Þ]\.", letters):
            return None
        found = self._by_initials.get("".join(wanted), set())
        return next(iter(found)) if len(found) == 1 else None

    def note(self, said: Said) -> None:
        """What is said, once it is known by whom."""
        if said.speaker is not None:
            found = self._said.setdefault((said.speaker_text or "").lower(), {})
            found[said.speaker] = min(said.end, found.get(said.speaker, said.end))

    def of_office(self, words: str, at: int, *, told_by: int = sys.maxsize) -> Meant | None:
        """Whom « la ministre », « l'entreprise », « le procureur » means, of those told before.

        What was noted counts when it ends by `told_by`.
        """
        found = _HEAD.match(words)
        if found is None:
            return None
        head = found["head"].lower()
        gender = of_words(words)
        said = self._said.get(words.lower(), {})
        before = [speaker for speaker, end in said.items() if end <= told_by]
        if len(before) == 1:
            return Meant(before[0], words)
        if _BODIES.match(words) and not found["more"].strip():
            return self._body(at)
        holders = self._offices.get(head, {})
        # « le maire de Brest » is none of whom the text only says that he is a mayor.
        named = re.findall(r"[^\W\d_]{4,}", found["more"].lower())
        fitting = [
            entity
            for entity, offices in holders.items()
            if self._first_named.get(entity, at) < at
            and self._fits(entity, gender)
            and all(word in offices for word in named)
        ]
        return Meant(fitting[0], words) if len(fitting) == 1 else None

    def _body(self, at: int) -> Meant | None:
        """The only organisation of the sentences before that a noun such as « le groupe » can mean."""
        back = self._sentence(at)
        for number in range(back, max(-1, back - _FOUR), -1):
            sentence = self._sentences[number]
            first = bisect_left(self._body_places, sentence.start)
            last = bisect_left(self._body_places, min(sentence.end, at))
            bodies = {m.entity for m in self._bodies[first:last]}
            if len(bodies) == 1:
                return Meant(bodies.pop(), "")
            if bodies:
                return None
        return None

    def _previous(self, at: int, earlier: Sequence[Said]) -> Said | None:
        return next(
            (q for q in reversed(earlier) if q.end <= at and q.speaker_text and q.manner), None
        )

    def _several(self, previous: Said | None) -> Meant | None:
        if previous is None or previous.speaker or not previous.speaker_text:
            return None
        if previous.speaker_text.lower() in _PLURAL or not _SEVERAL.search(previous.speaker_text):
            return None
        return Meant(None, previous.speaker_text)

    def _agrees(self, said: Said, gender: Gender | None) -> bool:
        if said.speaker is None and of_words(said.speaker_text or "") is None:
            words = (said.speaker_text or "").lower()
            return (
                words not in _NOBODY
                and not _SEVERAL.search(words)
                and words.startswith(("l'", "l’"))
            )
        if said.speaker is None:
            words = (said.speaker_text or "").lower()
            if words in ("il", "elle", "ce dernier", "cette dernière"):
                return False
            return of_words(words) is gender
        if str(said.speaker).startswith("person:"):
            return self._fits(said.speaker, gender)
        own = of_words(said.speaker_text or "")
        return own is None or own is gender

    def _fits(self, entity: EntityId, gender: Gender | None) -> bool:
        own = self._genders.get(entity)
        return own is None or gender is None or own is gender

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

    def _nearest(self, at: int, gender: Gender | None, barred: frozenset[EntityId]) -> Meant | None:
        """The only person left in the nearest sentence that names one; else the one who is its subject."""
        back = self._sentence(at)
        for number in range(back, max(-1, back - _FOUR), -1):
            sentence = self._sentences[number]
            persons = [
                m
                for m in self._persons_in(sentence.start, min(sentence.end, at))
                if self._fits(m.entity, gender)
                and m.entity not in barred
                and not self._is_governed(m, sentence.start)
            ]
            if persons:
                # One who is only spoken of (« avec X », « chez X ») is seldom meant.
                only = {m.entity for m in persons}
                return Meant(only.pop(), "") if len(only) == 1 else None
        # An article that names one person alone so far speaks of that one.
        first = takewhile(lambda one: one[1] < at, self._first_named.items())
        named = {entity for entity, _ in islice(first, len(barred) + 2)} - barred
        if len(named) == 1 and self._fits(next(iter(named)), gender):
            return Meant(named.pop(), "")
        return None

    def _is_governed(self, mention: Mention, floor: int) -> bool:
        return (
            _GOVERNED.search(self._text[max(floor, mention.start - 12) : mention.start]) is not None
        )

    def _pair(self, at: int) -> Meant | None:
        """« ils » after a sentence that names two persons, one beside the other, and nobody else."""
        back = self._sentence(at)
        for number in range(back, max(-1, back - 2), -1):
            sentence = self._sentences[number]
            persons = self._persons_in(sentence.start, min(sentence.end, at))
            if not persons:
                continue
            if len(persons) != 2 or persons[0].entity == persons[1].entity:
                return None
            start, end = persons[0].start, persons[1].end
            joined = re.fullmatch(
                r"[ \u00a0](?:\([^)]*\)[ \u00a0])?et[ \u00a0]",
                self._text[persons[0].end : persons[1].start],
            )
            return Meant(None, self._text[start:end]) if joined else None
        return None

    def agrees(self, speaker: Said, pronoun: str) -> bool:
        """Whether a pronoun can mean the speaker of a saying, by gender."""
        return pronoun in ("il", "elle") and self._agrees(speaker, of_words(pronoun))

    def _sentence(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)
