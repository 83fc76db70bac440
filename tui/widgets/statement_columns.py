"""Statements of several sources beside each other: as columns, as stacked cards, or as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from textual import events
from textual.content import Content
from textual.message import Message

from index.compare.telling_marks import what_is_shared, what_matters
from index.interface.texts import Texts
from index.model.article import Article, ArticleId
from index.model.comparison import Asserted, Row, Strength
from index.model.statement_rows import Statement
from index.model.text import Span
from tui.keytable import bound
from tui.rendering import Mark, fitted, joined, mark_spans, styled, wrap, wrapped
from tui.theme import STRENGTH_SIGNS
from tui.widgets.items import Item, Items
from tui.widgets.row_reasons import (
    doubt_words,
    evidence_words,
    manner_sign,
    reason_words,
    score_words,
    strength_words,
)

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
STACK_BELOW = 96
"""Width below which the sources of a statement stand under each other, in cells."""
VERDICT = 14
"""Width of the column that says how surely a row belongs together, in cells."""
_STYLES = {
    Strength.SAME: "mark--same",
    Strength.STRONG: "mark--strong-link",
    Strength.PROBABLE: "mark--probable",
}


class Mode(Enum):
    FACTS = "facts"
    ALIGNED = "aligned"
    TEXT = "text"
    TABLE = "table"


def letter_of(column: int) -> str:
    """The letter of a source; a number behind Z."""
    return LETTERS[column] if column < len(LETTERS) else str(column + 1)


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths of a line: columns of text, a bar between them, the verdict at the end."""

    columns: tuple[int, ...]

    @classmethod
    def of(cls, width: int, sources: int) -> Widths:
        room = width - 2 - VERDICT - 3 * sources
        each, rest = divmod(max(sources, room), sources)
        return cls(tuple(each + (1 if column < rest else 0) for column in range(sources)))


def _joint(between: str) -> str:
    """The sign for the text between two passages: left out, a new paragraph, or nothing."""
    if between.strip():
        return " […] "
    return " ¶ " if "\n" in between else " "


