"""A dossier before its format: sections of paragraphs, tables and cited passages with proofs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Proof:
    """The place of some words: enough for somebody else to find them in the same file."""

    number: int
    article: str
    """The id of the article."""
    source: str
    title: str
    date: str
    """The date, with its basis if it is not stated."""
    file: str
    start: int
    end: int
    """Start and end count code points of the article's clean text, or of its lead."""
    sha256: str
    words: str = ""
    """The sentence, if the dossier shows only a value from it."""
    in_lead: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the reader."""

    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a source, unchanged."""

    text: str
    proof: Proof | None
    lead: str = ""
    """The speaker or the source, before the words."""
    gives: str = ""
    """The value that the words give."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    proofs: tuple[Proof, ...] = ()
    grave: bool = False
    """Whether it is emphasised."""


class TableKind(StrEnum):
    """How the columns of a table share its width."""

    PLAIN = "plain"
    FACTS = "facts"
    """The subject, the verdict, then one column for each account."""
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
    """A line in small print under the heading."""


@dataclass(frozen=True, slots=True)
class Dossier:
    title: str
    corpus: str
    facts: tuple[str, ...]
    """The lines below the title: counts, days, date of the index."""
    sections: tuple[Section, ...]
    proofs: tuple[Proof, ...]
    language: str
