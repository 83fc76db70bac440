"""Screens that put what stands under the cursor into the notebook, with its proofs and a note."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from index.errors import RecoupeError
from index.interface.fact_labels import told_label
from tui.keytable import bound
from tui.nothing import say_nothing
from tui.screens.decide.desk_decision import make
from tui.screens.decide.undoing import UndoingScreen
from tui.session import NotebookMarks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.model.article import Article
    from index.notebook.keepable import Keepable
    from tui.desk.reader import Reader


def _marks(library: Reader) -> NotebookMarks:
    from index.notebook.decisions import Note

    noted_on = [one.article for one in library.decisions() if isinstance(one, Note)]
    return NotebookMarks.of(library.noted(), noted_on)


class JottingScreen(UndoingScreen):
    """A screen that keeps things; subclasses say in `keepable_here` what the cursor stands on."""

    BINDINGS = [
        bound("notebook.jot", "jot", "Note", show=False,
                tooltip="Write a note on what the cursor stands on; it goes into the notebook with its proof"),
    ]  # fmt: skip

    def keepable_here(self) -> Keepable | None:
        raise NotImplementedError

    def marks_changed(self) -> None:
        """Draws the marks of the notebook anew; `session.marks` has them."""

    def look_at_notebook(self) -> None:
        self.work("marks", self._load_marks)

    async def _load_marks(self) -> None:
        try:
            marks = await self.session.desk.ask(_marks)
        except RecoupeError:
            return  # the screen is shown without marks
        if marks != self.session.marks:
            self.session.marks = marks
        self.marks_changed()

    def jot(self, wanted: Keepable | None, *, noting: bool = False) -> None:
        """Puts something into the notebook, or takes it out when it is there already and no note is wanted."""
        if wanted is None:
            self.tell(self.t("Nothing that can be kept stands here."), wrong=True)
        else:
            self.act(self._jot, wanted, noting)

    def action_jot(self) -> None:
        self.jot(self.keepable_here(), noting=True)

    async def _jot(self, wanted: Keepable, noting: bool) -> None:
        there = wanted.id in self.session.marks.ids
        if not there:
            if not await make(self, lambda library: library.keep_this(wanted)):
                return
            await self._load_marks()
            self.jotted(wanted)
        elif not noting:
            from index.notebook.decisions import KeptState

            await make(
                self, lambda library: library.change_kept(wanted.id, state=KeptState.DROPPED)
            )
            await self._load_marks()
        if noting:
            await self._ask_for_note(wanted.id)

    def decided(self) -> None:
        """A decision, or one taken back, changes marks."""
        self.look_at_notebook()

    def jotted(self, wanted: Keepable) -> None:
        """Called after something was kept."""

    async def _ask_for_note(self, id: str) -> None:
        noted = await self.session.desk.ask(lambda library: library.noted())
        entry = next((one for one in noted if one.id == id), None)
        if entry is not None:
            screen = self.session.doors.entry_note(entry)
            self.app.push_screen(screen, partial(self._note_written, id))

    def _note_written(self, id: str, written: tuple[str, tuple[str, ...]] | None) -> None:
        if written is not None:
            self.act(self._write_note, id, *written)

    async def _write_note(self, id: str, note: str, tags: tuple[str, ...]) -> None:
        await make(self, lambda library: library.change_kept(id, note=note, tags=tags))
        await self._load_marks()

    def copy_keepable(self, wanted: Keepable | None, articles: Iterable[Article]) -> None:
        """Copies the exact words of each source, with where they stand; `articles` are the articles they are from."""
        if wanted is None:
            say_nothing(self, "Nothing to copy here.")
            return
        from index.notebook.pasted import pasted

        read = {article.id: article for article in articles}
        self.app.copy_to_clipboard(pasted(wanted, self.t, article=read.__getitem__))
        count = self.t.count("{n} passage", "{n} passages", len(wanted.places))
        what = f"{told_label(self.t, wanted.label)}, {count}" if wanted.label else count
        self.tell(self.t("Copied with its source: {what}", what=what))
