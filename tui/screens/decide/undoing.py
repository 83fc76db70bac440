"""The keys that take the latest decision back, or make it again, on every screen that shows decisions."""

from __future__ import annotations

from tui.keytable import bound
from tui.screens.base import RoomScreen
from tui.screens.decide.desk_decision import make


class UndoingScreen(RoomScreen):
    """A screen with undo; subclasses draw themselves anew in `decided`."""

    BINDINGS = [
        bound("decide.undo", "undo", "Undo", show=False,
                tooltip="Take the latest decision back"),
        bound("decide.redo", "redo", "Redo", show=False,
                tooltip="Make the decision again that was taken back"),
    ]  # fmt: skip

    def decided(self) -> None:
        """Draws the screen anew after a decision."""
        raise NotImplementedError

    def action_undo(self) -> None:
        self.act(self._take_back)

    def action_redo(self) -> None:
        self.act(self._make_again)

    async def _take_back(self) -> None:
        words = self.t("Taken back: {decision}", decision="{decision}")
        nothing = self.t("There is nothing to undo.")
        if await make(
            self, lambda library: library.undo(), words=words, nothing=nothing, back=True
        ):
            self.decided()

    async def _make_again(self) -> None:
        nothing = self.t("There is nothing to redo.")
        if await make(self, lambda library: library.redo(), nothing=nothing):
            self.decided()
