"""Notes on an article: one is written, the others are listed and can be taken back."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from index.errors import RecoupeError
from index.model.article import ArticleId
from index.notebook.decisions import Decision, Note
from tui.desk.reader import Reader
from tui.keytable import bound
from tui.rendering import joined
from tui.screens.base import RoomScreen
from tui.screens.decide.choices import Choices
from tui.screens.decide.desk_decision import make
from tui.session import Session
from tui.widgets.items import Item, Items
from tui.widgets.line import Line


def notes_on(id: ArticleId, decisions: tuple[Decision, ...]) -> tuple[Note, ...]:
    """The notes on an article as a whole, in the order in which they were made."""
    return tuple(d for d in decisions if isinstance(d, Note) and d.article == id)


class NoteLine(Line):
    BINDINGS = [
        bound("note.write", "submit", "Write"),
        bound("note.list", "screen.to_list", "List"),
    ]


class NoteScreen(RoomScreen):
    CSS_PATH = "decide.tcss"
    BINDINGS = [
        bound("note.take-back", "take_back", "Take back",
                tooltip="Take the note under the cursor back"),
    ]  # fmt: skip

    def __init__(self, session: Session, id: ArticleId, *, title: str) -> None:
        super().__init__(session)
        self._article_id = id
        self._title = title
        self._notes: tuple[Note, ...] = ()

    def body(self) -> ComposeResult:
        with Vertical(id="panes"):
            yield NoteLine(placeholder=self.t("write a note…"), compact=True, id="name")
            yield Choices(id="choices")

    def on_mount(self) -> None:
        self._choices.border_title = joined(f" {self.t('Notes')} ── {self._title} ")
        self.query_one("#name").focus()
        self.work("notes", self._load)

    @property
    def _choices(self) -> Choices:
        return self.query_one("#choices", Choices)

    async def _load(self) -> None:
        try:
            made = await self.session.desk.ask(lambda library: library.decisions())
        except RecoupeError as error:
            self.tell_error(error)
            return
        self._notes = notes_on(self._article_id, made)
        nothing = Item((joined("  ", (self.t("No note yet."), "mark--muted")),))
        lines = [
            Item((joined("  ", ("✎ ", "mark--kept"), note.note or "·"),), key=str(number))
            for number, note in enumerate(self._notes)
        ]
        self._choices.show(lines or [nothing])

    @on(Input.Submitted, "#name")
    def _written(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.work("decide", self._write, event.value.strip())
        else:
            self.dismiss()

    async def _write(self, words: str) -> None:
        note = Note(article=self._article_id, note=words)
        if await make(self, lambda library: library.decide(note)):
            self.dismiss()

    def action_to_list(self) -> None:
        self._choices.focus()

    @on(Items.Chosen, "#choices")
    def action_take_back(self) -> None:
        if self._choices.has_focus and self._choices.cursor:
            self.work("decide", self._withdraw, self._notes[int(self._choices.cursor)])

    async def _withdraw(self, note: Note) -> None:
        def withdrawn(library: Reader) -> Decision:
            library.withdraw(note)
            return note

        await make(
            self,
            withdrawn,
            words=self.t("Taken back: {decision}", decision="{decision}"),
            back=True,
        )
        await self._load()
