"""The reader's verdicts on rows, applied to the links that were found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from index.compare.alignment import Link
from index.compare.statements import Statement
from index.model.article import ArticleId
from index.model.comparison import Row, Strength
from index.model.text import Span

Place = tuple[ArticleId, int]
"""An article and the start of one of its sentences, or any place inside the sentence."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Groups of sentences of different articles, with whether they report the same statement."""

    rejected: tuple[tuple[Place, ...], ...] = ()
    accepted: tuple[tuple[Place, ...], ...] = ()


NO_VERDICTS = Verdicts()
_Pair = frozenset[tuple[int, int]]


def judged(
    links: Iterable[Link],
    sides: Sequence[Sequence[Statement]],
    articles: Sequence[ArticleId],
    verdicts: Verdicts,
) -> list[Link]:
    """The links, with rejected ones removed and accepted ones added."""
    wrong = _pairs(verdicts.rejected, sides, articles)
    right = _pairs(verdicts.accepted, sides, articles) - wrong
    kept = [link for link in links if _pair(link) not in wrong]
    missing = right - {_pair(link) for link in kept}
    for pair in sorted(missing, key=sorted):
        (a, n), (b, m) = sorted(pair)
        kept.append(Link(sides[a][n], sides[b][m], 0.0, Strength.PROBABLE, ()))
    return kept


def marked(
    rows: Iterable[Row],
    sides: Sequence[Sequence[Statement]],
    articles: Sequence[ArticleId],
    verdicts: Verdicts,
) -> tuple[Row, ...]:
    """The rows; those whose every pair was accepted are marked."""
    right = _pairs(verdicts.accepted, sides, articles)
    if not right:
        return tuple(rows)
    return tuple(
        replace(
            row,
            accepted=_pairs(
                [[(p.article, span.start) for p in row.passages for span in p.spans]],
                sides,
                articles,
            )
            <= right,
        )
        for row in rows
    )


def _pairs(
    groups: Iterable[Sequence[Place]],
    sides: Sequence[Sequence[Statement]],
    articles: Sequence[ArticleId],
) -> set[_Pair]:
    found: set[_Pair] = set()
    for group in groups:
        keys = [key for place in group if (key := _key(place, sides, articles)) is not None]
        found.update(
            frozenset((one, other)) for one in keys for other in keys if one[0] != other[0]
        )
    return found


def _key(
    place: Place, sides: Sequence[Sequence[Statement]], articles: Collection[ArticleId]
) -> tuple[int, int] | None:
    article, at = place
    for side, id in enumerate(articles):
        if id == article:
            for statement in sides[side]:
                span: Span = statement.span
                if span.start <= at < span.end:
                    return side, statement.number
    return None


def _pair(link: Link) -> _Pair:
    return frozenset(((link.one.side, link.one.number), (link.other.side, link.other.number)))
