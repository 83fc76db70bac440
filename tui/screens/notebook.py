"""The notebook: what was kept, with notes, tags, states and proofs, in the reader's own order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from index.errors import RecoupeError
from index.export.gathering import Gathering
from index.export.material import Subject
from index.interface.texts import Texts
from index.model.article import Basis
from index.model.notes import Noted, NotedProof
from index.model.text import Span
from index.notebook.decisions import KeptState
from tui.keytable import bound
from tui.rendering import Mark, joined, mark_spans, truncated, wrapped
from tui.screens.decide.making import make
from tui.screens.decide.undoing import UndoingScreen
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
            told = (
                t("While reading, v selects a passage, space keeps it and w writes a note on it."),
                t("In a comparison and a concordance, space keeps what is under the cursor."),
                t("K keeps a whole article. E then makes a dossier of it all."),
            )
            lines = [
                joined(""),
                joined("  ", (t("Nothing is in the notebook yet."), "mark--strong")),
            ]
            for words in told:
                lines += [
                    joined("  ", line) for line in wrapped(words, width - 4, style="mark--muted")
                ]
            return [Item(tuple(lines))]
        return [Item(tuple(self._lines_of(one, width - 3)), key=one.id) for one in self.noted]

    def _lines_of(self, one: Noted, width: int) -> list[Content]:
        """Head, the words of each source with their proof, the note."""
        t = self._t
        head: list[tuple[str, str]] = [(f"{_SIGNS[one.state]} ", "mark--kept")]
        if one.label and one.kind != "line":
            head.append((f"{one.label}  ", "mark--strong"))
        known = [t(one.kind), t(one.verdict) if one.verdict else "", self._since(one)]
        head.append((" · ".join(part for part in known if part), "mark--muted"))
        head += [(f" #{tag}", "mark--key") for tag in one.tags]
        lines = [truncated(joined("  ", *head), width)]
        for proof in one.proofs:
            lines += self._proof(proof, width, several=len(one.proofs) > 1)
        if one.note:
            lines += [
                joined("    ", line)
                for line in wrapped(f"✎ {one.note}", max(20, width - 4), style="mark--warm")
            ]
        return [*lines, joined("")]

    def _since(self, one: Noted) -> str:
        """What of an entry is no longer as it was kept."""
        if any(proof.kept_span is not None and proof.span is None for proof in one.proofs):
            return self._t("These words are no longer in the article.")
        return self._t("The file has changed since.") if one.changed else ""

    def _proof(self, proof: NotedProof, width: int, *, several: bool) -> list[Content]:
        t = self._t
        text, marks = " ".join(proof.text.split()), self._here(proof)
        if several and proof.gives:
            marks = mark_spans([Span(0, len(proof.gives))], "mark--warm")
            text = f"{proof.gives} — {text}"
        words = wrapped(text, max(20, width - 4), marks)
        most = _LINES // 2 if several else _LINES
        lines = [joined("    ", line) for line in words[:most]]
        if len(words) > most:
            lines[-1] = truncated(joined(lines[-1], " …"), width)
        date = t.date(proof.published)
        if proof.published.basis is Basis.INFERRED:
            date += f" ({t('inferred')})"
        place = proof.file
        if proof.kept_span is not None:
            start, end = proof.kept_span
            place += ", " + t("characters {start}–{end}", start=start, end=end)
        known = [
            (f"{proof.source or t('source not stated')} · {date}", "mark--muted"),
            (f" · {place} · SHA-256 {proof.sha256[:12]}…", "mark--faint"),
        ]
        return [*lines, truncated(joined("    ", *known), width)]

    def _here(self, proof: NotedProof) -> list[Mark]:
        """The form that was looked for, in its line."""
        text = " ".join(proof.text.split())
        at = text.find(proof.gives, max(0, len(text) // 2 - len(proof.gives) - 60))
        if not proof.gives or at < 0:
            return []
        return mark_spans([Span(at, at + len(proof.gives))], "mark--match")


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
        self.work("noted", self._load)

    def action_export(self) -> None:
        screen = self.session.doors.export(Subject.NOTEBOOK, self.t("Notebook"), Gathering.notebook)
        self.app.push_screen(screen)
