"""Families of forms: nouns and adjectives in gender and number, verbs in all their forms.

Two forms belong together if the lemma that they share is the usual reading of one of them:
« marche » and « marcher », « marché » and « marcher », but not « marche » and « marché ». A noun
that is also a form of a verb belongs to the infinitive only: « étudiant » does not find
« étudiait ». The tables are compiled from the Dicollecte dictionaries and the frequencies of
Lexique (`tools/families.py`, `data/NOTICE.md`).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from index.french.family_file import FamilyFile
from index.french.function_words import GRAMMAR
from index.text.folding import fold

_DATA = Path(__file__).with_name("data")
_ACCENTED = {"a": "aàâä", "c": "cç", "e": "eéèêë", "i": "iîï", "o": "oôö", "u": "uùûü", "n": "nñ"}
_LIGATURES = {"oe": "œ", "ae": "æ"}
_MOST_REMEMBERED = 4096
_MOST_OF_A_NOUN = 12
"""The most forms of a noun's family; verbs have forty."""


_SILENT = "ent"
"""The ending of a verb's third person, which is not heard: the nouns and adjectives that are written so are heard
otherwise, and are other words (« violent » of « violer », « président » of « présider »).
"""


class Family(NamedTuple):
    """The forms that a word also finds, itself among them."""

    kin: frozenset[str]
    """Forms with the same usual reading as the word."""
    others: frozenset[str]
    """Forms that share another reading with it: « marcher » for « marché »."""


def _plural_of(word: str) -> set[str]:
    """The other number of a word that is a noun of its own: « prises » for « prise »."""
    return {f"{word}s", word.removesuffix("s")} - {word}


def _infinitives(forms: list[str]) -> list[str]:
    """The infinitives among the forms of a verb; those in -re only if there are no others:
    « livre » is a form of « livrer ».
    """
    return [form for form in forms if form.endswith(("er", "ir"))] or [
        form for form in forms if form.endswith("re")
    ]


class Families:
    """Looks words up in their exact form: lower case, composed, accents kept.

    An acronym that is written like a rare form of a verb, such as « CHU », is a word of its own.
    """

    def __init__(self, folder: Path = _DATA) -> None:
        self._file = FamilyFile(folder / "families.bin", folder / "usual.bin")
        self._acronyms = frozenset((folder / "acronyms.txt").read_text(encoding="utf-8").split())
        self.knows = lru_cache(_MOST_REMEMBERED)(self._knows)
        self.of = lru_cache(_MOST_REMEMBERED)(self._of)
        self.accented = lru_cache(_MOST_REMEMBERED)(self._accented)

    def _knows(self, word: str) -> bool:
        """Whether the lexicon holds a form."""
        return self._file.number_of(word) is not None

    def _of(self, word: str) -> Family | None:
        """The family of a word; None if the lexicon does not hold it. A name covers itself only."""
        file = self._file
        number = file.number_of(word)
        if number is None:
            return None
        if word in self._acronyms:
            return Family(frozenset((word,)), frozenset())
        kin = {word}
        others: set[str] = set()
        if file.is_name(number):
            # « Israel » and « Israël » are one name, whichever is typed.
            alike = (word, *self.accented(fold(word)), fold(word))
            kin.update(one for one in alike if self._names(one))
        else:
            usual = file.usual(number)
            for family in file.readings(number):
                members = file.members(family)
                verb = len(members) > _MOST_OF_A_NOUN
                if family == usual:
                    kin.update(file.form(n) for n in members if file.usual(n) == family)
                    others.update(
                        file.form(n)
                        for n in members
                        if file.usual(n) != family and not (verb and self._heard_otherwise(n))
                    )
                    continue
                if verb and self._heard_otherwise(number):
                    continue
                if usual is None:
                    kin.update(_plural_of(word) & {file.form(n) for n in members})
                written = [file.form(n) for n in members if file.usual(n) == family]
                infinitives = _infinitives(written) if verb else []
                others.update(infinitives if infinitives and word not in infinitives else written)
        kin, others = kin - self._acronyms, others - self._acronyms
        if word not in GRAMMAR:
            kin, others = kin - GRAMMAR, others - GRAMMAR
        return Family(frozenset(kin), frozenset(others - kin))

    def _heard_otherwise(self, number: int) -> bool:
        """Whether a form is written like a verb's third person, and is usually a noun or an adjective."""
        usual = self._file.usual(number)
        if usual is None or not self._file.form(number).endswith(_SILENT):
            return False
        return len(self._file.members(usual)) <= _MOST_OF_A_NOUN

    def _names(self, word: str) -> bool:
        number = self._file.number_of(word)
        return number is not None and self._file.is_name(number)

    def _accented(self, folded: str) -> tuple[str, ...]:
        """The forms that differ from this one only in accents and ligatures."""
        found: list[str] = []
        open_ = [("", 0)]
        while open_:
            written, at = open_.pop()
            if written and not self._file.holds_prefix(written):
                continue
            if at == len(folded):
                if written != folded and self.knows(written):
                    found.append(written)
                continue
            open_ += [(written + char, at + 1) for char in _ACCENTED.get(folded[at], folded[at])]
            if (pair := _LIGATURES.get(folded[at : at + 2])) is not None:
                open_.append((written + pair, at + 2))
        return tuple(sorted(found))

    def meant_by(self, word: str) -> tuple[str, ...]:
        """The words of the lexicon that a word stands for: itself, or else those that differ in
        accents only.
        """
        return (word,) if self.knows(word) else self.accented(fold(word))


@lru_cache(maxsize=1)
def families() -> Families:
    """The tables that come with the program, opened on first use."""
    return Families()


@lru_cache(maxsize=1 << 16)
def representative(word: str) -> str:
    """One form that stands for a word and its whole family; an unknown word stands for itself."""
    family = families().of(word)
    return min(family.kin) if family is not None else word


def of_one_word(one: str, other: str) -> bool:
    """Whether two words in small letters are forms of one word; where the lexicon lacks one of them, they
    may be.

    « Voté » and « votée » are, « voté » and « vote » are not.
    """
    if _masculine(one) == _masculine(other) or representative(one) == representative(other):
        return True
    return not (families().knows(one) and families().knows(other))


def _masculine(word: str) -> str:
    """A participle or adjective in -é or -ant without its endings: as a noun, « équipée » is another word."""
    bare = word.removesuffix("s").removesuffix("e")
    return bare if bare.endswith(("é", "ant")) else word
