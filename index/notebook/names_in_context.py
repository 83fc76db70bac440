"""Names in their sentences, for a reader who has to decide about them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable

from index.model.article import GLUED, Article, EntityId, Mention
from index.model.found import ConcordanceLine
from index.model.surface import glued_word, surface
from index.model.text import Span

_EACH_SIDE = 160
_SPACE = re.compile(r"\s+")


def contexts(
    articles: Iterable[Article],
    entities: Collection[EntityId],
    *,
    forms: Collection[str] = (),
    glued: str | None = None,
    most: int,
) -> tuple[ConcordanceLine, ...]:
    """The first fitting mention of each article, in the order of the articles.

    With `glued`, only mentions with that word; with `forms`, only these spellings.
    """
    lines: list[ConcordanceLine] = []
    for article in articles:
        for mention in article.annotations.mentions:
            if mention.entity in entities and _fits(article.text, mention, forms, glued):
                lines.append(_line(article, mention))
                break
        if len(lines) >= most:
            break
    return tuple(lines)


def _fits(text: str, mention: Mention, forms: Collection[str], glued: str | None) -> bool:
    if glued is not None:
        return mention.by == GLUED and glued_word(text, mention) == glued
    if mention.by == GLUED:
        return False
    return not forms or surface(text, mention.start, mention.end) in forms


def _line(article: Article, mention: Mention) -> ConcordanceLine:
    text = article.text
    starts = [paragraph.start for paragraph in article.paragraphs]
    at = bisect_right(starts, mention.start) - 1
    first, last = article.paragraphs[at] if at >= 0 else (0, starts[0] if starts else len(text))
    left = _on_a_line(text[first : mention.start])
    right = _on_a_line(text[mention.end : max(mention.end, last)])
    if len(left) > _EACH_SIDE:
        # Cut at a space: a half word would be read as a word.
        left = "… " + left[-_EACH_SIDE:].partition(" ")[2]
    if len(right) > _EACH_SIDE:
        right = right[:_EACH_SIDE].rpartition(" ")[0] + " …"
    return ConcordanceLine(
        article=article.id,
        span=Span(mention.start, mention.end),
        left=left,
        form=text[mention.start : mention.end],
        right=right,
        source=article.source,
        published=article.published,
    )


def _on_a_line(text: str) -> str:
    """The text with plain white space; a word stuck to a name stays so."""
    return _SPACE.sub(" ", text)
