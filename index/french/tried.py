"""Who is tried, where the sentence before the words tells what is asked or given against that one."""

from __future__ import annotations

import re

from index.french.described_before import DescribedBefore
from index.french.genders import Gender, of_words
from index.french.names_before import FOUR, Meant
from index.model.article import EntityId
from index.model.text import Span

_S = r"[^\S\t-\r]"
_AUTHORITY = re.compile(
    rf"\b(?:procureure?|substitute?|avocate?{_S}générale?|juge|magistrate?)(?!\w)[^;]{{0,200}}?"
    r"\b(?:requ(?:is|iert|iérait)|réclam|demand|prononc|condamn|relax)"
    r"|\bprésidente?(?!\w)[^;]{0,120}?\b(?:condamn|relax)",
    re.IGNORECASE,
)
"""One who accuses or judges, and a verb of that."""
_AGAINST = re.compile(
    rf"\b[cC]ontre{_S}(?:(?P<other>lui|elle)(?!\w)|(?P<named>(?=[A-ZÀ-Þ]|l[ea]{_S}|l['’])))|\b[àÀ]{_S}son{_S}encontre(?!\w)"
    rf"|\b[Ll]['’]a{_S}(?:condamn|relax)|\ba{_S}(?:condamn|relax)ée?{_S}(?P<given>(?=[A-ZÀ-Þ]|l[ea]{_S}|l['’]))",
)
_SIGNS = ("contre", "Contre", "condamn", "relax")
"""One of them stands where that pattern matches; asked first."""
_ONESELF = re.compile(r"\b(?:je|me|moi|mon|ma|mes)\b|\b[jm]['’]", re.IGNORECASE)
_ACCUSING = re.compile(
    rf"\b(?:requiers|réquisitions?|accusation|parquet|tribunal)\b|\bvous{_S}demande(?!{_S}pardon)"
    rf"|\b(?:l['’]|cet{_S})(?:accusée?|homme|élue?)\b|\b(?:le|la|ce|cette){_S}(?:prévenue?|femme)\b|\b(?:lui|elle|il)\b",
    re.IGNORECASE,
)
"""What one says who accuses, or judges, of himself and of the other."""


class Tried(DescribedBefore):
    """Looks for the one against whom a prosecutor or a judge has just spoken."""

    def of_tried(self, pronoun: Span, before: int) -> tuple[Meant | None] | None:
        """« La procureure a requis un an contre elle. “J'ai obéi”, a-t-elle dit »: she who is tried.

        None where nothing of the kind stands there; an empty answer where it does, and nobody is known.
        `before` is where the words begin.
        """
        back = self._sentence(before)
        if not back or self._text[pronoun.start - 1] != "-" or pronoun.start < before:
            return None
        start = self._sentences[back - 1].start
        if all(self._masked.find(word, start, before) < 0 for word in _SIGNS):
            return None
        told = _AGAINST.search(self._masked, start, before)
        if told is None or not _AUTHORITY.search(self._masked, start, before):
            return None
        if not _ONESELF.search(self._text, before, pronoun.start) or _ACCUSING.search(
            self._text, before, pronoun.start - 1
        ):
            return None
        gender = of_words(pronoun.of(self._text))
        accuser = self._subject(back - 1)
        accusing = accuser.entity if accuser is not None else None
        if told["other"] is not None and of_words(told["other"]) is not gender:
            return None
        behind = self._persons_in(told.end(), before) if told["other"] is None else ()
        tried = next((m.entity for m in behind if m.entity != accusing), None)
        if told["named"] is not None or told["given"] is not None:
            # « contre le maire, Hugo Brun », and not « contre le dopage ».
            fits = tried is not None and self._fits(tried, gender)
            return (Meant(tried, ""),) if fits else None
        return (self._tried_before(back - 1, gender, accusing),)

    def _tried_before(
        self, number: int, gender: Gender | None, accuser: EntityId | None
    ) -> Meant | None:
        """The subject of the sentences before, else the only person in them."""
        for earlier in range(number - 1, max(-1, number - FOUR), -1):
            subject = self._subject(earlier)
            entity = subject.entity if subject is not None else None
            if entity is not None and entity != accuser and self._fits(entity, gender):
                return Meant(entity, "")
            sentence = self._sentences[earlier]
            persons = {
                m.entity
                for m in self._persons_in(sentence.start, sentence.end)
                if m.entity != accuser and self._fits(m.entity, gender)
            }
            if persons:
                return Meant(persons.pop(), "") if len(persons) == 1 else None
        return None
