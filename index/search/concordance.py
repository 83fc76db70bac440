"""Every occurrence in its context, one a line (KWIC): how a word is used, not only where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import itemgetter

from index.model.article import Article
from index.model.found import Concordance, ConcordanceLine, Neighbours
from index.model.text import Span
from index.search.columns import year_and_month
from index.search.excerpts import one_line
from index.search.marking import Marker, without_overlap
from index.search.zones import zone_texts
from index.text.folding import fold
from index.text.tokens import words

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


def occurrences(
    articles: Iterable[Article], marker: Marker, *, most: int
) -> tuple[list[ConcordanceLine], int]:
    """The lines of the first articles that give `most` of them or more, and how many these are."""
    lines: list[ConcordanceLine] = []
    read = 0
    for article in articles:
        lines.extend(lines_of(article, marker))
        read += 1
        if len(lines) >= most:
            break
    return lines, read


def arranged(lines: Iterable[ConcordanceLine], by: Neighbours, *, complete: bool) -> Concordance:
    """The lines sorted and counted by something."""
    keys = [(_key(line, by), line.article, line.span.start, line) for line in lines]
    keys.sort(key=itemgetter(0, 1, 2))
    grouped = tuple(replace(line, group=_group(line, by, key)) for key, _, _, line in keys)
    counts = Counter(line.group for line in grouped)
    groups = sorted(counts.items(), key=lambda group: (-group[1], group[0]))
    articles = len({line.article for line in grouped})
    written = _written(grouped, by)
    names = tuple(written.get(group, group) for group, _ in groups)
    return Concordance(grouped, tuple(groups), articles, complete, names)


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


def _written(lines: Iterable[ConcordanceLine], by: Neighbours) -> dict[str, str]:
    """By neighbour, which are counted without accents, how it is written most often."""
    if by not in (Neighbours.LEFT, Neighbours.RIGHT):
        return {}
    ways: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        side = words(line.left)[-1:] if by is Neighbours.LEFT else words(line.right)[:1]
        ways[line.group].update(word.lower() for word in side)
    return {
        group: max(forms, key=lambda w: (forms[w], w)) for group, forms in ways.items() if forms
    }


def _from_a_word(text: str, *, cut: bool) -> str:
    """Without the half of a word that it begins with."""
    _, space, rest = text.partition(" ")
    return rest if cut and space else text


def _to_a_word(text: str, *, cut: bool) -> str:
    rest, space, _ = text.rpartition(" ")
    return rest if cut and space else text
