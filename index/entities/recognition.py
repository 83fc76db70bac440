"""Which names of the gazetteers stand in a text, and where: one pass, the longest form first."""

from __future__ import annotations

import re
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from index.entities.bodies import Bodies
from index.entities.context import Lexicon
from index.entities.form_table import NameTable, TableColumns
from index.entities.found_names import Found, covered, in_order
from index.entities.gazetteer import (
    Entry,
    GazetteerFile,
    digest,
    parse,
    read_files,
    shipped_files,
)
from index.entities.matching import Matcher
from index.entities.nations import COUNTRIES, Institution, Nations, country_entries, institutions
from index.entities.persons import with_title
from index.entities.surnames import Surnames
from index.entities.words import Words
from index.model.article import EntityId, Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_INSTITUTIONS = "institutions.yaml"
_LEXICON = "lexicon.yaml"
_BEARERS = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
_KEPT = "gazetteers.msgpack"
_YEAR = re.compile(r"(?:19|20)\d\d")


class _Kept(msgspec.Struct, array_like=True):
    """A recogniser as it is kept in a file."""

    table: TableColumns
    codes: dict[str, EntityId]
    adjectives: dict[str, str]
    institutions: tuple[Institution, ...]
    lexicon: Lexicon
    digest: str


class Recogniser:
    """Finds the entities that gazetteers name; one instance serves any number of texts."""

    def __init__(
        self, table: NameTable, nations: Nations, lexicon: Lexicon, *, digest: str
    ) -> None:
        self.digest = digest
        """Changes when any gazetteer does: what was found with another digest is out of date."""
        self.lexicon = lexicon
        self._table = table
        self._nations = nations
        self._bodies = Bodies(table, nations, lexicon)
        self._matcher = Matcher(table, lexicon)
        self._surnames = Surnames(table, lexicon)

    @classmethod
    def load(cls, extra: Sequence[Path] = (), *, within: Path | None = None) -> Recogniser:
        """The shipped gazetteers and those of the corpus in the folder `within`, which count first.

        Raises SettingsError where a file is not as it must be.
        """
        own = read_files(extra, within=within or Path())
        shipped = shipped_files()
        table = NameTable()
        for file in own:
            for entry in parse(file):
                table.add(entry)
        codes: dict[str, EntityId] = {}
        adjectives: dict[str, str] = {}
        for entry, code, forms in country_entries(shipped[COUNTRIES]):
            number = table.add(entry)
            codes.setdefault(code, table.id(number))
            for form in forms:
                adjectives.setdefault(form, code)
        for entry in _plain_entries(shipped):
            table.add(entry)
        nations = Nations(codes, adjectives, tuple(institutions(shipped[_INSTITUTIONS])))
        lexicon = Lexicon.parse(shipped[_LEXICON])
        return cls(table, nations, lexicon, digest=digest((*own, *shipped.values())))

    def keep(self, folder: Path) -> None:
        """Writes down what was read, for `kept`."""
        nations = self._nations
        kept = _Kept(
            self._table.columns(),
            nations.codes,
            nations.adjectives,
            nations.known,
            self.lexicon,
            self.digest,
        )
        (folder / _KEPT).write_bytes(msgspec.msgpack.encode(kept))

    @classmethod
    def kept(cls, folder: Path) -> Recogniser | None:
        """The recogniser that was kept in a folder, which is ten times as fast as loading the lists; None
        without one.
        """
        try:
            kept = msgspec.msgpack.decode((folder / _KEPT).read_bytes(), type=_Kept)
        except (OSError, msgspec.MsgspecError):
            return None
        nations = Nations(kept.codes, kept.adjectives, kept.institutions)
        return cls(NameTable.of(kept.table), nations, kept.lexicon, digest=kept.digest)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """What stands in a text, sorted by start, the longer first; mentions may nest."""
        words = Words(text)
        return as_mentions(words, self.find(words))

    def find(self, words: Words) -> list[Found]:
        """What stands in a text, by words."""
        named = self._matcher.named(words)
        found = list(self._bodies.institutions(words, named))
        cover = covered(found, len(words))
        for match in named:
            inside = cover[match.first]
            if inside is None or (
                match.kind in (Kind.ORGANISATION, Kind.PLACE) and match.first > inside[0]
            ):
                found.append(match)
        found.extend(self._bodies.realms(words, found))
        found = self._bodies.resolved(words, found)
        found.extend(self._surnames.alone(words, found))
        found = [self._extended(words, match) for match in found]
        return in_order(found)

    def name(self, entity: EntityId) -> str:
        """What an entity is called; the words of its id where nothing names it."""
        number = self._table.number(entity)
        if number is not None:
            return self._table.name(number)
        described = self._nations.described(entity)
        if described:
            institution, country = described
            if country is None:
                return institution.name
            return f"{institution.name} ({self.name(self._nations.country(country))})"
        base, year = _edition(entity)
        if year and self._table.number(base) is not None:
            return f"{self.name(base)} {year}"
        return entity.partition(":")[2].replace("-", " ")

    def kind(self, entity: EntityId) -> Kind:
        """The kind of an entity, which its id begins with."""
        try:
            return Kind(entity.partition(":")[0])
        except ValueError:
            return Kind.OTHER

    def known(self, entity: EntityId) -> bool:
        """Whether a gazetteer names an entity."""
        if self._table.number(entity) is not None or self._nations.described(entity):
            return True
        base, year = _edition(entity)
        return bool(year) and self._table.number(base) is not None

    def needs_words(self, entity: EntityId) -> bool:
        """Whether gazetteers give an entity only beside certain words: « Jaguar » beside « blindé »."""
        number = self._table.number(entity)
        return number is not None and bool(self._table.near(number))

    def listed(self, key: str) -> EntityId | None:
        """The one place that gazetteers call by a folded word, where nothing else bears it."""
        numbers = self._table.numbers(key)
        if len(numbers) != 1 or self._table.near(numbers[0]):
            return None
        return self._table.id(numbers[0]) if self._table.kind(numbers[0]) is Kind.PLACE else None

    def event(self, key: str) -> EntityId | None:
        """The event that gazetteers call by some folded words; None if they do not."""
        for number in self._table.numbers(key):
            if self._table.kind(number) is Kind.EVENT and not self._table.near(number):
                return self._table.id(number)
        return None

    @cached_property
    def _last_words(self) -> frozenset[str]:
        return self._table.last_words()

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the persons' names in the gazetteers, as they are spelt."""
        return self._table.surnames()

    def is_borne(self, word: str, key: str) -> bool:
        """Whether a word, folded `key`, names a person, a company or a place of gazetteers or ends such a name."""
        return word in self._last_words or any(
            self._table.kind(number) in _BEARERS for number in self._table.numbers(key)
        )

    def is_country(self, entity: EntityId) -> bool:
        """Whether an entity is a country."""
        return entity in self._countries

    @cached_property
    def _countries(self) -> frozenset[EntityId]:
        return frozenset(self._nations.codes.values())

    @property
    def nationalities(self) -> Mapping[str, str]:
        """The folded adjectives of countries, each with the country's code."""
        return self._nations.adjectives

    def without(self, entities: frozenset[EntityId]) -> Recogniser:
        """This recogniser as if no gazetteer named these entities; for measuring what else finds them."""
        table = self._table.without(
            frozenset(n for entity in entities if (n := self._table.number(entity)) is not None)
        )
        return Recogniser(table, self._nations, self.lexicon, digest=self.digest)

    def without_gazetteers(self) -> Recogniser:
        """The rules alone; for measuring."""
        nations = Nations({}, {}, ())
        return Recogniser(NameTable(), nations, self.lexicon, digest=self.digest)

    def namesake(self, words: Words, match: Found) -> Found | None:
        """« avenue Victor Hugo »: a place that bears the name of a person."""
        at = self.lexicon.building_before(words.folded, match.first)
        if at < 0 or any(words.gap(one) != " " for one in range(at + 1, match.first + 1)):
            return None
        if words.word(at) == "cite":
            # The verb, not « cité ».
            return None
        entity = EntityId(f"place:{'-'.join(words.folded[at : match.after])}")
        return Found(at, match.after, entity, Kind.PLACE, "rules")

    def _extended(self, words: Words, match: Found) -> Found:
        if match.kind is Kind.PERSON:
            return self.namesake(words, match) or match._replace(
                first=with_title(words, match.first)
            )
        if match.kind is Kind.EQUIPMENT:
            # « l'avenue Charles-de-Gaulle » is no ship.
            return self.namesake(words, match) or match
        if (
            match.kind is Kind.EVENT
            and match.after < len(words)
            and words.gap(match.after) in (" ", "\u00a0", "-")
            and _YEAR.fullmatch(words.folded[match.after])
            and not _YEAR.search(match.entity)
        ):
            entity = EntityId(f"{match.entity}-{words.folded[match.after]}")
            return match._replace(after=match.after + 1, entity=entity)
        return match


