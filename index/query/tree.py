"""What a query can say. Every query is a value; `str` gives a text that parses to the same value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from index.model.article import HowSaid
from index.model.found import Facet


class Query:
    """Base of all; `str(query)` is its canonical form in the French notation."""

    __slots__ = ()

    @property
    def binding(self) -> int:
        """How tightly the written form holds together: 0 OU, 1 ET, 2 PRES, 3 a single operand."""
        return 3

    def inside(self, binding: int) -> str:
        """The written form where something that binds as tightly as that stands around it."""
        return str(self) if self.binding >= binding else f"({self})"


@dataclass(frozen=True, slots=True)
class Everything(Query):
    """The empty query: all articles."""

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Word(Query):
    """A word in all forms of its family; also a designator in all its spellings."""

    text: str
    """In its exact form: lower case, accents as typed."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Exact(Query):
    """Words in a row, in just these forms with just these accents: `=armée`."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"={self.words[0]}" if len(self.words) == 1 else f'="{_spaced(self.words)}"'


@dataclass(frozen=True, slots=True)
class Phrase(Query):
    """Words in a row in these forms, whatever their accents: `"…"`, « … », hyphenated words."""

    words: tuple[str, ...]
    hyphenated: bool = False
    """Typed with hyphens: then the same in one word is meant too."""

    def __str__(self) -> str:
        if self.hyphenated:
            return "-".join(self.words)
        return f"«\u00a0{_spaced(self.words)}\u00a0»"


@dataclass(frozen=True, slots=True)
class Pattern(Query):
    """Words with gaps: `arm*`, `*naute`, `co*tion`; accents do not count."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Similar(Query):
    """Words that are spelt nearly so: `gantz~`."""

    text: str
    nearest: bool = False
    """Whether only those of the fewest slips are meant: for a word that is taken for a slip itself."""

    def __str__(self) -> str:
        return f"{self.text}~"


Placed = Word | Exact | Phrase | Pattern | Similar
"""A query that a place of a text can match."""


@dataclass(frozen=True, slots=True)
class Near(Query):
    """Two of them with at most `distance` words between the end of one and the start of the other."""

    left: Query
    right: Query
    distance: int

    @property
    def binding(self) -> int:
        return 2

    def __str__(self) -> str:
        return f"{self.left.inside(2)} PRES/{self.distance} {self.right.inside(3)}"


@dataclass(frozen=True, slots=True)
class And(Query):
    """All of them; at least two, none itself an `And`."""

    parts: tuple[Query, ...]

    @property
    def binding(self) -> int:
        return 1

    def __str__(self) -> str:
        written = ""
        for part in self.parts:
            if written:
                written += " " if isinstance(part, Not) else " ET "
            written += part.inside(2)
        return written


