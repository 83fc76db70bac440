"""The queue of proposals: yes, no or later, with both names in their texts."""

from __future__ import annotations

from typing import TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from index.errors import RecoupeError
from index.model.found import ConcordanceLine
from index.notebook.decisions_in_words import asked
from index.notebook.proposals import NAMESAKES, Proposal
from tui.desk.reader import Reader
from tui.keytable import bound
from tui.rendering import joined, wrapped
from tui.screens.decide.choices import Listed
from tui.screens.decide.desk_decision import Question, make
from tui.screens.decide.undoing import UndoingScreen
from tui.session import Session
from tui.widgets.contexts import Contexts
from tui.widgets.items import Item, Items

Lines: TypeAlias = tuple[ConcordanceLine, ...]


class ProposalsScreen(UndoingScreen):
    CSS_PATH = "decide.tcss"
    BINDINGS = [
        bound("proposals.yes", "yes", "Yes", tooltip="It is so"),
        bound("proposals.no", "no", "No", tooltip="It is not so"),
        bound("proposals.later", "later", "Later", tooltip="Leave this for later"),
    ]  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._open: dict[str, Proposal] = {}
        self._later: list[str] = []

    def body(self) -> ComposeResult:
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Listed(id="choices")
            with Vertical(id="right"):
                yield Contexts(self.t, id="here")
                yield Contexts(self.t, id="there")

    @property
    def _choices(self) -> Listed:
        return self.query_one("#choices", Listed)

    def on_mount(self) -> None:
        self._choices.focus()
        self.work("proposals", self._load)

    async def _load(self) -> None:
        def questions(library: Reader) -> list[tuple[Proposal, str]]:
            return [
                (proposal, asked(proposal, self.t, name_of=library.name_of))
                for proposal in library.proposals()
            ]

        try:
            found = await self.session.desk.ask(questions)
        except RecoupeError as error:
            self.tell_error(error)
            return
        # What was left for later comes after the rest.
        found.sort(
            key=lambda pair: self._later.index(pair[0].id) if pair[0].id in self._later else -1
        )
        self._open = {proposal.id: proposal for proposal, _ in found}
        number = self.t.count("{n} open proposal", "{n} open proposals", len(found))
        self._choices.border_title = joined(
            f" {self.t('Proposals')} ", ("── ", "mark--rule"), f"{number} "
        )
        room = max(20, self._choices.text_width - 3)
        if not found:
            words = self.t("Everything proposed has been answered.")
            lines = [joined(" ", line) for line in wrapped(words, room, style="mark--good")]
            self._choices.show([Item(tuple(lines))])
            for pane in ("#here", "#there"):
                self.query_one(pane, Contexts).display = False
            return
        self._choices.show([self._item(proposal, words, room) for proposal, words in found])
        self._look_at(self._choices.cursor)

    def _item(self, proposal: Proposal, question: str, room: int) -> Item:
        lines = [joined("  ", line) for line in wrapped(question, room)]
        lines.append(joined("  ", (self.t(proposal.reason), "mark--muted")))
        return Item((*lines, joined("")), key=proposal.id)

    @on(Items.Highlighted, "#choices")
    def _look(self, event: Items.Highlighted) -> None:
        self._look_at(event.key)

    def _look_at(self, id: str) -> None:
        if id in self._open:
            self.work("look", self._show, self._open[id])

    async def _show(self, proposal: Proposal) -> None:
        def places(library: Reader) -> tuple[str, Lines, str, Lines]:
            kept = library.contexts(proposal.kept)
            if proposal.reason == NAMESAKES:
                one, other_one = proposal.told
                own = tuple(line for line in kept if line.article not in proposal.articles)
                return one, own, other_one, library.contexts_of_slip(proposal)
            if proposal.other is None:
                other, name = library.contexts_of_slip(proposal), proposal.surface
            else:
                other, name = library.contexts(proposal.other), library.name_of(proposal.other)
            return library.name_of(proposal.kept), kept, name, other

        try:
            kept_name, kept, other_name, other = await self.session.desk.ask(places)
        except RecoupeError as error:
            self.tell_error(error)
            return
        for pane, name, found in (("#here", kept_name, kept), ("#there", other_name, other)):
            contexts = self.query_one(pane, Contexts)
            contexts.display = True
            contexts.show(name, found)

    def action_yes(self) -> None:
        if proposal := self._open.get(self._choices.cursor):
            self.work("decide", self._answer, lambda library: library.accept(proposal))

    def action_no(self) -> None:
        if proposal := self._open.get(self._choices.cursor):
            self.work("decide", self._answer, lambda library: library.refuse(proposal))

    def action_later(self) -> None:
        """Puts the proposal at the end of the queue, for this visit."""
        id = self._choices.cursor
        if id in self._open:
            self._later = [*(one for one in self._later if one != id), id]
            if len(self._open) > 1:
                self._choices.step(1)
            self.work("proposals", self._load)

    def decided(self) -> None:
        self.work("proposals", self._load)

    async def _answer(self, question: Question) -> None:
        if await make(self, question):
            await self._load()
