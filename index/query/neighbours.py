"""Lines of a concordance sorted and counted by their neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter

from index.model.article import year_and_month
from index.model.found import Concordance, ConcordanceLine, Neighbours
from index.text.folding import fold
from index.text.tokens import words

_WORDS_COMPARED = 4


def arranged(lines: Iterable[ConcordanceLine], by: Neighbours, *, complete: bool) -> Concordance:
    """The lines sorted and counted by neighbour, source or date."""
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
    """The key by which a line is counted; empty without a neighbour, source or date."""
    if by in (Neighbours.LEFT, Neighbours.RIGHT):
        return str(key[0]) if key else ""
    if by is Neighbours.FORM:
        return line.form.lower()
    if by is Neighbours.SOURCE:
        return line.source or ""
    return year_and_month(line.published)[0]


def _written(lines: Iterable[ConcordanceLine], by: Neighbours) -> dict[str, str]:
    """For each neighbour, counted without accents, its most frequent spelling."""
    if by not in (Neighbours.LEFT, Neighbours.RIGHT):
        return {}
    ways: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        side = words(line.left)[-1:] if by is Neighbours.LEFT else words(line.right)[:1]
        ways[line.group].update(word.lower() for word in side)
    return {
        group: max(forms, key=lambda w: (forms[w], w)) for group, forms in ways.items() if forms
    }
