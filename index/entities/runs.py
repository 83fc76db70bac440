"""The first and the last word of a run of capitalised words, which small words may hold together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.entities.persons import CIVILITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.entities.context import Lexicon
    from index.entities.words import Words

KNOWN = 1
"""The mark of a word inside a known name."""
OPEN = 2
"""The mark of a known name of one word, which may be part of a longer one: « Google », « Google
Drive ».
"""

_LONGEST = 12
_ARTICLES = frozenset(("la", "le", "les", "l"))
_OF = frozenset(("de", "d", "la", "l"))
_JOINED = frozenset((" ", "\u00a0", "'", "’"))
_MONTHS = frozenset(("mars", "mai", "avril", "juin"))
"""Months have no capital in French: one with a capital is part of a name."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ADJECTIVE = re.compile(
    r"\w{2,}(?:al|ale|ales|aux|els?|elles?|iques?|ien|ienne|iens|iennes|ais|aise|aises|ain|aine|ains|"
    r"aines|aires?|ifs?|ives?|oise?s?|eux|euses?|ogues?|istes?|ans?|ines?|ats?)"
)


class Runs:
    """The runs of one text, outside known names."""

    def __init__(self, words: Words, lexicon: Lexicon, taken: Sequence[int]) -> None:
        self.words = words
        self._number = len(words)
        self.lexicon = lexicon
        self.taken = taken
        """For each word 0, `KNOWN` or `OPEN`."""

    def goes_on(self, at: int) -> bool:
        """Whether a known single word is the first of a longer name: « Google Drive »."""
        words = self.words
        after = at + 1
        if after < self._number and (
            words.folded[after] in self.lexicon.place_tails or self._bearing(after)
        ):
            return words.gap(after) == " "
        if after >= self._number or self.taken[after] or not words.capital(after):
            return False
        gap = words.gap(after)
        if gap not in (" ", "-", "\u00a0") or words.word(at).isupper():
            return False
        word = words.folded[after]
        return (
            len(word) > 1
            and word not in self.lexicon.first_names
            and word not in self.lexicon.plain
            and word not in self.lexicon.starters
            and not words.begins_sentence(at)
        )

    def end(self, at: int) -> int:
        """The word after the run that begins at a word."""
        words = self.words
        position = at + 1
        breton = 0
        person = words.folded[at] in self.lexicon.first_names
        head = self._is_head(at)
        site = words.folded[at] in self.lexicon.place_heads
        civil = words.folded[at] in CIVILITIES or (
            at > 0 and words.folded[at - 1] in CIVILITIES and words.capital(at - 1)
        )
        while position < self._number and self._held(
            position, gap := words.gap(position), head=head
        ):
            word = words.word(position)
            hyphen = gap in ("-", "‑")
            if self._breton(position, gap):
                position += 1
                breton = position
            elif not (head or person) and gap == " " and self._begins_person(position):
                break
            elif word[0].isupper() or (word[0].isdigit() and self._figure(at, position)):
                if (
                    not (head or person)
                    and position - at > 1
                    and gap == " "
                    and self._begins_other(position)
                ):
                    break
                position += 1
            elif civil and (surname := self._of_surname(position)):
                position = surname
            else:
                linked = self._links(position, hyphen=hyphen, person=person, head=head, site=site)
                if linked is None:
                    break
                position = linked
        while position > max(at + 1, breton) and words.text[words.starts[position - 1]].islower():
            position -= 1
        return self._with_tail(at, position) if head else position

    def _of_surname(self, position: int) -> int:
        """The word behind « de » or « d' » that goes on with a surname after a civility: « M. Giscard
        d'Estaing »; 0 if none does.

        Behind « de » a known place or organisation is where somebody comes from: « M. Morel de Nice ».
        """
        words = self.words
        at = position
        if words.folded[at - 1] in CIVILITIES or words.folded[at] not in ("de", "d"):
            return 0
        while at < self._number and words.folded[at] in _OF and at - position < 2:
            at += 1
        goes_on = (
            at < self._number
            and not any(self.taken[position : at + 1])
            and words.word(at)[1:].islower()
            and words.capital(at)
            and words.folded[at] not in self.lexicon.starters
            and all(words.gap(one) in _JOINED for one in range(position, at + 1))
        )
        return at if goes_on else 0

    def _held(self, position: int, gap: str, *, head: bool) -> bool:
        """Whether the sign before a word lets the name go on, and no known name begins there."""
        hyphen = gap in ("-", "‑")
        if self.taken[position] == KNOWN:
            return False
        if not (
            hyphen or gap in (" ", "\u00a0", "'", "’", " & ", "&") or self._initial(position, gap)
        ):
            return False
        return self.taken[position] != OPEN or hyphen or (head and self.words.capital(position))

    def _breton(self, position: int, gap: str) -> bool:
        """Whether an apostrophe stands inside a Breton name: « Guivarc'h »."""
        words = self.words
        return (
            gap in ("'", "’")
            and words.word(position - 1)[-1:] == "c"
            and words.word(position)[0] == "h"
        )

    def _begins_person(self, position: int) -> bool:
        """Whether a person's name begins here, after a place: « la maire de Chanteloup-les-Vignes
        Catherine … ».
        """
        return self.words.folded[position] in self.lexicon.first_names and self._hyphened(position)

    def _begins_other(self, position: int) -> bool:
        """Whether a capitalised word begins something new rather than goes on with the name."""
        words = self.words
        word = words.folded[position]
        return (
            word in self.lexicon.starters and len(words.word(position)) > 2 and word not in _MONTHS
        )

    def _hyphened(self, after: int) -> bool:
        """Whether the words before are a name of at least three parts with hyphens, as places have."""
        words = self.words
        return after > 2 and words.gap(after - 1) == "-" and words.gap(after - 2) in ("-", "'", "’")

    def _with_tail(self, first: int, position: int) -> int:
        """The word after the small letters that end the name of an institution: « Forces armées
        royales ».
        """
        words = self.words
        lexicon = self.lexicon
        if words.folded[first] not in lexicon.tail_heads:
            return position
        last = position
        at = position
        while at < self._number and at - first < _LONGEST and not self.taken[at]:
            word = words.folded[at]
            gap = words.gap(at)
            if gap not in (" ", "'", "’", "-", "\u00a0") or words.word(at)[0].isdigit():
                break
            if words.capital(at):
                last = at + 1
            elif word in lexicon.tail_links:
                before = words.folded[at - 1]
                if word in _ARTICLES and before not in lexicon.tail_links:
                    # « Conseil de sécurité | la semaine dernière »
                    break
                if before == "et" and word not in ("de", "d", "du", "des"):
                    break
                if word in ("et", "pour") and before in lexicon.tail_links:
                    break
            elif at > first and words.folded[at - 1] in lexicon.tail_links:
                if word in lexicon.never_in_unit or word in lexicon.roles:
                    break
                before = words.folded[at - 1]
                if word in lexicon.never_tail or word.endswith("er") or before == "pour":
                    break
                last = at + 1
            elif word in lexicon.tail_words or (
                _ADJECTIVE.fullmatch(words.word(at)) and word not in lexicon.never_tail
            ):
                last = at + 1
            else:
                break
            at += 1
        return last

    def _initial(self, position: int, gap: str) -> bool:
        """Whether the sign before a word ends an initial: « J. Edgar », « George W. Bush »,
        « J.-C. ».
        """
        before = self.words.word(position - 1)
        return gap in (". ", ".", ".-") and len(before) == 1 and before.isupper()

    def _figure(self, first: int, position: int) -> bool:
        word = self.words.word(position)
        if self.words.gap(position) in ("-", "‑"):
            return True
        if _YEAR.fullmatch(word):
            return False
        if position + 1 < self._number and self.words.gap(position + 1) in (" ", "\u00a0"):
            follows = self.words.word(position + 1)
            if follows[0].islower():
                return False
        return len(word) <= 4 and word.isdigit() and position - first >= 1

    def _links(
        self, position: int, *, hyphen: bool, person: bool, head: bool, site: bool
    ) -> int | None:
        """The word after the small words that hold a name together; None if they do not."""
        words = self.words
        at = position
        end = self._number
        while (
            at < end
            and at - position < 3
            and (not self.taken[at] or (head and self.taken[at] == 2))
        ):
            word = words.folded[at]
            if at > position and words.word(at)[0].isupper():
                return at
            if at == position and self._bearing(at):
                return at + 2
            gap = words.gap(at)
            if gap not in (" ", "-", "'", "’", "\u00a0", "‑"):
                return None
            if hyphen:
                if len(word) > 6 and word not in self.lexicon.name_links:
                    return None
            elif (
                word in self.lexicon.person_links and (person or word not in ("du", "le", "la"))
            ) or (person and word in ("de", "d", "des")):
                pass
            elif not (head and word in self.lexicon.name_links) or (site and word == "et"):
                return None
            at += 1
        if at < end and at > position and self.taken[at] != 1 and words.word(at)[0].isupper():
            return at if words.gap(at) in (" ", "-", "'", "’", "\u00a0") else None
        return None

    def _bearing(self, at: int) -> bool:
        """Whether a direction follows that is part of a region's name: « du Nord », « du Sud »."""
        words = self.words
        return (
            words.folded[at] == "du"
            and at + 1 < self._number
            and words.word(at + 1) in ("Nord", "Sud", "Est", "Ouest")
            and words.gap(at + 1) == " "
        )

    def _is_head(self, at: int) -> bool:
        word = self.words.folded[at]
        lexicon = self.lexicon
        if word == "republique" and self.words.folded[max(0, at - 3) : at][:1] in (
            ["procureur"],
            ["procureure"],
            ["procureurs"],
        ):
            # In « le procureur de la République de Douai » the place belongs to the prosecutor.
            return False
        return (
            word in lexicon.organisation_heads
            or word in lexicon.place_heads
            or word in lexicon.event_heads
            or word in lexicon.realms
            or word in lexicon.tail_heads
        )
