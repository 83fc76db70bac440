"""Ministries, armies, staffs and their units in a text, and the countries that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.entities.found_names import Found
from index.entities.nations import Parsed
from index.model.article import EntityId, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.entities.context import Lexicon
    from index.entities.form_table import NameTable
    from index.entities.nations import Nations
    from index.entities.words import Words

_UNIT_LENGTH = 9
_REALMS = frozenset({"royaume", "etat", "sultanat", "emirat", "principaute"})


class Bodies:
    """Finds what the grammar of institutions describes."""

    def __init__(self, table: NameTable, nations: Nations, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._table = table
        self._nations = nations

    def institutions(self, words: Words, named: list[Found]) -> Iterator[Found]:
        countries = {
            match.first: (match.after - match.first, code)
            for match in named
            if match.kind is Kind.PLACE and (code := self._country_code(match.entity))
        }
        organisations = {match.first: match for match in named if match.kind is Kind.ORGANISATION}
        reached = 0
        for at in self._nations.beginnings(words.folded):
            if at < reached:
                continue
            parsed = self._nations.parse(words, at, countries) or self._staff(
                words, at, organisations
            )
            if parsed and not _is_role(words, at):
                reached = at + parsed.length
                whole = Found(
                    at,
                    reached,
                    self._nations.entity(parsed.institution, parsed.country),
                    Kind.ORGANISATION,
                    "gazetteer" if parsed.country else "unresolved",
                )
                yield whole
                unit = self._unit(words, whole)
                if unit:
                    yield unit

    def realms(self, words: Words, found: list[Found]) -> Iterator[Found]:
        """Countries named by their adjective: « royaume wallon », « État hébreu »."""
        if _REALMS.isdisjoint(words.folded):
            return
        covered = {at for match in found for at in range(match.first, match.after)}
        for at in [at for at, word in enumerate(words.folded[:-1]) if word in _REALMS]:
            word = words.folded[at]
            if at not in covered and (word != "etat" or words.capital(at)):
                code = self._nations.adjectives.get(words.folded[at + 1])
                if code and words.gap(at + 1) == " " and not words.capital(at + 1):
                    entity = self._nations.country(code)
                    yield Found(at, at + 2, entity, Kind.PLACE, "gazetteer")

    def _country_code(self, entity: EntityId) -> str | None:
        number = self._table.number(entity)
        if number is None:
            return None
        code = self._table.country(number)
        return code if code and self._nations.country(code) == entity else None

    def _staff(self, words: Words, at: int, organisations: dict[int, Found]) -> Parsed | None:
        """The staff of an army, which belongs to the army's country: « état-major des FAR »."""
        folded = words.folded
        length = 3 if folded[at : at + 3] == ["etat", "major", "general"] else 2
        if folded[at : at + 2] != ["etat", "major"]:
            return None
        position = at + length
        while position < len(words) and folded[position] in ("de", "des", "du", "la", "l", "les"):
            position += 1
        army = organisations.get(position)
        if army is None or position == at + length:
            return None
        number = self._table.number(army.entity)
        country = None if number is None else self._table.country(number)
        staff = self._nations.institution("etat-major-general")
        if country is None or staff is None:
            return None
        return Parsed(army.after - at, staff, country)

    def _unit(self, words: Words, whole: Found) -> Found | None:
        """A unit named by its task: « bureau des affaires juridiques du ministère de … »."""
        at = whole.first - 1
        while at >= 0 and words.folded[at] in ("du", "de", "la", "le", "l", "des"):
            at -= 1
        if at == whole.first - 1:
            return None
        for first in range(at, max(-1, at - _UNIT_LENGTH), -1):
            word = words.folded[first]
            if first < at and word in self.lexicon.units:
                if words.folded[first + 1] not in ("de", "des", "du", "d"):
                    return None
                surface = words.surface(first, whole.after)
                if "\n" in surface or any(char in surface for char in ',.;:()«»"'):
                    return None
                entity = EntityId(f"organisation:{'-'.join(words.folded[first : whole.after])}")
                return Found(first, whole.after, entity, Kind.ORGANISATION, "rules")
            if word in self.lexicon.never_in_unit:
                return None
        return None

    def resolved(self, words: Words, found: list[Found]) -> list[Found]:
        """Gives a ministry without a country, « ministère de la Défense », the country that the
        article speaks of.
        """
        open_ = [match for match in found if match.by == "unresolved"]
        if not open_:
            return found
        countries: dict[str, dict[str, int]] = {}
        for match in found:
            described = self._nations.described(match.entity)
            if described and described[1]:
                votes = countries.setdefault(described[0].id, {})
                votes[described[1]] = votes.get(described[1], 0) + 1
        for institution, code in self._ministers(words):
            votes = countries.setdefault(institution, {})
            votes[code] = votes.get(code, 0) + 1
        resolved = []
        for match in found:
            if match.by == "unresolved":
                described = self._nations.described(match.entity)
                votes = countries.get(described[0].id, {}) if described else {}
                ranked = sorted(votes.items(), key=lambda vote: -vote[1])
                entity = match.entity
                if described and ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
                    entity = self._nations.entity(described[0], ranked[0][0])
                match = match._replace(entity=entity, by="gazetteer")
            resolved.append(match)
        return resolved

    def _ministers(self, words: Words) -> Iterator[tuple[str, str]]:
        """The countries of the ministries that their ministers tell: « ministre israélien de la
        Défense ».
        """
        for at, word in enumerate(words.folded):
            if word in ("ministre", "ministres"):
                parsed = self._nations.minister(words, at)
                if parsed and parsed.country:
                    yield parsed.institution.id, parsed.country


def _is_role(words: Words, at: int) -> bool:
    """Whether the words are the office of a person and not the staff: « chef d'état-major »."""
    return at > 1 and words.folded[at - 1] == "d" and words.folded[at - 2].rstrip("s") == "chef"
