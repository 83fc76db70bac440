"""Every occurrence in its context, one a line (KWIC): how a word is used, not only where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.french.tokens import fold, words
from index.model.article import Article
from index.model.found import Concordance, ConcordanceLine, Neighbours
from index.model.text import Span
from index.search.columns import year_and_month
from index.search.excerpts import one_line
from index.search.marking import Marker, without_overlap
from index.search.zones import zone_texts

CONTEXT = 60
"""Characters on each side."""
MOST_LINES = 10_000
_WORDS_COMPARED = 4


def lines_of(article: Article, marker: Marker) -> Iterator[ConcordanceLine]:
    """The occurrences in the text of one article, in order."""
    for part in zone_texts(article):
        if part.start is None:
            continue
        for span in without_overlap(marker.marks(article, part)):
            before = part.text[max(0, span.start - CONTEXT) : span.start]
            after = part.text[span.end : span.end + CONTEXT]
            yield ConcordanceLine(
                article=article.id,
                span=Span(span.start, span.end).shifted(part.start),
                left=one_line(_from_a_word(before, cut=span.start > CONTEXT)),
                form=one_line(span.of(part.text)),
                right=one_line(_to_a_word(after, cut=span.end + CONTEXT < len(part.text))),
                source=article.source,
                published=article.published,
            )


def concordance(
    articles: Iterable[Article], marker: Marker, *, by: Neighbours, most: int = MOST_LINES
) -> Concordance:
    """The lines of the articles in the order of `by`; reads no more articles than it needs."""
    lines: list[ConcordanceLine] = []
    seen = 0
    complete = True
    for article in articles:
        if len(lines) >= most:
            complete = False
            break
        found = list(lines_of(article, marker))
        seen += bool(found)
        lines.extend(found)
    complete = complete and len(lines) <= most
    return rearranged(Concordance(tuple(lines[:most]), (), seen, complete), by)


def rearranged(found: Concordance, by: Neighbours) -> Concordance:
    """The same lines sorted and counted by something else, without reading an article again."""
    keys = {id(line): _key(line, by) for line in found.lines}
    lines = sorted(found.lines, key=lambda line: (keys[id(line)], line.article, line.span.start))
    lines = [replace(line, group=_group(line, by, keys[id(line)])) for line in lines]
    counts = Counter(line.group for line in lines)
    groups = sorted(counts.items(), key=lambda group: (-group[1], group[0]))
    return replace(found, lines=tuple(lines), groups=tuple(groups))


def _key(line: ConcordanceLine, by: Neighbours) -> tuple[str | bool, ...]:
    if by is Neighbours.LEFT:
        return tuple(fold(word) for word in reversed(words(line.left)[-_WORDS_COMPARED:]))
    if by is Neighbours.RIGHT:
        return tuple(fold(word) for word in words(line.right)[:_WORDS_COMPARED])
    if by is Neighbours.FORM:
        return (fold(line.form), line.form)
    if by is Neighbours.SOURCE:
        return (line.source is None, fold(line.source or ""))
    return (line.published.earliest is None, line.published.earliest or "")


def _group(line: ConcordanceLine, by: Neighbours, key: tuple[str | bool, ...]) -> str:
    """What is counted together; empty where there is no neighbour, source or date."""
    if by in (Neighbours.LEFT, Neighbours.RIGHT):
        return str(key[0]) if key else ""
    if by is Neighbours.FORM:
        return line.form.lower()
    if by is Neighbours.SOURCE:
        return line.source or ""
    return year_and_month(line.published)[0]


def _from_a_word(text: str, *, cut: bool) -> str:
    """Without the half of a word that it begins with."""
    _, space, rest = text.partition(" ")
    return rest if cut and space else text


def _to_a_word(text: str, *, cut: bool) -> str:
    rest, space, _ = text.rpartition(" ")
    return rest if cut and space else text