def as_mentions(words: Words, found: Sequence[Found]) -> tuple[Mention, ...]:
    """The mentions at their places in the text; what is glued to a name is left out of it."""
    mentions = []
    for match in found:
        start, end = words.starts[match.first], words.ends[match.after - 1]
        by = match.by
        if by.startswith("glued "):
            end -= int(by.removeprefix("glued "))
            by = "glued"
        elif match.kind is Kind.ORGANISATION and words.text[end : end + 1] == "+":
            # « Canal+ »; a sign is no word.
            end += 1
        mentions.append(Mention(start, end, match.entity, match.kind, by))
    return tuple(mentions)


def _edition(entity: EntityId) -> tuple[EntityId, str]:
    base, _, year = entity.rpartition("-")
    return (EntityId(base), year) if _YEAR.fullmatch(year) else (entity, "")


@cache
def listed() -> frozenset[EntityId]:
    """The entities of the shipped gazetteers but institutions of a kind: whom the news of any day names."""
    shipped = shipped_files()
    countries = (entry for entry, _, _ in country_entries(shipped[COUNTRIES]))
    return frozenset(entry.entity_id for entry in chain(countries, _plain_entries(shipped)))


def _plain_entries(shipped: Mapping[str, GazetteerFile]) -> Iterator[Entry]:
    special = (COUNTRIES, _INSTITUTIONS, _LEXICON)
    for name, file in shipped.items():
        if name not in special:
            yield from parse(file)