@dataclass(frozen=True, slots=True)
class Or(Query):
    """At least one of them; at least two, none itself an `Or`."""

    parts: tuple[Query, ...]

    @property
    def binding(self) -> int:
        return 0

    def __str__(self) -> str:
        return " OU ".join(part.inside(1) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not(Query):
    """Everything else."""

    part: Query

    @property
    def binding(self) -> int:
        return 2

    def __str__(self) -> str:
        return f"SAUF {self.part.inside(2)}"


class Place(StrEnum):
    """Where words are looked for, by the name of the field."""

    TITLE = "titre"
    DESCRIPTION = "chapo"
    BODY = "texte"
    QUOTES = "cite"
    ASIDE = "partout"


@dataclass(frozen=True, slots=True)
class Within(Query):
    """Words in one zone only: `titre:accord`, `cite:"porteuse d'avenir"`."""

    place: Place
    part: Query

    def __str__(self) -> str:
        return f"{self.place}:{self.part.inside(3)}"


FACET_FIELDS = {
    Facet.SOURCE: "source",
    Facet.AUTHOR: "auteur",
    Facet.PERSON: "personne",
    Facet.PLACE: "lieu",
    Facet.ORGANISATION: "organisation",
    Facet.EQUIPMENT: "materiel",
    Facet.EVENT: "evenement",
    Facet.GROUP: "groupe",
    Facet.TAG: "tag",
    Facet.SECTION: "rubrique",
    Facet.PAGE: "page",
    Facet.LANGUAGE: "langue",
    Facet.EDITION: "edition",
    Facet.RECORD: "notice",
}


@dataclass(frozen=True, slots=True)
class Having(Query):
    """A value of a facet whose name holds these words in a row: `source:monde`, `personne:"benny gantz"`."""

    facet: Facet
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{FACET_FIELDS[self.facet]}:{_quoted(self.words)}"


@dataclass(frozen=True, slots=True)
class Dated(Query):
    """Published, as far as is known, between two days; each as precise as it was typed."""

    earliest: str | None
    latest: str | None

    def __str__(self) -> str:
        if self.latest is None:
            return f"date:>={self.earliest}"
        if self.earliest is None:
            return f"date:<={self.latest}"
        if self.earliest == self.latest:
            return f"date:{self.earliest}"
        return f"date:{self.earliest}..{self.latest}"


@dataclass(frozen=True, slots=True)
class Undated(Query):
    """Of unknown date: `date:aucune`."""

    def __str__(self) -> str:
        return "date:aucune"


MANNER_NAMES = {
    HowSaid.SAID: "dit",
    HowSaid.ASKED: "demandé",
    HowSaid.PROMISED: "promis",
    HowSaid.THREATENED: "menacé",
    HowSaid.DENIED: "démenti",
    HowSaid.CONDITIONAL: "conditionnel",
    HowSaid.REPORTED: "rapporté",
    HowSaid.TITLE: "titre",
    HowSaid.IRONIC: "distance",
}
"""What the query language calls them; it knows the English names too."""


@dataclass(frozen=True, slots=True)
class SaidBy(Query):
    """With a quotation whose speaker's name holds these words in a row: `dit-par:Gantz`.

    What is denied or told by hearsay counts only where `manners` ask for it.
    """

    words: tuple[str, ...]
    """The name; empty for any speaker: `manière:démenti`."""
    manners: tuple[HowSaid, ...] = ()
    """The words; empty for any quotation."""

    def holds(self, manner: HowSaid | None, denies: bool) -> bool:
        """Whether a quotation of that manner counts; `denies` is of one that is said, and denies what others say."""
        if self.manners:
            return manner in self.manners or (denies and HowSaid.DENIED in self.manners)
        return manner not in (HowSaid.DENIED, HowSaid.CONDITIONAL)

    def __str__(self) -> str:
        by = f"dit-par:{_quoted(self.words)}" if self.words else ""
        how = " ".join(f"manière:{MANNER_NAMES[manner]}" for manner in self.manners)
        return " ".join(part for part in (by, how) if part)


@dataclass(frozen=True, slots=True)
class Like(Query):
    """Articles like that one: `aussi:ID`."""

    id: str

    def __str__(self) -> str:
        return f"aussi:{_raw(self.id)}"


@dataclass(frozen=True, slots=True)
class InFile(Query):
    """From a file whose path holds this: `fichier:depeches/`."""

    text: str

    def __str__(self) -> str:
        return f"fichier:{_raw(self.text)}"


def conjunction(parts: Iterable[Query]) -> Query:
    """All of the parts, without nesting; `Everything` when there are none."""
    flat: list[Query] = []
    for part in parts:
        if isinstance(part, And):
            flat.extend(part.parts)
        elif not isinstance(part, Everything):
            flat.append(part)
    flat = _with_manners(flat)
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else Everything()


def _manners(query: Query) -> tuple[HowSaid, ...]:
    """The manners that a query asks for, if it asks for nothing else."""
    if isinstance(query, SaidBy) and not query.words:
        return query.manners
    if isinstance(query, Or) and all(_manners(part) for part in query.parts):
        return tuple(manner for part in query.parts for manner in _manners(part))
    return ()


def _with_manners(parts: list[Query]) -> list[Query]:
    """`dit-par:X manière:démenti` asks for one quotation that is both."""
    asked = [part for part in parts if _manners(part)]
    named = any(isinstance(part, SaidBy) and part.words for part in parts)
    if not asked or not named:
        return parts
    manners = tuple(dict.fromkeys(m for part in asked for m in _manners(part)))
    return [
        SaidBy(part.words, manners) if isinstance(part, SaidBy) else part
        for part in parts
        if part not in asked
    ]


def disjunction(parts: Iterable[Query]) -> Query:
    """At least one of the parts, without nesting; `Everything` when there are none."""
    flat: list[Query] = []
    for part in parts:
        if isinstance(part, Or):
            flat.extend(part.parts)
        elif not isinstance(part, Everything):
            flat.append(part)
    return Or(tuple(flat)) if len(flat) > 1 else flat[0] if flat else Everything()


def negation(part: Query) -> Query:
    if isinstance(part, Not):
        return part.part
    return part if isinstance(part, Everything) else Not(part)


def _spaced(words: tuple[str, ...]) -> str:
    """Words with spaces, but a comma between two that would be read as one figure: « 25, 000 »."""
    written = words[0]
    for before, word in pairwise(words):
        figures = before[-1].isdigit() and word[0].isdigit()
        written += f", {word}" if figures else f" {word}"
    return written


def _quoted(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f'"{_spaced(words)}"'


def _raw(text: str) -> str:
    plain = text and not any(char.isspace() or char in '()"«»“”' for char in text)
    if plain:
        return text
    # In marks that do not stand in it: what was typed in one kind may hold the others.
    marks = (('"', '"'), ("«", "»"), ("“", "”"))
    opening, closing = next((pair for pair in marks if pair[1] not in text), marks[0])
    return f"{opening}{text}{closing}"
