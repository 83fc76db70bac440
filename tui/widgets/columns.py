"""Statements of several sources beside each other: as columns, as stacked cards, or as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from index.model.article import Article
from index.model.comparison import Evidence, Row, Strength
from index.model.text import Span
from index.texts import Texts
from tui.rendering import Mark, fitted, joined, mark_spans, styled, wrap, wrapped
from tui.statements import Statement
from tui.theme import STRENGTH_SIGNS
from tui.widgets.items import Item, Items

LETTERS = "ABCD"
STACK_BELOW = 96
"""Cells below which the sources of a statement stand under each other."""
VERDICT = 11
"""Cells of the column that says how surely a row belongs together."""
_STYLES = {
    Strength.SAME: "mark--same",
    Strength.STRONG: "mark--strong-link",
    Strength.PROBABLE: "mark--probable",
}


class Mode(Enum):
    ALIGNED = "aligned"
    TEXT = "text"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Widths:
    """How a line is shared out: columns of text, a bar between them, the verdict at the end."""

    columns: tuple[int, ...]

    @classmethod
    def of(cls, width: int, sources: int) -> Widths:
        room = width - 2 - VERDICT - 3 * sources
        each, rest = divmod(max(sources, room), sources)
        return cls(tuple(each + (1 if column < rest else 0) for column in range(sources)))


def strength_words(t: Texts, strength: Strength) -> str:
    return {
        Strength.SAME: t("same"),
        Strength.STRONG: t("strong"),
        Strength.PROBABLE: t("probable"),
    }[strength]


def evidence_words(t: Texts, evidence: Evidence) -> str:
    return {
        Evidence.WORDS: t("words"),
        Evidence.QUOTE: t("quotation"),
        Evidence.ENTITY: t("names"),
        Evidence.DATE: t("dates"),
        Evidence.NUMBER: t("figures"),
    }[evidence]


def _joint(between: str) -> str:
    """What stands for the text between two passages: left out, a new paragraph, or nothing."""
    if between.strip():
        return " […] "
    return " ¶ " if "\n" in between else " "


def score_words(t: Texts, score: float) -> str:
    """A score between 0 and 1 in two decimals: `0,84` or `0.84`."""
    return f"{score:.2f}".replace(".", "," if t.language == "fr" else ".")


class Columns(Items):
    BINDINGS = [
        Binding("r", "why", "Why", id="columns.why",
                tooltip="Which words, names, dates and figures say that these belong together"),
        Binding("enter", "choose", "Read", id="columns.read", show=False,
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
        self._explained: set[int] = set()

    def show(self, articles: Sequence[Article], statements: Sequence[Statement]) -> None:
        self.articles, self.statements = tuple(articles), tuple(statements)
        self._explained = set()
        self.redraw()
        self.move_to(self.first_key())

    def view(self, mode: Mode) -> None:
        self.mode = mode
        self.redraw()
        if self.cursor:
            self.move_to(self.cursor)

    @property
    def current(self) -> Statement | None:
        return self.statements[int(self.cursor)] if self.cursor else None

    def step_to_row(self, by: int) -> None:
        """To the next or the previous statement that several sources have."""
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
            Item(
                (*draw(statement, width), *self._explanation(number, width)),
                key=str(number),
            )
            for number, statement in enumerate(self.statements)
        ]
        return [self._table_head(width), *items] if self.mode is Mode.TABLE else items

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
                # The bar beside a passage bears the strength of the row.
                bar = ("▎", self._style(statement)) if at < len(cell) and cell else " "
                parts += [bar if statement.cells[column] else " ", fitted(content, room), "  "]
            parts.append(verdict[at] if at < len(verdict) else Content(""))
            lines.append(joined(*parts))
        return [*lines, Content("")]

    def _card(self, statement: Statement, width: int) -> list[Content]:
        lines = [joined("  ", joined("  ").join(self._verdict(statement)))]
        for column in statement.sources:
            head = joined((f"  {LETTERS[column]} ", "mark--key"))
            bar = joined(("▎", self._style(statement)))
            for at, line in enumerate(self._cell(statement, column, width - 7)):
                lines.append(joined(head if at == 0 else "    ", bar, line))
        return [*lines, Content("")]

    def _table_row(self, statement: Statement, width: int) -> list[Content]:
        style = self._style(statement)
        signs: list[Content | tuple[str, str] | str] = []
        for column in range(len(self.articles)):
            sign = ("●", style) if statement.cells[column] else ("∅", "mark--faint")
            signs += ["  ", sign, " "]
        verdict = self._verdict(statement)[0]
        tail = joined(*signs, "  ", fitted(verdict, VERDICT))
        column = statement.sources[0]
        text = joined((f" {LETTERS[column]} ", "mark--faint"), self._text(statement, column))
        return [joined(" ", fitted(text, max(10, width - tail.cell_length - 2)), tail)]

    def _table_head(self, width: int) -> Item:
        letters = "".join(f"  {LETTERS[column]} " for column in range(len(self.articles)))
        left = " " * max(0, width - len(letters) - VERDICT - 3)
        return Item((joined(left, (letters, "mark--key")),))

    def _cell(self, statement: Statement, column: int, width: int) -> list[Content]:
        if not statement.cells[column]:
            return [joined(("∅", "mark--faint"))]
        content = self._text(statement, column)
        if statement.row is None:
            content = joined(("★ ", "mark--only"), content)
        return [content[line.start : line.end] for line in wrap(content.plain, max(4, width - 1))]

    def _text(self, statement: Statement, column: int) -> Content:
        """The passages of one source, with quotations, names and differing words marked."""
        article = self.articles[column]
        found = article.annotations
        marks = [
            *mark_spans(((q.start, q.end) for q in found.quotes), "mark--quote"),
            *(Mark(m.start, m.end, f"kind--{m.kind}") for m in found.mentions),
        ]
        if statement.row is not None:
            for passage in statement.row.differing:
                if passage.article == article.id:
                    marks += mark_spans(passage.spans, "mark--differing")
        pieces: list[Content | tuple[str, str] | str] = []
        last: Span | None = None
        for span in statement.cells[column]:
            if last is not None:
                between = article.text[last.end : span.start]
                pieces.append((_joint(between), "mark--faint"))
            near = [m for m in marks if m.start < span.end and m.end > span.start]
            shifted = [
                Mark(max(0, m.start - span.start), m.end - span.start, m.style) for m in near
            ]
            pieces.append(styled(span.of(article.text), shifted))
            last = span
        return joined(*pieces)

    def _style(self, statement: Statement) -> str:
        return _STYLES[statement.row.strength] if statement.row else "mark--only"

    def _verdict(self, statement: Statement) -> list[Content]:
        """How surely the row belongs together, and above all by what."""
        row = statement.row
        if row is None:
            letter = LETTERS[statement.sources[0]]
            return [joined((self._t("only {letter}", letter=letter), "mark--only"))]
        style = self._style(statement)
        words = [evidence_words(self._t, evidence) for evidence in row.because[:1]]
        return [
            joined((f"{STRENGTH_SIGNS[row.strength]} {score_words(self._t, row.score)}", style)),
            *(joined((word, "mark--muted")) for word in words),
            *([joined((f"✓ {self._t('accepted')}", "mark--kept"))] if row.accepted else ()),
        ]

    def _explanation(self, number: int, width: int) -> list[Content]:
        if number not in self._explained:
            return []
        row = self.statements[number].row
        room = width - 6
        lines: list[Content] = []
        for sentence, style in self._reasons(row, self.statements[number]):
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
