"""The words around a name that tell its kind; `name_evidence` looks at the words in it.

A civility or a first name tells a person, « groupe » or an acronym an organisation, « à » a place,
« drone » or F-16 a piece of equipment. The weights come from WikiNEuRal and OrangeSum articles; they are data
(`data/evidence.tsv`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.entities.name_evidence import NameWords
from index.entities.weighed_kinds import KINDS
from index.model.article import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.entities.context import Lexicon
    from index.entities.cues import Weights
    from index.entities.words import Words

_PARTING = frozenset("a au aux en in dans sur chez vers contre sous depuis devant pour".split())  # noqa: SIM905
"""Prepositions that separate a noun from a name: the noun before them says nothing of the name."""
_DETERMINERS = frozenset(
    ("le", "la", "l", "les", "du", "des", "au", "aux", "un", "une", "ce", "cet")
)
_INHABITANTS = re.compile(
    r"[A-ZÉÈ][\w-]{2,}(?:ains|aines|iens|iennes|éens|éennes|ais|aises|ois|oises|ites|iotes|ards|ardes)"
)
"""Names of inhabitants: « les Pékinois », « des Toulousains »."""
_ADJECTIVE = re.compile(
    r"[a-zéèïç]{3,}(?:ains?|aines?|iens?|iennes?|éens?|éennes?|ais|aises?|ois|oises?|ols?|oles?|ands?|andes?)"
)
_CLOSED = frozenset('»”"')
_QUOTES = frozenset("«“\"'‘")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_AGE = re.compile(r"\d{1,2}")
_RANKS = frozenset(("amiral", "commandant", "capitaine", "colonel"))
"""Ranks that, with a capital and after « l' », begin the name of a ship."""
_ACCENTED = frozenset(("cite", "marche", "classe"))
"""Words that only their accent tells from others: « cité » and « cite », « classé » and « classe »."""
_STORMS = frozenset(("tempete", "ouragan", "cyclone", "typhon"))
"""What tells the name behind it at the head of a sentence too: « Tempête Amélie »."""
_ODD = frozenset(("coupe", "mission"))
"""Other words that are a cue only by what stands in or before them."""
_STEPS, _APPOSED = 4, 8
"""How many words before a name are looked at, and how many before a comma: « le ministre …, X »."""
_BESIDE = 2
"""How many words before a name « la mère de X » takes."""
_HERSELF = frozenset(("elle", "lui", "eux", "elles"))
"""« X, elle, espère »"""
_WITHIN = frozenset(("", "’", "'", "-", "‑", "«", "“", '"'))
_AS_NEAR = frozenset(("a verb of saying before", "à bord de", "au bord de"))
"""Cues that tell as much however far away they stand."""
_THE = frozenset(("la", "le", "l"))
_LIVED = frozenset(("ne", "nee", "mort", "morte", "decede", "decedee"))
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
    """Weighs the evidence for the kind of each run of one text."""

    def __init__(
        self, words: Words, lexicon: Lexicon, kind_at: Mapping[int, Kind], weights: Weights
    ) -> None:
        self.words = words
        self.lexicon = lexicon
        self.kind_at = kind_at
        """The kinds of known names, by their first word."""
        self._name_words = NameWords(words, lexicon, kind_at, weights)
        self._odd = _ACCENTED | _ODD | lexicon.halves
        self._add = weights.add

    def scores(self, first: int, after: int, titled: int) -> tuple[float, ...]:
        """The score of each of `KINDS`; `titled` is the word where a civility or title begins."""
        scores = [0.0] * len(KINDS)
        self._name_words.weigh(scores, first, after)
        if titled < first:
            self._add(scores, "a civility")
        self._from_before(scores, titled, after)
        self._from_after(scores, first, after)
        return tuple(scores)

    def _from_before(self, scores: list[float], first: int, after: int) -> None:
        if first == 0:
            return
        gap = self.words.gap(first)
        between = gap.strip(" \u00a0\u202f«“\"'’‘(")
        if between not in ("", ","):
            return
        quoted = not _QUOTES.isdisjoint(gap) and "'" != gap != "’"
        if between == "" and not quoted and "(" not in gap:
            self._preposition(scores, first, single=after - first == 1)
            self._article(scores, first, single=after - first == 1)
        elif quoted:
            self._in_quotes(scores, first, after)
        # The nearest noun before the name, with articles, adjectives and « de » skipped.
        self._noun_before(scores, first, quoted=quoted, apposed="," in between, enclosed="(" in gap)

    def _preposition(self, scores: list[float], first: int, *, single: bool) -> None:
        folded = self.words.folded
        before = folded[first - 1]
        if before == "a":
            if self.words.surfaces[first - 1] in ("à", "À", "A"):
                self._add(scores, "after à, one word" if single else "after à, several words")
        elif before == "en" or before == "vers":
            self._add(scores, "after en, one word" if single else "after en, several words")
        elif before in ("au", "aux") and single:
            self._add(scores, "after au")
        elif before == "dans":
            self._add(scores, "after dans")
        elif before in ("la", "le", "les") and first > 1 and folded[first - 2] == "dans":
            self._add(scores, "after dans le")
        elif before in ("selon", "par", "avec", "chez"):
            self._add(scores, "after selon")

    def _article(self, scores: list[float], first: int, *, single: bool) -> None:
        """Scores the article before a name; gives the word before that article."""
        words = self.words
        before = words.folded[first - 1]
        earlier = words.folded[first - 2] if first > 1 else ""
        if before == "l" and not single and words.folded[first] in _RANKS:
            self._add(scores, "a ship called after a rank")
        if before in _DETERMINERS and single and words.surfaces[first].isupper():
            self._add(scores, "capitals after an article")
        if (
            before in ("les", "des", "aux")
            and single
            and _INHABITANTS.fullmatch(words.surfaces[first])
        ):
            self._add(scores, "inhabitants")
        if earlier in ("le", "la", "l", "du", "au") and self._nationality(before, first - 1):
            # A country as the name of a person would be « l'Allemand », here it is « l'allemand
            # Glaswerk ».
            self._add(scores, "after a nationality")
        if before in ("l", "la", "le", "les", "du", "des", "au", "aux"):
            self._add(scores, "after an article")
        self._prior(scores, before, single=single)

    def _in_quotes(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        self._add(scores, "in quotes")
        if after - first > 1 and after < len(words) and words.gap(after)[:2].strip()[:1] in _CLOSED:
            # « Thy Will Be Done » is a title, even if first names are in it.
            self._add(scores, "several words in quotes")

    def _nationality(self, word: str, at: int) -> bool:
        surface = self.words.surfaces[at]
        return (
            surface[0].islower()
            and (word in _NATIONS or _ADJECTIVE.fullmatch(surface) is not None)
            and word not in self.lexicon.roles
        )

    def _prior(self, scores: list[float], before: str, *, single: bool) -> None:
        """Scores a preposition or an article alone, which tells less than any cue.

        The weights were counted on the names of WikiNEuRal that have no other evidence.
        """
        if not single:
            if before in ("l", "la", "le", "les", "du", "des", "au", "aux"):
                self._add(scores, "an article before several words")
            else:
                self._add(scores, "no article before several words")
        elif before in ("de", "d", "du", "au", "l", "et", "en"):
            self._add(scores, "de or et before one word")
        elif before in ("les", "aux", "des"):
            self._add(scores, "les before one word")
        elif before in ("le", "la"):
            self._add(scores, "le before one word")
        elif before in ("par", "que"):
            self._add(scores, "par before one word")

    def _noun_before(
        self, scores: list[float], first: int, *, quoted: bool, apposed: bool, enclosed: bool
    ) -> None:
        words = self.words
        weight = 1.0
        through_of = False
        for steps in range(min(first, _APPOSED if apposed else _STEPS)):
            at = first - 1 - steps
            if steps and words.gap(at + 1).strip() not in _WITHIN:
                return
            if steps < _BESIDE and not apposed and (cue := self._of_somebody(at, of=through_of)):
                self._add(scores, cue)
                return
            told = self._told_at(
                at,
                first=steps == 0,
                through_of=through_of,
                quoted=quoted,
                apposed=apposed,
                enclosed=enclosed,
            )
            if told is not None:
                if told:
                    self._add(scores, told, 1.0 if told in _AS_NEAR else weight)
                return
            word = words.folded[at]
            if word in ("de", "d", "du", "des"):
                through_of = True
            elif word in _PARTING or (steps and word in ("qui", "que", "est", "et", "par", "pour")):
                # In « un tir de chasseur à Mirepoix » the noun tells nothing about Mirepoix.
                return
            weight *= 0.85

    def _of_somebody(self, at: int, *, of: bool) -> str | None:
        """What a word right before a name, or before « de » and the name, tells of a person or an illness."""
        word, lexicon = self.words.folded[at], self.lexicon
        if of:
            if word in lexicon.kin and not self.words.capital(at):
                return "somebody's relative"
        elif word in lexicon.young and not self.words.capital(at):
            return "somebody young"
        return "a noun of an illness" if word in lexicon.illnesses else None

    def _told_by_spelling(self, at: int, word: str, *, apart: bool) -> str | None:
        """The cue that an odd word is, or is none, by an accent or by what stands before it.

        `apart` says whether a comma or a bracket stands between it and the name.
        """
        folded = self.words.folded
        last = self.words.text[self.words.ends[at] - 1]
        if word in self.lexicon.halves:
            # « le marin » is no « sous-marin », « il le dit » no « lieu-dit ».
            if at == 0 or f"{folded[at - 1]} {word}" not in self.lexicon.compounds:
                return ""
            # « lieu-dit » does not say anything either.
            return self._cue(word, through_of=False, quoted=False, enclosed=apart)
        if word in _ACCENTED and last == "e":
            return ""  # a verb: « il cite », « il marche »
        if word == "coupe" and last == "é":
            return "" if apart else "the body of a car"
        if word == "mission" and at > 1 and folded[at - 2].startswith("charge"):
            return ""  # « le chargé de mission Patrimoine »
        return None

    def _told_at(
        self, at: int, *, first: bool, through_of: bool, quoted: bool, apposed: bool, enclosed: bool
    ) -> str | None:
        """The cue that a word before a name is; empty if no word further away counts, None if it tells
        nothing.
        """
        words = self.words
        word = words.folded[at]
        if word in self._odd:
            special = self._told_by_spelling(at, word, apart=apposed or enclosed)
            if special is not None:
                return special
        if word in self.lexicon.roles and (apposed or not through_of):
            return "a role before"
        if apposed or (words.capital(at) and not self._heads(word, first=first)):
            return None
        if first and word in self.lexicon.say_verbs:
            return "a verb of saying before"
        if word == "bord" and through_of:
            # « à bord de l'Ocean Viking », « au bord de l'Alster »
            return "à bord de" if at > 0 and words.folded[at - 1] == "a" else "au bord de"
        return self._cue(word, through_of=through_of, quoted=quoted, enclosed=enclosed)

    def _heads(self, word: str, *, first: bool) -> bool:
        """Whether a word with a capital tells the name right behind it: « Tempête Amélie »."""
        return first and word in _STORMS

    def _cue(self, word: str, *, through_of: bool, quoted: bool, enclosed: bool) -> str | None:
        """What a noun before a name tells.

        `through_of` says whether « de » stands between them, `enclosed` whether a bracket does.
        """
        lexicon = self.lexicon
        if word in lexicon.equipment_cues and not enclosed:
            # « le Conseil d'évaluation du système scolaire (Cnesco) »: the name is not a system.
            return "a noun of equipment" if not through_of else "a noun of equipment with de"
        if word in lexicon.organisation_cues and not through_of:
            return "a noun of an organisation"
        if word in lexicon.place_cues:
            return "a noun of a place"
        if through_of and word in lexicon.member_cues:
            return "a noun that has members"
        if through_of and word in lexicon.place_of_cues:
            return "a noun that has a place"
        if word in lexicon.event_cues and not through_of:
            return "a noun of an event"
        if word in lexicon.work_cues and (quoted or not through_of):
            return "a noun of a work"
        return None

    def _from_after(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        if after >= len(words):
            return
        gap = words.gap(after)
        if gap in (" ", "\u00a0"):
            self._verb_after(scores, first, after)
        elif gap.strip() in (",", "("):
            self._added_after(scores, after, enclosed="(" in gap)
        if "(" in words.gap(first) and first and self.kind_at.get(first - 1) is Kind.PLACE:
            self._add(scores, "in brackets after a place")

    def _verb_after(self, scores: list[float], first: int, after: int) -> None:
        words = self.words
        folded = words.folded
        word = folded[after]
        if self._subject(
            scores, word, "says", after_article=first > 0 and folded[first - 1] in _THE
        ):
            return
        if word in ("a", "avait", "est", "s") and after + 1 < len(words):
            follows = folded[after + 1]
            if follows in ("est", "etait") and after + 2 < len(words):
                follows = folded[after + 2]
            article = first > 0 and folded[first - 1] in ("la", "l")
            if (
                not self._subject(scores, follows, "has said", after_article=article)
                and follows in _LIVED
            ):
                self._add(scores, "was born or died")

    def _subject(self, scores: list[float], verb: str, said: str, *, after_article: bool) -> bool:
        """Scores the subject of a verb, and says whether the verb told anything; `said` is what
        a verb of saying tells.
        """
        lexicon = self.lexicon
        if verb in lexicon.say_verbs:
            self._add(scores, said)
        elif verb in lexicon.firm_verbs:
            self._add(scores, "a verb of firms")
        elif verb in lexicon.water_verbs and after_article:
            self._add(scores, "a verb of waters")
        else:
            return False
        return True

    def _added_after(self, scores: list[float], after: int, *, enclosed: bool) -> None:
        """Scores what follows a comma or a bracket after a name: an age, a role, a year, a place."""
        words = self.words
        word = words.folded[after]
        follows = words.folded[after + 1] if after + 1 < len(words) else ""
        roles = self.lexicon.roles
        if _AGE.fullmatch(words.surfaces[after]) and follows == "ans":
            self._add(scores, "an age behind")
        elif (word in roles and not words.capital(after)) or (
            word in _DETERMINERS and follows in roles
        ):
            self._add(scores, "a role behind")
        elif enclosed and (_YEAR.fullmatch(word) or word == "ne" or word == "nee"):
            self._add(scores, "a year of birth behind")
        elif word in _HERSELF and "," in words.gap(min(after + 1, len(words) - 1)):
            self._add(scores, "a pronoun behind")
        elif self.kind_at.get(after) is Kind.PLACE:
            self._add(scores, "a place in brackets behind" if enclosed else "a place behind")
