"""An article cut into its zones and those into paragraphs: what is searched, and where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from index.french.columns import Columns
from index.model.article import Article, TitleBasis
from index.search.schema import Zone

_BREAK = "\n\n"


class ZoneText(NamedTuple):
    """One paragraph of a zone."""

    zone: Zone
    text: str
    start: int | None
    """Where it begins in `Article.text`; None when it stands elsewhere."""


class ZoneWords(NamedTuple):
    """The words of one paragraph of a zone."""

    zone: Zone
    start: int | None
    """Where the paragraph begins in `Article.text`; None when it stands elsewhere."""
    end: int
    starts: list[int]
    """Of the words, in `Article.text`, or in the paragraph when that stands elsewhere."""
    surfaces: list[str]
    """The words as they stand there."""


def zone_words(parts: Sequence[ZoneText]) -> list[ZoneWords]:
    """The words of all paragraphs, read together: that costs half of reading them one by one."""
    read = Columns(_BREAK.join(part.text for part in parts))
    found: list[ZoneWords] = []
    offset = first = 0
    for part in parts:
        end = offset + len(part.text)
        last = bisect_left(read.starts, end, first)
        moved = (part.start or 0) - offset
        starts = [start + moved for start in read.starts[first:last]]
        found.append(
            ZoneWords(part.zone, part.start, end + moved, starts, read.surfaces[first:last])
        )
        offset, first = end + len(_BREAK), last
    return found


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