class Columns(Items):
    BINDINGS = [
        bound("columns.why", "why", "Why",
                tooltip="Which words, names, dates and figures say that these belong together"),
        bound("columns.marks", "marks", "Differences", show=False,
                tooltip="Mark all the words that differ, or only those that matter"),
        bound("columns.read", "choose", "Read", show=False,
                tooltip="Open the source at this passage"),
    ]  # fmt: skip

    @dataclass
    class HeadsMoved(Message):
        """The widths of the columns have changed."""

        widths: Widths | None

    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self.articles: tuple[Article, ...] = ()
        self.statements: tuple[Statement, ...] = ()
        self.mode = Mode.ALIGNED
        self.column = 0
        """The source that Enter opens, whose words a table shows where it has some."""
        self._explained: set[int] = set()
        self._all_marked = False
        self._manners: dict[tuple[ArticleId, Span], Asserted] = {}

    def show(
        self,
        articles: Sequence[Article],
        statements: Sequence[Statement],
        asserted: Iterable[Asserted] = (),
    ) -> None:
        """Shows a comparison; `asserted` are the sentences that are not plainly asserted."""
        self.articles, self.statements = tuple(articles), tuple(statements)
        self._manners = {(each.article, each.span): each for each in asserted}
        self._explained = set()
        self.redraw_around_cursor()
        self.move_to(self.cursor or self.first_key())

    def view(self, mode: Mode) -> None:
        self.mode = mode
        self.redraw()
        if self.cursor:
            self.move_to(self.cursor)

    def choose_column(self, column: int) -> None:
        self.column = column
        self.redraw()

    @property
    def current(self) -> Statement | None:
        return self.statements[int(self.cursor)] if self.cursor else None

    def step_to_row(self, by: int) -> None:
        """Goes to the next or the previous statement that several sources have."""
        here = int(self.cursor) if self.cursor else -1
        rows = [n for n, statement in enumerate(self.statements) if statement.row is not None]
        ahead = [n for n in rows if (n > here if by > 0 else n < here)]
        if ahead:
            self.move_to(str(ahead[0] if by > 0 else ahead[-1]))
        else:
            self.app.bell()

    def draw_items(self, width: int) -> list[Item]:
        if not self.statements:
            return []
        if self.mode is Mode.TABLE:
            draw = self._table_row
        elif width < STACK_BELOW:
            draw = self._card
        else:
            draw = self._columns
        wide = self.mode is Mode.ALIGNED and width >= STACK_BELOW
        widths = Widths.of(width, len(self.articles)) if wide else None
        self.post_message(self.HeadsMoved(widths))
        items = [
            Item(tuple(self._statement(number, draw, width)), key=str(number))
            for number in range(len(self.statements))
        ]
        return [self._table_head(width), *items] if self.mode is Mode.TABLE else items

    def _statement(
        self, number: int, draw: Callable[[Statement, int], list[Content]], width: int
    ) -> list[Content]:
        drawn, links = draw(self.statements[number], width), self._links(number, draw, width)
        if links and drawn and not drawn[-1].plain:
            drawn = drawn[:-1]
        return [*drawn, *links, *self._explanation(number, width)]

    # One statement in each of the three forms

    def _columns(self, statement: Statement, width: int) -> list[Content]:
        widths = Widths.of(width, len(self.articles))
        cells = [
            self._cell(statement, column, cells) for column, cells in enumerate(widths.columns)
        ]
        verdict = self._verdict(statement)
        height = max(len(verdict), *(len(cell) for cell in cells))
        lines = []
        for at in range(height):
            parts: list[Content | tuple[str, str] | str] = [" "]
            for column, room in enumerate(widths.columns):
                cell = cells[column]
                content = cell[at] if at < len(cell) else Content("")
                # The bar beside a passage shows the strength of the row.
                style = self._style(statement, column)
                bar = ("▎", style) if at < len(cell) and cell else " "
                parts += [bar if statement.cells[column] else " ", fitted(content, room), "  "]
            parts.append(verdict[at] if at < len(verdict) else Content(""))
            lines.append(joined(*parts))
        return [*lines, Content("")]

    def _card(self, statement: Statement, width: int) -> list[Content]:
        lines = [joined("  ", joined("  ").join(self._verdict(statement)))]
        for column in statement.sources:
            head = joined((f"  {LETTERS[column]} ", "mark--key"))
            bar = joined(("▎", self._style(statement, column)))
            for at, line in enumerate(self._cell(statement, column, width - 7)):
                lines.append(joined(head if at == 0 else "    ", bar, line))
        return [*lines, Content("")]

    def _table_row(self, statement: Statement, width: int) -> list[Content]:
        signs: list[Content | tuple[str, str] | str] = []
        for column in range(len(self.articles)):
            style = self._style(statement, column)
            sign = ("●", style) if statement.cells[column] else ("∅", "mark--faint")
            signs += ["  ", sign, " "]
        verdict = self._verdict(statement)[0]
        tail = joined(*signs, "  ", fitted(verdict, VERDICT))
        column = self.column if statement.cells[self.column] else statement.sources[0]
        text = joined((f" {LETTERS[column]} ", "mark--faint"), self._text(statement, column))
        return [joined(" ", fitted(text, max(10, width - tail.cell_length - 2)), tail)]

    def _table_head(self, width: int) -> Item:
        letters = "".join(
            f" {'▸' if column == self.column else ' '}{LETTERS[column]} "
            for column in range(len(self.articles))
        )
        left = " " * max(0, width - len(letters) - VERDICT - 3)
        return Item((joined(left, (letters, "mark--key")),))

    def _cell(self, statement: Statement, column: int, width: int) -> list[Content]:
        if not statement.cells[column]:
            return [joined(("∅", "mark--faint"))]
        content = self._text(statement, column)
        return [content[line.start : line.end] for line in wrap(content.plain, max(4, width - 1))]

    def _text(self, statement: Statement, column: int) -> Content:
        """The passages of one source, with quotations, names and differing words marked."""
        article = self.articles[column]
        found = article.annotations
        marks = [
            *mark_spans(((q.start, q.end) for q in found.quotes), "mark--quote"),
            *(Mark(m.start, m.end, f"kind--{m.kind}") for m in found.mentions),
        ]
        marks += self._marks(statement, column)
        pieces: list[Content | tuple[str, str] | str] = []
        last: Span | None = None
        for span in statement.cells[column]:
            if last is not None:
                between = article.text[last.end : span.start]
                pieces.append((_joint(between), "mark--faint"))
            asserted = self._manners.get((article.id, span))
            cue = mark_spans([asserted.cue], "mark--probable") if asserted and asserted.cue else []
            near = [m for m in (*marks, *cue) if m.start < span.end and m.end > span.start]
            shifted = [
                Mark(max(0, m.start - span.start), m.end - span.start, m.style) for m in near
            ]
            pieces.append(styled(span.of(article.text), shifted))
            if asserted is not None:
                pieces.append(manner_sign(self._t, asserted.manner))
            last = span
        return joined(*pieces)

    def _marks(self, statement: Statement, column: int) -> list[Mark]:
        """What matters of the words that differ; of a row that is only probable what is shared."""
        article, row = self.articles[column], statement.row_at(column)
        if row is None:
            return []
        differing = [
            span for each in row.differing if each.article == article.id for span in each.spans
        ]
        if self._all_marked:
            return mark_spans(differing, "mark--differing")
        marks = mark_spans(what_matters(article, differing), "mark--differing")
        if row.strength is Strength.PROBABLE:
            shared = what_is_shared(article, statement.cells[column], row.shared)
            marks += mark_spans(shared, "mark--shared")
        return marks

    def _style(self, statement: Statement, column: int) -> str:
        row = statement.row_at(column)
        return _STYLES[row.strength] if row else "mark--only"

    def _verdict(self, statement: Statement) -> list[Content]:
        """How surely the row belongs together, with the strongest reason for it, or what makes it less sure."""
        row = statement.row
        if row is None:
            letter = LETTERS[statement.sources[0]]
            return [joined((self._t("only {letter}", letter=letter), "mark--only"))]
        words = [(reason_words(self._t, evidence), "mark--muted") for evidence in row.because[:1]]
        doubts = [(doubt_words(self._t, doubt), "mark--probable") for doubt in row.doubts[:1]]
        return [
            self._score(row),
            *(joined(word) for word in doubts or words),
            *([joined((f"✓ {self._t('accepted')}", "mark--kept"))] if row.accepted else ()),
            *(
                joined((f"{LETTERS[column]} ", "mark--key"), self._score(other))
                for column, other in statement.further
            ),
        ]

    def _score(self, row: Row) -> Content:
        sign = STRENGTH_SIGNS[row.strength]
        return joined((f"{sign} {strength_words(self._t, row.strength)}", _STYLES[row.strength]))

    def _links(
        self, number: int, draw: Callable[[Statement, int], list[Content]], width: int
    ) -> list[Content]:
        """Weaker links of the same sentences: their number, or each of them when the reader asks why; a table always lists them."""
        weaker = self.statements[number].weaker
        if not weaker:
            return []
        if number in self._explained or self.mode is Mode.TABLE:
            sign = joined((f" ↳ {self._t('weaker link')}", "mark--probable"))
            heads = [] if self.mode is Mode.TABLE else [sign]
            return [line for link in weaker for line in (*heads, *draw(link, width))]
        said = self._t.count("+{n} weaker link", "+{n} weaker links", len(weaker))
        return [joined("   ", (said, "mark--probable"), ("  r", "mark--key")), Content("")]

    def _explanation(self, number: int, width: int) -> list[Content]:
        if number not in self._explained:
            return []
        statement = self.statements[number]
        room = width - 6
        lines: list[Content] = []
        rows = (statement.row, *dict.fromkeys(row for _, row in statement.further))
        links = (link.row for link in statement.weaker)
        for row in (*rows, *links):
            for sentence, style in self._reasons(row, statement):
                lines += wrapped(sentence, room, style=style)
        bar = joined("   ", ("┊ ", "mark--key"))
        return [*(joined(bar, line) for line in lines), Content("")]

    def _reasons(self, row: Row | None, statement: Statement) -> list[tuple[str, str]]:
        t = self._t
        if row is None:
            letter = LETTERS[statement.sources[0]]
            said = t("No passage of another source reports what {letter} says here.", letter=letter)
            return [(said, "mark--muted")]
        because = ", ".join(evidence_words(t, evidence) for evidence in row.because)
        reasons = [
            (
                t(
                    "{strength}, score {score}: they share {because}.",
                    strength=strength_words(t, row.strength).capitalize(),
                    score=score_words(t, row.score),
                    because=because,
                ),
                "",
            )
        ]
        if row.doubts:
            doubts = ", ".join(t(doubt.told) for doubt in row.doubts)
            reasons.append((t("No surer than that: {doubts}.", doubts=doubts), "mark--probable"))
        if row.shared:
            reasons.append((" · ".join(dict.fromkeys(row.shared)), "mark--warm"))
        for passage in row.differing:
            column = next((n for n, a in enumerate(self.articles) if a.id == passage.article), 0)
            text = self.articles[column].text
            words = ", ".join(span.of(text) for span in passage.spans)
            if words:
                said = t("only in {letter}: {words}", letter=LETTERS[column], words=words)
                reasons.append((said, "mark--muted"))
        return reasons

    def action_marks(self) -> None:
        self._all_marked = not self._all_marked
        self.redraw()
        if self.cursor:
            self.move_to(self.cursor)

    def action_why(self) -> None:
        if self.cursor:
            self._explained ^= {int(self.cursor)}
            self.redraw()
            self.move_to(self.cursor)

    def clicked(self, item: Item, event: events.Click) -> None:
        again = item.key == self.cursor
        self.move_to(item.key)
        if event.chain > 1:
            self.action_choose()
        elif again:
            self.action_why()
