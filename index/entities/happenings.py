"""Events that are called by a noun and by what follows it: « attentat de Nice », « présidentielle de 2017 ».

No list can hold them all. The nouns and what may follow each are data (`data/happenings.tsv`); names inside an
event stay names of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.entities.elections import Elections
from index.entities.found_names import Found
from index.entities.happening_words import Head, called, grammar, of_town
from index.entities.times_named import MONTHS, day_of, time_behind, year_at
from index.model.article import EntityId, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.entities.recognition import Recogniser
    from index.entities.words import Words

_OF = frozenset(("de", "d", "du", "des"))
_AT = {"a": "de", "au": "du", "aux": "des", "en": "de"}
"""Prepositions of place, and what they are in an event's id: « attentat à Nice » is that « de Nice »."""
_ARTICLES = frozenset(("la", "l", "le", "les"))
_HYPHENS = frozenset(("-", "‑"))
_GAPS = frozenset((" ", "\u00a0", "'", "’", "-", "‑"))
_TO_ILLNESS = frozenset(
    ("de", "d", "du", "la", "l", "a", "au", "le", "par", "liee", "due", "provoquee", "nouveau")
)
_ILLNESS_WITHIN = 5
_DECLARED = 5
_NEAR = 12
"""Words beside the name of an event in which its dead are told."""
_BODIES = frozenset((Kind.ORGANISATION, Kind.EQUIPMENT, Kind.EVENT, Kind.OTHER))
_COVID = frozenset(("covid", "coronavirus"))
_ILL = "pandemie"
"""What an illness of many is called in ids, whether it is told as an epidemic or as a crisis."""
_STORM_NAME = re.compile(r"[A-ZÉ][a-zéèêëïîôûç]+")


def with_events(words: Words, found: list[Found], recogniser: Recogniser) -> list[Found]:
    """The names of an article with its events; `found` itself if there are none."""
    signs = grammar().signs
    if signs.isdisjoint(words.folded):
        return found
    folded = words.folded
    # A month is in nearly every article, and seldom the name of a day.
    places = [
        at
        for at, word in enumerate(folded)
        if word in signs and (word not in MONTHS or _may_be_day(words, at))
    ]
    return _Happenings(words, found, recogniser).with_events(found, places) if places else found


def _may_be_day(words: Words, at: int) -> bool:
    return at > 0 and (words.gap(at) in _HYPHENS or words.folded[at - 2] == "du")


