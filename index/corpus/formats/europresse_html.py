"""Exports of Europresse in HTML: many articles a file, fields marked by the classes of their
elements.

There are three layouts, gathered from published readers of these exports (tm.plugin.europresse,
europarser, Gargantext). Until 2013, cells of a table have bare text between spans. Then an
`article` element has `header`, `section` and `footer`. The latest is the same with classes that
begin with `rdp__`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from index.corpus.bundles.europresse_text import outlet_pairs
from index.corpus.document import Found
from index.corpus.fields import Field, Value, header_pairs
from index.corpus.formats.exports import export_document, region_of
from index.corpus.markup import Block, Markup

_NAME = "DocPublicationName"
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
"""The most words of a byline below a bare title."""


def documents_in(raw: str, markup: Markup) -> list[Found]:
    """The articles of an export; empty when the page is not an export."""
    if "DocPublicationName" not in raw:
        return []
    if not any(_is_name(block) for block in markup.blocks):
        return []
    inside = [block for block in markup.blocks if block.inside("article")]
    if not inside:
        return [found for group in _cells(markup.blocks) if (found := _bare(raw, group))]
    groups = (list(group) for _, group in groupby(inside, key=_article_number))
    return [found for group in groups if (found := _marked(raw, group))]


def _article_number(block: Block) -> int:
    return next(element.number for element in block.path if element.tag == "article")


def _marked(raw: str, blocks: list[Block]) -> Found | None:
    """An article whose parts all have a class."""
    name = next((block for block in blocks if _is_name(block)), None)
    if name is None:
        return None
    pairs = [*outlet_pairs(name.text), *_publication(blocks)]
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
        block for block in _with(blocks, *_TEXT) or _in_section(blocks, heads) if _is_body(block)
    ]
    if address := _address(blocks):
        pairs.append((Field.URL, address))
    return export_document(raw, region_of(blocks), title=title, body=body, pairs=pairs)


def _publication(blocks: list[Block]) -> list[tuple[Field, Value]]:
    """The line of the head with the date; some have it in a span after the name of a supplement."""
    pairs = _dated(_with(blocks, "DocHeader", "rdp__DocHeader"))
    if all(field is not Field.PUBLISHED for field, _ in pairs):
        below = _with(blocks, "rdp__DocPublicationName", "DocTitreSousSection")
        pairs = [*pairs, *_dated(below or [block for block in blocks if block.inside("header")])]
    return pairs


def _is_body(block: Block) -> bool:
    return (
        not any(block.has_class(name) for name in (*_NO_TEXT, "link-not-hosted"))
        and not block.inside("aside", "footer")
        and not _REPRINT.match(block.text)
    )


def _in_section(blocks: list[Block], heads: list[Block]) -> list[Block]:
    """The text if no element is marked as such: the blocks below the head."""
    inside = [block for block in blocks if block.inside("section")]
    return inside or [block for block in blocks if block not in heads]


def _address(blocks: list[Block]) -> str | None:
    """The target of « Cet article est paru dans », or of a link alone."""
    for block in blocks:
        if _REPRINT.match(block.text) or block.has_class("link-not-hosted"):
            for element in block.path:
                if element.tag == "a" and element.get("href").startswith("http"):
                    return element.get("href")
    return None


def _is_name(block: Block) -> bool:
    return block.has_class(_NAME) or block.has_class("rdp__DocPublicationName")


def _is_beside_title(block: Block) -> bool:
    return block.has_class(_BELOW_TITLE) or block.has_class(_SUBTITLE)


def _division_below(blocks: list[Block], title: list[Block]) -> list[Block]:
    """The first `div` after the title in the head, which had no class in early exports."""
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
        if _is_name(block):
            if group:
                yield group
            group = []
        if group or _is_name(block):
            group.append(block)
    if group:
        yield group


def _bare(raw: str, blocks: list[Block]) -> Found | None:
    """An article with classes only in its head; its text ends at the rights or the number."""
    title = _with(blocks, "TitreArticleVisu", "titreArticleVisu")
    if not title:
        return None
    pairs = [*outlet_pairs(blocks[0].text), *_dated(_with(blocks, "DocHeader"))]
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


def _dated(blocks: list[Block]) -> list[tuple[Field, Value]]:
    """The date of a head, the section before it and the page: « Région, mardi 17 janvier 2023, p.
    5 ».
    """
    return header_pairs(" ".join(block.text for block in blocks))


def _numbered(blocks: list[Block]) -> list[tuple[Field, Value]]:
    marked = _with(blocks, "publiC-lblNodoc") or [
        block
        for block in blocks
        if any(element.get("id").startswith("PubliC_lblNodoc") for element in block.path)
    ]
    told = (_NUMBER.search(block.text) for block in blocks)
    number = marked[0].text if marked else next((match["number"] for match in told if match), None)
    return [(Field.RECORD_ID, number)] if number else []


def _with(blocks: list[Block], *names: str) -> list[Block]:
    return [block for block in blocks if any(block.has_class(name) for name in names)]
