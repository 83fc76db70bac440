"""The words of a name that tell its kind: a first name, « groupe », a hyphened place, a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.model.article import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.entities.context import Lexicon
    from index.entities.cues import Weights
    from index.entities.words import Words

ROMAN = re.compile(r"[IVXL]+(?:e|er|ème)?")

_DESIGNATOR = re.compile(r"[A-Z]{1,4}[a-z]?[-‑]?\d{1,4}[A-Za-z]{0,3}")
_ACRONYM = re.compile(r"[A-ZÀÉÈÎÔÇ]{2,7}[a-zé]?")
_PLACE_SHAPE = re.compile(
    r"[A-ZÉÈÎ][\w'’]+(?:-[\w'’]+)*-(?:sur|sous|lès|les|en|le|la|de|du|des|d'|d’|aux)-?.+"
    r"|[A-ZÉÈÎ][\w'’]+-(?:et|lez)-[A-ZÉÈÎ].+|(?:[A-ZÉÈÎ][\w'’]+-)?S(?:ain)?te?-[A-ZÉ].+|Notre-Dame(?:-.+)?"
)
_HYPHENS = frozenset(("-", "‑"))
_PARTICLES = frozenset(("el", "al", "ben", "bin", "ould", "von", "van"))


class NameWords:
    """Weighs the words in the names of one text."""

    def __init__(
        self, words: Words, lexicon: Lexicon, kind_at: Mapping[int, Kind], weights: Weights
    ) -> None:
        self._add = weights.add
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
            if ROMAN.fullmatch(words.surfaces[after - 1]) and length == 2:
                self._add(scores, "a number behind a name")
            if self._is_compound(first, after):
                self._add(scores, "a compound")
            elif length <= 3 and all(map(self._like_a_name, range(first, after))):
                self._add(scores, "two or three capitalised words")
        else:
            self._alone(scores, first, surface)
        if _holds_figure(surface):
            self._add(scores, "a figure in the name")
        if _PLACE_SHAPE.fullmatch(surface):
            self._add(scores, "the form of a place")
        if _DESIGNATOR.fullmatch(surface):
            # Only a cue beside the name tells equipment: « CM2 », « L214 », « PM10 » are none.
            self._add(scores, "letters and figures")
        elif length > 1 and words.surfaces[after - 1][0].isdigit():
            maker = self.kind_at.get(first) is Kind.ORGANISATION
            self._add(scores, "a maker's figure" if maker else "a figure behind")

    def _alone(self, scores: list[float], at: int, surface: str) -> None:
        """Scores a name of one word: a first name, an acronym, a capital inside the word."""
        if self.words.folded[at] in self.lexicon.first_names:
            self._add(scores, "a first name alone")
        if _ACRONYM.fullmatch(surface) and surface.isupper():
            self._add(scores, "an acronym")
        elif surface[1:].lower() != surface[1:] and any(char.isupper() for char in surface[1:]):
            self._add(scores, "a capital inside the word")

    def _first_names(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        folded = words.folded
        known = self.lexicon.first_names
        head, inner = folded[first], folded[first + 1 : after - 1]
        if head in known and head != "ben" and words.gap(first + 1) in (" ", "-", "\u00a0"):
            self._add(scores, "a first name in front")
        elif not known.isdisjoint(inner):
            self._add(scores, "a first name inside")
        if not _PARTICLES.isdisjoint(inner):
            self._add(scores, "a particle of names")
        if words.gap(first + 1)[:1] == "." and len(head) == 1:
            self._add(scores, "an initial in front")

    def _organisation_words(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        heads = self.lexicon.organisation_heads
        head = words.folded[first]
        if head in heads and not (head == "us" and not words.surfaces[first].isupper()):
            self._add(scores, "a head of organisations")
        if words.folded[after - 1] in heads:
            self._add(scores, "a head of organisations behind")
        if self.kind_at.get(first) is Kind.ORGANISATION:
            # « Ford Performance », « Jaguar I-Pace »
            self._add(scores, "a known organisation in front")

    def _place_words(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        lexicon = self.lexicon
        head, last = words.folded[first], words.folded[after - 1]
        if head in ("saint", "sainte") and words.gap(first + 1) == " ":
            self._add(scores, "a saint")
        elif head in lexicon.place_heads:
            self._add(scores, "a head of places")
        if last in lexicon.place_heads and head not in lexicon.organisation_heads:
            self._add(scores, "a head of places behind")
        if head in lexicon.realms:
            self._add(scores, "a realm")
        if last in lexicon.place_tails or (
            last in ("nord", "sud", "est", "ouest") and words.folded[after - 2] == "du"
        ):
            self._add(scores, "a bearing behind")

    def _event_words(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        heads = self.lexicon.event_heads
        head, last = words.folded[first], words.folded[after - 1]
        if (
            head in heads
            and words.gap(first + 1) != "-"
            and not self._shape(first)
            and not (head == "euro" and words.capital(first + 1))
        ) or not words.capital(first):
            self._add(scores, "a head of events")
        apart = words.gap(after - 1) != "-"  # « Menetou-Salon » is a village
        if last == "cup" or (last in heads and apart and not self._shape(after - 1)):
            self._add(scores, "a head of events behind")

    def _is_compound(self, first: int, after: int) -> bool:
        """Whether hyphens join a name that no first name begins: « Fleury-Mérogis »."""
        words = self.words
        return words.folded[first] not in self.lexicon.first_names and all(
            words.gap(at) in _HYPHENS and self._like_a_name(at) for at in range(first + 1, after)
        )

    def _like_a_name(self, at: int) -> bool:
        """Whether a word is a capital and then small letters."""
        word = self.words.surfaces[at]
        return len(word) > 1 and word[0].isupper() and word[1:].islower()

    def _shape(self, at: int) -> bool:
        """Whether the word is a car body, « Coupé », and not a cup, « Coupe »."""
        return self.words.folded[at] in ("coupe", "coupes") and "é" in self.words.surfaces[at]


def _holds_figure(surface: str) -> bool:
    if surface.replace(" ", "").replace("-", "").isalpha():
        return False  # most names
    return any(char.isdigit() for char in surface)
