"""A line in which the reader writes a note on an entry of the notebook; words that begin with # are tags."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from index.interface.fact_labels import told_label
from index.interface.facts_in_words import shortened
from index.model.notes import Noted
from tui.keytable import bound
from tui.rendering import joined
from tui.screens.box import Box
from tui.session import Session
from tui.widgets.line import Line


class NoteLine(Line):
    BINDINGS = [bound("entry-note.write", "submit", "Write")]


class EntryNoteScreen(Box[tuple[str, tuple[str, ...]] | None]):
    """Asks for a note; its result is the note and the tags, or None when nothing is to change."""

    BINDINGS = [bound("entry-note.back", "dismiss", "Back")]

    def __init__(self, session: Session, entry: Noted) -> None:
        super().__init__(session)
        self._entry = entry

    def body(self) -> ComposeResult:
        t, one = self.t, self._entry
        with Vertical(id="entry-note") as frame:
            about = " ".join((told_label(t, one.label) or one.text).split())
            frame.border_title = joined(f" {t('Note')} ── {shortened(about, 48)} ")
            written = " ".join(
                part for part in (one.note, *(f"#{tag}" for tag in one.tags)) if part
            )
            yield NoteLine(
                value=written, placeholder=t("a note; #words are tags"), compact=True, id="written"
            )

    def on_mount(self) -> None:
        self.query_one("#written").focus()

    @on(Input.Submitted, "#written")
    def _done(self, event: Input.Submitted) -> None:
        words = event.value.split()
        tags = tuple(word[1:] for word in words if word.startswith("#") and len(word) > 1)
        self.dismiss((" ".join(word for word in words if not word.startswith("#")), tags))
