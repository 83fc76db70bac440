"""A comparison as the reader meets it: statements in one order, with who has them and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.model.article import Article, ArticleId
from index.model.comparison import Comparison, Row
from index.model.text import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """What one or several sources say; a cell for each source, empty where it says nothing."""

    cells: tuple[tuple[Span, ...], ...]
    """In the order of the articles compared; spans over each one's clean text."""
    row: Row | None = None
    """The claim that the passages belong together; None for what only one source says."""

    @property
    def sources(self) -> tuple[int, ...]:
        """The columns of those who say it."""
        return tuple(column for column, cell in enumerate(self.cells) if cell)


def statements_of(comparison: Comparison) -> tuple[Statement, ...]:
    """All statements: in the order of the first source, what it lacks after what precedes it elsewhere."""
    columns = {id: column for column, id in enumerate(comparison.articles)}
    unplaced = [
        *(_of_row(row, columns) for row in comparison.rows),
        *(
            _of_one(columns[passage.article], span, len(columns))
            for passage in comparison.only
            for span in passage.spans
        ),
    ]
    ordered: list[Statement] = []
    for column in range(len(columns)):
        here = [statement for statement in unplaced if statement.cells[column]]
        here.sort(key=lambda statement: statement.cells[column][0].start)
        for at, statement in enumerate(here):
            if _place(ordered, statement) is None:
                before = _place(ordered, here[at - 1]) if at else None
                after = _first_place(ordered, here[at + 1 :]) if before is None else None
                place = len(ordered) if before is None and after is None else after
                ordered.insert(before + 1 if before is not None else place or 0, statement)
    return tuple(ordered)


def _place(ordered: Sequence[Statement], sought: Statement) -> int | None:
    return next((n for n, statement in enumerate(ordered) if statement is sought), None)


def _first_place(ordered: Sequence[Statement], candidates: Sequence[Statement]) -> int | None:
    places = (_place(ordered, candidate) for candidate in candidates)
    return next((place for place in places if place is not None), None)


def _of_row(row: Row, columns: dict[ArticleId, int]) -> Statement:
    cells: list[tuple[Span, ...]] = [()] * len(columns)
    for passage in row.passages:
        cells[columns[passage.article]] = passage.spans
    return Statement(tuple(cells), row)


def _of_one(column: int, span: Span, width: int) -> Statement:
    return Statement(tuple((span,) if at == column else () for at in range(width)))


def statement_at(statements: Sequence[Statement], column: int, span: Span) -> int | None:
    """The number of the statement of a source that holds or touches a stretch of its text."""
    for number, statement in enumerate(statements):
        if any(cell.overlaps(span) for cell in statement.cells[column]):
            return number
    return None


def evidence(articles: Sequence[Article], statement: Statement) -> str:
    """The passages of a statement with their sources, to be pasted elsewhere."""
    lines = []
    for article, cell in zip(articles, statement.cells, strict=True):
        if cell:
            said = " […] ".join(span.of(article.text) for span in cell)
            where = ", ".join(
                part for part in (article.source, article.published.value, article.path) if part
            )
            lines.append(f"{said}\n  — {where}")
    return "\n\n".join(lines)
