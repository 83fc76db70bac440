"""An article cut into zones and paragraphs: what is searched, and where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.model.article import Article, TitleBasis
from index.query.engine import Zone, ZoneWords
from index.text.index_words import with_specials, written_words
from index.text.word_columns import Columns, columns

_BREAK = "\n\n"
_FEW = 100
"""Characters of a text that a pattern reads faster than columns are made."""


class ZoneText(NamedTuple):
    """One paragraph of a zone."""

    zone: Zone
    text: str
    start: int | None
    """Where it begins in `Article.text`; None when it stands elsewhere."""


def article_words(article: Article) -> list[ZoneWords]:
    """The words of all zones. Those of the text come from its columns, which other stages read too."""
    parts = zone_texts(article)
    text = _read(columns(article.text))
    beside = _read_together([part.text for part in parts if part.start is None])
    found: list[ZoneWords] = []
    for part in parts:
        length = len(part.text)
        if part.start is None:
            found.append(ZoneWords(part.zone, None, length, *next(beside)))
        else:
            end = part.start + length
            found.append(ZoneWords(part.zone, part.start, end, *_between(text, part.start, end)))
    return found


def _read_together(texts: Sequence[str]) -> Iterator[tuple[list[int], list[str]]]:
    """Starts and surfaces of the words of each text: together costs half of one by one."""
    if not texts:
        return
    together = _BREAK.join(texts)
    few = len(together) < _FEW
    read = written_words(together) if few else _read(Columns(together))
    offset = 0
    for text in texts:
        starts, surfaces = _between(read, offset, offset + len(text))
        yield [start - offset for start in starts], surfaces
        offset += len(text) + len(_BREAK)


def _read(text: Columns) -> tuple[list[int], list[str]]:
    return with_specials(text.text, text.starts, text.surfaces)


def _between(
    read: tuple[list[int], list[str]], start: int, end: int
) -> tuple[list[int], list[str]]:
    """Starts and surfaces of the words that begin in a stretch."""
    starts, surfaces = read
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    return starts[first:last], surfaces[first:last]


def zone_texts(article: Article) -> list[ZoneText]:
    """The paragraphs of all zones, in the order of reading: title, description, body, what was set aside.

    A title that was made from the first words of the text is not searched twice.
    """
    found: list[ZoneText] = []
    body_start = 0
    span = article.title_span
    if span is not None:
        found.append(ZoneText(Zone.TITLE, span.of(article.text), span.start))
        body_start = span.end
        if span.start:
            found.extend(_paragraphs(article.text[: span.start], 0))
    elif article.title_basis is TitleBasis.STATED and article.title:
        found.append(ZoneText(Zone.TITLE, article.title, None))
    if article.description:
        found.append(ZoneText(Zone.DESCRIPTION, article.description, None))
    found.extend(_paragraphs(article.text[body_start:], body_start))
    found.extend(ZoneText(Zone.ASIDE, text, None) for text in article.set_aside_texts if text)
    return found


def _paragraphs(text: str, start: int) -> list[ZoneText]:
    found: list[ZoneText] = []
    for paragraph in text.split(_BREAK):
        if paragraph:
            found.append(ZoneText(Zone.BODY, paragraph, start))
        start += len(paragraph) + len(_BREAK)
    return found
