"""Whom a description at a place of a text may mean: who is named before it, and of whom the text tells."""

from __future__ import annotations

import re
from functools import partial
from itertools import takewhile

from index.french.described import HEAD, Candidates, is_bystander
from index.french.genders import Gender, of_words
from index.french.same_sentence import SameSentence
from index.french.somebody import is_person_noun
from index.model.article import EntityId

_NEAR = 2
"""Sentences before in which the persons are named of whom a description may be told again."""
_UNKNOWN = re.compile(r"(?!(?:L[ea]s?|Une?|Des|Cet?|Cette|Ces|Ils?|Elles?|Lui)\b|L['’])[A-ZÀ-Þ]")
_NOBODY = Candidates(list, list, lambda one: False, tuple, lambda: None)


class DescribedBefore(SameSentence):
    """Looks for those whom a description may mean."""

    def _candidates(self, at: int, gender: Gender | None) -> Candidates:
        back = self._sentence(at)
        last = self._subject(back - 1) if back else None
        if last is not None and last.entity is None and _UNKNOWN.match(last.span.of(self._text)):
            # « Dario Olmec attend » names somebody who is no entity, and may be meant.
            return _NOBODY
        return Candidates(
            partial(self._named_before, at, gender),
            partial(self._near, at, gender),
            partial(self._leads, at=at),
            partial(self._chief, gender),
            partial(self._hero_told, at, gender),
        )

    def told_last(self, words: str, at: int, last: EntityId) -> bool:
        """« reconnaît Léa Arnal. “…”, admet la directrice »: whether an office beside the words is that of who has just spoken.

        So it is where the text tells no office of that one, and names nobody else near.
        """
        office = HEAD.match(words)
        gender = of_words(words)
        if office is None or office["more"] or gender is None or not self._fits(last, gender):
            return False
        noun = office["head"].lower()
        if not is_person_noun(noun) or is_bystander(noun) or self._descriptions.has_office(last):
            return False
        return self._near(at, gender) == [last]

    def _named_before(self, at: int, gender: Gender | None) -> list[EntityId]:
        """The persons of a gender named before a place, in order of their first mention."""
        first = takewhile(lambda one: one[1] < at, self._first_named.items())
        return [entity for entity, _ in first if self._fits(entity, gender)]

    def _near(self, at: int, gender: Gender | None) -> list[EntityId]:
        """Those of them in the sentences right before, and not behind a preposition."""
        back = self._sentence(at)
        start = self._sentences[max(0, back - _NEAR)].start if self._sentences else 0
        named = (
            m.entity
            for m in self._persons_in(start, at)
            if self._fits(m.entity, gender) and not self.is_governed(m, start)
        )
        return list(dict.fromkeys(named))

    def _hero_told(self, at: int, gender: Gender | None) -> EntityId | None:
        """The person of whom the article tells, unless nothing is told of that one and there are others."""
        hero = self._hero(at, gender)
        if hero is not None and not self._leads(hero, at) and self._other_than(hero, at, gender):
            # « un musée retire sa statue de Hugo Brun »: of him nothing is told, and somebody else may speak.
            return None
        return hero
