"""Where a name begins: the words before it in a run of capitalised words that are no part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.entities.persons import CIVILITIES, OFFICES, TITLES

if TYPE_CHECKING:
    from index.entities.context import Lexicon
    from index.entities.words import Words

_ARTICLES = frozenset(("le", "la", "l", "les", "un", "une", "au", "du"))
_OF_PLACES = tuple(
    ending + e
    for ending in ("ois", "ais", "ien", "ain", "ard", "ol", "an", "in")
    for e in ("", "e", "ne", "s", "es", "nes")
)
"""How names of inhabitants end."""
_IN_CHARGE = frozenset(("ministre", "ministres", "ministere", "secretaire", "commissaire"))


class Beginnings:
    """The beginnings of the names of one text."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words = words
        self.lexicon = lexicon

    def of(self, first: int, after: int) -> tuple[int, int, bool]:
        """The first word of the name, the first word of its mention, and whether the mention begins
        a sentence.

        A role, a civility or a word with a capital only because it begins the sentence is no part
        of a name. A ship has the title in its name: « la frégate Amiral Dupont », « l'Amiral
        Dupont ».
        """
        words = self.words
        titled = first
        at_start = words.begins_sentence(first)
        if self._of_a_ship(first):
            return first, titled, at_start
        while first < after:
            last = first + 1 >= after
            if self._initial(first, after):
                if not self._monsieur(first):
                    break
                first += 1
            elif self._civility(first, after):
                first += 1
            elif self._office(first):
                if not last and words.gap(first + 1) != " ":
                    break
                first += 1
                if words.folded[first - 1] not in OFFICES or at_start:
                    titled = first
            elif at_start and first == titled and self._only_starts(first, last=last):
                titled = first = self._next_capital(first + 1, after)
                at_start = False
            elif first == titled and self._inhabitant(first, after):
                first += 1
                titled = first
            else:
                break
        return first, titled, at_start

    def _next_capital(self, at: int, after: int) -> int:
        while at < after and not self.words.surfaces[at][0].isupper():
            at += 1
        return at

    def _inhabitant(self, at: int, after: int) -> bool:
        """Whether a word tells where the person named behind it lives: « le Lillois Sofiane Varnac »."""
        words = self.words
        return (
            after - at > 2
            and at > 0
            and words.gap(at + 1) == " "
            and words.folded[at - 1] in _ARTICLES
            and (
                words.folded[at].endswith(_OF_PLACES)
                or words.folded[at] in self.lexicon.inhabitants
            )
            and words.folded[at] not in self.lexicon.first_names
            and words.folded[at + 1] in self.lexicon.first_names
        )

    def _of_a_ship(self, first: int) -> bool:
        words = self.words
        return first > 0 and (
            words.folded[first - 1] in self.lexicon.equipment_cues
            or (words.folded[first - 1] == "l" and words.gap(first) in ("'", "’"))
        )

    def _initial(self, at: int, after: int) -> bool:
        """Whether a word is an initial: « J. », « M. »."""
        words = self.words
        surface = words.surfaces[at]
        return (
            len(surface) == 1
            and at + 1 < after
            and surface.isupper()
            and words.gap(at + 1)[:1] == "."
        )

    def _monsieur(self, at: int) -> bool:
        return self.words.folded[at] == "m" and self.words.gap(at + 1) in (". ", ".\u00a0")

    def _civility(self, at: int, after: int) -> bool:
        word = self.words.folded[at]
        if at + 1 >= after:
            return False
        if word == "m" and self.words.gap(at + 1) == " ":
            return self._bare_monsieur(at)
        return word in CIVILITIES or (word in TITLES and self.words.gap(at + 1) == " ")

    def _bare_monsieur(self, at: int) -> bool:
        """Whether « M » without a point is a civility: not in « BMW M GmbH », « M TwinPower Turbo »."""
        words = self.words
        behind = words.folded[at + 1]
        if not words.surfaces[at + 1][1:].islower() or behind in self.lexicon.organisation_heads:
            return False
        glued = at > 0 and words.gap(at) == " " and words.capital(at - 1)
        return not glued or words.begins_sentence(at - 1)

    def _office(self, at: int) -> bool:
        """Whether a word is an office: « ministre », « capitaine »; not one in capitals, which may
        be an acronym.
        """
        word = self.words.folded[at]
        if word in OFFICES:
            return True
        surface = self.words.surfaces[at]
        return word in self.lexicon.roles and len(surface) > 3 and not surface.isupper()

    def _only_starts(self, at: int, *, last: bool) -> bool:
        """Whether a word has its capital only because it begins the sentence: « Au CHU »."""
        words = self.words
        return words.folded[at] in self.lexicon.starters and (
            last or words.gap(at + 1) in (" ", "'", "’", "\u00a0")
        )

    def after_portfolio(self, first: int, titled: int, after: int) -> tuple[int, int]:
        """The first word of the name and of its mention after a minister's field: « ministre de la
        Défense Jeanne Dupont ».
        """
        words = self.words
        lexicon = self.lexicon
        while (
            after - first > 1
            and words.gap(first + 1) == " "
            and (
                (
                    words.folded[first] in lexicon.plain
                    and words.folded[first + 1] in lexicon.first_names
                )
                or (after - first > 2 and self._portfolio(first))
            )
        ):
            first += 1
            titled = first
        return first, titled

    def _portfolio(self, at: int) -> bool:
        """Whether a word belongs to what a minister is in charge of: « ministre valdovien des
        Ports ».
        """
        words = self.words
        if at < 2 or words.folded[at - 1] not in ("de", "du", "des", "la", "l"):
            return False
        for before in range(at - 2, max(-1, at - 5), -1):
            if words.folded[before] in _IN_CHARGE:
                return not words.surface(before, at).strip().count("\n")
            if words.capital(before):
                return False
        return False
