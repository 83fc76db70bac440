"""Electronic books (EPUB), as programs make them of newspapers: an article for each page with prose."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from index.corpus.cleaning.line_looks import Look, look_of
from index.corpus.cleaning.name_looks import is_person
from index.corpus.cleaning.phrases import plain
from index.corpus.document import Document, FileContent, Found, Lost, UnreadableError
from index.corpus.encoding import decoded, find_encoding
from index.corpus.fields import Field, Value, state
from index.corpus.formats.beside_titles import said_beside
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.zipped import Members, attribute, local
from index.corpus.markup import Block, read_markup
from index.corpus.strand import Weaver
from index.model.article import Loss
from index.model.text import Span

_BETWEEN = "\n"
_HEADINGS = ("h1", "h2", "h3")
_FEWEST_WORDS = 20
_PROGRAMS = ("calibre", "unknown", "inconnu")
_ISSUE = re.compile(r"\s*[\[(].*[\])]\s*$|,? \d{1,2} \w+ \d{4}$")
_PAGES = ("application/xhtml+xml", "text/html")
_NEAR = 3
"""How many blocks below a title its outlet, day and byline stand, at the most."""
_NAMED = 60
_AROUND = re.compile(
    r"(?:avant-propos|preface|postface|prologue|avertissement|remerciements?|colophon|acheve d.imprimer|mentions legales|copyright|credits?"
    r"|du meme auteur|de(?:s)? memes? auteurs?|table des matieres|sommaire|dedicaces?|notes? d(?:e l.|es? l?)editeurs?|note de la redaction|a propos de (?:ce|cet|cette|l|nous)\b.*"
    r"|foreword|acknowledge?ments?|about (?:this|the)\b.*|imprint|dedication|contents|vorwort|impressum|danksagung)"
)
"""Titles of the pages around the articles of a book."""
_TYPE = re.compile(
    r"epub:type\s*=\s*[\"'][^\"']*\b(?:foreword|preface|preamble|colophon|copyright-page|titlepage|halftitlepage|imprint|acknowledge?ments|dedication|other-credits|contributors|cover|toc)\b"
)
AROUND = "A foreword, a colophon or the like, or a page of few words, is no article of the book."


class _Book(NamedTuple):
    pages: list[str]
    pairs: list[tuple[Field, Value]]


def _read(data: bytes) -> _Book:
    members = Members(data)
    if b"xhtml" in members.read("META-INF/encryption.xml"):
        raise UnreadableError("The book is protected against copying (DRM).")
    package = _package(members)
    opf = members.tree(package)
    folder = posixpath.dirname(package)
    files: dict[str, str] = {}
    order: list[str] = []
    told: dict[str, list[str]] = {}
    for element in opf.iter():
        match local(element):
            case "item" if attribute(element, "media-type") in _PAGES:
                if "nav" not in attribute(element, "properties").split():
                    files[attribute(element, "id")] = attribute(element, "href")
            case "itemref":
                order.append(attribute(element, "idref"))
            case "title" | "creator" | "publisher" | "date" | "language" | "identifier" as name:
                told.setdefault(name, []).append((element.text or "").strip())
    pages = []
    for wanted in order:
        if wanted in files:
            page = members.read(posixpath.normpath(posixpath.join(folder, unquote(files[wanted]))))
            if page:
                pages.append(_decoded(page))
    if not pages:
        raise UnreadableError("The book holds no page.")
    return _Book(pages, _pairs(told))


def _package(members: Members) -> str:
    if "META-INF/container.xml" in members.names:
        for element in members.tree("META-INF/container.xml").iter():
            if local(element) == "rootfile":
                return attribute(element, "full-path")
    return next((name for name in members.names if name.endswith(".opf")), "")


def _decoded(page: bytes) -> str:
    try:
        return decoded(page, find_encoding(page))
    except UnreadableError:
        return ""


def _pairs(told: dict[str, list[str]]) -> list[tuple[Field, Value]]:
    title = next(iter(told.get("title", [])), "")
    makers = [name for name in told.get("publisher", []) if name.lower() not in _PROGRAMS]
    authors = [name for name in told.get("creator", []) if name.lower() not in _PROGRAMS]
    pairs: list[tuple[Field, Value]] = [
        (Field.SOURCE, _ISSUE.sub("", title) or next(iter(makers), "")),
        (Field.PUBLISHED, next(iter(told.get("date", [])), "")),
        (Field.LANGUAGE, next(iter(told.get("language", [])), "")),
    ]
    if authors:
        pairs.append((Field.AUTHOR, ", ".join(authors)))
    return pairs


def book_text(data: bytes) -> str:
    """The pages of a book, one after the other, as HTML."""
    return _BETWEEN.join(_read(data).pages)


def documents(file: FileContent) -> Iterator[Found]:
    """A document for each page that holds prose; covers and lists of contents are none."""
    book = _read(file.data)
    raw = _BETWEEN.join(book.pages)
    at = 0
    for page in book.pages:
        found = _found(raw, page, at, book.pairs)
        if found is not None:
            yield found
        at += len(page) + len(_BETWEEN)


def _found(raw: str, page: str, offset: int, pairs: list[tuple[Field, Value]]) -> Found | None:
    """The article of a page; what is told of a foreword, a colophon or a few sentences; None for a page without any."""
    blocks = [block for block in read_markup(page).blocks if not block.inside("nav")]
    title = next((block for block in blocks[:6] if block.inside(*_HEADINGS)), None)
    body = [block for block in blocks if block is not title and not _is_list(block)]
    own = [pair for block in body[:_NEAR] for pair in said_beside(block.text)]
    few = sum(len(block.text.split()) for block in body) < _FEWEST_WORDS
    around = not own and (
        (title is not None and _AROUND.fullmatch(plain(title.text)) is not None)
        or any(_TYPE.search(element.attributes) for block in blocks[:1] for element in block.path)
    )
    if few or around:
        if not any(look_of(block.text).look is Look.PROSE for block in body):
            return None
        name = title.text if title is not None else body[0].text[:_NAMED]
        return Lost(Loss.REMARK, AROUND, name, spans=(Span(offset, offset + len(page)),))
    return _document(raw, page, offset, title, body, _pairs_of(own, body, pairs))


def _pairs_of(
    own: list[tuple[Field, Value]], body: list[Block], of_book: list[tuple[Field, Value]]
) -> list[tuple[Field, Value]]:
    """What a page and its book state: an outlet below the title makes the book a collection, whose maker wrote none of
    its articles; a byline or a signature is the author's.
    """
    told = {field for field, _ in own}
    if Field.SOURCE in told:
        return [*own, *(pair for pair in of_book if pair[0] is Field.LANGUAGE)]
    if len(body[-1].text) <= _NAMED and is_person(body[-1].text):
        told.add(Field.AUTHOR)
    return [*own, *(pair for pair in of_book if pair[0] not in told)]


def _document(
    raw: str,
    page: str,
    offset: int,
    title: Block | None,
    body: list[Block],
    pairs: list[tuple[Field, Value]],
) -> Document:
    weaver = Weaver()
    for block in ([title] if title else []) + body:
        if weaver.length:
            place = block.strand.pieces[0].raw_start + offset
            weaver.put("\n\n", place, place)
        for piece in block.strand.pieces:
            weaver.put(
                block.strand.text[piece.start : piece.end],
                piece.raw_start + offset,
                piece.raw_end + offset,
            )
    strand = weaver.strand()
    return Document(
        raw=raw,
        region=Span(offset, offset + len(page)),
        content=strand.text,
        pieces=strand.pieces,
        title=Span(0, len(title.text)) if title else None,
        stated=state(pairs),
    )


def _is_list(block: Block) -> bool:
    """Whether a block is a line of a list of contents: all of it is a link."""
    return block.inside("li") and block.inside("a")


FORMAT = Format("EPUB", (".epub",), documents, holds_many=True, raw=book_text, limit=100 * MEGABYTE)
