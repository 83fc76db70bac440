"""The notebook: what was kept, with notes, tags, states and proofs, in the reader's own order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from index.errors import RecoupeError
from index.export.gathering import Gathering
from index.export.material import Subject
from index.notebook.decisions import KeptState, SavedSearch
from tui.desk.searching import save, standing, taken_up
from tui.keytable import bound
from tui.rendering import joined
from tui.screens.decide.desk_decision import make
from tui.screens.decide.undoing import UndoingScreen
from tui.widgets.items import Items
from tui.widgets.notedlist import NotedList
from tui.widgets.searchlist import SearchList

if TYPE_CHECKING:
    from index.notebook.searches import SearchState

_STATES = (KeptState.KEPT, KeptState.TO_READ, KeptState.READ)


class NotebookScreen(UndoingScreen):
    CSS_PATH = "notebook.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    TAB = "notebook"
    BINDINGS = [
        bound("notebook.pane", "pane", "Searches", tooltip="To the saved searches, and back"),
        bound("notebook.note", "note", "Note", tooltip="Write a note on this entry; #words are its tags"),
        bound("notebook.state", "state", "State", tooltip="Kept, to be read, read"),
        bound("notebook.down", "move(1)", "Further down", show=False, tooltip="Move this entry one place down"),
        bound("notebook.up", "move(-1)", "Further up", show=False, tooltip="Move this entry one place up"),
        bound("notebook.drop", "drop", "Drop", tooltip="Drop this entry; undo brings it back"),
        bound("export", "export", "Export", tooltip="Write this as a document: a dossier, a table, references…"),
    ]  # fmt: skip

    def body(self) -> ComposeResult:
        with Horizontal(id="panes"):
            yield NotedList(self.t)
            yield SearchList(self.t)

    @property
    def _list(self) -> NotedList:
        return self.query_one("#noted", NotedList)

    @property
    def _searches(self) -> SearchList:
        return self.query_one("#searches", SearchList)

    def on_mount(self) -> None:
        self._searches.border_title = joined(f" {self.t('Saved searches')} ")
        self.work("searches", self._look_through)
        self._list.border_title = joined(f" {self.t('Notebook')} ")
        self._list.focus()
        self.work("noted", self._load)

    def on_screen_resume(self) -> None:
        self.work("noted", self._load)

    async def _look_through(self) -> None:
        """Finds what is new in each saved search, one after the other."""
        asked = self.session.asked
        query = " ".join((asked.query.strip(), *(f.id for f in asked.filters))).strip()
        try:
            async for found in standing(self.session.desk):
                self._searches.show(found, query)
        except RecoupeError:
            self._searches.show((), "")  # the notebook is read without them

    @on(SearchList.SaveWanted)
    def _save_search(self) -> None:
        self.work("save", self._save)

    async def _save(self) -> None:
        try:
            await save(self.session.desk, self.session.asked)
        except RecoupeError as error:
            self.tell_error(error)
            return
        self.tell(self.t("Saved; {key} takes it back.", key=self.key_of("decide.undo")))
        await self._look_through()

    @on(SearchList.Taken)
    def _take_search(self, event: SearchList.Taken) -> None:
        self.work("take", self._take, event.standing)

    async def _take(self, one: SearchState) -> None:
        """Goes back to the search, with the query and the filters of a saved search."""
        try:
            filters = await taken_up(self.session.desk, one)
        except RecoupeError as error:
            self.tell_error(error)
            return
        self.session.taken_up = (one.search.query, filters)
        self.action_tab("search")

    @on(SearchList.DropWanted)
    def _drop_search(self, event: SearchList.DropWanted) -> None:
        self.work("drop", self._dropped, event.standing.search.name)

    async def _dropped(self, name: str) -> None:
        await make(
            self, lambda library: library.decide(SavedSearch(name=name, query="", dropped=True))
        )
        await self._look_through()

    def action_pane(self) -> None:
        to_searches = self.focused is self._list
        self.set_class(to_searches, "-on-searches")
        target = self._searches if to_searches else self._list
        self.call_after_refresh(target.focus)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers commands that change an entry only while the entries have the focus."""
        if action in ("note", "state", "move", "drop", "export") and self.is_mounted:
            return self.focused is not self._searches
        return super().check_action(action, parameters)

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
            self.app.push_screen(self.session.doors.entry_note(one), partial(self._noted, one.id))

    def _noted(self, id: str, written: tuple[str, tuple[str, ...]] | None) -> None:
        if written is not None:
            note, tags = written
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
        self.work("searches", self._look_through)
        self.work("noted", self._load)

    def action_export(self) -> None:
        screen = self.session.doors.export(Subject.NOTEBOOK, self.t("Notebook"), Gathering.notebook)
        self.app.push_screen(screen)
