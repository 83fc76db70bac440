"""The choice of the entity that another one is: a list found by typing, both in their texts."""

from __future__ import annotations

from rapidfuzz.fuzz import token_set_ratio
from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from index.errors import RecoupeError
from index.model.found import Entity
from index.notebook.decisions import Merge
from index.text.folding import fold
from tui.keytable import bound
from tui.rendering import joined
from tui.screens.base import RoomScreen
from tui.screens.decide.choices import AboutScreen, Choices
from tui.session import Session
from tui.theme import KIND_SIGNS
from tui.widgets.items import Item, Items
from tui.widgets.line import Line

MOST_CHOICES = 300


class MergeScreen(AboutScreen):
    TWO = True
    BINDINGS = [
        bound("merge.list", "to_list", "List"),
    ]

    def __init__(self, session: Session, entity: Entity) -> None:
        super().__init__(session, entity)
        self._all: tuple[Entity, ...] = ()

    def left(self) -> ComposeResult:
        yield Line(placeholder=self.t("type a name…"), compact=True, id="sought")
        yield Choices(id="choices")

    def focus_first(self) -> Widget:
        return self.query_one("#sought")

    def fill(self) -> None:
        title = self.t("Merge {entity} with…", entity=self._entity.name)
        self._choices.border_title = joined(f" {title} ")
        self.work("all", self._load)

    async def _load(self) -> None:
        try:
            entities = await self.session.desk.entities()
        except RecoupeError as error:
            self.tell_error(error)
            return
        own = self._entity

        def unlikeness(entity: Entity) -> tuple[bool, float]:
            return entity.kind is not own.kind, -token_set_ratio(fold(entity.name), fold(own.name))

        self._all = tuple(sorted((e for e in entities if e.id != own.id), key=unlikeness))
        self._list("")

    def _list(self, sought: str) -> None:
        wanted = fold(sought.strip())
        found = [
            entity
            for entity in self._all
            if any(
                wanted in fold(name)
                for name in (entity.name, *(form.surface for form in entity.forms))
            )
        ]
        self._choices.show([_entity_item(self, entity) for entity in found[:MOST_CHOICES]])

    @on(Input.Changed, "#sought")
    def _sought(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(Input.Submitted, "#sought")
    def action_to_list(self) -> None:
        self._choices.focus()

    @on(Items.Highlighted, "#choices")
    def _look(self, event: Items.Highlighted) -> None:
        other = self._other(event.key)
        if other is not None:
            self.work("there", self._show, "#there", other.id, other.name, ())

    @on(Items.Chosen, "#choices")
    def _chosen(self, event: Items.Chosen) -> None:
        other = self._other(event.key)
        if other is None:
            return
        kept, gone = self._entity, other
        # The known name is kept, or else the more frequent one.
        if (other.known, other.mentions) > (kept.known, kept.mentions):
            kept, gone = other, kept
        self.work("decide", self._finish, Merge(into=kept.id, others=(gone.id,)))

    def _other(self, id: str) -> Entity | None:
        return next((entity for entity in self._all if entity.id == id), None)


def _entity_item(screen: RoomScreen, entity: Entity) -> Item:
    number = screen.t.number(entity.articles)
    line = joined(
        "  ",
        (f"{KIND_SIGNS[entity.kind]} ", f"kind--{entity.kind}"),
        (entity.name, ""),
        (f"  {number}", "mark--muted"),
    )
    return Item((line,), key=entity.id)
