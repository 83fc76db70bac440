"""The words of a name that tell its kind: a first name, « groupe », a hyphened place, a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.entities.weighed_kinds import EQUIPMENT, EVENT, ORGANISATION, OTHER, PERSON, PLACE
from index.model.article import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.entities.context import Lexicon
    from index.entities.words import Words

ROMAN = re.compile(r"[IVXL]+(?:e|er|ème)?")

_DESIGNATOR = re.compile(r"[A-Z]{1,4}[a-z]?[-‑]?\d{1,4}[A-Za-z]{0,3}")
_ACRONYM = re.compile(r"[A-ZÀÉÈÎÔÇ]{2,7}[a-zé]?")
_PLACE_SHAPE = re.compile(
    r"[A-ZÉÈÎ][\w'’]+(?:-[\w'’]+)*-(?:sur|sous|lès|les|en|le|la|de|du|des|d'|d’|aux)-?.+"
    r"|Saint(?:e)?-[A-ZÉ].+|Notre-Dame(?:-.+)?"
)
_PARTICLES = frozenset(("el", "al", "ben", "bin", "ould", "von", "van"))


class NameWords:
    """Weighs the words in the names of one text."""

    def __init__(self, words: Words, lexicon: Lexicon, kind_at: Mapping[int, Kind]) -> None:
        self.words = words
        self.lexicon = lexicon
        self.kind_at = kind_at
        """The kinds of known names, by their first word."""

    def weigh(self, scores: list[float], first: int, after: int) -> None:
        """Adds to the scores of a name what its own words tell."""
        words = self.words
        length = after - first
        surface = words.surface(first, after)
        if length > 1:
            self._first_names(scores, first, after)
            self._organisation_words(scores, first, after)
            self._place_words(scores, first, after)
            self._event_words(scores, first, after)
            if ROMAN.fullmatch(words.word(after - 1)) and length == 2:
                scores[PERSON] += 1.5
            if length <= 3 and all(map(self._like_a_name, range(first, after))):
                scores[PERSON] += 0.8
        else:
            self._alone(scores, first, surface)
        if any(char.isdigit() for char in surface):
            scores[PERSON] -= 3
        if _PLACE_SHAPE.fullmatch(surface):
            scores[PLACE] += 2.5
        if _DESIGNATOR.fullmatch(surface):
            # Only a cue beside the name tells equipment: « CM2 », « L214 », « PM10 » are none.
            scores[OTHER] += 2.2
            scores[ORGANISATION] -= 1
        elif length > 1 and words.word(after - 1)[0].isdigit():
            maker = self.kind_at.get(first) is Kind.ORGANISATION
            scores[EQUIPMENT if maker else OTHER] += 1.5 if maker else 0.4

    def _alone(self, scores: list[float], at: int, surface: str) -> None:
        """Scores a name of one word: a first name, an acronym, a capital inside the word."""
        if self.words.folded[at] in self.lexicon.first_names:
            scores[PERSON] += 1
        if _ACRONYM.fullmatch(surface) and surface.isupper():
            scores[ORGANISATION] += 1.5
        elif any(char.isupper() for char in surface[1:]) and surface[1:].lower() != surface[1:]:
            scores[ORGANISATION] += 1

    def _first_names(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        folded = words.folded
        known = self.lexicon.first_names
        head, inner = folded[first], folded[first + 1 : after - 1]
        if head in known and head != "ben" and words.gap(first + 1) in (" ", "-", "\u00a0"):
            scores[PERSON] += 3
        elif any(word in known for word in inner):
            scores[PERSON] += 1
        if any(word in _PARTICLES for word in inner):
            scores[PERSON] += 1.5
        if words.gap(first + 1)[:1] == "." and len(head) == 1:
            scores[PERSON] += 2

    def _organisation_words(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        heads = self.lexicon.organisation_heads
        head = words.folded[first]
        if head in heads and not (head == "us" and not words.word(first).isupper()):
            scores[ORGANISATION] += 3.5
        if words.folded[after - 1] in heads:
            scores[ORGANISATION] += 2
            scores[PERSON] -= 3
        if self.kind_at.get(first) is Kind.ORGANISATION:
            # « Ford Performance », « Jaguar I-Pace »
            scores[ORGANISATION] += 1
            scores[PERSON] -= 3

    def _place_words(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        lexicon = self.lexicon
        head, last = words.folded[first], words.folded[after - 1]
        if head in ("saint", "sainte") and words.gap(first + 1) == " ":
            scores[PERSON] += 1
            scores[PLACE] += 0.9
        elif head in lexicon.place_heads:
            scores[PLACE] += 2.5
        if last in lexicon.place_heads and head not in lexicon.organisation_heads:
            scores[PLACE] += 1.5
        if head in lexicon.realms:
            scores[PLACE] += 3
        if last in lexicon.place_tails or (
            last in ("nord", "sud", "est", "ouest") and words.folded[after - 2] == "du"
        ):
            scores[PLACE] += 3

    def _event_words(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        heads = self.lexicon.event_heads
        head, last = words.folded[first], words.folded[after - 1]
        if (
            head in heads and words.gap(first + 1) != "-" and not self._shape(first)
        ) or not words.capital(first):
            scores[EVENT] += 3
        if last == "cup" or (last in heads and not self._shape(after - 1)):
            scores[EVENT] += 2

    def _like_a_name(self, at: int) -> bool:
        """Whether a word is a capital and then small letters."""
        word = self.words.word(at)
        return len(word) > 1 and word[0].isupper() and word[1:].islower()

    def _shape(self, at: int) -> bool:
        """Whether the word is a car body, « Coupé », and not a cup, « Coupe »."""
        return self.words.folded[at] in ("coupe", "coupes") and "é" in self.words.word(at)
