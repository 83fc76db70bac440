"""Decisions about an entity, from any screen that shows one."""

from __future__ import annotations

from enum import StrEnum

from index.model.found import Entity
from index.notebook.decisions import Decision, Hide
from tui.keytable import bound
from tui.screens.decide.desk_decision import make
from tui.screens.decide.undoing import UndoingScreen


class Verb(StrEnum):
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    NATURE = "nature"
    HIDE = "hide"


class Decider(UndoingScreen):
    """A screen that decides about entities and then draws itself anew."""

    def decide_about(self, entity: Entity, verb: Verb) -> None:
        """Opens the screen of the decision; hiding needs none, since `u` takes it back."""
        if verb is Verb.HIDE:
            self.work("decide", self._decide, Hide(entity=entity.id))
            return
        if verb is Verb.SPLIT and len(entity.forms) < 2 and entity.articles < 2:
            self.tell(self.t("It has only one spelling, in one article."))
            return
        doors = self.session.doors
        door = {
            Verb.MERGE: doors.merge,
            Verb.SPLIT: doors.split,
            Verb.RENAME: doors.rename,
            Verb.NATURE: doors.nature,
        }[verb]
        self.app.push_screen(door(entity), self._returned)

    def _returned(self, _: None) -> None:
        self.decided()

    async def _decide(self, decision: Decision) -> None:
        if await make(self, lambda library: library.decide(decision)):
            self.decided()


class Deciding(Decider):
    """A screen that is about entities; it says which one the reader looks at."""

    BINDINGS = [
        bound("decide.merge", "about('merge')", "Merge",
                tooltip="This and another entity are one"),
        bound("decide.split", "about('split')", "Split", show=False,
                tooltip="Some of its spellings mean another entity"),
        bound("decide.rename", "about('rename')", "Rename", show=False,
                tooltip="Give this entity another name"),
        bound("decide.nature", "about('nature')", "Nature", show=False,
                tooltip="Say that this entity is of another kind"),
        bound("decide.hide", "about('hide')", "Hide", show=False,
                tooltip="Hide this entity everywhere"),
    ]  # fmt: skip

    def entity_here(self) -> Entity | None:
        raise NotImplementedError

    def action_about(self, verb: str) -> None:
        if entity := self.entity_here():
            self.decide_about(entity, Verb(verb))
