"""A comparison as the reader sees it: statements in one order, with their sources and certainty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.model.article import ArticleId
from index.model.comparison import Comparison, Row, Strength
from index.model.text import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of one or several sources; it has a cell for each source, empty if that says
    nothing.
    """

    cells: tuple[tuple[Span, ...], ...]
    """In the order of the articles compared; spans over each one's clean text."""
    row: Row | None = None
    """The row that joins the passages; None for a statement of one source only."""
    further: tuple[tuple[int, Row], ...] = ()
    """Columns whose passage comes from a less sure row of the same sentences, with that row."""
    weaker: tuple[Statement, ...] = ()
    """Less sure links of the same sentences to other passages, surest first."""

    @property
    def sources(self) -> tuple[int, ...]:
        """The columns of the sources that have it."""
        return tuple(column for column, cell in enumerate(self.cells) if cell)

    def row_at(self, column: int) -> Row | None:
        """The row that brings the passage of a column."""
        return next((row for at, row in self.further if at == column), self.row)

    def places(self, column: int) -> tuple[Span, ...]:
        """The passages of a column; those of weaker links come last."""
        linked = (span for link in self.weaker for span in link.cells[column])
        return tuple(dict.fromkeys((*self.cells[column], *linked)))


def statements_of(comparison: Comparison) -> tuple[Statement, ...]:
    """All statements in the order of the first source; others come after the statement before them
    in their own source.
    """
    columns = {id: column for column, id in enumerate(comparison.articles)}
    unplaced = [
        *_gathered(comparison.rows, columns),
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


def _gathered(rows: Sequence[Row], columns: dict[ArticleId, int]) -> list[Statement]:
    """A statement for each sentence of the leftmost source of a row, from its surest row.

    A less sure row of the same sentences adds the passages of sources that are still missing, or is
    a weaker link.
    """
    found: list[Statement] = []
    shown: dict[tuple[int, Span], int] = {}
    sureness = list(Strength)
    for row in sorted(rows, key=lambda row: (sureness.index(row.strength), -row.score)):
        new = _of_row(row, columns)
        leader = new.sources[0]
        hosts = [shown.get((leader, span)) for span in new.cells[leader]]
        at = hosts[0]
        if at is None or None in hosts:
            # Only sentences outside surer rows; for the others this row is a link.
            for host in dict.fromkeys(host for host in hosts if host is not None):
                found[host] = replace(found[host], weaker=(*found[host].weaker, new))
            pairs = zip(new.cells[leader], hosts, strict=True)
            rest = tuple(span for span, host in pairs if host is None)
            at = len(found)
            cells = (*new.cells[:leader], rest, *new.cells[leader + 1 :])
            found.append(replace(new, cells=cells))
        else:
            found[at] = _with_link(found[at], new, shown)
        for column, cell in enumerate(found[at].cells):
            for span in cell:
                shown.setdefault((column, span), at)
    return found


def _with_link(
    statement: Statement, link: Statement, shown: Mapping[tuple[int, Span], int]
) -> Statement:
    """A statement with one more row of the same sentences."""
    lacking = [column for column in link.sources if not statement.cells[column]]
    fresh = all((column, span) not in shown for column in lacking for span in link.cells[column])
    # All sources present must be linked to the new one: a link to one of them is not enough.
    agree = all(
        set(link.cells[column]) & set(statement.cells[column]) for column in statement.sources
    )
    if link.row is None or not (lacking and fresh and agree):
        return replace(statement, weaker=(*statement.weaker, link))
    cells = tuple(
        link.cells[column] if column in lacking else cell
        for column, cell in enumerate(statement.cells)
    )
    further = (*statement.further, *((column, link.row) for column in lacking))
    return replace(statement, cells=cells, further=further)


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
    """The number of the statement of a source that contains or touches a stretch of its text."""
    for number, statement in enumerate(statements):
        if any(cell.overlaps(span) for cell in statement.cells[column]):
            return number
    for number, statement in enumerate(statements):
        if any(cell.overlaps(span) for cell in statement.places(column)):
            return number
    return None
