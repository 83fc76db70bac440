"""A letter in HTML with several whole articles, each below its heading: an article for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from index.corpus.cleaning.headers import read_header
from index.corpus.cleaning.line_looks import Look, is_title_like, look_of
from index.corpus.cleaning.outlets import is_outlet_name
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.document import Document, Found, Lost
from index.corpus.fields import Field, Value
from index.corpus.formats.exports import export_document, region_of
from index.corpus.formats.mail_articles import end_of
from index.corpus.formats.within import moved
from index.corpus.markup import Block
from index.corpus.page_dates import find_dates
from index.model.article import Loss
from index.model.text import Span

_HEADINGS = ("h1", "h2", "h3", "h4")
_FEWEST = 2
"""The fewest articles of such a letter, and paragraphs of a whole article: a teaser has one."""
_WORDS = 60
"""So many words of sentences are a whole article too, and what stands above the first heading is one."""
_NEAR = 2
"""How many blocks below a title its byline stands, at the most."""
_SHORT = 100
_TITLE_WORDS = 3
HEAD = "The head of the letter, above its articles, is no article."
EMPTY = "A heading of the letter has no text below it."


class _Section(NamedTuple):
    blocks: Sequence[Block]
    words: int
    """The words of its sentences."""
    whole: bool
    told: bool
    """Whether its title is a link, or who wrote it, where or when stands below it."""


def letter_documents(letter: str, blocks: Sequence[Block], raw: str, begin: int) -> list[Found]:
    """The articles of a letter that begins at `begin` of a text; empty for one without several whole ones.

    Headings of one article have neither links nor bylines, and a list of teasers has no whole article.
    """
    listed = _listed(blocks)
    for heads in (listed, *_heads(blocks)):
        sections = [
            _section(blocks[a:b], told=heads is listed) for a, b in pairwise((*heads, len(blocks)))
        ]
        whole = sum(one.whole and one.told for one in sections)
        if whole >= _FEWEST and 2 * whole > sum(one.words > 0 for one in sections):
            return list(_documents(letter, blocks[: heads[0]], sections, raw, begin))
    return []


def without_head(found: Sequence[Found], begin: int) -> list[Found]:
    """The articles of a letter in plain text that begins at `begin`; what stands above the first one is told."""
    documents = [one for one in found if isinstance(one, Document)]
    if len(documents) < _FEWEST:
        return list(found)
    first = documents[0]
    above = Span(begin, first.region.start)
    lines = above.of(first.raw).split("\n")
    head = next((line.strip() for line in lines if line.strip()), None)
    return [Lost(Loss.REMARK, HEAD, head, spans=(above,)), *found] if head else list(found)


def _listed(blocks: Sequence[Block]) -> list[int]:
    """The places of the titles that a list of links above has named: the contents of the letter."""
    links: set[str] = set()
    found: list[int] = []
    for at, block in enumerate(blocks):
        key = plain(block.text)
        if block.inside("a"):
            if len(key.split()) >= _TITLE_WORDS:
                links.add(key)
        elif key in links:
            links.discard(key)
            found.append(at)
    return found


def _heads(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of the titles: headings of one level, else lines with a byline below."""
    for tag in _HEADINGS:
        yield [at for at, block in enumerate(blocks) if block.inside(tag)]
    yield [
        at
        for at, block in enumerate(blocks)
        if is_title_like(block.text)
        and len(block.text.split()) >= _TITLE_WORDS
        and not _states(block.text)
        and look_of(block.text).look is not Look.PROSE
        and at + 1 < len(blocks)
        and _facts(blocks[at + 1].text).authors
    ]


def _section(blocks: Sequence[Block], *, told: bool = False) -> _Section:
    title, *below = blocks
    prose = [len(one.text.split()) for one in below if look_of(one.text).look is Look.PROSE]
    told = told or title.inside("a") or any(_states(block.text) for block in below[:_NEAR])
    return _Section(blocks, sum(prose), len(prose) >= _FEWEST or sum(prose) >= _WORDS, told)


def _states(text: str) -> bool:
    return len(text) <= _SHORT and read_header(text, Facts())


def _facts(text: str) -> Facts:
    facts = Facts()
    if len(text) <= _SHORT:
        read_header(text, facts)
    return facts


def _documents(
    letter: str, head: Sequence[Block], sections: Sequence[_Section], raw: str, begin: int
) -> Iterator[Found]:
    pairs = _of_letter(head)
    above = _section(head).words if head else 0
    if above >= _WORDS:
        yield _article(letter, head, 0, pairs, raw, begin)
    elif head:
        yield Lost(Loss.REMARK, HEAD, head[0].text, spans=(region_of(head).shifted(begin),))
    for section in sections:
        if section.words:
            yield _article(letter, section.blocks, 1, pairs, raw, begin)
        else:
            place = region_of(section.blocks).shifted(begin)
            yield Lost(Loss.REMARK, EMPTY, section.blocks[0].text, spans=(place,))


def _article(
    letter: str,
    blocks: Sequence[Block],
    title: int,
    pairs: Sequence[tuple[Field, Value]],
    raw: str,
    begin: int,
) -> Found:
    end = end_of([block.text for block in blocks], 0, "")
    found = export_document(
        letter, region_of(blocks), title=blocks[:title], body=blocks[title:end], pairs=pairs
    )
    return moved(found, raw, begin) if isinstance(found, Document) else found


def _of_letter(head: Sequence[Block]) -> list[tuple[Field, Value]]:
    """The outlet and the day in the lines above the articles."""
    pairs: list[tuple[Field, Value]] = []
    for block in head:
        if len(block.text) > _SHORT:
            continue
        dates = find_dates(block.text)
        if len(dates) == 1:
            pairs.append((Field.PUBLISHED, block.text[dates[0].start : dates[0].end]))
        elif block.inside(*_HEADINGS) and is_outlet_name(block.text):
            pairs.append((Field.SOURCE, block.text))
    return pairs
