"""The notebook: what was kept, with notes, tags, states and proofs, in the reader's own order."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from index.errors import RecoupeError
from index.export.gathering import Gathering
from index.export.material import Subject
from index.interface.texts import Texts
from index.model.notes import Noted
from index.notebook.decisions import KeptState
from tui.keytable import bound
from tui.rendering import SPAN_CLASSES, joined, truncated, wrapped
from tui.screens.decide.making import make
from tui.screens.decide.undoing import UndoingScreen
from tui.session import Session
from tui.widgets.items import Item, Items

_LINES = 4
"""Lines of an entry's words that are shown."""
_STATES = (KeptState.KEPT, KeptState.TO_READ, KeptState.READ)
_SIGNS = {"kept": "✓", "to-read": "○", "read": "●", "dropped": "✗"}


class NotedList(Items):
    BINDINGS = [bound("notebook.read", "choose", "Read", tooltip="Open the article at these words")]

    def __init__(self, t: Texts) -> None:
        super().__init__(id="noted")
        self._t = t
        self.noted: tuple[Noted, ...] | None = None

    def show(self, noted: Sequence[Noted]) -> None:
        cursor = self.cursor
        self.noted = tuple(noted)
        self.redraw()
        self.move_to(cursor if any(one.id == cursor for one in noted) else self.first_key())

    @property
    def current(self) -> Noted | None:
        return next((one for one in self.noted or () if one.id == self.cursor), None)

    def draw_items(self, width: int) -> list[Item]:
        if self.noted is None:
            return []
        if not self.noted:
            t = self._t
            return [
                Item(
                    (
                        joined(""),
                        joined("  ", (t("Nothing is in the notebook yet."), "mark--muted")),
                    )
                ),
                Item(
                    (
                        joined(
                            "  ",
                            (
                                t(
                                    "While reading, v selects a passage and space keeps it; w writes a note on it."
                                ),
                                "mark--faint",
                            ),
                        ),
                    )
                ),
            ]
        return [Item(tuple(self._lines_of(one, width - 3)), key=one.id) for one in self.noted]

    def _lines_of(self, one: Noted, width: int) -> list[Content]:
        t = self._t
        known = " · ".join(
            part
            for part in (one.source or t("source not stated"), t.date(one.published), t(one.kind))
            if part
        )
        tags = "".join(f" #{tag}" for tag in one.tags)
        lines = [
            truncated(
                joined(
                    "  ",
                    (f"{_SIGNS[one.state]} ", "mark--kept"),
                    (known, "mark--muted"),
                    (tags, "mark--key"),
                ),
                width,
            )
        ]
        words = wrapped(one.text, max(20, width - 4))
        lines += [joined("    ", line) for line in words[:_LINES]]
        if len(words) > _LINES:
            lines[-1] = joined(lines[-1], " …")
        if one.note:
            lines += [
                joined("    ", line)
                for line in wrapped(f"✎ {one.note}", max(20, width - 4), style="mark--warm")
            ]
        place = one.path or one.article
        if one.kept_span is not None:
            place += ", " + t(
                "characters {start}–{end}", start=one.kept_span.start, end=one.kept_span.end
            )
        proof = joined("    ", (f"{place} · SHA-256 {one.sha256[:12]}…", "mark--faint"))
        lines.append(truncated(proof, width))
        if one.kept_span is not None and one.span is None:
            lines.append(
                joined("    ", (t("These words are no longer in the article."), "mark--faint"))
            )
        elif one.changed:
            lines.append(joined("    ", (t("The file has changed since."), "mark--faint")))
        return [*lines, joined("")]


