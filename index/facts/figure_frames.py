"""Whether two values stand in one frame: among the same words, of no places or persons of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from index.compare.figures import Figure, figures_of, names_a_thing
from index.compare.statements import Statement
from index.model.article import Article, ArticleId, Kind
from index.model.comparison import About, Difference, Verdict
from index.model.text import Span

_NEAREST = 6
"""The words around a value that say what it is a value of."""
LEAST = 2
"""The least that two frames share: of lines of the press with one such word hardly any was of one thing."""
_NEAR = 2.0
"""How many times larger one count of a noun may be than the other, where each account counts it once."""
_IDLE = frozenset(("ordr", "environ", "total", "local", "nombr", "sondag", "barometr"))
"""Stems of words that stand beside figures of any sort."""
_MEETING = (Verdict.AGREE, Verdict.NARROWER)


class Accounts(NamedTuple):
    """The whole articles of an event with their sentences, by side."""

    wholes: Sequence[Article]
    sides: Sequence[Sequence[Statement]]
    side_of: Mapping[ArticleId, int]


class _Placed(NamedTuple):
    side: int
    statement: Statement
    span: Span


def of_one(found: Difference, accounts: Accounts) -> bool:
    """Whether two of the values that a difference sets apart are those of one thing. Values that agree are; those that
    overlap may be, unless each sentence is about places or persons of its own.
    """
    if found.verdict in _MEETING:
        return True
    placed = []
    for passage in found.sides:
        side = accounts.side_of[passage.article]
        for span in passage.spans[:1]:
            statement = sentence_at(accounts.sides[side], span)
            if statement is not None:
                placed.append(_Placed(side, statement, span))
    for a, b in combinations(placed, 2):
        if of_others(a.statement, b.statement):
            continue
        if found.verdict is Verdict.OVERLAP or framed_alike(
            a.statement, a.span, b.statement, b.span, names=found.about is About.DATE
        ):
            return True
        if found.about is About.QUANTITY and _counts_alike(a, b, accounts):
            return True
    return False


def framed_alike(
    one: Statement, span: Span, other: Statement, counterpart: Span, *, names: bool = False
) -> bool:
    """Whether the words nearest to both values are in part the same, and neither sentence is about places or persons
    of its own alone. With `names` those of names count: a day is that of what somebody does.
    """
    shared = _frame(one, span, names) & _frame(other, counterpart, names)
    return len(shared) >= LEAST and not of_others(one, other)


def _frame(statement: Statement, value: Span, names: bool) -> set[str]:
    """The stems of the nearest words that tell something."""
    values = [
        value,
        *(Span(date.start, date.end) for date in statement.dates),
        *(Span(figure.start, figure.end) for figure in statement.quantities),
    ]
    near = sorted(
        (max(value.start - token.end, token.start - value.end), stem)
        for token, stem in zip(statement.tokens, statement.stems, strict=True)
        if stem
        and stem not in _IDLE
        and (names or stem in statement.telling)
        and not any(token.start < v.end and v.start < token.end for v in values)
    )
    return {stem for _, stem in near[:_NEAREST]}


def _counts_alike(one: _Placed, other: _Placed, accounts: Accounts) -> bool:
    """Whether each account counts a noun once, and not much more of it than the other; or both name what a sum is: « l'amende »."""
    for figure in _figures(one, accounts):
        for counterpart in _figures(other, accounts):
            if figure.thing and figure.thing == counterpart.thing:
                return True
            low, high = sorted((figure.low, counterpart.low))
            once = any(
                all(_counted_once(noun, each.side, accounts) for each in (one, other))
                for noun in filter(names_a_thing, figure.units & counterpart.units)
            )
            if once and low > 0 and high < _NEAR * low:
                return True
    return False


def _figures(placed: _Placed, accounts: Accounts) -> list[Figure]:
    text = accounts.wholes[placed.side].text
    return [
        figure
        for figure in figures_of(text, placed.statement.quantities)
        if figure.span.overlaps(placed.span)
    ]


def _counted_once(noun: str, side: int, accounts: Accounts) -> bool:
    text = accounts.wholes[side].text
    given = {
        (figure.low, figure.high)
        for statement in accounts.sides[side]
        for figure in figures_of(text, statement.quantities)
        if noun in figure.units
    }
    return len(given) == 1


def of_others(one: Statement, other: Statement) -> bool:
    """Whether each sentence names places, or persons, and they share none."""
    for kind in (Kind.PLACE, Kind.PERSON):
        ours, theirs = _named(one, kind), _named(other, kind)
        if ours and theirs and not ours & theirs:
            return True
    return False


def _named(statement: Statement, kind: Kind) -> set[str]:
    return {mention.entity for mention in statement.mentions if mention.kind is kind}


def sentence_at(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The sentence that holds the start of a span."""
    at = bisect_right(statements, span.start, key=lambda each: each.span.start) - 1
    return statements[at] if at >= 0 else None
