"""Names that no gazetteer knows: runs of capitals, and what stands around them that tells the kind.

The rules are those of French press: a capital at the start of a sentence tells nothing, « de la »
and « El » may stand inside a name, a civility or a first name tells a person, « groupe » or an
acronym an organisation, « à » a place, « drone » or F-16 a piece of equipment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from index.entities.persons import CIVILITIES, OFFICES, TITLES
from index.model.article import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.entities.context import Lexicon
    from index.entities.recognition import Found
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

_PERSON_LINKS = frozenset(
    [
        "el",
        "al",
        "ben",
        "bin",
        "ibn",
        "bint",
        "abou",
        "abu",
        "ould",
        "von",
        "van",
        "der",
        "den",
        "dem",
        "ter",
        "zu",
        "di",
        "da",
        "del",
        "della",
        "dos",
        "das",
        "du",
        "le",
        "la",
        "mac",
        "e",
        "y",
        "ag",
        "aït",
        "ait",
        "af",
        "zum",
    ]
)
_NAME_LINKS = frozenset(
    [
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "en",
        "sur",
        "et",
        "of",
        "the",
        "and",
        "pour",
        "aux",
        "au",
        "for",
        "in",
        "y",
        "del",
        "lès",
        "les",
    ]
)
_DETERMINERS = frozenset(
    ["le", "la", "l", "les", "du", "des", "au", "aux", "un", "une", "cette", "ce", "cet"]
)
_QUOTES = frozenset("«“\"'‘")
_ROMAN = re.compile(r"[IVXL]+(?:e|er|ème)?")
_DESIGNATOR = re.compile(r"[A-Z]{1,4}[a-z]?[-‑]?\d{1,4}[A-Za-z]{0,3}")
_ROAD = re.compile(r"[AND]\d{1,4}")
_ACRONYM = re.compile(r"[A-ZÀÉÈÎÔÇ]{2,7}[a-zé]?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_AGE = re.compile(r"\d{1,2}")
_PLACE_SHAPE = re.compile(
    r"[A-ZÉÈÎ][\w'’]+(?:-[\w'’]+)*-(?:sur|sous|lès|les|en|le|la|de|du|des|d'|d’|aux)-?.+|Saint(?:e)?-[A-ZÉ].+"
)


_LONGEST = 12
_TAIL_LINKS = frozenset(["de", "du", "des", "d", "la", "le", "l", "les", "pour", "et"])
_INFINITIVES = frozenset(
    "faire mettre prendre rendre dire etre avoir permettre repondre suivre vivre perdre voir tenir venir avoir defendre".split()  # noqa: SIM905
)
_NO_ADJECTIVE = frozenset(["mais", "jamais", "desormais", "final", "ainsi"])
_TAIL_WORDS = frozenset(
    [
        "armees",
        "unies",
        "unis",
        "associes",
        "associees",
        "alliees",
        "appliquees",
        "avancees",
        "reunis",
        "reunies",
        "blindee",
        "libre",
        "libres",
        "verte",
        "jeunes",
        "ouvriere",
    ]
)
_ADJECTIVE = re.compile(
    r"\w{2,}(?:al|ale|ales|aux|els?|elles?|iques?|ien|ienne|iens|iennes|ais|aise|aises|ain|aine|ains|aines|"
    r"aires?|ifs?|ives?|oise?s?|eux|euses?|ogues?|istes?|ans?|ines?|ats?)"
)


class Candidate(NamedTuple):
    """A run of words that may be a name, with what speaks for each kind."""

    first: int
    after: int
    key: str
    """Its folded words, without a civility or title."""
    scores: tuple[float, ...]
    """In the order of `KINDS`."""
    titled: int
    """Where the mention begins when it is a person: the civility or title included."""
    at_start: bool
    """Whether its capital may come from its place alone."""


def candidates(words: Words, found: Sequence[Found], lexicon: Lexicon) -> list[Candidate]:
    """The runs of capitalised words outside what is already found."""
    return _Scan(words, found, lexicon).run()


class _Scan:
    def __init__(self, words: Words, found: Sequence[Found], lexicon: Lexicon) -> None:
        self.words = words
        self.lexicon = lexicon
        self.taken = bytearray(len(words))
        """1 where a name is known; 2 where it is one word that may be part of a longer one."""
        self.kind_at: dict[int, Kind] = {}
        for match in found:
            self.kind_at[match.first] = match.kind
            soft = match.after - match.first == 1 and match.kind in (
                Kind.PLACE,
                Kind.ORGANISATION,
            )
            for at in range(match.first, match.after):
                self.taken[at] = 2 if soft and not self.taken[at] else 1

    def run(self) -> list[Candidate]:
        found: list[Candidate] = []
        reached = 0
        for at in self.words.capitals:
            if at < reached or self.taken[at] == 1 or (self.taken[at] and not self._goes_on(at)):
                continue
            reached = self._extend(at)
            candidate = self._candidate(at, reached)
            if candidate:
                found.append(candidate)
                reached = max(reached, candidate.after)
        return self._parted(found)

    def _parted(self, found: list[Candidate]) -> list[Candidate]:
        """« Mali-Niger » is two names where one of them stands alone elsewhere in the article."""
        alone = {run.key for run in found if run.after - run.first == 1}
        alone |= {self.words.folded[at] for at in self.kind_at}
        parted: list[Candidate] = []
        for run in found:
            inner = range(run.first + 1, run.after)
            if (
                len(inner)
                and run.titled == run.first
                and all(
                    self.words.gap(at) == "-"
                    and self.words.capital(at)
                    and len(self.words.folded[at]) > 2
                    for at in inner
                )
                and self.words.folded[run.first] not in self.lexicon.first_names
                and any(self.words.folded[at] in alone for at in range(run.first, run.after))
            ):
                parts = (self._candidate(at, at + 1) for at in range(run.first, run.after))
                parted.extend(part for part in parts if part)
            else:
                parted.append(run)
        return parted

    # -- where a run begins and ends ---------------------------------------------------------

    def _goes_on(self, at: int) -> bool:
        """Whether a known single word is the first of a longer name: « Google Drive »."""
        words = self.words
        after = at + 1
        if after < len(words) and (
            words.folded[after] in self.lexicon.place_tails or self._bearing(after)
        ):
            return words.gap(after) == " "
        if after >= len(words) or self.taken[after] or not words.capital(after):
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

    def _extend(self, at: int) -> int:
        """The word after the run that begins at a word."""
        words = self.words
        position = at + 1
        end = len(words)
        person = words.folded[at] in self.lexicon.first_names
        head = self._is_head(at)
        starters = self.lexicon.starters
        while position < end and self.taken[position] != 1:
            gap = words.gap(position)
            hyphen = gap in ("-", "‑")
            if not (
                hyphen
                or gap in (" ", "\u00a0", "'", "’", " & ", "&")
                or self._initial(position, gap)
            ):
                break
            word = words.word(position)
            if self.taken[position] == 2 and not hyphen and not (head and word[0].isupper()):
                break
            if word[0].isupper() or (word[0].isdigit() and self._figure(at, position)):
                if (
                    words.folded[position] in starters
                    and gap == " "
                    and len(word) > 2
                    and position - at > 1
                    and not (head or person)
                ):
                    break
                position += 1
                continue
            linked = self._links(position, hyphen=hyphen, person=person, head=head)
            if linked is None:
                break
            position = linked
        while position > at + 1 and words.text[words.starts[position - 1]].islower():
            position -= 1
        return self._with_tail(at, position) if head else position

    def _with_tail(self, first: int, position: int) -> int:
        """Small letters that belong to the name of an institution: « Forces armées royales »."""
        words = self.words
        lexicon = self.lexicon
        if words.folded[first] not in lexicon.tail_heads:
            return position
        last = position
        at = position
        while at < len(words) and at - first < _LONGEST and not self.taken[at]:
            word = words.folded[at]
            gap = words.gap(at)
            if gap not in (" ", "'", "’", "-", "\u00a0") or words.word(at)[0].isdigit():
                break
            if words.capital(at):
                last = at + 1
            elif word in _TAIL_LINKS:
                if at > position and words.folded[at - 1] in ("et", "pour"):
                    break
            elif at > first and words.folded[at - 1] in _TAIL_LINKS:
                if word in lexicon.never_in_unit or word in lexicon.roles:
                    break
                before = words.folded[at - 1]
                if word in _INFINITIVES or word.endswith("er") or before == "pour":
                    break
                last = at + 1
            elif word in _TAIL_WORDS or (
                _ADJECTIVE.fullmatch(words.word(at)) and word not in _NO_ADJECTIVE
            ):
                last = at + 1
            else:
                break
            at += 1
        return last

    def _initial(self, position: int, gap: str) -> bool:
        """« J. Edgar », « George W. Bush », « J.-C. »."""
        before = self.words.word(position - 1)
        return gap in (". ", ".", ".-") and len(before) == 1 and before.isupper()

    def _figure(self, first: int, position: int) -> bool:
        word = self.words.word(position)
        if self.words.gap(position) in ("-", "‑"):
            return True
        if _YEAR.fullmatch(word):
            return False
        if position + 1 < len(self.words) and self.words.gap(position + 1) in (" ", "\u00a0"):
            follows = self.words.word(position + 1)
            if follows[0].islower():
                return False
        return len(word) <= 4 and word.isdigit() and position - first >= 1

    def _links(self, position: int, *, hyphen: bool, person: bool, head: bool) -> int | None:
        """The word after small words that hold a name together; None where they do not."""
        words = self.words
        at = position
        end = len(words)
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
                if len(word) > 6 and word not in _NAME_LINKS:
                    return None
            elif (word in _PERSON_LINKS and (person or word not in ("du", "le", "la"))) or (
                person and word in ("de", "d", "des")
            ):
                pass
            elif not (head and word in _NAME_LINKS):
                return None
            at += 1
        if at < end and at > position and self.taken[at] != 1 and words.word(at)[0].isupper():
            return at if words.gap(at) in (" ", "-", "'", "’", "\u00a0") else None
        return None

    def _bearing(self, at: int) -> bool:
        """« du Nord », « du Sud »: part of the name of a region."""
        words = self.words
        return (
            words.folded[at] == "du"
            and at + 1 < len(words)
            and words.word(at + 1) in ("Nord", "Sud", "Est", "Ouest")
            and words.gap(at + 1) == " "
        )

    def _is_head(self, at: int) -> bool:
        word = self.words.folded[at]
        lexicon = self.lexicon
        return (
            word in lexicon.organisation_heads
            or word in lexicon.place_heads
            or word in lexicon.event_heads
            or word in lexicon.realms
            or word in lexicon.tail_heads
        )

    # -- what it may be ----------------------------------------------------------------------

    def _candidate(self, first: int, after: int) -> Candidate | None:
        words = self.words
        lexicon = self.lexicon
        titled = first
        at_start = words.begins_sentence(first)
        # A role, a civility or a word that only begins the sentence is no part of the name.
        while first < after:
            word = words.folded[first]
            surface = words.word(first)
            if (
                len(surface) == 1
                and first + 1 < after
                and surface.isupper()
                and words.gap(first + 1)[:1] == "."
            ):
                if word == "m" and words.gap(first + 1) in (". ", ".\u00a0"):
                    first += 1
                    continue
                break
            if word in CIVILITIES and first + 1 < after:
                first += 1
                continue
            if word in TITLES and first + 1 < after and words.gap(first + 1) == " ":
                first += 1
                continue
            if word in OFFICES or (
                word in lexicon.roles and len(surface) > 3 and not surface.isupper()
            ):
                if first + 1 >= after or words.gap(first + 1) == " ":
                    first += 1
                    titled = titled if word in OFFICES and not at_start else first
                    continue
                break
            if (
                at_start
                and first == titled
                and word in lexicon.starters
                and (first + 1 >= after or words.gap(first + 1) in (" ", "'", "’", "\u00a0"))
            ):
                first += 1
                titled = first
                at_start = False
                while first < after and not words.word(first)[0].isupper():
                    first += 1
                    titled = first
                continue
            break
        while (
            after - first > 1
            and words.folded[first] in lexicon.plain
            and words.folded[first + 1] in lexicon.first_names
            and words.gap(first + 1) == " "
        ):
            # « ministre de la Défense Jeanne Dupont »
            first += 1
            titled = first
        if first >= after or all(self.taken[at] for at in range(first, after)):
            return None
        if titled < first and not self._titled(titled, first):
            titled = first
        if after - first == 1 and not self._single(first, titled, at_start):
            return None
        if all(words.folded[at] in lexicon.plain for at in range(first, after)):
            return None
        event = self._event_head(first, titled)
        if event < first:
            first = titled = event
        after = self._place_tail(first, after)
        key = " ".join(words.folded[first:after])
        scores = self._scores(first, after, titled, at_start)
        titled = self._title_before(first, titled)
        return Candidate(first, after, key, scores, titled, at_start and titled == first)

    def _event_head(self, first: int, titled: int) -> int:
        """« accords d'Abraham »: the small noun before « de » is part of the name of an event."""
        words = self.words
        at = first - 1
        while at >= 0 and words.folded[at] in ("de", "d", "du", "des", "la", "l"):
            at -= 1
        named = titled == first and 0 <= at < first - 1
        if named and words.folded[at] in self.lexicon.event_of:
            return first if "\n" in words.surface(at, first) else at
        return first

    def _place_tail(self, first: int, after: int) -> int:
        """« Sahara occidental »."""
        words = self.words
        if (
            after < len(words)
            and words.gap(after) == " "
            and words.folded[after] in self.lexicon.place_tails
            and after - first <= 2
        ):
            return after + 1
        return after

    def _titled(self, titled: int, first: int) -> bool:
        return any(
            self.words.folded[at] in CIVILITIES | TITLES | OFFICES for at in range(titled, first)
        )

    def _title_before(self, first: int, titled: int) -> int:
        words = self.words
        if titled < first or first == 0:
            return titled
        if words.folded[first - 1] in TITLES and words.gap(first) == " ":
            return first - 1
        return first

    def _single(self, at: int, titled: int, at_start: bool) -> bool:
        """Whether a word alone may be a name."""
        words = self.words
        word = words.folded[at]
        surface = words.word(at)
        if titled < at:
            return len(word) > 1
        if len(word) == 1 or _ROMAN.fullmatch(surface):
            return False
        if word in self.lexicon.tail_heads or word in self.lexicon.realms:
            return False
        if word in self.lexicon.plain or (at_start and word in self.lexicon.starters):
            return False
        if word in self.lexicon.starters and not surface.isupper():
            return False
        return not _ROAD.fullmatch(surface)

    def _scores(self, first: int, after: int, titled: int, at_start: bool) -> tuple[float, ...]:
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
            if head in lexicon.first_names and words.gap(first + 1) in (" ", "-", "\u00a0"):
                scores[PERSON] += 3
            elif any(folded[at] in lexicon.first_names for at in range(first + 1, after - 1)):
                scores[PERSON] += 1
            if any(
                folded[at] in ("el", "al", "ben", "bin", "ould", "von", "van")
                for at in range(first, after - 1)
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
            if head in ("saint", "sainte") and words.gap(first + 1) == " ":
                scores[PERSON] += 1
                scores[PLACE] += 0.9
            elif head in lexicon.place_heads:
                scores[PLACE] += 2.5
            if last in lexicon.place_heads and head not in lexicon.organisation_heads:
                scores[PLACE] += 1.5
            if head in lexicon.event_heads or not words.capital(first):
                scores[EVENT] += 3
            if head in lexicon.realms:
                scores[PLACE] += 3
            if last in lexicon.place_tails or (
                last in ("nord", "sud", "est", "ouest") and folded[after - 2] == "du"
            ):
                scores[PLACE] += 3
            if last == "cup" or last in lexicon.event_heads:
                scores[EVENT] += 2
            if _ROMAN.fullmatch(words.word(after - 1)) and length == 2:
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
            scores[EQUIPMENT] += 1.5 if "-" in surface else 1
            scores[ORGANISATION] -= 1
        elif length > 1 and words.word(after - 1)[0].isdigit():
            scores[EQUIPMENT] += 1

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
            if before in _DETERMINERS and after - first == 1 and words.word(first).isupper():
                scores[ORGANISATION] += 0.7
            if before in ("l", "la", "le", "les", "du", "des", "au", "aux"):
                scores[PERSON] -= 1
            self._prior(scores, before, single=after - first == 1)
        elif quoted:
            scores[OTHER] += 1.2
        # The nearest noun before, over articles, adjectives and « de ».
        self._noun_before(scores, first, quoted=quoted, apposed="," in bare)

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

    def _noun_before(self, scores: list[float], first: int, *, quoted: bool, apposed: bool) -> None:
        words = self.words
        lexicon = self.lexicon
        at = first - 1
        steps = 0
        weight = 1.0
        through_of = False
        while at >= 0 and steps < (8 if apposed else 4):
            word = words.folded[at]
            if steps and words.gap(at + 1).strip() not in ("", "’", "'", "-", "‑", "«", "“", '"'):
                return
            small = not words.capital(at)
            if small or word in lexicon.roles:
                if word in lexicon.roles and (apposed or not through_of):
                    scores[PERSON] += 2.5 * weight
                    return
                if not apposed and small:
                    if word in lexicon.say_verbs and steps == 0:
                        scores[PERSON] += 1.2
                        scores[ORGANISATION] += 0.6
                        return
                    if word in lexicon.equipment_cues:
                        scores[EQUIPMENT] += (3 if not through_of else 0.5) * weight
                        return
                    if word in lexicon.organisation_cues and not through_of:
                        scores[ORGANISATION] += 3 * weight
                        return
                    if word in lexicon.place_cues:
                        scores[PLACE] += 2.5 * weight
                        return
                    if word in lexicon.event_cues and not through_of:
                        scores[EVENT] += 3 * weight
                        return
                    if word in lexicon.work_cues and (quoted or not through_of):
                        scores[OTHER] += 3 * weight
                        return
            if word in ("de", "d", "du", "des"):
                through_of = True
            elif steps and word in ("qui", "que", "a", "est", "et", "par", "pour"):
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
            elif word in ("a", "avait", "est", "s") and after + 1 < len(words):
                follows = folded[after + 1]
                if follows in ("est", "etait") and after + 2 < len(words):
                    follows = folded[after + 2]
                if follows in lexicon.say_verbs:
                    scores[PERSON] += 1.5
                    scores[ORGANISATION] += 0.5
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
