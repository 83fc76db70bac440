"""How much of each source the others also have, and the communiqué behind their common quotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.compare.likeness import RUN
from index.compare.statements import Statement
from index.model.article import Article, ArticleId
from index.model.comparison import Dependence, Passage, QuoteLine, Rendering
from index.model.text import Span


def dependence(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    lines: Sequence[QuoteLine],
) -> tuple[Dependence, ...]:
    """For each article, the share of its words and of its quoted words that others also have."""
    words = [[token.folded for statement in side for token in statement.tokens] for side in sides]
    runs = [{tuple(own[at : at + RUN]) for at in range(len(own) - RUN + 1)} for own in words]
    result = []
    for side, article in enumerate(articles):
        elsewhere = set().union(*(own for other, own in enumerate(runs) if other != side))
        covered: set[int] = set()
        for at in range(len(words[side]) - RUN + 1):
            if tuple(words[side][at : at + RUN]) in elsewhere:
                covered.update(range(at, at + RUN))
        text = len(covered) / len(words[side]) if words[side] else 0.0
        result.append(Dependence(article.id, round(text, 4), _quotes(article.id, lines)))
    return tuple(result)


_OTHERWISE = (Rendering.UNQUOTED, Rendering.REWORDED)
"""What says nothing of a common text."""


def _quotes(article: ArticleId, lines: Sequence[QuoteLine]) -> float | None:
    total = shared = 0
    for line in lines:
        own = next((use for use in line.uses if use.article == article), None)
        if own is None or own.relation is Rendering.UNQUOTED:
            continue
        length = sum(span.length for span in own.spans)
        total += length
        others = [use for use in line.uses if use.relation is not Rendering.REWORDED]
        shared += length if own in others and len(others) > 1 else 0
    return round(shared / total, 4) if total else None


def communique(lines: Sequence[QuoteLine]) -> tuple[Passage, ...]:
    """The fullest version of each utterance that at least two sources quote.

    They stand in the order of the source that has most of them; those that it lacks come last.
    """
    common = [
        line for line in lines if sum(use.relation not in _OTHERWISE for use in line.uses) > 1
    ]
    having = Counter(use.article for line in common for use in line.uses)
    if not having:
        return ()
    guide = having.most_common(1)[0][0]

    def place(line: QuoteLine) -> tuple[int, int]:
        own = next((use for use in line.uses if use.article == guide), None)
        return (0, own.spans[0].start) if own else (1, line.uses[0].spans[0].start)

    return tuple(_fullest(line) for line in sorted(common, key=place))


def _fullest(line: QuoteLine) -> Passage:
    identical = [use for use in line.uses if use.relation is Rendering.IDENTICAL]
    use = identical[0] if identical else line.uses[0]
    longest: Span = max(use.spans, key=lambda span: span.length)
    return Passage(use.article, (longest,))
