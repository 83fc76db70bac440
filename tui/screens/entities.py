"""All entities of the corpus: who and what, with spellings and counts, by kind, found by typing."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from index.errors import RecoupeError
from index.interface.texts import Texts
from index.model.article import EntityId, Kind
from index.model.found import Entity
from index.text.folding import fold
from tui.filters import kind_word
from tui.keytable import bound
from tui.rendering import fitted, joined, thin_bar, truncated
from tui.screens.decide.decider import Deciding
from tui.session import Session
from tui.theme import KIND_SIGNS
from tui.widgets.items import Item, Items
from tui.widgets.line import Line

NAME, COUNT, BAR = 34, 7, 6
LONG_LIST = 1_000
"""How many rows are drawn; entities further down are found by typing."""


class EntityList(Items):
    BINDINGS = [bound("entities.choose", "choose", "Card",
                        tooltip="Open the card of this entity")]  # fmt: skip

    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._entities: tuple[Entity, ...] = ()
        self._names: tuple[str, ...] = ()
        """All names of each entity, folded, so that a key press only has to look them up."""
        self._sought = ""
        self._kind: Kind | None = None

    def show(self, entities: Sequence[Entity]) -> None:
        self._entities = tuple(entities)
        self._names = tuple(
            fold("\n".join((entity.name, *(form.surface for form in entity.forms))))
            for entity in self._entities
        )
        self._fill()

    @property
    def current(self) -> Entity | None:
        return next((entity for entity in self._entities if entity.id == self.cursor), None)

    def seek(self, sought: str) -> None:
        self._sought = fold(sought.strip())
        self._fill()

    def only(self, kind: Kind | None) -> None:
        self._kind = kind
        self._fill()

    def _fill(self) -> None:
        self.redraw()
        self.scroll_home(animate=False)
        self.move_to(self.first_key(), silent=True)

    def draw_items(self, width: int) -> list[Item]:
        found = [
            entity
            for entity, names in zip(self._entities, self._names, strict=True)
            if self._kind in (None, entity.kind) and self._sought in names
        ]
        if not found:
            return [Item((joined(" ", (self._t("Nothing found."), "mark--muted")),))]
        most = max(entity.articles for entity in found)
        items = [self._row(entity, most, width) for entity in found[:LONG_LIST]]
        if len(found) > LONG_LIST:
            rest = self._t.count("{n} more", "{n} more", len(found) - LONG_LIST)
            items.append(Item((joined((f"  … {rest}", "mark--faint")),)))
        return items

    def _row(self, entity: Entity, most: int, width: int) -> Item:
        name_room = min(NAME, max(16, width // 3))
        forms = " · ".join(
            f"{form.surface} {form.mentions}"
            for form in entity.forms
            if form.surface != entity.name
        )
        number = self._t.number(entity.articles)
        line = joined(
            "  ",
            (f"{KIND_SIGNS[entity.kind]} ", f"kind--{entity.kind}"),
            fitted(joined((entity.name, "mark--strong" if entity.known else "")), name_room),
            (f"{number:>{COUNT}} ", "mark--muted"),
            fitted(joined((thin_bar(entity.articles / most, BAR), f"kind--{entity.kind}")), BAR),
            (f"  {forms}", "mark--muted"),
        )
        return Item((truncated(line, width),), key=entity.id)


class EntitiesScreen(Deciding):
    TAB = "entities"
    CSS_PATH = "entities.tcss"
    BINDINGS = [
        bound("entities.seek", "seek", "Find",
                tooltip="Type a part of a name or of a spelling"),
        bound("entities.kind", "kind", "Kind",
                tooltip="All kinds, then people only, organisations only, places only…"),
        bound("entities.proposals", "proposals", "Proposals",
                tooltip="Answer what is proposed: names that may be one, words glued to names"),
    ]  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._kind: Kind | None = None
        self._drawn = 0

    def on_screen_resume(self) -> None:
        """A decision may have been made elsewhere."""
        if self.is_mounted and self._drawn != self.session.decided:
            self.decided()

    def entity_here(self) -> Entity | None:
        return self._list.current

    def decided(self) -> None:
        self.work("entities", self._load)

    def action_proposals(self) -> None:
        self.app.push_screen(self.session.doors.proposals())

    def body(self) -> ComposeResult:
        yield Line(placeholder=self.t("filter the list…"), compact=True, id="sought")
        yield EntityList(self.t, id="entities")

    @property
    def _list(self) -> EntityList:
        return self.query_one("#entities", EntityList)

    def on_mount(self) -> None:
        self._title()
        self._list.focus()
        self.work("entities", self._load)

    async def _load(self) -> None:
        try:
            cursor = self._list.cursor
            self._list.show(await self.session.desk.entities())
            self._list.move_to(cursor or self._list.first_key())
            self._drawn = self.session.decided
        except RecoupeError as error:
            self.tell_error(error)

    def _title(self) -> None:
        kind = kind_word(self.t, self._kind) if self._kind else self.t("all kinds")
        self._list.border_title = joined(
            f" {self.t('Entities')} ", ("── ", "mark--rule"), f"{kind} ▾ "
        )

    @on(Input.Changed, "#sought")
    def _seek(self, event: Input.Changed) -> None:
        self._list.seek(event.value)

    @on(Input.Submitted, "#sought")
    def _sought(self) -> None:
        self._list.focus()

    @on(Items.Chosen, "#entities")
    def _open(self, event: Items.Chosen) -> None:
        self.app.push_screen(self.session.doors.entity(EntityId(event.key)))

    def action_seek(self) -> None:
        self.query_one("#sought").focus()

    def action_kind(self) -> None:
        kinds: list[Kind | None] = [None, *Kind]
        self._kind = kinds[(kinds.index(self._kind) + 1) % len(kinds)]
        self._list.only(self._kind)
        self._title()

    def border_clicked(self, part: str, column: int) -> None:
        if part == "entities":
            self.action_kind()

    def action_back(self) -> None:
        if isinstance(self.focused, Input):
            self._list.focus()
        else:
            super().action_back()
