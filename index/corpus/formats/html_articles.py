"""Pages that show several whole articles, one below the other: the front of a blog, a day's letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.corpus.bundles.headed import MANY
from index.corpus.cleaning.line_looks import Look, look_of
from index.corpus.cleaning.phrases import plain
from index.corpus.document import Found, Stated
from index.corpus.fields import Field, Value
from index.corpus.formats.exports import export_document, region_of
from index.corpus.markup import Block, Element

_HEADINGS = ("h1", "h2", "h3")
_FEWEST = 2
"""The fewest articles of such a page, and paragraphs of a whole article: a teaser has one."""
_PARAGRAPH = 80
_TIME = re.compile(r"<time\b[^<>]{0,200}?\bdatetime=[\"']?(?P<day>[^\"'\s<>]{8,40})")
_NEAR = 300
_TITLE_WORDS = 4
"""The fewest words of a heading that is the title of the page's one article, and no outlet's name."""


def articles_in(raw: str, blocks: Sequence[Block], stated: Stated) -> list[Found]:
    """The articles of a page that shows several whole ones, each in an element of its own; empty for others.

    A page with a title of its own is one article: a live blog has its entries in such elements, and one that was
    scrolled to its end the articles that follow.
    """
    whole = [inside for inside in _elements(blocks) if _is_whole(inside)]
    if len(whole) < _FEWEST:
        return []
    titles = [_title(inside) for inside in whole]
    if len(set(map(_level, titles))) > 1:
        return []
    held = {id(block) for inside in whole for block in inside}
    if any(
        block.inside("h1") and len(block.text.split()) >= _TITLE_WORDS and id(block) not in held
        for block in blocks
    ):
        return []
    if stated.title and any(plain(title.text) in plain(stated.title) for title in titles):
        return []
    ends = [0, *(region_of(inside).end for inside in whole)]
    return [
        _article(raw, inside, stated, after=end) for inside, end in zip(whole, ends, strict=False)
    ]


def in_doubt(blocks: Sequence[Block]) -> bool:
    """Whether several headings of the first level stand above prose on a page that was read as one article."""
    heads = [at for at, block in enumerate(blocks) if block.inside("h1")]
    if len(heads) < MANY:
        return False
    sections = (blocks[a:b] for a, b in pairwise((*heads, len(blocks))))
    return sum(any(map(_is_prose, section)) for section in sections) >= MANY


def _elements(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks of each outermost `article` element."""
    found: dict[Element, list[Block]] = {}
    for block in blocks:
        outer = next((one for one in block.path if one.tag == "article"), None)
        if outer is not None:
            found.setdefault(outer, []).append(block)
    yield from found.values()


def _is_whole(inside: Sequence[Block]) -> bool:
    told = sum(map(_is_prose, inside))
    return told >= _FEWEST and any(block.inside(*_HEADINGS) for block in inside)


def _is_prose(block: Block) -> bool:
    return len(block.text) >= _PARAGRAPH and look_of(block.text).look is Look.PROSE


def _title(inside: Sequence[Block]) -> Block:
    return next(block for block in inside if block.inside(*_HEADINGS))


def _level(title: Block) -> str:
    return next(element.tag for element in title.path if element.tag in _HEADINGS)


def _article(raw: str, inside: Sequence[Block], stated: Stated, *, after: int) -> Found:
    title, region = _title(inside), region_of(inside)
    body = [block for block in inside if block is not title]
    pairs: list[tuple[Field, Value]] = [(Field.SOURCE, stated.source)]
    # The tag of the day may stand before the first word of its article.
    if (time := _TIME.search(raw, max(after, region.start - _NEAR), region.end)) is not None:
        pairs.append((Field.PUBLISHED, time["day"]))
    return export_document(raw, region, title=[title], body=body, pairs=pairs)
