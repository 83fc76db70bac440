"""Which names of the gazetteers stand in a text, and where: one pass, the longest form first."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from index.entities.context import Lexicon
from index.entities.gazetteer import GazetteerFile, digest, parse, read_files
from index.entities.nations import Nations, Parsed, country_entries, institutions
from index.entities.persons import CIVILITIES, surname, with_title
from index.entities.table import NameTable
from index.entities.words import Words
from index.french.tokens import fold, word_forms, word_spans
from index.model.article import EntityId, Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_COUNTRIES = "countries.yaml"
_INSTITUTIONS = "institutions.yaml"
_LEXICON = "lexicon.yaml"
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR_WORDS = 40
GLUED = frozenset(
    [
        "a",
        "au",
        "aux",
        "avec",
        "ce",
        "comme",
        "dans",
        "de",
        "des",
        "du",
        "elle",
        "en",
        "est",
        "et",
        "ils",
        "il",
        "la",
        "le",
        "les",
        "lors",
        "mais",
        "ont",
        "ou",
        "par",
        "pour",
        "qui",
        "que",
        "s",
        "sa",
        "ses",
        "son",
        "sur",
        "un",
        "une",
    ]
)
_UNIT_LENGTH = 9
_REALMS = frozenset({"royaume", "etat", "sultanat", "emirat", "principaute"})


class Found(NamedTuple):
    """A mention by words `[first, after)`."""

    first: int
    after: int
    entity: EntityId
    kind: Kind
    by: str


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

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Recogniser:
        """The shipped gazetteers and those of the corpus, whose entries count first.

        Raises SettingsError where a file is not as it must be.
        """
        own = read_files(extra)
        shipped = shipped_files()
        table = NameTable()
        for file in own:
            for entry in parse(file):
                table.add(entry)
        codes: dict[str, EntityId] = {}
        adjectives: dict[str, str] = {}
        for entry, code, forms in country_entries(shipped[_COUNTRIES]):
            number = table.add(entry)
            codes.setdefault(code, table.id(number))
            for form in forms:
                adjectives.setdefault(form, code)
        special = (_COUNTRIES, _INSTITUTIONS, _LEXICON)
        for name, file in shipped.items():
            if name not in special:
                for entry in parse(file):
                    table.add(entry)
        nations = Nations(codes, adjectives, tuple(institutions(shipped[_INSTITUTIONS])))
        lexicon = Lexicon.parse(shipped[_LEXICON])
        return cls(table, nations, lexicon, digest=digest((*own, *shipped.values())))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """What stands in a text, sorted by start, the longer first; mentions may nest."""
        words = Words(text)
        return as_mentions(words, self.find(words))

    def find(self, words: Words) -> list[Found]:
        """What stands in a text, by words."""
        named = self._named(words)
        found = list(self._institutions(words, named))
        covered = _covered(found, len(words))
        for match in named:
            inside = covered[match.first]
            if inside is None or (
                match.kind in (Kind.ORGANISATION, Kind.PLACE) and match.first > inside[0]
            ):
                found.append(match)
        found.extend(self._realms(words, found))
        found = self._resolved(words, found)
        found.extend(self._surnames(words, found))
        found = [self._extended(words, match) for match in found]
        return sorted(set(found), key=lambda match: (match.first, -match.after))

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

    def without(self, entities: frozenset[EntityId]) -> Recogniser:
        """The same as if no gazetteer named these; for measuring what else finds them."""
        table = self._table.without(
            frozenset(n for entity in entities if (n := self._table.number(entity)) is not None)
        )
        return Recogniser(table, self._nations, self.lexicon, digest=self.digest)

    def without_gazetteers(self) -> Recogniser:
        """The rules alone; for measuring."""
        nations = Nations({}, {}, ())
        return Recogniser(NameTable(), nations, self.lexicon, digest=self.digest)

    # -- names -------------------------------------------------------------------------------

    def _named(self, words: Words) -> list[Found]:
        table = self._table
        begins = table.begins
        folded = words.folded
        found: list[Found] = []
        at = 0
        end = len(words)
        while at < end:
            step = 1
            if begins(folded[at]):
                for length, number in table.matches(words, at):
                    if self._fits(words, at, length, number):
                        found.append(
                            Found(
                                at, at + length, table.id(number), table.kind(number), "gazetteer"
                            )
                        )
                        step = length
                        break
                else:
                    glued = self._glued(words, at)
                    if glued:
                        found.append(glued)
                        step = glued.after - at
            at += step
        return found

    def _fits(self, words: Words, at: int, length: int, number: int) -> bool:
        kind = self._table.kind(number)
        near = self._table.near(number)
        if near and not _near(words, at, near):
            return False
        if length > 1:
            return True
        word = words.folded[at]
        if kind is Kind.GROUP and words.begins_sentence(at) and words.word(at).islower():
            return False
        if word in self.lexicon.common and kind is Kind.PLACE:
            return at > 0 and words.folded[at - 1] in self.lexicon.locative and words.joined_of(at)
        if kind in (Kind.PLACE, Kind.PERSON, Kind.GROUP):
            return not self._within_other_name(words, at, kind)
        return True

    def _within_other_name(self, words: Words, at: int, kind: Kind) -> bool:
        """Whether capitalised words beside a single word make it part of a name unknown here."""
        before = at - 1
        if (
            before >= 0
            and words.gap(at) == " "
            and words.capital(before)
            and not words.begins_sentence(before)
            and not words.word(before).isupper()
            and words.folded[before] not in self.lexicon.before_names
            and not self._ends_name(words, before)
        ):
            return True
        if (
            kind is Kind.PERSON
            and before >= 0
            and words.gap(at) == " "
            and words.capital(before)
            and words.folded[before] in self.lexicon.first_names
        ):
            return True
        after = at + 1
        return (
            kind is Kind.PLACE
            and after < len(words)
            and words.gap(after) == " "
            and words.capital(after)
            and len(words.folded[after]) > 1
            and not words.word(after).isupper()
            and words.folded[after] not in self.lexicon.first_names
            and not self._table.begins(words.folded[after])
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
        """A full name whose last word has a small word glued to it: « Jean Dupontet ».

        The mention covers the word as a whole here; `as_mentions` cuts it.
        """
        if not words.capital(at):
            return None
        key = words.folded[at]
        position = at + 1
        while position < len(words) and self._table.begins(key):
            word = words.word(position)
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

    # -- institutions ------------------------------------------------------------------------

    def _institutions(self, words: Words, named: list[Found]) -> Iterator[Found]:
        countries = {
            match.first: (match.after - match.first, code)
            for match in named
            if match.kind is Kind.PLACE and (code := self._country_code(match.entity))
        }
        organisations = {match.first: match for match in named if match.kind is Kind.ORGANISATION}
        at = 0
        while at < len(words):
            step = 1
            if self._nations.starts(words.folded[at]):
                parsed = self._nations.parse(words, at, countries) or self._staff(
                    words, at, organisations
                )
                if parsed and not _is_role(words, at):
                    whole = Found(
                        at,
                        at + parsed.length,
                        self._nations.entity(parsed.institution, parsed.country),
                        Kind.ORGANISATION,
                        "gazetteer" if parsed.country else "unresolved",
                    )
                    yield whole
                    unit = self._unit(words, whole)
                    if unit:
                        yield unit
                    step = parsed.length
            at += step

    def _realms(self, words: Words, found: list[Found]) -> Iterator[Found]:
        """« royaume wallon », « État hébreu »: a country by its adjective."""
        covered = {at for match in found for at in range(match.first, match.after)}
        for at in range(len(words) - 1):
            word = words.folded[at]
            if word in _REALMS and at not in covered and (word != "etat" or words.capital(at)):
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
        """« état-major des FAR »: the staff of an army is that of its country."""
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
        """« bureau des affaires juridiques du ministère de … »: a unit named by what it is for."""
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

    def _resolved(self, words: Words, found: list[Found]) -> list[Found]:
        """« ministère de la Défense » alone is that of the country that the article speaks of."""
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
        """« ministre israélien de la Défense » says whose the ministry of this article is."""
        for at, word in enumerate(words.folded):
            if word in ("ministre", "ministres"):
                parsed = self._nations.minister(words, at)
                if parsed and parsed.country:
                    yield parsed.institution.id, parsed.country

    # -- persons -----------------------------------------------------------------------------

    def _surnames(self, words: Words, found: list[Found]) -> Iterator[Found]:
        """Surnames on their own, of persons whose full name stands in the same text."""
        alone: dict[tuple[str, ...], list[EntityId]] = {}
        for match in found:
            if match.kind is not Kind.PERSON:
                continue
            number = self._table.number(match.entity)
            name = self._table.name(number) if number is not None else ""
            short = (number is not None and self._table.surname(number)) or surname(name)
            if short:
                key = tuple(word_forms(short[a:b])[1] for a, b in word_spans(short))
                owners = alone.setdefault(key, [])
                if match.entity not in owners:
                    owners.append(match.entity)
        if not alone:
            return
        firsts = {key[0] for key in alone}
        covered = _covered(found, len(words))
        for at, word in enumerate(words.folded):
            if word not in firsts or covered[at] or not words.capital(at):
                continue
            for key, owners in sorted(alone.items(), key=lambda item: -len(item[0])):
                after = at + len(key)
                if tuple(words.folded[at:after]) != key or not words.capital(after - 1):
                    continue
                owner = self._owner(words, at, owners, found)
                if owner and self._stands_alone(words, at, after):
                    yield Found(at, after, owner, Kind.PERSON, "surname")
                    break

    @staticmethod
    def _owner(
        words: Words, at: int, owners: list[EntityId], found: list[Found]
    ) -> EntityId | None:
        """Of several with one surname, the one named last before."""
        if len(owners) == 1:
            return owners[0]
        before = [match for match in found if match.entity in owners and match.first < at]
        return max(before, key=lambda match: match.first).entity if before else None

    def _stands_alone(self, words: Words, at: int, after: int) -> bool:
        if after < len(words) and words.gap(after) in (" ", "-") and words.capital(after):
            return False
        before = at - 1
        if before < 0 or words.gap(at) not in (" ", "-", "\u00a0"):
            return True
        word = words.folded[before]
        if word in CIVILITIES or not words.capital(before):
            return words.gap(at) != "-"
        if word in self.lexicon.first_names:
            return False
        return words.begins_sentence(before) or word in self.lexicon.before_names

    def _extended(self, words: Words, match: Found) -> Found:
        if match.kind is Kind.PERSON:
            return match._replace(first=with_title(words, match.first))
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
        mentions.append(Mention(start, end, match.entity, match.kind, by))
    return tuple(mentions)


def shipped_files() -> dict[str, GazetteerFile]:
    """The gazetteers that come with the program, by file name."""
    folder = resources.files("index.entities") / "data"
    return {
        file.name: GazetteerFile(file.name, file.read_bytes())
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".yaml")
    }


def _covered(found: list[Found], length: int) -> list[tuple[int, int] | None]:
    covered: list[tuple[int, int] | None] = [None] * length
    for match in found:
        for at in range(match.first, match.after):
            if covered[at] is None:
                covered[at] = (match.first, match.after)
    return covered


def _near(words: Words, at: int, beginnings: tuple[str, ...]) -> bool:
    folded = words.folded
    wanted = tuple(fold(beginning) for beginning in beginnings)
    window = range(max(0, at - _NEAR_WORDS), min(len(folded), at + _NEAR_WORDS))
    return any(other != at and folded[other].startswith(wanted) for other in window)


def _is_role(words: Words, at: int) -> bool:
    """« chef d'état-major »: an office, not the staff."""
    return at > 1 and words.folded[at - 1] == "d" and words.folded[at - 2].rstrip("s") == "chef"


def _edition(entity: EntityId) -> tuple[EntityId, str]:
    base, _, year = entity.rpartition("-")
    return (EntityId(base), year) if _YEAR.fullmatch(year) else (entity, "")
