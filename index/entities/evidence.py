"""What stands in and around a name that tells its kind.

A civility or a first name tells a person, « groupe » or an acronym an organisation, « à » a place,
« drone » or F-16 a piece of equipment. The weights are from WikiNEuRal and OrangeSum articles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.model.article import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.entities.context import Lexicon
    from index.entities.words import Words

KINDS = (
    Kind.PERSON,
    Kind.ORGANISATION,
    Kind.PLACE,
    Kind.EQUIPMENT,
    Kind.EVENT,
    Kind.GROUP,
    Kind.OTHER,
)
PERSON, ORGANISATION, PLACE, EQUIPMENT, EVENT, GROUP, OTHER = range(7)
ROMAN = re.compile(r"[IVXL]+(?:e|er|ème)?")

_PARTING = frozenset("a en dans sur chez vers contre sous depuis devant".split())  # noqa: SIM905
"""Prepositions over which a thing is not the one that is named."""
_DETERMINERS = frozenset(
    ("le", "la", "l", "les", "du", "des", "au", "aux", "un", "une", "ce", "cet")
)
_INHABITANTS = re.compile(
    r"[A-ZÉÈ][\w-]{2,}(?:ains|aines|iens|iennes|éens|éennes|ais|aises|ois|oises|ites|iotes|ards|ardes)"
)
"""« les Pékinois », « des Toulousains »."""
_ADJECTIVE = re.compile(
    r"[a-zéèïç]{3,}(?:ains?|aines?|iens?|iennes?|éens?|éennes?|ais|aises?|ois|oises?|ols?|oles?|ands?|andes?)"
)
_CLOSED = frozenset('»”"')
_QUOTES = frozenset("«“\"'‘")
_DESIGNATOR = re.compile(r"[A-Z]{1,4}[a-z]?[-‑]?\d{1,4}[A-Za-z]{0,3}")
_ACRONYM = re.compile(r"[A-ZÀÉÈÎÔÇ]{2,7}[a-zé]?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_AGE = re.compile(r"\d{1,2}")
_PLACE_SHAPE = re.compile(
    r"[A-ZÉÈÎ][\w'’]+(?:-[\w'’]+)*-(?:sur|sous|lès|les|en|le|la|de|du|des|d'|d’|aux)-?.+"
    r"|Saint(?:e)?-[A-ZÉ].+"
)


_RANKS = frozenset(("amiral", "commandant", "capitaine", "colonel"))
"""What « l' » before it tells to be the name of a ship, where a capital begins it."""
_ACCENTED = frozenset(("cite", "marche"))
"""Cues whose accent tells them from a verb."""
_NATIONS = frozenset(
    (
        "russe",
        "turc",
        "grec",
        "suisse",
        "belge",
        "tcheque",
        "danois",
        "suedois",
        "britannique",
        "espagnol",
        "allemand",
    )
)


