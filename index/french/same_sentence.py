"""Whom a pronoun means by the sentence in which it stands: « Pour Léa Arnal, le port est “plein”, a-t-elle dit »."""

from __future__ import annotations

import re
from bisect import bisect_left

from index.french.genders import Gender, of_words
from index.french.names_before import Meant
from index.french.plural_antecedents import PluralAntecedents
from index.french.somebody import INSTITUTION, can_speak, is_person_noun
from index.model.article import EntityId
from index.model.text import Span

_BLANKS = ' \u00a0«»“”"'
_S = r"[^\S\t-\r]"
_FOR = re.compile(rf"[\s«»“”\"•–—-]*(?:Pour|Selon|D['’]après){_S}")
_ACCORDING = re.compile(rf"\b(?:selon|d['’]après){_S}$", re.IGNORECASE)
_SOMEBODY = re.compile(
    rf"(?<!\w)(?:l[ea]|une?|du|au|cet?|cette|son|sa|l['’]){_S}?([^\W\d_]{{4,}})", re.IGNORECASE
)
_OFFICE = re.compile(rf"(?:l[ea]|une?|cet?|cette){_S}[^\W\d_A-ZÀ-Þ][^,;:.\x1f«“\"]{{3,70}}(?=,)")
"""« le premier secrétaire du parti, »."""
_WITHIN = 8
"""Characters before a pronoun that opens its sentence, and goes on with an earlier one."""


_NAME = 60
"""Characters of a name at the most."""


class SameSentence(PluralAntecedents):
    """Looks for whom a pronoun means in its own sentence."""

    def of_same_sentence(self, at: Span, gender: Gender | None) -> Meant | None:
        """Whom a pronoun means by what stands before it in its sentence, where that tells it."""
        sentence = self._sentences[self._sentence(at.start)]
        if self._is_inverted(at):
            return self._for_whom(sentence, at, gender)
        return self._body_before(sentence, at) or self._institution_before(sentence, at)

    def _is_inverted(self, at: Span) -> bool:
        """« a-t-elle dit » closes the words of somebody who spoke before."""
        return self._text[at.start - 1 : at.start] == "-"

    def _for_whom(self, sentence: Span, at: Span, gender: Gender | None) -> Meant | None:
        """« Pour Léa Arnal, “…”, a-t-elle dit »."""
        lead = _FOR.match(self._masked, sentence.start, at.start)
        if lead is None:
            return None
        persons = self._persons_in(sentence.start, at.start)
        fitting = {m.entity for m in persons if self._fits(m.entity, gender)}
        if persons and persons[0].start - lead.end() <= _WITHIN:
            return Meant(persons[0].entity, "") if len(fitting) == 1 else None
        # « Pour le chef du parti, Hugo Brun quitte “…”, a-t-il jugé »: he, and not of whom it is told.
        office = _OFFICE.match(self._masked, lead.end(), at.start)
        if office is None or of_words(office.group()) is not gender:
            return None
        return Meant(None, office.group()) if can_speak(office.group()) else None

    def of_nameless(self, at: Span, gender: Gender | None) -> Meant | None:
        """« La gérante part car elle a “peur” », « Un docker montre, selon lui, “…” »: somebody who has no name."""
        if self._is_inverted(at):
            return None
        sentence = self._sentences[self._sentence(at.start)]
        subject = self._subject(self._sentence(at.start))
        if subject is None or subject.anaphora or subject.entity is not None:
            return None
        if subject.span.end >= at.start - _WITHIN:
            return None
        words = subject.span.of(self._text)
        if gender is None or of_words(words) is not gender:
            return None
        between = self._masked[subject.span.end : at.start]
        if _ACCORDING.search(between):
            return Meant(None, words)
        if self._persons_in(sentence.start, at.start) or any(
            is_person_noun(noun[1]) for noun in _SOMEBODY.finditer(between)
        ):
            return None
        return Meant(None, words)

    def _institution_before(self, sentence: Span, at: Span) -> Meant | None:
        """« La mairie a publié un communiqué où elle dénonce … »: the subject of the same sentence, where it is one."""
        start = sentence.start
        while start < at.start and self._text[start] in _BLANKS:
            start += 1
        body = INSTITUTION.match(self._text, start, at.start)
        gender = of_words(body.group()) if body else None
        if body is None or gender is None or gender is not of_words(at.of(self._text)):
            return None
        if any(self._fits(m.entity, gender) for m in self._persons_in(sentence.start, at.start)):
            return None
        return Meant(None, body.group())

    def _body_before(self, sentence: Span, at: Span) -> Meant | None:
        """« La Régie a rendu un avis: elle souhaite … »: the subject of the same sentence, where it is a body."""
        if not self._bodies:
            return None
        first = bisect_left(self._body_places, sentence.start)
        body = self._bodies[first] if first < len(self._bodies) else None
        if body is None or body.end >= at.start:
            return None
        article = self._text[sentence.start : body.start].strip(_BLANKS)
        gender = of_words(f"{article} {self._text[body.start : body.end]}") if article else None
        if gender is None or gender is not of_words(at.of(self._text)) or " " in article:
            return None
        if any(self._fits(m.entity, gender) for m in self._persons_in(sentence.start, at.start)):
            return None
        return Meant(body.entity, self._text[sentence.start : body.end].lstrip(_BLANKS))

    def quoted_of(self, before: int) -> frozenset[EntityId]:
        """« Hugo Brun “est un menteur”, a-t-il dit »: of whom the words tell that begin at a place."""
        return frozenset(
            m.entity
            for m in self._persons_in(max(0, before - _NAME), before)
            if not self._text[m.end : before].strip(_BLANKS)
        )
