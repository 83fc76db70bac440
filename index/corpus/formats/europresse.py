"""Exports of Europresse in HTML: an `article` element for each article, fields told by their classes.

The class names were gathered from published readers of these exports (europarser, tm.plugin.europresse).
"""

from __future__ import annotations

import re
from itertools import groupby

from index.corpus.dates import find_dates
from index.corpus.document import Document
from index.corpus.fields import Field, Value
from index.corpus.formats.exports import export_document, region_of
from index.corpus.markup import Block, Markup

_ISSUE = re.compile(r"\s*[,(]?\s*(?:n[o°º]\.?\s*\d|\d{4}-\d|édition|\().*$", re.IGNORECASE)
_PAGE = re.compile(r"\d+ mots|p(?:age)?s?\.? ?\w{0,4}\d+|\d+ words", re.IGNORECASE)
_TITLE = ("titreArticle", "titreArticleVisu", "rdp__articletitle")
_TEXT = ("docOcurrContainer", "DocText")
_AUTHORS = ("docAuthors", "sm-margin-bottomNews")


def documents_in(raw: str, markup: Markup) -> list[Document]:
    """The articles of an export; empty when the page is none."""
    inside = [block for block in markup.blocks if block.inside("article")]
    if not any(block.has_class("DocPublicationName") for block in inside):
        return []
    found: list[Document] = []
    for _, group in groupby(inside, key=_article_number):
        document = _document(raw, list(group))
        if document is not None:
            found.append(document)
    return found


def _article_number(block: Block) -> int:
    return next(element.number for element in block.path if element.tag == "article")


def _document(raw: str, blocks: list[Block]) -> Document | None:
    pairs: list[tuple[Field, Value]] = []
    names = _with(blocks, "DocPublicationName")
    if names:
        pairs.append((Field.SOURCE, _ISSUE.sub("", names[0].text).strip(" ,")))
    header = " ".join(block.text for block in _with(blocks, "DocHeader"))
    dates = find_dates(header)
    if dates:
        pairs.append((Field.PUBLISHED, header[dates[0].start : dates[0].end]))
        section = _PAGE.sub("", header[: dates[0].start]).strip(" ,;-–|")
        if section and len(section.split()) <= 5:
            pairs.append((Field.SECTION, section))
    authors = _with(blocks, *_AUTHORS)
    if authors:
        pairs.append((Field.AUTHOR, ", ".join(block.text.strip(" ;,") for block in authors)))
    numbers = _with(blocks, "publiC-lblNodoc")
    if numbers:
        pairs.append((Field.RECORD_ID, numbers[0].text))
    title = _with(blocks, *_TITLE)
    body = [block for block in _with(blocks, *_TEXT) if block not in title]
    return export_document(raw, region_of(blocks), title=title, body=body, pairs=pairs)


def _with(blocks: list[Block], *names: str) -> list[Block]:
    return [block for block in blocks if any(block.has_class(name) for name in names)]