class Evidence:
    """Weighs the runs of one text."""

    def __init__(self, words: Words, lexicon: Lexicon, kind_at: Mapping[int, Kind]) -> None:
        self.words = words
        self.lexicon = lexicon
        self.kind_at = kind_at
        """The kinds of known names, by their first word."""

    def scores(self, first: int, after: int, titled: int) -> tuple[float, ...]:
        """What speaks for each of `KINDS`; `titled` is where a civility or title begins."""
        scores = [0.0] * len(KINDS)
        self._from_inside(scores, first, after)
        if titled < first:
            scores[PERSON] += 5
        self._from_before(scores, titled, after)
        self._from_after(scores, first, after)
        return tuple(scores)

    def _from_inside(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        lexicon = self.lexicon
        length = after - first
        folded = words.folded
        surface = words.surface(first, after)
        head, last = folded[first], folded[after - 1]
        if length > 1:
            if (
                head in lexicon.first_names
                and head != "ben"
                and words.gap(first + 1) in (" ", "-", "\u00a0")
            ):
                scores[PERSON] += 3
            elif any(folded[at] in lexicon.first_names for at in range(first + 1, after - 1)):
                scores[PERSON] += 1
            if any(
                folded[at] in ("el", "al", "ben", "bin", "ould", "von", "van")
                for at in range(first + 1, after - 1)
            ):
                scores[PERSON] += 1.5
            if words.gap(first + 1)[:1] == "." and len(head) == 1:
                scores[PERSON] += 2
            if head in lexicon.organisation_heads and not (
                head == "us" and not words.word(first).isupper()
            ):
                scores[ORGANISATION] += 3.5
            if last in lexicon.organisation_heads:
                scores[ORGANISATION] += 2
                scores[PERSON] -= 3
            if self.kind_at.get(first) is Kind.ORGANISATION:
                # « Ford Performance », « Jaguar I-Pace »
                scores[ORGANISATION] += 1
                scores[PERSON] -= 3
            if head in ("saint", "sainte") and words.gap(first + 1) == " ":
                scores[PERSON] += 1
                scores[PLACE] += 0.9
            elif head in lexicon.place_heads:
                scores[PLACE] += 2.5
            if last in lexicon.place_heads and head not in lexicon.organisation_heads:
                scores[PLACE] += 1.5
            if (
                head in lexicon.event_heads
                and words.gap(first + 1) != "-"
                and not self._shape(first)
            ) or not words.capital(first):
                scores[EVENT] += 3
            if head in lexicon.realms:
                scores[PLACE] += 3
            if last in lexicon.place_tails or (
                last in ("nord", "sud", "est", "ouest") and folded[after - 2] == "du"
            ):
                scores[PLACE] += 3
            if last == "cup" or (last in lexicon.event_heads and not self._shape(after - 1)):
                scores[EVENT] += 2
            if ROMAN.fullmatch(words.word(after - 1)) and length == 2:
                scores[PERSON] += 1.5
            if 2 <= length <= 3 and all(
                len(word := words.word(at)) > 1 and word[0].isupper() and word[1:].islower()
                for at in range(first, after)
            ):
                scores[PERSON] += 0.8
        else:
            if head in lexicon.first_names:
                scores[PERSON] += 1
            if _ACRONYM.fullmatch(surface) and surface.isupper():
                scores[ORGANISATION] += 1.5
            elif any(char.isupper() for char in surface[1:]) and surface[1:].lower() != surface[1:]:
                scores[ORGANISATION] += 1
        if any(char.isdigit() for char in surface):
            scores[PERSON] -= 3
        if _PLACE_SHAPE.fullmatch(surface):
            scores[PLACE] += 2.5
        if _DESIGNATOR.fullmatch(surface):
            # A cue tells equipment: « CM2 », « L214 », « PM10 » are none.
            scores[OTHER] += 2.2
            scores[ORGANISATION] -= 1
        elif length > 1 and words.word(after - 1)[0].isdigit():
            maker = self.kind_at.get(first) is Kind.ORGANISATION
            scores[EQUIPMENT if maker else OTHER] += 1.5 if maker else 0.4

    def _from_before(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        if first == 0:
            return
        folded = words.folded
        gap = words.gap(first)
        bare = gap.strip(" \u00a0\u202f«“\"'’‘(")
        if bare not in ("", ","):
            return
        quoted = any(char in _QUOTES for char in gap) and "'" != gap != "’"
        before = folded[first - 1]
        earlier = folded[first - 2] if first > 1 else ""
        if bare == "" and not quoted and "(" not in gap:
            if before == "a":
                if words.word(first - 1) in ("à", "À", "A"):
                    scores[PLACE] += 2 if after - first == 1 else 0.6
            elif before == "en" or before == "vers":
                scores[PLACE] += 1.5 if after - first == 1 else 0.6
            elif before in ("au", "aux") and after - first == 1:
                scores[PLACE] += 0.7
            elif before == "dans":
                scores[PLACE] += 0.6
            elif before in ("la", "le", "les") and earlier == "dans":
                scores[PLACE] += 1
            elif before in ("selon", "par", "avec", "chez"):
                scores[PERSON] += 0.5
                scores[ORGANISATION] += 0.5
            if before == "l" and after - first > 1 and folded[first] in _RANKS:
                scores[EQUIPMENT] += 3
                scores[PERSON] -= 3
            if before in _DETERMINERS and after - first == 1 and words.word(first).isupper():
                scores[ORGANISATION] += 0.7
            if before in ("les", "des", "aux") and after - first == 1:
                surface = words.word(first)
                if _INHABITANTS.fullmatch(surface):
                    scores[GROUP] += 2.5
            if earlier in ("le", "la", "l", "du", "au") and self._nationality(before, first - 1):
                # « l'allemand Glaswerk »: a person would be « l'Allemand ».
                scores[ORGANISATION] += 2
            if before in ("l", "la", "le", "les", "du", "des", "au", "aux"):
                scores[PERSON] -= 1
            self._prior(scores, before, single=after - first == 1)
        elif quoted:
            scores[OTHER] += 1.2
            if (
                after - first > 1
                and after < len(words)
                and words.gap(after)[:2].strip()[:1] in _CLOSED
            ):
                # « Thy Will Be Done »: a title, whatever first names are in it.
                scores[OTHER] += 1
                scores[PERSON] -= 1.5
        # The nearest noun before, over articles, adjectives and « de ».
        self._noun_before(scores, first, quoted=quoted, apposed="," in bare, enclosed="(" in gap)

    def _shape(self, at: int) -> bool:
        """« Coupé », « Coupés »: a body of a car, no « Coupe »."""
        return self.words.folded[at] in ("coupe", "coupes") and "é" in self.words.word(at)

    def _nationality(self, word: str, at: int) -> bool:
        surface = self.words.word(at)
        return (
            surface[0].islower()
            and (word in _NATIONS or _ADJECTIVE.fullmatch(surface) is not None)
            and word not in self.lexicon.roles
        )

    @staticmethod
    def _prior(scores: list[float], before: str, *, single: bool) -> None:
        """What a preposition or an article alone lets expect, weaker than any cue.

        Counted on the names of WikiNEuRal that have no other evidence.
        """
        if not single:
            if before in ("l", "la", "le", "les", "du", "des", "au", "aux"):
                scores[ORGANISATION] += 0.6
            else:
                scores[PERSON] += 0.5
        elif before in ("de", "d", "du", "au", "l", "et", "en"):
            scores[PLACE] += 0.5
        elif before in ("les", "aux", "des"):
            scores[ORGANISATION] += 0.5
        elif before in ("le", "la"):
            scores[ORGANISATION] += 0.3
            scores[PLACE] += 0.25
        elif before in ("par", "que"):
            scores[PERSON] += 0.4

    def _noun_before(
        self, scores: list[float], first: int, *, quoted: bool, apposed: bool, enclosed: bool
    ) -> None:
        words = self.words
        lexicon = self.lexicon
        at = first - 1
        steps = 0
        weight = 1.0
        through_of = parted = False
        while at >= 0 and steps < (8 if apposed else 4):
            word = words.folded[at]
            if steps and words.gap(at + 1).strip() not in ("", "’", "'", "-", "‑", "«", "“", '"'):
                return
            small = not words.capital(at)
            if word in _ACCENTED and words.word(at)[-1] == "e":
                # The verb: « il cite », « il marche ».
                return
            if small or word in lexicon.roles:
                if word in lexicon.roles and (apposed or not through_of):
                    scores[PERSON] += 2.5 * weight
                    return
                if not apposed and small:
                    if word in lexicon.say_verbs and steps == 0:
                        scores[PERSON] += 1.2
                        scores[ORGANISATION] += 0.6
                        return
                    if word == "bord" and through_of:
                        # « à bord de l'Ocean Viking »
                        scores[EQUIPMENT] += 3
                        return
                    if word in lexicon.equipment_cues and parted:
                        return
                    if word in lexicon.equipment_cues and not enclosed:
                        # « le Conseil d'évaluation du système scolaire (Cnesco) » is no system.
                        scores[EQUIPMENT] += (3 if not through_of else 0.5) * weight
                        return
                    if word in lexicon.organisation_cues and not through_of:
                        scores[ORGANISATION] += 3 * weight
                        return
                    if word in lexicon.place_cues:
                        scores[PLACE] += 2.5 * weight
                        return
                    if through_of and word in lexicon.place_of_cues:
                        scores[PLACE] += 2 * weight
                        return
                    if word in lexicon.event_cues and not through_of:
                        scores[EVENT] += 3 * weight
                        return
                    if word in lexicon.work_cues and (quoted or not through_of):
                        scores[OTHER] += 3 * weight
                        return
            if word in ("de", "d", "du", "des"):
                through_of = True
            elif word in _PARTING or (steps and word in ("qui", "que", "est", "et", "par", "pour")):
                # « un tir de chasseur à Mirepoix » tells nothing of Mirepoix.
                return
            weight *= 0.85
            at -= 1
            steps += 1

    def _from_after(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        lexicon = self.lexicon
        if after >= len(words):
            return
        gap = words.gap(after)
        folded = words.folded
        word = folded[after]
        if gap in (" ", "\u00a0"):
            if word in lexicon.say_verbs:
                scores[PERSON] += 1
                scores[ORGANISATION] += 0.5
            elif word in lexicon.firm_verbs:
                scores[ORGANISATION] += 1.5
            elif word in lexicon.water_verbs and first and folded[first - 1] in ("la", "le", "l"):
                scores[PLACE] += 1.5
            elif word in ("a", "avait", "est", "s") and after + 1 < len(words):
                follows = folded[after + 1]
                if follows in ("est", "etait") and after + 2 < len(words):
                    follows = folded[after + 2]
                if follows in lexicon.say_verbs:
                    scores[PERSON] += 1.5
                    scores[ORGANISATION] += 0.5
                elif follows in lexicon.firm_verbs:
                    scores[ORGANISATION] += 1.5
                elif follows in lexicon.water_verbs and first and folded[first - 1] in ("la", "l"):
                    scores[PLACE] += 1.5
                elif follows in ("ne", "nee", "mort", "morte", "decede", "decedee"):
                    scores[PERSON] += 2
        elif gap.strip() in (",", "("):
            if (
                _AGE.fullmatch(words.word(after))
                and after + 1 < len(words)
                and folded[after + 1] == "ans"
            ):
                scores[PERSON] += 3
            elif (word in lexicon.roles and not words.capital(after)) or (
                after + 1 < len(words)
                and word in _DETERMINERS
                and folded[after + 1] in lexicon.roles
            ):
                scores[PERSON] += 2
            elif "(" in gap and (_YEAR.fullmatch(word) or word == "ne" or word == "nee"):
                scores[PERSON] += 0.8
            elif self.kind_at.get(after) is Kind.PLACE:
                scores[PLACE] += 1.2 if "(" in gap else 0.5
        if "(" in words.gap(first) and first and self.kind_at.get(first - 1) is Kind.PLACE:
            scores[PLACE] += 2