class NotebookScreen(UndoingScreen):
    TAB = "notebook"
    BINDINGS = [
        bound("notebook.note", "note", "Note", tooltip="Write a note on this entry; #words are its tags"),
        bound("notebook.state", "state", "State", tooltip="Kept, to be read, read"),
        bound("notebook.down", "move(1)", "Further down", show=False, tooltip="Move this entry one place down"),
        bound("notebook.up", "move(-1)", "Further up", show=False, tooltip="Move this entry one place up"),
        bound("notebook.drop", "drop", "Drop", tooltip="Drop this entry; undo brings it back"),
        bound("export", "export", "Export", tooltip="Write this as a document: a dossier, a table, references…"),
    ]  # fmt: skip

    def body(self) -> ComposeResult:
        yield NotedList(self.t)

    @property
    def _list(self) -> NotedList:
        return self.query_one("#noted", NotedList)

    def on_mount(self) -> None:
        self._list.border_title = joined(f" {self.t('Notebook')} ")
        self._list.focus()
        self.work("noted", self._load)

    def on_screen_resume(self) -> None:
        self.work("noted", self._load)

    async def _load(self) -> None:
        try:
            noted = await self.session.desk.ask(lambda library: library.noted())
        except RecoupeError as error:
            self.tell_error(error)
            return
        self._list.show(noted)
        count = self.t.count("{n} entry", "{n} entries", len(noted))
        self._list.border_subtitle = joined(f" {count} ")

    @on(Items.Chosen, "#noted")
    def _read(self) -> None:
        one = self._list.current
        if one is not None and one.path:
            self.app.push_screen(self.session.doors.reading(one.article, at=one.span))

    def action_state(self) -> None:
        one = self._list.current
        if one is not None:
            at = [state.value for state in _STATES].index(one.state) if one.state in _STATES else 0
            self._change(one.id, state=_STATES[(at + 1) % len(_STATES)])

    def action_drop(self) -> None:
        if (one := self._list.current) is not None:
            self._change(one.id, state=KeptState.DROPPED)

    def action_move(self, by: int) -> None:
        if (one := self._list.current) is not None:
            self._change(one.id, by=by)

    def action_note(self) -> None:
        one = self._list.current
        if one is not None:
            self.app.push_screen(EntryNoteScreen(self.session, one), self._noted)

    def _noted(self, written: tuple[str, str] | None) -> None:
        if written is not None:
            id, words = written
            self._write(id, words)

    def _write(self, id: str, words: str) -> None:
        tags = [word[1:] for word in words.split() if word.startswith("#") and len(word) > 1]
        note = " ".join(word for word in words.split() if not word.startswith("#"))
        self._change(id, note=note, tags=tags)

    def _change(
        self,
        id: str,
        *,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        state: KeptState | None = None,
        by: int = 0,
    ) -> None:
        async def changed() -> None:
            await make(
                self,
                lambda library: library.change_kept(id, note=note, tags=tags, state=state, by=by),
            )
            await self._load()

        self.work("change", changed)

    def decided(self) -> None:
        self.work("noted", self._load)

    def action_export(self) -> None:
        screen = self.session.doors.export(Subject.NOTEBOOK, self.t("Notebook"), Gathering.notebook)
        self.app.push_screen(screen)


class EntryNoteScreen(ModalScreen[tuple[str, str] | None]):
    """One line to write a note in; words that begin with # are tags."""

    CSS_PATH = "help.tcss"
    COMPONENT_CLASSES = set(SPAN_CLASSES)
    BINDINGS = [bound("entry-note.back", "dismiss", "Back")]

    def __init__(self, session: Session, entry: Noted) -> None:
        super().__init__()
        self._session = session
        self._entry = entry

    def compose(self) -> ComposeResult:
        t, one = self._session.t, self._entry
        with Vertical(id="history") as frame:
            frame.border_title = joined(f" {t('Note')} ── {one.text[:40]} ")
            written = " ".join(
                part for part in (one.note, *(f"#{tag}" for tag in one.tags)) if part
            )
            yield Input(
                value=written, placeholder=t("a note; #words are tags"), compact=True, id="written"
            )

    def on_mount(self) -> None:
        self.query_one("#written").focus()

    @on(Input.Submitted, "#written")
    def _done(self, event: Input.Submitted) -> None:
        self.dismiss((self._entry.id, event.value))
