"""Sentences that only one source tells: in no row, in no fact, and nowhere else in other words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.compare.nearest import TOLD, Close, nearest
from index.compare.reader_verdicts import Verdicts
from index.compare.statements import Statement
from index.compare.whole import in_whole
from index.facts.event_words import Weights
from index.model.article import Article
from index.model.claims import ClaimKind
from index.model.comparison import Row
from index.model.facts import Fact, FactVerdict

Found = tuple[list[Statement], Mapping[tuple[int, int], Close]]


def only(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    rows: Sequence[Row],
    facts: Sequence[Fact],
    verdicts: Verdicts,
) -> Found:
    """The sentences that only one source tells, and for every sentence outside the rows its nearest
    one elsewhere.
    """
    side_of = {article.id: side for side, article in enumerate(articles)}
    told = {
        (side_of[passage.article], span.start)
        for row in rows
        for passage in row.passages
        for span in passage.spans
    }
    valued: list[list[int]] = [[] for _ in articles]
    for fact in facts:
        if not _tells(fact):
            continue
        for account in fact.accounts:
            side = side_of[account.article]
            valued[side] += [
                in_whole(articles[side], claim.span, claim.part).start for claim in account.claims
            ]
    alone = [s for own in sides for s in own if (s.side, s.span.start) not in told]
    near = nearest(alone, sides, Weights(sides))
    # A statement that the reader called different is told by nobody else.
    apart = [(side_of[id], at) for group in verdicts.rejected for id, at in group if id in side_of]
    kept = []
    for statement in alone:
        close = near.get((statement.side, statement.number))
        rejected = any(_holds(statement, side, at) for side, at in apart)
        given = any(_holds(statement, statement.side, at) for at in valued[statement.side])
        if rejected or not (given or (close is not None and close.score >= TOLD)):
            kept.append(statement)
    return kept, near


_VALUES = frozenset(
    (ClaimKind.COUNT, ClaimKind.MONEY, ClaimKind.TIME, ClaimKind.AGE, ClaimKind.MEASURE,
     ClaimKind.SHARE, ClaimKind.STATUS, ClaimKind.CAUSE)
)  # fmt: skip


def _tells(fact: Fact) -> bool:
    """Whether a sentence with a claim of this fact is told elsewhere: « les deux pays » says too
    little.
    """
    return fact.about in _VALUES and (fact.verdict is not FactVerdict.AGREE or bool(fact.of))


def _holds(statement: Statement, side: int, at: int) -> bool:
    return statement.side == side and statement.span.start <= at < statement.span.end
