"""Which names of the gazetteers stand in a text, and where: one pass, the longest form first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from index.entities.bodies import Bodies
from index.entities.context import Lexicon
from index.entities.found import Found as Found
from index.entities.found import covered
from index.entities.gazetteer import digest, parse, read_files, shipped_files
from index.entities.names import folded_key
from index.entities.nations import Institution, Nations, country_entries, institutions
from index.entities.persons import CIVILITIES, surname, with_title
from index.entities.table import NameTable, TableColumns
from index.entities.words import Words
from index.french.tokens import fold
from index.model.article import EntityId, Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_COUNTRIES = "countries.yaml"
_INSTITUTIONS = "institutions.yaml"
_LEXICON = "lexicon.yaml"
_KEPT = "gazetteers.msgpack"
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
        """The one that was kept in a folder, ten times sooner than it is loaded; None without one."""
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
        named = self._named(words)
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
        found: list[Found] = []
        reached = 0
        for at in table.beginnings(words.folded):
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
        if near and not _near(words, at, near):
            return False
        if length > 1:
            return kind is not Kind.PLACE or not self._goes_on(words, at + length)
        word = words.folded[at]
        if kind is Kind.GROUP and words.begins_sentence(at) and words.word(at).islower():
            return False
        if word in self.lexicon.common and kind is Kind.PLACE:
            return at > 0 and words.folded[at - 1] in self.lexicon.locative and words.joined_of(at)
        if kind in (Kind.PLACE, Kind.PERSON, Kind.GROUP):
            return not self._within_other_name(words, at, kind)
        if kind is Kind.ORGANISATION and not words.word(at).isupper():
            # « Charles Leclerc » is no supermarket, « Château-Renault » no car.
            before = at - 1
            if at == 0 or not words.capital(before):
                return True
            if words.gap(at) == "-":
                return words.folded[before] not in self.lexicon.place_heads
            given = words.gap(at) == " "
            return not (given and words.folded[before] in self.lexicon.first_names)
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
        if kind is Kind.PLACE and self._compound(words, after):
            return True
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

    def _goes_on(self, words: Words, after: int) -> bool:
        """« Saint-Quentin-Fallavier », « Saint-Rémy-de-Provence »: other places than the first words."""
        if after >= len(words) or words.gap(after) != "-":
            return False
        if words.capital(after):
            return len(words.folded[after]) > 2 and not self._table.begins(words.folded[after])
        return self._compound(words, after)

    def _compound(self, words: Words, after: int) -> bool:
        """« Vannes-le-Châtel » is not Vannes."""
        return (
            after + 1 < len(words)
            and words.gap(after) == "-"
            and words.folded[after] in self.lexicon.name_links
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
                owners = alone.setdefault(tuple(folded_key(short).split(" ")), [])
                if match.entity not in owners:
                    owners.append(match.entity)
        if not alone:
            return
        firsts = {key[0] for key in alone}
        cover = covered(found, len(words))
        for at in [at for at, word in enumerate(words.folded) if word in firsts]:
            if cover[at] or not words.capital(at):
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

    def namesake(self, words: Words, match: Found) -> Found | None:
        """« avenue Victor Hugo »: a place that bears the name of a person."""
        at = match.first - 1
        if at < 0 or words.folded[at] not in self.lexicon.namesakes or words.gap(at + 1) != " ":
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


def _near(words: Words, at: int, beginnings: tuple[str, ...]) -> bool:
    folded = words.folded
    wanted = tuple(fold(beginning) for beginning in beginnings)
    window = range(max(0, at - _NEAR_WORDS), min(len(folded), at + _NEAR_WORDS))
    return any(other != at and folded[other].startswith(wanted) for other in window)


def _edition(entity: EntityId) -> tuple[EntityId, str]:
    base, _, year = entity.rpartition("-")
    return (EntityId(base), year) if _YEAR.fullmatch(year) else (entity, "")
