"""The parts of screens that lead to a decision about an entity: choices, and the entity's texts beside them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from index.errors import RecoupeError
from index.model.article import EntityId
from index.model.found import Entity
from index.notebook.decisions import Decision
from tui.keytable import bound
from tui.rendering import truncated
from tui.screens.base import RoomScreen
from tui.screens.decide.desk_decision import make
from tui.session import Session
from tui.widgets.contexts import Contexts
from tui.widgets.items import Item, Items


class Listed(Items):
    """A list whose screen makes its items."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._choices: tuple[Item, ...] = ()

    def show(self, choices: Sequence[Item]) -> None:
        self._choices = tuple(choices)
        self.redraw()
        if not any(choice.key == self.cursor for choice in choices):
            self.move_to(self.first_key())

    def draw_items(self, width: int) -> list[Item]:
        return [
            Item(tuple(truncated(line, width) for line in choice.lines), choice.key)
            for choice in self._choices
        ]


class Choices(Listed):
    """A list from which the reader chooses one item, or marks several."""

    BINDINGS = [bound("deciding.choose", "choose", "Do it", tooltip="Decide so")]


class AboutScreen(RoomScreen):
    """Choices on the left; on the right the entity in its texts, and the chosen one in its own."""

    CSS_PATH = "decide.tcss"
    TWO = False
    """Whether the chosen one is shown in its texts too."""

    def __init__(self, session: Session, entity: Entity) -> None:
        super().__init__(session)
        self._entity = entity

    def body(self) -> ComposeResult:
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield from self.left()
            with Vertical(id="right"):
                yield Contexts(self.t, id="here")
                if self.TWO:
                    yield Contexts(self.t, id="there")

    def left(self) -> ComposeResult:
        yield Choices(id="choices")

    @property
    def _choices(self) -> Choices:
        return self.query_one("#choices", Choices)

    def focus_first(self) -> Widget:
        return self._choices

    def on_mount(self) -> None:
        self.focus_first().focus()
        self.work("here", self._show, "#here", self._entity.id, self._entity.name, ())
        self.call_after_refresh(self.fill)

    def fill(self) -> None:
        """Shows the choices."""

    async def _show(self, where: str, id: EntityId, name: str, forms: tuple[str, ...]) -> None:
        try:
            found = await self.session.desk.ask(lambda lib: lib.contexts(id, forms=forms))
        except RecoupeError as error:
            self.tell_error(error)
            return
        self.query_one(where, Contexts).show(name, found)

    async def _finish(self, decision: Decision) -> None:
        if await make(self, lambda library: library.decide(decision)):
            self.dismiss()
