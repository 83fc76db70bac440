"""The first and the last word of a run of capitalised words, which small words may hold together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

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
_LINKS = 3
"""The most small words between two parts of a name."""
_SYLLABLE = 5
_BETWEEN = (" ", "-", "'", "’", "\u00a0", "‑")
_ADJECTIVES = 5
_CALLED = frozenset(
    ("association", "collectif", "fondation", "ong", "mouvement", "syndicat", "compagnie", "troupe")
)
"""Bodies whose names are often common words."""
_ARTICLES = frozenset(("la", "le", "les", "l"))
_OF = frozenset(("de", "d", "la", "l"))
_OF_NAMES = frozenset(("de", "d", "du", "des"))
_HYPHENS = ("-", "‑")
_JOINED = frozenset((" ", "\u00a0", "'", "’"))
_MONTHS = frozenset(("mars", "mai", "avril", "juin"))
"""Months have no capital in French: one with a capital is part of a name."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ADJECTIVE = re.compile(
    r"\w{2,}(?:al|ale|ales|aux|els?|elles?|iques?|ien|ienne|iens|iennes|ais|aise|aises|ain|aine|ains|"
    r"aines|aires?|ifs?|ives?|oise?s?|eux|euses?|ogues?|istes?|ans?|ines?|ats?)"
)


