"""What a dossier is made of before its format: sections of paragraphs, tables and cited passages with proofs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Proof:
    """Where words stand: enough for somebody else to find them in the same file."""

    number: int
    source: str
    title: str
    date: str
    """With its basis, where it is not stated."""
    file: str
    start: int
    end: int
    """Code points of the article's clean text, or of its lead."""
    sha256: str
    words: str = ""
    """The sentence, where the dossier shows only a value of it."""
    in_lead: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader has to say."""

    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a source, as they stand there."""

    text: str
    proof: Proof | None
    lead: str = ""
    """Who or which source, before the words."""
    gives: str = ""
    """What the words come to: a value."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    proofs: tuple[Proof, ...] = ()
    grave: bool = False
    """Whether it is what the eye should fall on."""


class TableKind(StrEnum):
    """How the columns of a table share its width."""

    PLAIN = "plain"
    FACTS = "facts"
    """What it is about, how it stands, then one column an account."""
    SAID = "said"
    """A letter, words, a remark."""
    SOURCES = "sources"
    """A letter, source, date, title."""
    LINES = "lines"
    """Left, word, right, place."""


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kind: TableKind = TableKind.PLAIN
    caption: str = ""


Block = Text | Note | Cited | Table


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    blocks: tuple[Block, ...]
    level: int = 2
    known: str = ""
    """A line under the heading, in small."""


@dataclass(frozen=True, slots=True)
class Dossier:
    title: str
    corpus: str
    facts: tuple[str, ...]
    """The lines below the title: counts, days, date of the index."""
    sections: tuple[Section, ...]
    proofs: tuple[Proof, ...]
    language: str
