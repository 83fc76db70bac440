"""What an entity is called, and of what kind it is."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from index.model.article import Kind
from index.notebook.decisions import Rename, Retype
from tui.filters import kind_word
from tui.keytable import bound
from tui.rendering import joined
from tui.screens.decide.choices import AboutScreen, Choices
from tui.theme import KIND_SIGNS
from tui.widgets.items import Item, Items
from tui.widgets.line import Line


class NameLine(Line):
    BINDINGS = [bound("deciding.choose", "submit", "Do it", tooltip="Decide so")]


class RenameScreen(AboutScreen):
    def left(self) -> ComposeResult:
        yield NameLine(value=self._entity.name, compact=True, id="name")
        yield Choices(id="choices")

    def focus_first(self) -> Widget:
        return self.query_one("#name")

    def fill(self) -> None:
        """The spellings are what it is most likely to be called."""
        title = self.t("Rename {entity}", entity=self._entity.name)
        self._choices.border_title = joined(f" {title} ")
        self._choices.show([Item((joined("  ", name),), key=name) for name in self._names()])

    def _names(self) -> tuple[str, ...]:
        spellings = (form.surface for form in self._entity.forms)
        return tuple(dict.fromkeys((self._entity.name, *spellings)))

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