class _Begun(NamedTuple):
    """What the first word of a run tells: at which word it stands, and what may follow."""

    at: int
    person: bool
    head: bool
    site: bool
    civil: bool


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
        if gap not in (" ", "-", "\u00a0") or words.surfaces[at].isupper():
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
        begun = self._begun(at)
        position = at + 1
        breton = 0
        while position < self._number and self._held(
            position, gap := words.gap(position), head=begun.head
        ):
            if self._breton(position, gap) or self._second_syllable(position, begun):
                position = breton = position + 1
                continue
            after = self._goes_to(position, gap, begun)
            if after is None:
                break
            position = after
        while position > max(at + 1, breton) and words.text[words.starts[position - 1]].islower():
            position -= 1
        if begun.head:
            return self._with_tail(at, position)
        return position + (position == at + 1 and self._is_noun_of_body(at))

    def _is_noun_of_body(self, at: int) -> bool:
        """« l'association Roues libres », « le collectif Terres communes »: nouns in the plural with their adjective."""
        words, after = self.words, at + 1
        return (
            at > 0
            and after < self._number
            and words.folded[at - 1] in _CALLED
            and words.gap(at) == " "
            and words.folded[at].endswith("s")
            and words.gap(after) == " "
            and not self.taken[after]
            and words.surfaces[after].islower()
            and words.folded[after].endswith("s")
            and len(words.folded[after]) >= _ADJECTIVES
            and words.folded[after] not in self.lexicon.starters
            and words.folded[after] not in self.lexicon.never_in_unit
        )

    def ends_with(self, at: int) -> bool:
        """Whether no run goes on behind a word, by a quick look at the word in small letters there."""
        words, lexicon, after = self.words, self.lexicon, at + 1
        word = words.folded[after]
        return (
            words.text[words.starts[after]].islower()
            and words.gap(after) not in _HYPHENS
            and word not in _OF_NAMES
            and word not in lexicon.name_links
            and word not in lexicon.person_links
            and not self._is_head(at)
        )

    def _begun(self, at: int) -> _Begun:
        """What the first word of a run tells."""
        words = self.words
        word = words.folded[at]
        civil = word in CIVILITIES or (
            at > 0 and words.folded[at - 1] in CIVILITIES and words.capital(at - 1)
        )
        person = word in self.lexicon.first_names
        return _Begun(at, person, self._is_head(at), word in self.lexicon.place_heads, civil)

    def _goes_to(self, position: int, gap: str, begun: _Begun) -> int | None:
        """The word after one that goes on with a run, with the small words behind it; None if it ends."""
        word = self.words.surfaces[position]
        loose = gap == " " and not (begun.head or begun.person)
        if loose and self._begins_person(position):
            return None
        if word[0].isupper() or (word[0].isdigit() and self._figure(begun.at, position)):
            ends = loose and position - begun.at > 1 and self._begins_other(position)
            return None if ends else position + 1
        if begun.civil and (surname := self._of_surname(position)):
            return surname
        return self._links(position, begun, hyphen=gap in ("-", "‑"))

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
            and words.surfaces[at][1:].islower()
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
            and words.surfaces[position - 1][-1:] == "c"
            and words.surfaces[position][0] == "h"
        )

    def _second_syllable(self, position: int, begun: _Begun) -> bool:
        """Whether a small word ends a first name of two syllables: « Leung Chun-ying », « Kim
        Hwang-yun ».
        """
        words = self.words
        before = words.surfaces[position - 1]
        return (
            position - begun.at == 2
            and words.gap(position) in ("-", "‑")
            and words.gap(position - 1) == " "
            and words.surfaces[position].islower()
            and words.surfaces[position].isalpha()
            and before[0].isupper()
            and max(len(before), len(words.surfaces[position])) <= _SYLLABLE
            and not (begun.head or begun.site)
            and not self._goes_on_with_hyphen(position)
            and words.folded[position] not in self.lexicon.name_links
            and words.folded[position - 1] not in self.lexicon.first_names
        )

    def _goes_on_with_hyphen(self, position: int) -> bool:
        after = position + 1
        return after < self._number and self.words.gap(after) in ("-", "‑")

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
            word in self.lexicon.starters
            and len(words.surfaces[position]) > 2
            and word not in _MONTHS
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
        for at in range(position, min(self._number, first + _LONGEST)):
            if (
                self.taken[at]
                or words.gap(at) not in _BETWEEN[:-1]
                or words.surfaces[at][0].isdigit()
            ):
                break
            if words.capital(at):
                last = at + 1
            elif words.folded[at] in lexicon.tail_links:
                if not self._links_tail(at):
                    break
            elif self._is_of_tail(at, after_link=at > first):
                last = at + 1
            else:
                break
        return last

    def _links_tail(self, at: int) -> bool:
        """Whether a small word goes on with the name of an institution."""
        links = self.lexicon.tail_links
        word, before = self.words.folded[at], self.words.folded[at - 1]
        if word in _ARTICLES and before not in links:
            return False  # « Conseil de sécurité | la semaine dernière »
        if before == "et" and word not in ("de", "d", "du", "des"):
            return False
        return word not in ("et", "pour") or before not in links

    def _is_of_tail(self, at: int, *, after_link: bool) -> bool:
        """Whether a word in small letters belongs to the name of an institution."""
        lexicon = self.lexicon
        word, before = self.words.folded[at], self.words.folded[at - 1]
        if after_link and before in lexicon.tail_links:
            outside = word in lexicon.never_in_unit or word in lexicon.roles
            verb = word in lexicon.never_tail or word.endswith("er")
            return not (outside or verb or before == "pour")
        return word in lexicon.tail_words or (
            _ADJECTIVE.fullmatch(self.words.surfaces[at]) is not None
            and word not in lexicon.never_tail
        )

    def _initial(self, position: int, gap: str) -> bool:
        """Whether the sign before a word ends an initial: « J. Edgar », « George W. Bush »,
        « J.-C. ».
        """
        before = self.words.surfaces[position - 1]
        return gap in (". ", ".", ".-") and len(before) == 1 and before.isupper()

    def _figure(self, first: int, position: int) -> bool:
        word = self.words.surfaces[position]
        if self.words.gap(position) in ("-", "‑"):
            return True
        if _YEAR.fullmatch(word):
            return False
        if position + 1 < self._number and self.words.gap(position + 1) in (" ", "\u00a0"):
            follows = self.words.surfaces[position + 1]
            if follows[0].islower():
                return False
        return len(word) <= 4 and word.isdigit() and position - first >= 1

    def _links(self, position: int, begun: _Begun, *, hyphen: bool) -> int | None:
        """The word after the small words that hold a name together; None if they do not."""
        words = self.words
        if self._is_free(position, begun) and self._bearing(position):
            return position + 2
        at = position
        while at < self._number and at - position < _LINKS and self._is_free(at, begun):
            if at > position and words.surfaces[at][0].isupper():
                return at
            if words.gap(at) not in _BETWEEN or not self._is_link(at, begun, hyphen=hyphen):
                return None
            at += 1
        joined = at < self._number and at > position and words.gap(at) in _BETWEEN[:-1]
        return (
            at if joined and self.taken[at] != KNOWN and words.surfaces[at][0].isupper() else None
        )

    def _is_free(self, at: int, begun: _Begun) -> bool:
        return not self.taken[at] or (begun.head and self.taken[at] == OPEN)

    def _is_link(self, at: int, begun: _Begun, *, hyphen: bool) -> bool:
        """Whether a small word holds two parts of a name together."""
        word = self.words.folded[at]
        lexicon = self.lexicon
        if hyphen:
            return len(word) <= 6 or word in lexicon.name_links
        if word in lexicon.person_links and (begun.person or word not in ("du", "le", "la")):
            return True
        if begun.person and word in ("de", "d", "des"):
            # « l'hôpital Jean-Zorvat de Brizec »: where it stands is no part of its name.
            bears = word == "de" and at - begun.at > 1
            return not bears or lexicon.building_before(self.words.folded, begun.at) < 0
        return begun.head and word in lexicon.name_links and not (begun.site and word == "et")

    def _bearing(self, at: int) -> bool:
        """Whether a direction follows that is part of a region's name: « du Nord », « du Sud »."""
        words = self.words
        return (
            words.folded[at] == "du"
            and at + 1 < self._number
            and words.surfaces[at + 1] in ("Nord", "Sud", "Est", "Ouest")
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
