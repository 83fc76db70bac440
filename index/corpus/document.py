"""The result of a format before cleaning: one article's content and its stated fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.model.article import DateValue, Loss, SetAside
from index.model.text import Piece, Span

UNDATED = DateValue()


class UnreadableError(Exception):
    """A file that cannot be read; `str(error)` is the sentence for the reader. It never leaves the
    package `corpus`.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The fields that a file states outside the text; a missing one is None."""

    title: str | None = None
    description: str | None = None
    source: str | None = None
    author: str | None = None
    published: DateValue = UNDATED
    modified: DateValue = UNDATED
    url: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    record_id: str | None = None
    page: str | None = None
    edition: str | None = None


UNSTATED = Stated()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article before cleaning."""

    raw: str
    """The decoded content of the whole file."""
    region: Span
    """The part of `raw` that belongs to this article."""
    content: str
    """The text that a reader would see, noise included, with each paragraph or line of the file on
    a line.
    """
    pieces: tuple[Piece, ...]
    """From `content` to `raw`."""
    title: Span | None = None
    """The place of the title in `content`, if the format marks it."""
    heading: Span | None = None
    """The place of the title in a page that is otherwise as it was copied, with menus above it."""
    stated: Stated = UNSTATED
    aside: tuple[SetAside, ...] = ()
    """Stretches of `raw` that the format itself sets aside, such as a front matter."""
    told: tuple[Span, ...] = ()
    """Stretches of `raw` that the stated fields say, such as a summary."""
    related: tuple[str, ...] = ()
    """Titles of other articles that the format itself finds on the page."""
    rest: str = "markup"
    """The reason for the parts of `raw` outside `content`, such as tags or the names of fields."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A part of a file that gives no document, or a choice that was made: it is always reported."""

    loss: Loss
    reason: str
    what: str = ""
    number: int = 1
    spans: tuple[Span, ...] = ()
    """The stretches of the file that this tells of, where they hold sentences."""


Found = Document | Lost
"""The results of a format in a file, in their order."""


@dataclass(frozen=True, slots=True)
class SourceRules:
    """The reader's rules for the files of one source.

    `fields` pairs a name that the outlet uses for a field with the usual name (`("surtitre",
    "section")`); `noise` are regular expressions for whole lines to set aside; `keep` are lines
    that must not be set aside, whatever they look like.
    """

    name: str | None = None
    """The source's name, if its files do not state it."""
    fields: tuple[tuple[str, str], ...] = ()
    noise: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


def no_file(_: str) -> bytes:
    """What is read where no other file lies beside one."""
    return b""


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file's bytes, with everything that a format needs to make documents of them."""

    data: bytes
    relative: str
    text: str
    """The decoded content; empty for formats that are not text."""
    rules: SourceRules = SourceRules()
    table: str = ""
    """The name of a table of facts about the texts of its folder, if one lies there."""
    beside: Callable[[str], bytes] = no_file
    """The bytes of another file of the corpus, by its path from this file's folder; empty if there is none."""
