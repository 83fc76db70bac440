"""The passages that name two entities; each leads to its place in the article."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from index.errors import RecoupeError
from index.model.article import EntityId
from tui.keytable import bound
from tui.rendering import joined
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.widgets.items import Items
from tui.widgets.passages import Passages


class TogetherScreen(RoomScreen):
    BINDINGS = [
        bound("together.read", "choose", "Read",
                tooltip="Open the article at this passage"),
        bound("together.card", "card", "Card",
                tooltip="Open the card of the one that stands beside"),
    ]  # fmt: skip

    def __init__(self, session: Session, one: EntityId, other: EntityId) -> None:
        super().__init__(session)
        self._one, self._other = one, other

    def body(self) -> ComposeResult:
        yield Passages(self.t, id="passages")

    @property
    def _passages(self) -> Passages:
        return self.query_one("#passages", Passages)

    def on_mount(self) -> None:
        self._passages.focus()
        self.work("together", self._load)

    async def _load(self) -> None:
        one, other = self._one, self._other
        try:
            found = await self.session.desk.ask(lambda library: library.together(one, other))
            names = await self.session.desk.ask(
                lambda library: (library.name_of(one), library.name_of(other))
            )
        except RecoupeError as error:
            self.tell_error(error)
            return
        self._passages.border_title = joined(f" {names[0]} + {names[1]} ")
        self._passages.show(found)
        self._passages.move_to(self._passages.first_key())

    @on(Items.Chosen, "#passages")
    def _read(self) -> None:
        passage = self._passages.current
        if passage is not None:
            self.app.push_screen(self.session.doors.reading(passage.article, at=passage.names[0]))

    def action_choose(self) -> None:
        self._passages.action_choose()

    def action_card(self) -> None:
        self.app.push_screen(self.session.doors.entity(self._other))
