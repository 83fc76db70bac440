"""Statements come in the order of the first source, what it lacks where another source has it."""

from __future__ import annotations

import pytest

from index.model.article import ArticleId
from index.model.comparison import Comparison, Evidence, Passage, Row, Strength
from index.model.statement_rows import Statement, statement_at, statements_of
from index.model.text import Span

A, B, C = (ArticleId(id) for id in "abc")


def row(**starts: int) -> Row:
    """Passages of ten characters, by source and start."""
    passages = tuple(Passage(ArticleId(id), (Span(at, at + 10),)) for id, at in starts.items())
    return Row(passages, Strength.STRONG, 0.8, (Evidence.WORDS,))


def link(strength: Strength, score: float = 0.8, **starts: tuple[int, ...]) -> Row:
    """The same with several passages a source and a strength."""
    passages = tuple(
        Passage(ArticleId(id), tuple(Span(at, at + 10) for at in all_of))
        for id, all_of in starts.items()
    )
    return Row(passages, strength, score, (Evidence.WORDS,))


def only(id: str, *starts: int) -> Passage:
    return Passage(ArticleId(id), tuple(Span(at, at + 10) for at in starts))


def starts_of(statements: tuple[Statement, ...]) -> list[str]:
    return [
        "".join(f"{'abc'[n]}{cell[0].start}" for n, cell in enumerate(s.cells) if cell)
        for s in statements
    ]


@pytest.mark.parametrize(
    ("rows", "alone", "expected"),
    [
        ((row(a=0, b=50), row(a=20, b=0)), (), ["a0b50", "a20b0"]),
        ((row(a=0, b=0),), (only("a", 20), only("b", 20)), ["a0b0", "b20", "a20"]),
        ((row(a=20, b=20),), (only("a", 0), only("b", 0)), ["a0", "b0", "a20b20"]),
        ((), (only("a", 0), only("b", 0, 20)), ["a0", "b0", "b20"]),
        ((row(a=0, b=0), row(b=20, c=0)), (only("c", 20),), ["a0b0", "b20c0", "c20"]),
        ((row(a=0, b=0, c=40),), (only("c", 0, 60),), ["c0", "a0b0c40", "c60"]),
    ],
)
def test_statements_stand_in_reading_order(
    rows: tuple[Row, ...], alone: tuple[Passage, ...], expected: list[str]
) -> None:
    comparison = Comparison((A, B, C), rows, alone, (), ())
    assert starts_of(statements_of(comparison)) == expected


SAME, STRONG, PROBABLE = Strength
LINKS = [
    # A second passage for the same sentence is a weaker link of it.
    ((link(PROBABLE, a=(0,), b=(20,)), link(STRONG, a=(0,), b=(0,))), ["a0b0"], [1]),
    # Of two sentences the one that is surer elsewhere stands there.
    (
        (link(PROBABLE, a=(0, 20), b=(0,)), link(STRONG, a=(0,), b=(0,))),
        ["a0b0", "a20b0"],
        [1, 0],
    ),
    # A source that lacks a passage there gets that of the weaker row.
    ((link(SAME, a=(0,), b=(0,)), link(PROBABLE, a=(0,), b=(0,), c=(40,))), ["a0b0c40"], [0]),
    # But not where the weaker row links it to one of those who stand there only.
    ((link(STRONG, a=(0,), b=(0,)), link(PROBABLE, b=(0,), c=(40,))), ["a0b0"], [1]),
    ((link(STRONG, a=(0,), b=(0,)), link(PROBABLE, a=(0,), c=(40,))), ["a0b0"], [1]),
    # Nor one that stands elsewhere more surely.
    (
        (
            link(SAME, a=(0,), b=(0,)),
            link(STRONG, a=(20,), c=(40,)),
            link(PROBABLE, a=(0,), c=(40,)),
        ),
        ["a0b0", "a20c40"],
        [1, 0],
    ),
]


@pytest.mark.parametrize(("rows", "expected", "weaker"), LINKS)
def test_a_sentence_stands_where_it_is_surest(
    rows: tuple[Row, ...], expected: list[str], weaker: list[int]
) -> None:
    statements = statements_of(Comparison((A, B, C), rows, (), (), ()))
    assert starts_of(statements) == expected
    assert [len(statement.weaker) for statement in statements] == weaker


@pytest.mark.parametrize(("rows", "expected", "weaker"), LINKS)
def test_no_sentence_of_a_row_is_lost(
    rows: tuple[Row, ...], expected: list[str], weaker: list[int]
) -> None:
    statements = statements_of(Comparison((A, B, C), rows, (), (), ()))
    for each in rows:
        for passage in each.passages:
            column = (A, B, C).index(passage.article)
            shown = {span for statement in statements for span in statement.places(column)}
            assert set(passage.spans) <= shown


def test_a_place_in_a_source_leads_to_its_statement() -> None:
    statements = statements_of(Comparison((A, B), (row(a=0, b=50), row(a=20, b=0)), (), (), ()))
    assert statement_at(statements, 1, Span(3, 4)) == 1
    assert statement_at(statements, 0, Span(30, 31)) is None