class _Happenings:
    """The events of one article, once its names are settled."""

    def __init__(self, words: Words, found: Sequence[Found], recogniser: Recogniser) -> None:
        self._words = words
        self._recogniser = recogniser
        self._grammar = grammar()
        self._at: dict[int, Found] = {}
        """The longest name that begins at a word."""
        self._covered: set[int] = set()
        for match in found:
            known = self._at.get(match.first)
            if known is None or known.after < match.after:
                self._at[match.first] = match
            self._covered.update(range(match.first, match.after))
        self._elections = Elections(words, self._at, recogniser, self._grammar.words)
        self._storms: dict[str, EntityId] = {}
        self._refused: set[int] = set()
        """The words behind « tempête » and the like that name no storm."""

    def with_events(self, found: list[Found], places: list[int]) -> list[Found]:
        """The names of an article with the events at some words; the name of a storm alone stands for the
        storm.
        """
        events: list[Found] = []
        # From the end, so that « procès des attentats de 2015 » finds the attacks.
        for at in reversed(places):
            event = self._event(at)
            if event is not None:
                events.append(event)
                self._at[event.first] = event
        if self._refused:
            found = [
                match
                for match in found
                if match.first not in self._refused or match.kind is not Kind.EVENT
            ]
        if self._storms:
            found = self._with_storms(found, events)
        return found + events if events else found

    def _event(self, at: int) -> Found | None:
        """The event at a word of the table."""
        word = self._words.folded[at]
        head = self._grammar.heads.get(word)
        if at in self._covered:
            known = self._at.get(at)
            if head and "storm" in head.follows and known and known.kind is Kind.EVENT:
                self._storms[" ".join(self._words.folded[at + 1 : known.after])] = known.entity
            return None
        if head is not None:
            return self._headed(at, head)
        if word in MONTHS:
            return self._day(at)
        return self._elections.at(at)

    def _headed(self, at: int, head: Head) -> Found | None:
        folded = self._words.folded
        first = at
        if head.name == "otages":
            if folded[max(0, at - 2) : at] not in (["prise", "d"], ["prises", "d"]):
                return None
            first = at - 2
        several = first > 0 and folded[first - 1] in self._grammar.words["several"]
        behind = at + 1
        while behind < len(folded) and folded[behind] in self._grammar.words["adjective"]:
            behind += 1
        if behind >= len(folded) or several:
            return None
        told = self._followed(head, behind, before=folded[first - 1] if first else "")
        if told is None:
            return None
        after, name = told
        if not all(self._words.gap(one) in _GAPS for one in range(first + 1, behind + 1)):
            return None
        return Found(first, after, self._entity(head, name), Kind.EVENT, "rules")

    def _followed(self, head: Head, behind: int, *, before: str) -> tuple[int, str] | None:
        """Where what follows a noun ends, and how it stands in an id; None if it makes no event."""
        word = self._words.folded[behind]
        if "illness" in head.follows and (told := self._illness(behind)):
            return told
        if self._words.capital(behind):
            return self._named(head, behind)
        if word in _OF:
            return self._of(head, behind, before=before)
        place = _AT.get(word)
        if place is not None:
            return self._within(head, behind, place, before=before)
        if (word == "contre" and "against" in head.follows) or (
            word == "sur" and "about" in head.follows
        ):
            match, linked = self._behind(behind, word)
            return (match.after, linked) if match and match.kind in _BODIES else None
        return None

    def _within(self, head: Head, behind: int, link: str, *, before: str) -> tuple[int, str] | None:
        """« l'attentat à Nice », « la guerre en Syrie »"""
        match, linked = self._behind(behind, link)
        if match is None or match.kind is not Kind.PLACE or before in ("des", "les"):
            return None
        if "at" in head.follows:
            town = "place" in head.follows or not self._recogniser.is_country(match.entity)
            town = town and self._is_supported(head, match)
            return (match.after, linked) if town else None
        if "land" not in head.follows or not self._recogniser.is_country(match.entity):
            return None
        # « il déclare la guerre au Mali »
        declared = self._grammar.words["declared"].isdisjoint(
            self._words.folded[max(0, behind - _DECLARED) : behind]
        )
        return (match.after, linked) if self._words.folded[behind] != "a" and declared else None

    def _named(self, head: Head, behind: int) -> tuple[int, str] | None:
        """« affaire Benalla », « tempête Ciara »"""
        match = self._at.get(behind)
        if self._words.gap(behind) not in (" ", "\u00a0"):
            return None
        if "storm" in head.follows:
            return self._storm(head, behind, match)
        if "name" not in head.follows or match is None or match.kind is Kind.GROUP:
            return None
        # « le procès Paris contre Airbnb », « procès Verbal »
        if "party" in head.follows and (
            match.kind is Kind.PLACE or self._words.folded[behind] in self._grammar.words["unnamed"]
        ):
            return None
        return match.after, called(match, self._words)

    def _storm(self, head: Head, at: int, match: Found | None) -> tuple[int, str] | None:
        name = self._words.folded[at]
        after = at + 1
        if (
            (match is not None and (match.after > after or self._is_known(match)))
            or not _STORM_NAME.fullmatch(self._words.word(at))
            or name in self._recogniser.lexicon.starters
            or name in self._grammar.words["illness"]
            or self._is_surname(at)
        ):
            self._refused.add(at)
            return None
        self._storms[name] = self._entity(head, name)
        return after, name

    def _is_supported(self, head: Head, match: Found) -> bool:
        """Whether more than « le naufrage de Colmar » tells that it is an event: a year, casualties, the same again."""
        if "unsure" not in head.follows or match.kind in (Kind.EQUIPMENT, Kind.EVENT):
            return True
        if match.kind is Kind.PLACE and self._recogniser.is_country(match.entity):
            return True
        folded = self._words.folded
        near = folded[max(0, match.first - _NEAR) : match.after + _NEAR]
        if not self._grammar.words["casualty"].isdisjoint(near):
            return True
        if any(year_at(self._words, at) for at in range(match.after, match.after + 3)):
            return True
        name = folded[match.first : match.after]
        again = 0
        for at, word in enumerate(folded):
            if word in head.forms:
                again += any(folded[on : on + len(name)] == name for on in range(at + 2, at + 5))
        return again > 1

    def _is_met(self, head: Head, match: Found, behind: int) -> bool:
        """Whether states or bodies meet at a summit: « sommet de Pau », « sommet de l'Otan », not that of a mountain."""
        if "met" not in head.follows:
            return True
        if match.kind is Kind.PLACE:
            folded = self._words.folded
            return match.first == behind + 1 and folded[behind] in ("de", "d")
        name = self._words.folded[match.first : match.after]
        return " ".join(name).replace(" ", "-") in self._grammar.words["met"]

    def _of(self, head: Head, behind: int, *, before: str) -> tuple[int, str] | None:
        """« attentat de Nice », « sommet de l'Otan », « crise de 2008 »"""
        follows = head.follows
        if "time" in follows and (time := time_behind(self._words, behind)):
            return time
        match, linked = self._behind(behind, self._words.folded[behind])
        if match is None:
            return self._of_thing(head, behind)
        if match.kind is Kind.PERSON and "name" in follows:
            linked = called(match, self._words)  # « procès de X » is « procès X »
        if not (self._is_met(head, match, behind) and self._is_supported(head, match)):
            return None
        if self._is_fit(follows, match) and not (before == "au" and match.kind is Kind.PLACE):
            return match.after, linked
        return None

    def _of_thing(self, head: Head, behind: int) -> tuple[int, str] | None:
        """« incendie de l'usine Lubrizol », « meurtre de la petite Maëlys »"""
        folded = self._words.folded
        at = behind + 1
        if at < len(folded) and folded[at] in _ARTICLES:
            at += 1
        if at + 1 >= len(folded):
            return None
        young = folded[at] in self._grammar.words["young"]
        if not young and not (
            "thing" in head.follows and folded[at] in self._grammar.words["thing"]
        ):
            return None
        at += 1
        if folded[at] in _OF:
            row = folded[behind:at] if not young else []
            match, linked = self._behind(at, folded[at])
            linked = of_town(match, row, linked)
        else:
            match, linked = self._at.get(at), "de"
            linked = f"de {called(match, self._words)}" if match else ""
        if match is None or (
            young and not ("person" in head.follows and match.kind is Kind.PERSON)
        ):
            return None
        kinds = _BODIES | {Kind.PLACE, Kind.PERSON}
        return (match.after, linked) if match.kind in kinds else None

    def _behind(self, at: int, link: str) -> tuple[Found | None, str]:
        """The name behind a small word and an article, and both as they stand in an id."""
        words = self._words
        position = at + 1
        row = [link]
        while position < len(words) and words.gap(position) in _GAPS:
            match = self._at.get(position)
            if match is not None:
                row.append(called(match, words))
                return match, " ".join(row)
            if words.folded[position] not in _ARTICLES or len(row) > 1:
                break
            row.append(words.folded[position])
            position += 1
        return None, ""

    def _is_fit(self, follows: frozenset[str], match: Found) -> bool:
        kind = match.kind
        if kind is Kind.PLACE:
            return "place" in follows or (
                "town" in follows and not self._recogniser.is_country(match.entity)
            )
        if kind is Kind.PERSON:
            return "person" in follows
        if kind is Kind.GROUP:
            return "people" in follows
        return kind in _BODIES and "body" in follows

    def _illness(self, behind: int) -> tuple[int, str] | None:
        """« pandémie de Covid-19 », « crise liée au coronavirus »: one event, whatever it is called."""
        folded = self._words.folded
        at = behind
        while at < len(folded) and folded[at] in _TO_ILLNESS and at - behind < _ILLNESS_WITHIN:
            at += 1
        if at >= len(folded) or at == behind or folded[at] not in self._grammar.words["illness"]:
            return None
        match = self._at.get(at)
        name = "covid-19" if folded[at] in _COVID else folded[at]
        return match.after if match else at + 1, f"de {name}"

    def _day(self, at: int) -> Found | None:
        """« le 14-Juillet », « le défilé du 14 juillet »"""
        first = day_of(self._words, at, self._grammar.words["hint"])
        if first is None or first in self._covered:
            return None
        if first > 1 and self._words.folded[first - 2] in self._grammar.words["bearer"]:
            return None  # « la rue du 4-Septembre »
        key = " ".join(self._words.folded[first : at + 1])
        if key.replace(" ", "-") not in self._grammar.words["feast"]:
            return None
        if self._words.gap(at) in _HYPHENS and not self._words.capital(at):
            return None
        entity = self._recogniser.event(key) or EntityId(f"event:{key.replace(' ', '-')}")
        return Found(first, at + 1, entity, Kind.EVENT, "rules")

    def _entity(self, head: Head, name: str) -> EntityId:
        """The event that lists know by any form of its noun, or a new one."""
        start = "prise d otages" if head.name == "otages" else head.name
        if name.removeprefix("de ").partition("-")[0] in self._grammar.words["illness"]:
            start = _ILL
        for form in (start, *head.forms):
            if known := self._recogniser.event(f"{form} {name}".replace("-", " ")):
                return known
        last = name.rpartition(" ")[2]
        named = "name" in head.follows and last != name and not name.startswith("de ")
        # « affaire Alexandre Benalla » is the one that lists call « affaire Benalla ».
        if named and (known := self._recogniser.event(f"{head.name} {last}")):
            return known
        return EntityId(f"event:{start} {name}".replace(" ", "-"))

    def _is_surname(self, at: int) -> bool:
        """Whether a word ends the name of somebody or some place of lists: « l'ouragan Mbappé »; storms have first names."""
        recogniser = self._recogniser
        return (
            recogniser.is_borne(self._words.word(at), self._words.folded[at])
            and self._words.folded[at] not in recogniser.lexicon.first_names
        )

    def _is_known(self, match: Found) -> bool:
        """Whether a name is that of somebody or something that lists know: « la tempête Zorvat »."""
        return match.kind is not Kind.PLACE and (
            match.by != "rules" or self._recogniser.known(match.entity)
        )

    def _is_borne(self, match: Found, storm: EntityId, inside: set[int]) -> bool:
        """Whether a name that is also a storm's is somebody's: « Paul Zorvat », « Zorvat, 62 ans », « dit Zorvat »."""
        words = self._words
        if match.entity == storm or match.first in inside:
            return False
        if match.after - match.first > 1 or match.by != "rules":
            return True
        verbs = self._recogniser.lexicon.say_verbs
        near = (match.first - 1, match.after)
        return (
            (match.after < len(words) and "," in words.gap(match.after))
            or self._recogniser.known(match.entity)
            or any(0 <= at < len(words) and words.folded[at] in verbs for at in near)
        )

    def _with_storms(self, found: list[Found], events: list[Found]) -> list[Found]:
        """Without the names of storms as names of anything else, unless somebody of the article bears them."""
        inside = {at for event in events for at in range(event.first + 1, event.after)}
        for match in found:
            for name in set(self._words.folded[match.first : match.after]) & self._storms.keys():
                if self._is_borne(match, self._storms[name], inside):
                    del self._storms[name]
        kept: list[Found] = []
        for match in found:
            if match.first in inside and match.kind is Kind.EVENT and match.by == "rules":
                continue
            name = " ".join(self._words.folded[match.first : match.after])
            storm = self._storms.get(name)
            if storm is None:
                kept.append(match)
            elif match.first not in inside:
                kept.append(match._replace(entity=storm, kind=Kind.EVENT))
        return kept
