"""Screens that lead to a decision about an entity, with the places that name it in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from rapidfuzz.fuzz import token_set_ratio
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input

from index.errors import RecoupeError
from index.french.tokens import fold
from index.model.article import EntityId, Kind
from index.model.found import Entity
from index.notebook.decisions import Decision, Hide, Merge, Rename, Retype
from index.notebook.told import told
from tui.desk import Reader
from tui.filters import kind_word
from tui.rendering import joined, truncated
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.theme import KIND_SIGNS
from tui.widgets.contexts import Contexts
from tui.widgets.items import Item, Items

MOST_CHOICES = 300
Question: TypeAlias = Callable[[Reader], Decision | None]


class Deciding(RoomScreen):
    """A screen on which entities are decided about; it says which one, and draws itself anew."""

    BINDINGS = [
        Binding("m", "merge", "Merge", id="decide.merge",
                tooltip="This and another entity are one"),
        Binding("s", "split", "Split", id="decide.split", show=False,
                tooltip="Some of its spellings mean another entity"),
        Binding("r", "rename", "Rename", id="decide.rename", show=False,
                tooltip="Give this entity another name"),
        Binding("n", "nature", "Nature", id="decide.nature", show=False,
                tooltip="Say that this entity is of another kind"),
        Binding("h", "hide", "Hide", id="decide.hide", show=False,
                tooltip="Hide this entity everywhere"),
        Binding("u", "undo", "Undo", id="decide.undo",
                tooltip="Take the latest decision back"),
        Binding("U", "redo", "Redo", id="decide.redo", show=False,
                tooltip="Make the decision again that was taken back"),
    ]  # fmt: skip

    def entity_here(self) -> Entity | None:
        raise NotImplementedError

    def decided(self) -> None:
        """Draw anew: something was decided."""
        raise NotImplementedError

    def action_merge(self) -> None:
        if entity := self.entity_here():
            self.app.push_screen(MergeScreen(self.session, entity), self._returned)

    def action_split(self) -> None:
        entity = self.entity_here()
        if entity is not None and len(entity.forms) < 2:
            self.tell(self.t("This entity has only one spelling."))
        elif entity is not None:
            self.app.push_screen(SplitScreen(self.session, entity), self._returned)

    def action_rename(self) -> None:
        if entity := self.entity_here():
            self.app.push_screen(RenameScreen(self.session, entity), self._returned)

    def action_nature(self) -> None:
        if entity := self.entity_here():
            self.app.push_screen(NatureScreen(self.session, entity), self._returned)

    def action_hide(self) -> None:
        if entity := self.entity_here():
            self.work("decide", self._decide, Hide(entity=entity.id))

    def action_undo(self) -> None:
        self.work("decide", self._take_back)

    def action_redo(self) -> None:
        self.work("decide", self._make_again)

    def _returned(self, _: None) -> None:
        self.decided()

    async def _decide(self, decision: Decision) -> None:
        if await make(self, lambda library: library.decide(decision)):
            self.decided()

    async def _take_back(self) -> None:
        words = self.t("Taken back: {decision}", decision="{decision}")
        nothing = self.t("There is nothing to undo.")
        await make(self, lambda library: library.undo(), words=words, nothing=nothing)
        self.decided()

    async def _make_again(self) -> None:
        nothing = self.t("There is nothing to redo.")
        await make(self, lambda library: library.redo(), nothing=nothing)
        self.decided()


async def make(
    screen: RoomScreen,
    question: Question,
    *,
    words: str = "{decision}",
    nothing: str = "",
) -> bool:
    """Has the desk decide, and tells what was decided; whether it was."""

    def asked(library: Reader) -> str | None:
        made = question(library)
        if made is None:
            return None

        return told(made, screen.t, name_of=library.name_of, before=library.name_before)

    try:
        sentence = await screen.session.desk.ask(asked)
    except RecoupeError as error:
        screen.tell_error(error)
        return False
    screen.session.decided += 1
    screen.tell(words.replace("{decision}", sentence) if sentence is not None else nothing)
    return sentence is not None


class Listed(Items):
    """A list whose items its screen makes."""

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
    """A list to choose one from, or to mark several."""

    BINDINGS = [Binding("enter", "choose", "Do it", id="deciding.choose", tooltip="Decide so")]


class AboutScreen(RoomScreen):
    """Choices on the left, on the right the entity in its texts, and what is chosen in its own."""

    CSS_PATH = "deciding.tcss"
    TWO = False
    """Whether what is chosen is shown in its texts too."""

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
        """Show what there is to choose from."""

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


class MergeScreen(AboutScreen):
    TWO = True
    BINDINGS = [
        Binding("down", "to_list", "List", id="merge.list"),
    ]

    def __init__(self, session: Session, entity: Entity) -> None:
        super().__init__(session, entity)
        self._all: tuple[Entity, ...] = ()

    def left(self) -> ComposeResult:
        yield Input(placeholder=self.t("type a name…"), compact=True, id="sought")
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
            if any(wanted in fold(name) for name in (entity.name, *_spellings(entity)))
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
        # A name that is known, or else the more frequent one, is kept.
        if (other.known, other.mentions) > (kept.known, kept.mentions):
            kept, gone = other, kept
        self.work("decide", self._finish, Merge(into=kept.id, others=(gone.id,)))

    def _other(self, id: str) -> Entity | None:
        return next((entity for entity in self._all if entity.id == id), None)


class SplitScreen(AboutScreen):
    BINDINGS = [
        Binding("space", "mark", "Mark", id="split.mark",
                tooltip="Choose or leave this spelling"),
    ]  # fmt: skip

    def __init__(self, session: Session, entity: Entity) -> None:
        super().__init__(session, entity)
        self._marked: set[str] = set()

    def fill(self) -> None:
        title = self.t("Split from {entity}", entity=self._entity.name)
        self._choices.border_title = joined(f" {title} ")
        self._choices.show([self._item(n) for n in range(len(self._entity.forms))])
        how = self.t(
            "Choose the spellings with {key}, then {enter}.",
            key=self.t("space"),
            enter=self.t("Enter"),
        )
        self._choices.border_subtitle = joined(f" {how} ")

    def _item(self, number: int) -> Item:
        form = self._entity.forms[number]
        marked = form.surface in self._marked
        sign = joined(("✓ " if marked else "· ", "mark--kept" if marked else "mark--faint"))
        count = joined((f"  {self.t.number(form.mentions)}", "mark--muted"))
        return Item((joined("  ", sign, form.surface, count),), key=str(number))

    @on(Items.Highlighted, "#choices")
    def _look(self, event: Items.Highlighted) -> None:
        if event.key:
            form = self._entity.forms[int(event.key)].surface
            self.work("here", self._show, "#here", self._entity.id, form, (form,))

    def action_mark(self) -> None:
        if self._choices.cursor:
            self._marked ^= {self._entity.forms[int(self._choices.cursor)].surface}
            self._choices.show([self._item(n) for n in range(len(self._entity.forms))])

    @on(Items.Chosen, "#choices")
    def _chosen(self, event: Items.Chosen) -> None:
        forms = tuple(f.surface for f in self._entity.forms if f.surface in self._marked)
        forms = forms or (self._entity.forms[int(event.key)].surface,)
        if len(forms) == len(self._entity.forms):
            self.tell(self.t("One spelling at least must stay."), wrong=True)
            return
        self.work("decide", self._split, forms)

    async def _split(self, forms: tuple[str, ...]) -> None:
        id = self._entity.id
        if await make(self, lambda library: library.split(id, forms=forms)):
            self.dismiss()


class RenameScreen(AboutScreen):
    def left(self) -> ComposeResult:
        yield Input(value=self._entity.name, compact=True, id="name")
        yield Choices(id="choices")

    def focus_first(self) -> Widget:
        return self.query_one("#name")

    def fill(self) -> None:
        """The spellings are what it is most likely to be called."""
        title = self.t("Rename {entity}", entity=self._entity.name)
        self._choices.border_title = joined(f" {title} ")
        self._choices.show([Item((joined("  ", name),), key=name) for name in self._names()])

    def _names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self._entity.name, *_spellings(self._entity))))

    @on(Items.Chosen, "#choices")
    def _chosen(self, event: Items.Chosen) -> None:
        self._rename(event.key)

    @on(Input.Submitted, "#name")
    def _written(self, event: Input.Submitted) -> None:
        self._rename(event.value)

    def _rename(self, name: str) -> None:
        if name.strip() and name.strip() != self._entity.name:
            rename = Rename(entity=self._entity.id, name=name.strip())
            self.work("decide", self._finish, rename)
        else:
            self.dismiss()


class NatureScreen(AboutScreen):
    def fill(self) -> None:
        title = self.t("What is {entity}?", entity=self._entity.name)
        self._choices.border_title = joined(f" {title} ")
        self._choices.show(
            [
                Item(
                    (joined("  ", (f"{KIND_SIGNS[kind]} ", f"kind--{kind}"),
                            kind_word(self.t, kind)),),
                    key=kind.value,
                )
                for kind in Kind
            ]
        )  # fmt: skip
        self._choices.move_to(self._entity.kind.value)

    @on(Items.Chosen, "#choices")
    def _chosen(self, event: Items.Chosen) -> None:
        retype = Retype(entity=self._entity.id, kind=Kind(event.key))
        self.work("decide", self._finish, retype)


def _spellings(entity: Entity) -> tuple[str, ...]:
    return tuple(form.surface for form in entity.forms)


def _entity_item(screen: RoomScreen, entity: Entity) -> Item:
    number = screen.t.number(entity.articles)
    line = joined(
        "  ",
        (f"{KIND_SIGNS[entity.kind]} ", f"kind--{entity.kind}"),
        (entity.name, ""),
        (f"  {number}", "mark--muted"),
    )
    return Item((line,), key=entity.id)
