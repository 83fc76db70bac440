"""What can be decided about an entity, from any screen on which one is in view."""

from __future__ import annotations

from enum import StrEnum

from textual.binding import Binding

from index.model.found import Entity
from index.notebook.decisions import Decision, Hide
from tui.screens.base import RoomScreen
from tui.screens.decide.making import make


class Verb(StrEnum):
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    NATURE = "nature"
    HIDE = "hide"


class Decider(RoomScreen):
    """A screen that decides about entities, and draws itself anew."""

    def decided(self) -> None:
        """Draw anew: something was decided."""
        raise NotImplementedError

    def decide_about(self, entity: Entity, verb: Verb) -> None:
        """Leads to the decision; only hiding asks nothing, since `u` takes it back."""
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
        await make(self, lambda library: library.undo(), words=words, nothing=nothing, hint=False)
        self.decided()

    async def _make_again(self) -> None:
        nothing = self.t("There is nothing to redo.")
        await make(self, lambda library: library.redo(), nothing=nothing)
        self.decided()


class Deciding(Decider):
    """A screen that is about entities as a whole; it says which one the reader looks at."""

    BINDINGS = [
        Binding("m", "about('merge')", "Merge", id="decide.merge",
                tooltip="This and another entity are one"),
        Binding("s", "about('split')", "Split", id="decide.split", show=False,
                tooltip="Some of its spellings mean another entity"),
        Binding("r", "about('rename')", "Rename", id="decide.rename", show=False,
                tooltip="Give this entity another name"),
        Binding("n", "about('nature')", "Nature", id="decide.nature", show=False,
                tooltip="Say that this entity is of another kind"),
        Binding("h", "about('hide')", "Hide", id="decide.hide", show=False,
                tooltip="Hide this entity everywhere"),
        Binding("u", "undo", "Undo", id="decide.undo",
                tooltip="Take the latest decision back"),
        Binding("U", "redo", "Redo", id="decide.redo", show=False,
                tooltip="Make the decision again that was taken back"),
    ]  # fmt: skip

    def entity_here(self) -> Entity | None:
        raise NotImplementedError

    def action_about(self, verb: str) -> None:
        if entity := self.entity_here():
            self.decide_about(entity, Verb(verb))
