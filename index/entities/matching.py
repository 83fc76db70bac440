"""Forms of the gazetteers in a text: the longest first, and none that is only a part of another
name.
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
from functools import cached_property
from typing import TYPE_CHECKING

from index.entities.found_names import Found
from index.entities.persons import CIVILITIES
from index.model.article import Kind
from index.text.folding import fold

if TYPE_CHECKING:
    from index.entities.context import Lexicon
    from index.entities.form_table import NameTable
    from index.entities.words import Words

_NEAR_WORDS = 40
GLUED = frozenset(
    "a au aux avec ce comme dans de des du elle en est et ils il la le les lors mais ont"
    " ou par pour qui que s sa ses son sur un une".split()
)
"""Small words that are stuck to a name where a space is missing."""


class Matcher:
    """Tells which forms in a text really name their entities."""

    def __init__(self, table: NameTable, lexicon: Lexicon) -> None:
        self._table = table
        self._lexicon = lexicon

    def named(self, words: Words) -> list[Found]:
        """The names, from left to right, none within another."""
        table = self._table
        found: list[Found] = []
        reached = 0
        for at in table.beginnings(words):
            if at < reached:
                continue
            for length, number in table.matches(words, at):
                if self._fits(words, at, length, number):
                    entity, kind = table.id(number), table.kind(number)
                    found.append(Found(at, at + length, entity, kind, "gazetteer"))
                    reached = at + length
                    break
            else:
                glued = self._glued(words, at)
                if glued:
                    found.append(glued)
                    reached = glued.after
        return found

    def _fits(self, words: Words, at: int, length: int, number: int) -> bool:
        kind = self._table.kind(number)
        near = self._table.near(number)
        if near and not _near(words, at, near, whole=length > 1):
            return False
        if length > 1:
            return kind is not Kind.PLACE or not self._goes_on(words, at + length)
        if kind is Kind.PERSON and self._lacks_accent(words, at, number):
            return False
        return self._fits_alone(words, at, kind)

    def _lacks_accent(self, words: Words, at: int, number: int) -> bool:
        """Whether a surname without its accent is another one, in a text with accents: « Faure » is not
        Fauré where the lists know that name or the text names « Edgar Faure »; « Melenchon » is Mélenchon.
        """
        surface = words.surfaces[at]
        if not surface.isascii() or surface.isupper():
            return False
        given, _, last = self._table.name(number).rpartition(" ")
        if last.isascii() or fold(last) != words.folded[at] or not _has_accents(words.text):
            return False
        return surface in self._bare or self._of_another(words, surface, fold(given).split())

    @cached_property
    def _bare(self) -> frozenset[str]:
        """Names of places, first names and last words of persons' names, as they are spelt."""
        return (
            frozenset(name.title() for name in self._lexicon.first_names) | self._table.last_words()
        )

    def _of_another(self, words: Words, surface: str, given: list[str]) -> bool:
        """Whether a text has a surname behind a first name that is not of those given."""
        first_names = self._lexicon.first_names
        return any(
            word == surface
            and at > 0
            and words.gap(at) == " "
            and words.folded[at - 1] in first_names
            and words.folded[at - 1] not in given
            for at, word in enumerate(words.surfaces)
        )

    def _fits_alone(self, words: Words, at: int, kind: Kind) -> bool:
        """Whether a form of one word names its entity here."""
        if kind is not Kind.PERSON and self._is_called(words, at):
            return False
        word = words.folded[at]
        if kind is Kind.GROUP and words.begins_sentence(at) and words.surfaces[at].islower():
            return False
        if word in self._lexicon.common and kind is Kind.PLACE:
            return at > 0 and words.folded[at - 1] in self._lexicon.locative and words.joined_of(at)
        if kind in (Kind.PLACE, Kind.PERSON, Kind.GROUP):
            return not self._within_other_name(words, at, kind)
        if kind is Kind.ORGANISATION and not words.surfaces[at].isupper():
            return self._is_firm(words, at)
        return True

    def _is_firm(self, words: Words, at: int) -> bool:
        """« Charles Leclerc » is not the supermarket, « Château-Renault » not the car."""
        before = at - 1
        if at == 0 or not words.capital(before):
            return True
        if words.gap(at) == "-":
            return words.folded[before] not in self._lexicon.place_heads
        return words.gap(at) not in (" ", "\u00a0") or not self._ends_person(words, before)

    def _is_called(self, words: Words, at: int) -> bool:
        """Whether a civility makes a word somebody's surname: « M. Marseille », « Mme Fiat »."""
        before = at - 1
        if before < 0 or words.folded[before] not in CIVILITIES or not words.capital(before):
            return False
        gap = words.gap(at)
        return gap in (". ", ".\u00a0") or (
            gap in (" ", "\u00a0") and len(words.folded[before]) > 1
        )

    def _ends_person(self, words: Words, before: int) -> bool:
        """Whether the word after `before` ends a person's name: « Charles Leclerc », « M. Moreau
        Chevrolet », « Philippe Moreau Chevrolet ».
        """
        if words.folded[before] in self._lexicon.first_names:
            return True
        at = before - 1
        if at < 0 or not words.capital(at) or "\n" in words.gap(before):
            return False
        return words.folded[at] in CIVILITIES or (
            words.gap(before) == " "
            and words.folded[at] in self._lexicon.first_names
            and not self._ends_name(words, before)
        )

    def _within_other_name(self, words: Words, at: int, kind: Kind) -> bool:
        """Whether capitalised words beside a single word make it part of an unknown name."""
        before = at - 1
        if before >= 0 and words.gap(at) == " " and words.capital(before):
            if (
                not words.begins_sentence(before)
                and not words.surfaces[before].isupper()
                and words.folded[before] not in self._lexicon.before_names
                and not self._ends_name(words, before)
            ):
                return True
            if kind is Kind.PERSON and words.folded[before] in self._lexicon.first_names:
                return True
        if kind is Kind.PERSON:
            return self._begins_person(words, at)
        return kind is Kind.PLACE and self._begins_place(words, at + 1)

    def _begins_person(self, words: Words, at: int) -> bool:
        """« Abbas » alone may be a president, « Abbas Khasimi » is not."""
        after = at + 1
        return (
            words.folded[at] in self._lexicon.first_names
            and after < len(words)
            and words.gap(after) == " "
            and words.surfaces[after][1:].islower()
            and words.capital(after)
        )

    def _begins_place(self, words: Words, after: int) -> bool:
        """Whether a longer name of a place goes on after a known one."""
        return self._compound(words, after) or (
            after < len(words)
            and words.gap(after) == " "
            and words.capital(after)
            and len(words.folded[after]) > 1
            and not words.surfaces[after].isupper()
            and words.folded[after] not in self._lexicon.first_names
            and not self._table.begins(words.folded[after])
        )

    def _goes_on(self, words: Words, after: int) -> bool:
        """Whether a hyphenated place goes on after the form, and so is another place:
        « Saint-Quentin-Fallavier », « Saint-Rémy-de-Provence ».
        """
        if after >= len(words) or words.gap(after) != "-":
            return False
        if words.capital(after):
            return len(words.folded[after]) > 2 and not self._table.begins(words.folded[after])
        return self._compound(words, after)

    def _compound(self, words: Words, after: int) -> bool:
        """Whether the form is the first part of a compound: « Vannes-le-Châtel » is not Vannes."""
        return (
            after + 1 < len(words)
            and words.gap(after) == "-"
            and words.folded[after] in self._lexicon.name_links
            and not words.capital(after)
            and words.gap(after + 1) in ("-", "'", "’")
        )

    def _ends_name(self, words: Words, at: int) -> bool:
        """Whether a word may be the last of a known name, such as the one just found."""
        if self._table.numbers(words.folded[at]):
            return True
        return any(
            self._table.numbers(" ".join(words.folded[start : at + 1]))
            for start in range(max(0, at - 3), at)
        )

    def _glued(self, words: Words, at: int) -> Found | None:
        """A full name whose last word has a small word stuck to it: « Jean Dupontet ».

        Here the mention covers the whole word; `as_mentions` cuts it.
        """
        if not words.capital(at):
            return None
        key = words.folded[at]
        position = at + 1
        while position < len(words) and self._table.begins(key):
            word = words.surfaces[position]
            if words.gap(position) not in (" ", "\u00a0", "-") or not word[0].isupper():
                return None
            folded = words.folded[position]
            if not self._table.begins(f"{key} {folded}"):
                for cut in range(1, 6):
                    stem, rest = folded[:-cut], folded[-cut:]
                    if len(stem) < 3 or rest not in GLUED or len(word) != len(folded):
                        continue
                    for number in self._table.numbers(f"{key} {stem}"):
                        if self._table.kind(number) is Kind.PERSON:
                            entity = self._table.id(number)
                            return Found(at, position + 1, entity, Kind.PERSON, f"glued {cut}")
                return None
            key = f"{key} {folded}"
            position += 1
        return None


def _has_accents(text: str) -> bool:
    """Whether a text has a letter with an accent; signs such as « ’ » are none."""
    return not text.isascii() and any(letter.isalpha() for letter in text if letter > "\x7f")


def _near(words: Words, at: int, beginnings: tuple[str, ...], *, whole: bool) -> bool:
    """Whether one of the words that a form asks for stands near it, or in it if it is a `whole` name."""
    folded = words.folded
    wanted = tuple(fold(beginning) for beginning in beginnings)
    window = range(max(0, at - _NEAR_WORDS), min(len(folded), at + _NEAR_WORDS))
    return any((whole or other != at) and folded[other].startswith(wanted) for other in window)
