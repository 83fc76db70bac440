"""Exports of Europresse in HTML: many articles a file, fields told by the classes of their elements.

Three layouts, gathered from published readers of these exports (tm.plugin.europresse, europarser,
Gargantext): until 2013 cells of a table whose text stands bare between spans; then an `article` element
with `header`, `section` and `footer`; of late the same with classes that begin with `rdp__`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from index.corpus.dates import find_dates
from index.corpus.document import Document
from index.corpus.fields import Field, Value
from index.corpus.formats.exports import export_document, region_of
from index.corpus.markup import Block, Markup

_NAME = "DocPublicationName"
_ISSUE = re.compile(r"\s*[,(]?\s*(?:n[o°º]\.?\s*\d|\d{4}-\d|édition|\().*$", re.IGNORECASE)
_EXTENT = re.compile(r"\d+ (?:mots|words)|p(?:age)?s?\.? ?\w{0,4}\d+\S*", re.IGNORECASE)
_TITLE = ("titreArticle", "titreArticleVisu", "TitreArticleVisu", "rdp__articletitle")
_TEXT = ("docOcurrContainer", "DocText")
_BELOW_TITLE = "sm-margin-bottomNews"
_SUBTITLE = "rdp__subtitle"
_NO_TEXT = ("apd-wrapper", "twitter")
_NUMBER = re.compile(
    r"(?:Num[ée]ro de document|Document number)\s*:\s*(?P<number>\S+)", re.IGNORECASE
)
_RIGHTS = re.compile(r"(?:©|\(c\)|Copyright)\s?", re.IGNORECASE)
_REPRINT = re.compile(r"(?:Cet article est paru dans|This article appeared in)\b", re.IGNORECASE)
_BYLINE = 10
"""Words of the longest line below a bare title that is a byline."""


def documents_in(raw: str, markup: Markup) -> list[Document]:
    """The articles of an export; empty when the page is none."""
    if not any(block.has_class(_NAME) for block in markup.blocks):
        return []
    inside = [block for block in markup.blocks if block.inside("article")]
    if not inside:
        return [found for group in _cells(markup.blocks) if (found := _bare(raw, group))]
    groups = (list(group) for _, group in groupby(inside, key=_article_number))
    return [found for group in groups if (found := _marked(raw, group))]


def _article_number(block: Block) -> int:
    return next(element.number for element in block.path if element.tag == "article")


def _marked(raw: str, blocks: list[Block]) -> Document | None:
    """An article whose parts all have their class."""
    names = _with(blocks, _NAME)
    if not names:
        return None
    pairs = [(Field.SOURCE, _outlet(names[0])), *_dated(_with(blocks, "DocHeader"))]
    if all(field is not Field.PUBLISHED for field, _ in pairs):
        # Some have the date in a span behind the name of a supplement.
        below = _with(blocks, "rdp__DocPublicationName", "DocTitreSousSection")
        pairs += _dated(below or [block for block in blocks if block.inside("header")])
    heads = [block for block in blocks if not block.has_class(_TEXT[0])]
    titled = _with(heads, *_TITLE)
    marked = _with(titled, "titreArticleVisu", "rdp__articletitle")
    title = marked or [block for block in titled if not _is_beside_title(block)]
    authors = _with(heads, "docAuthors") or [
        block for block in _with(heads, _BELOW_TITLE) if block not in titled
    ]
    if not authors and title:
        authors = _division_below(heads, title)
    if authors:
        pairs.append((Field.AUTHOR, ", ".join(block.text.strip(" ;,") for block in authors)))
    subtitles = [block.text for block in _with(heads, _SUBTITLE)]
    if subtitles:
        pairs.append((Field.DESCRIPTION, " ".join(subtitles)))
    pairs += _numbered(blocks)
    body = [
        block
        for block in _with(blocks, *_TEXT)
        if not any(block.has_class(name) for name in _NO_TEXT)
        and not block.inside("aside", "footer")
        and not _REPRINT.match(block.text)
    ]
    return export_document(raw, region_of(blocks), title=title, body=body, pairs=pairs)


def _is_beside_title(block: Block) -> bool:
    return block.has_class(_BELOW_TITLE) or block.has_class(_SUBTITLE)


def _division_below(blocks: list[Block], title: list[Block]) -> list[Block]:
    """The first `div` after the title within the head, which had no class at first."""
    after = blocks.index(title[-1]) + 1
    if (
        after >= len(blocks)
        or not blocks[after].inside("header")
        or _is_beside_title(blocks[after])
    ):
        return []
    line = blocks[after]
    return [line] if line.path[-1].tag == "div" and len(line.text.split()) <= _BYLINE else []


def _cells(blocks: list[Block]) -> Iterator[list[Block]]:
    """The blocks from each outlet's name to the next."""
    group: list[Block] = []
    for block in blocks:
        if block.has_class(_NAME):
            if group:
                yield group
            group = []
        if group or block.has_class(_NAME):
            group.append(block)
    if group:
        yield group


def _bare(raw: str, blocks: list[Block]) -> Document | None:
    """An article of which only the head has classes; its text ends at the rights or the number."""
    title = _with(blocks, "TitreArticleVisu", "titreArticleVisu")
    if not title:
        return None
    pairs = [(Field.SOURCE, _outlet(blocks[0])), *_dated(_with(blocks, "DocHeader"))]
    pairs += _numbered(blocks)
    after = blocks[blocks.index(title[-1]) + 1 :]
    body: list[Block] = []
    for block in after:
        if _NUMBER.match(block.text) or (body and _RIGHTS.match(block.text)):
            break
        body.append(block)
    if len(body) > 1 and _reads_as_byline(body[0].text):
        pairs.append((Field.AUTHOR, body.pop(0).text))
    return export_document(raw, region_of(blocks), title=title, body=body, pairs=pairs)


def _reads_as_byline(text: str) -> bool:
    return len(text.split()) <= _BYLINE and text[-1] not in ".!?…»:;" and text[0].isupper()


def _outlet(block: Block) -> str:
    return _ISSUE.sub("", block.text).strip(" ,")


def _dated(blocks: list[Block]) -> list[tuple[Field, Value]]:
    """The date of a head and the section in front of it: « Région, mardi 17 janvier 2023, p. 5 »."""
    header = " ".join(block.text for block in blocks)
    dates = find_dates(header)
    if not dates:
        return []
    pairs: list[tuple[Field, Value]] = [(Field.PUBLISHED, header[dates[0].start : dates[0].end])]
    section = _EXTENT.sub("", header[: dates[0].start]).strip(" ,;-–|")
    if section and len(section.split()) <= 5:
        pairs.append((Field.SECTION, section))
    return pairs


def _numbered(blocks: list[Block]) -> list[tuple[Field, Value]]:
    marked = _with(blocks, "publiC-lblNodoc")
    told = (_NUMBER.search(block.text) for block in blocks)
    number = marked[0].text if marked else next((match["number"] for match in told if match), None)
    return [(Field.RECORD_ID, number)] if number else []


def _with(blocks: list[Block], *names: str) -> list[Block]:
    return [block for block in blocks if any(block.has_class(name) for name in names)]
