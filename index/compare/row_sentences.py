"""The sentences of two sources in one row, whose dates and figures are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from index.compare.statements import Statement
from index.model.article import Article, DateMention, EntityId
from index.model.comparison import Row

OTHER_TIME = 183
"""The days between two dates from which on they belong to different things and are not compared."""
OTHER_TIMES = "they speak of other times"

Names = Callable[[EntityId], str]
Told = tuple[tuple[Statement, ...], tuple[Statement, ...]]
"""The sentences of two sources that are compared."""


def told_by_rows(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    rows: Sequence[Row],
    one: int,
    other: int,
) -> Iterator[Told]:
    """For each row, the sentences of two of the articles, if it has both."""
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
    """The days between two intervals that do not overlap."""
    (a, b), (c, d) = (tuple(map(date.fromisoformat, interval(m))) for m in (ours, theirs))
    return max((c - b).days, (a - d).days)
