"""What two sources tell in one row: the sentences whose dates and figures are held together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from index.compare.statements import Statement
from index.model.article import Article, DateMention, EntityId
from index.model.comparison import Row

OTHER_TIME = 183
"""Dates so many days apart speak of other things and are not compared."""
OTHER_TIMES = "they speak of other times"

Names = Callable[[EntityId], str]
Told = tuple[tuple[Statement, ...], tuple[Statement, ...]]
"""The sentences of two sources that are held against each other."""


def told_by_rows(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    rows: Sequence[Row],
    one: int,
    other: int,
) -> Iterator[Told]:
    """Per row the sentences of two of the articles, where it has both."""
    by_span = [{statement.span: statement for statement in side} for side in sides]
    for row in rows:
        spans = {passage.article: passage.spans for passage in row.passages}
        ours, theirs = spans.get(articles[one].id), spans.get(articles[other].id)
        if ours and theirs:
            yield (
                tuple(by_span[one][span] for span in ours),
                tuple(by_span[other][span] for span in theirs),
            )


def known_dates(statements: Sequence[Statement]) -> list[DateMention]:
    return [
        mention
        for statement in statements
        for mention in statement.dates
        if mention.earliest and mention.latest
    ]


def interval(mention: DateMention) -> tuple[str, str]:
    return str(mention.earliest), str(mention.latest)


def gap(ours: DateMention, theirs: DateMention) -> int:
    """Days between two intervals that do not meet."""
    (a, b), (c, d) = (tuple(map(date.fromisoformat, interval(m))) for m in (ours, theirs))
    return max((c - b).days, (a - d).days)
