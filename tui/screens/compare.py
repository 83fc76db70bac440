"""Two to four sources side by side: statement by statement, as whole texts, or as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from index.compare.whole import placed, whole
from index.errors import RecoupeError
from index.export.gathering import Gathering
from index.export.material import Material, Subject
from index.interface.days import appearance
from index.model.article import Article, ArticleId, EntityId
from index.model.claims import Part
from index.model.comparison import Comparison, Row, Strength
from index.model.facts import Fact, contradicts, updates
from index.model.statement_rows import statement_at, statements_of
from index.model.text import Span
from index.notebook import keepable
from index.notebook.keepable import Keepable
from index.notebook.verdict import RowAnswer
from tui.keytable import bound
from tui.nothing import say_nothing
from tui.rendering import joined
from tui.screens.accepting import AcceptingScreen
from tui.screens.jotting import JottingScreen
from tui.screens.locked_texts import LockedTexts
from tui.session import MOST_KEPT, Session
from tui.widgets.columnheads import ColumnHeads
from tui.widgets.factlist import Beside, FactList
from tui.widgets.findings import Findings
from tui.widgets.items import Items
from tui.widgets.modenames import fitting_title, mode_names
from tui.widgets.statement_columns import LETTERS, Columns, Mode
from tui.widgets.textcolumn import TextColumn

_STYLES = {
    Strength.SAME: "mark--same",
    Strength.STRONG: "mark--strong-link",
    Strength.PROBABLE: "mark--probable",
}


class CompareScreen(AcceptingScreen, JottingScreen, LockedTexts):
    CSS_PATH = "compare.tcss"
    BINDINGS = [
        bound("compare.mode", "mode", "View",
                tooltip="Aligned statements, whole texts, or a table"),
        bound("compare.next", "row(1)", "Next row", tooltip="The next statement that several sources have"),
        bound("compare.previous", "row(-1)", "Previous row", show=False,
                tooltip="The statement before that several sources have"),
        bound("compare.column", "column(1)", "Column",
                tooltip="The next source; Enter opens it at the passage"),
        bound("compare.previous-column", "column(-1)", "Previous column", show=False),
        bound("compare.findings", "findings", "Differences",
                tooltip="Go to the list of differences and quotations; once more: the next list"),
        bound("compare.keep", "retain", "Keep",
                tooltip="Put this fact, row or quotation into the notebook with a proof for each source, or take it out"),
        bound("export", "export", "Export", show=False,
                tooltip="Write this as a document: a dossier, a table, references…"),
        bound("compare.copy", "copy", "Copy",
                tooltip="Copy what the cursor stands on, each passage with its source"),
        bound("compare.accept", "judge('accepted')", "Accept", show=False,
                tooltip="Accept this row: the passages say the same"),
        bound("compare.reject", "judge('rejected')", "Reject",
                tooltip="Reject this row: the passages do not say the same"),
    ]  # fmt: skip

    def __init__(self, session: Session, ids: Sequence[ArticleId]) -> None:
        super().__init__(session)
        self._accounts = tuple(ids)
        """All accounts whose facts are compared; only the first four stand in columns."""
        self._ids = self._accounts[:MOST_KEPT]
        self._articles: tuple[Article, ...] = ()
        """The articles with their leads behind their texts, as the spans of a comparison want them."""
        self._read: tuple[Article, ...] = ()
        self._contradictions = self._updates = 0
        self._mode = Mode.FACTS
        self._named: dict[Mode, range] = {}
        """The columns of the border in which each mode is named."""
        self._column = 0

    def body(self) -> ComposeResult:
        yield FactList(self.t, id="facts")
        yield ColumnHeads(self.t)
        yield Columns(self.t, id="columns")
        with Horizontal(id="texts"):
            for column in range(len(self._ids)):
                yield TextColumn(self.t, column)
        yield Findings(self.t, id="findings")

    def on_mount(self) -> None:
        self._show_mode()
        self._facts.focus()
        self.work("compare", self._compare)

    @property
    def _columns(self) -> Columns:
        return self.query_one("#columns", Columns)

    @property
    def _facts(self) -> FactList:
        return self.query_one("#facts", FactList)

    @property
    def _findings(self) -> Findings:
        return self.query_one("#findings", Findings)

    def on_resize(self, event: events.Resize) -> None:
        """The title tells as much as there is room for."""
        self.call_after_refresh(self._title)

    def help_topics(self) -> tuple[str, ...]:
        return ("compare", "signs")

    async def _compare(self) -> None:
        desk = self.session.desk
        try:
            self._read = tuple([await desk.article(id) for id in self._accounts])
            articles = [whole(article) for article in self._read]
            comparison = wide = await desk.compare(self._ids)
            if len(self._accounts) > len(self._ids):
                wide = await desk.compare(self._accounts)
        except RecoupeError as error:
            self.tell_error(error)
            self.dismiss()
            return
        names = await desk.ask(
            lambda library: {speaker: library.name_of(speaker) for speaker in wide.speakers}
        )
        self._show(articles, comparison, wide, names)
        await self._load_marks()

    def _show(
        self,
        accounts: Sequence[Article],
        comparison: Comparison,
        wide: Comparison,
        names: Mapping[EntityId, str],
    ) -> None:
        """Shows the first accounts in columns; `wide` is the comparison of all, in lists, with the
        names of its speakers.
        """
        articles = self._articles = tuple(accounts[: len(self._ids)])
        self._statements = statements_of(comparison)
        styles = {
            number: _STYLES[statement.row.strength] if statement.row else "mark--only"
            for number, statement in enumerate(self._statements)
        }
        self._columns.show(articles, self._statements, comparison.asserted)
        self._findings.show(wide, accounts, names)
        self._facts.show(self._read, wide.facts, self._beside(wide))
        self._contradictions = sum(map(contradicts, wide.facts))
        self._updates = sum(map(updates, wide.facts))
        for column, article in enumerate(articles):
            text = self.query_one(f"#text-{column}", TextColumn)
            text.show(article, self._statements, styles)
            source = article.source or self.t("source not stated")
            date = self.t.date(article.published)
            text.border_title = joined((f" {LETTERS[column]} ", "mark--key"), f"{source} · {date} ")
            told = self._in_columns() if article is articles[-1] else ""
            text.border_subtitle = f" {told} " if told else ""
        self.query_one(ColumnHeads).show(articles, self._column)
        self._title()

    def _in_columns(self) -> str:
        """Says which accounts stand in columns where that is not all of them."""
        held, all = len(self._ids), len(self._accounts)
        if held == all:
            return ""
        return self.t("A–{last} of {all} accounts", last=LETTERS[held - 1], all=all)

    def _beside(self, comparison: Comparison) -> list[Beside]:
        """Counts of the other lists: who says what, and what only one account says."""
        t = self.t
        shared = sum(len(line.uses) > 1 for line in comparison.quotes)
        alone = sum(len(passage.spans) for passage in comparison.only)
        quoted = t.count("{n} quotation", "{n} quotations", len(comparison.quotes))
        told = t.count("{n} sentence", "{n} sentences", alone)
        return [
            Beside("quotes", f"{t('who says what')} · {quoted}, {t('{n} in several', n=shared)}"),
            Beside("only", f"{t('only one says so')} · {told}"),
        ]

    def _title(self) -> None:
        """The border's title: the modes, and what there is."""
        t = self.t
        names, self._named = mode_names(t, self._mode)
        if not self._articles:
            # What is not read yet has no number.
            self._columns.border_title = self._facts.border_title = names
            return
        modes = joined(names, ("── ", "mark--rule"))
        rows = sum(statement.row is not None for statement in self._statements)
        aligned = [self._in_columns()] if self._in_columns() else []
        aligned.append(t.count("{n} aligned statement", "{n} aligned statements", rows))
        self._columns.border_title = fitting_title(modes, aligned, self._facts.outer_size.width)
        told = [t.count("{n} contradiction", "{n} contradictions", self._contradictions)]
        if len(self._accounts) > 2:
            told.append(t.count("{n} account", "{n} accounts", len(self._accounts)))
        if days := appearance(t, (article.published for article in self._read)):
            told.append(t("published {days}", days=days))
        if self._updates:
            told.append(t.count("{n} update", "{n} updates", self._updates))
        self._facts.border_title = fitting_title(modes, told, self._facts.outer_size.width)

    # Modes

    def action_mode(self) -> None:
        modes = list(Mode)
        self._mode = modes[(modes.index(self._mode) + 1) % len(modes)]
        self._show_mode()

    def border_clicked(self, part: str, column: int) -> None:
        if part in ("facts", "columns"):
            for mode, columns in self._named.items():
                if column in columns and mode is not self._mode:
                    self._mode = mode
                    self._show_mode()

    def _show_mode(self) -> None:
        as_text = self._mode is Mode.TEXT
        self.set_class(self._mode is Mode.FACTS, "-facts")
        self.set_class(as_text, "-text")
        self.set_class(self._mode is Mode.TABLE, "-table")
        self._title()
        self.refresh_bindings()
        if as_text:
            self.call_after_refresh(self._to_text)
        elif self._mode is Mode.FACTS:
            self.call_after_refresh(self._facts.focus)
        else:
            self._columns.view(self._mode)
            self.call_after_refresh(self._columns.focus)

    def _to_text(self) -> None:
        self._text(self._column).focus()
        if self._columns.cursor:
            self._go_in_texts(int(self._columns.cursor))

    # Rows

    def action_row(self, by: int) -> None:
        """Goes to the next statement that several sources have; the arrows go to every statement."""
        if self._mode is Mode.FACTS:
            self._facts.step(by)
            return
        self._columns.step_to_row(by)
        if self._mode is Mode.TEXT and self._columns.cursor:
            self._go_in_texts(int(self._columns.cursor))

    @on(Columns.HeadsMoved)
    def _place_heads(self, event: Columns.HeadsMoved) -> None:
        self.query_one(ColumnHeads).place(event.widths)

    # Columns

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Facts have no column to choose: Enter shows the passages of all."""
        here = action != "column" or self._mode is not Mode.FACTS
        return here and super().check_action(action, parameters)

    def action_column(self, by: int) -> None:
        self._focus_column((self._column + by) % len(self._ids))

    @on(ColumnHeads.ColumnChosen)
    def _column_chosen(self, event: ColumnHeads.ColumnChosen) -> None:
        self._focus_column(event.column)

    def _focus_column(self, column: int) -> None:
        self._column = column
        self.query_one(ColumnHeads).show(self._articles, column)
        self._columns.choose_column(column)
        beside: Widget = self._facts if self._mode is Mode.FACTS else self._columns
        (self._text(column) if self._mode is Mode.TEXT else beside).focus()

    @on(Items.Chosen, "#columns")
    def _open(self) -> None:
        statement = self._columns.current
        if statement is None:
            return
        column = self._column if statement.cells[self._column] else statement.sources[0]
        span = statement.cells[column][0]
        span, part = placed(span, len(self._read[column].text))
        at = span if part is Part.TEXT else Span(0, 0)
        self.app.push_screen(self.session.doors.reading(self._ids[column], at=at))

    # Findings

    @on(FactList.ChapterChosen)
    def _to_chapter(self, event: FactList.ChapterChosen) -> None:
        self._findings.turn_to_kind(event.chapter)
        self.add_class("-found")
        self.call_after_refresh(self._findings.focus)

    def action_findings(self) -> None:
        self.remove_class("-whole")
        self.add_class("-found")
        if self._findings.has_focus:
            self._findings.action_chapter(1)
        else:
            self.call_after_refresh(self._findings.focus)

    @on(Findings.PlaceChosen)
    def _go_to_place(self, event: Findings.PlaceChosen) -> None:
        column, span = event.place.column, event.place.span
        if column >= len(self._ids):
            span, part = placed(span, len(self._read[column].text))
            at = span if part is Part.TEXT else Span(0, 0)
            self.app.push_screen(self.session.doors.reading(self._accounts[column], at=at))
            return
        number = statement_at(self._statements, column, span)
        if number is None:
            say_nothing(self, "It stands in no statement that is shown.")
            return
        self._columns.move_to(str(number))
        if self._mode is Mode.TEXT:
            self._go_in_texts(number)

    def judged_here(self) -> Fact | Row | None:
        if self._findings.has_focus:
            return None
        if self._mode is Mode.FACTS:
            return self._facts.current
        statement = self._columns.current
        return statement.row if statement else None

    def nothing_to_judge(self) -> str:
        return "No fact stands here." if self._mode is Mode.FACTS else "No row stands here."

    def judging(self, here: Fact | Row, answer: RowAnswer) -> None:
        if isinstance(here, Fact) and answer is RowAnswer.REJECTED:
            self._facts.take_away(here.id)

    def judged(self, here: Fact | Row, *, done: bool) -> None:
        if isinstance(here, Fact) and not done:
            self._facts.bring_back(here.id)

    def decided(self) -> None:
        self.work("compare", self._compare)

    def action_export(self) -> None:
        """Exports all accounts that are compared, as a dossier with facts first."""
        ids = self._accounts

        def gathered(gathering: Gathering) -> Material:
            return gathering.comparison(ids)

        title = self._read[0].title if self._read else self.t("Compare")
        self.app.push_screen(self.session.doors.export(Subject.COMPARISON, title, gathered))

    def keepable_here(self) -> Keepable | None:
        """The finding, the fact or the statement under the cursor."""
        if self._findings.has_focus:
            finding = self._findings.current
            return finding.keep if finding else None
        if self._mode is Mode.FACTS:
            fact = self._facts.current
            return keepable.of_fact(fact) if fact else None
        statement = self._columns.current
        return keepable.of_statement(self._ids, statement) if statement else None

    def action_retain(self) -> None:
        self.jot(self.keepable_here())

    def marks_changed(self) -> None:
        ids = self.session.marks.ids
        self._facts.mark_kept(ids)
        self._findings.mark_kept(ids)
        kept = (keepable.of_statement(self._ids, one).id in ids for one in self._statements)
        self._columns.mark_noted(str(at) for at, there in enumerate(kept) if there)

    def on_screen_resume(self) -> None:
        self.look_at_notebook()

    def action_copy(self) -> None:
        self.copy_keepable(self.keepable_here(), self._read)

    def action_whole(self) -> None:
        """Hides or shows the list below."""
        self.toggle_class("-whole")

    def action_back(self) -> None:
        if self._findings.has_focus:
            self.remove_class("-found")
            self._focus_column(self._column)
        elif not (self._facts.has_focus and self._facts.fold()):
            super().action_back()
