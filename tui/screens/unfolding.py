"""Whether copies of one text are folded under the fullest account, or each is a result of its own."""

from __future__ import annotations

from tui.keytable import bound
from tui.screens.base import RoomScreen
from tui.session import Session


class UnfoldingScreen(RoomScreen):
    """A screen that folds copies; subclasses ask anew in `copies_folded`."""

    BINDINGS = [
        bound("search.unfold", "unfold", "Unfold copies", show=False,
                tooltip="List articles that repeat one text one by one, or under the fullest of them again"),
    ]  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.folds_copies = True

    def action_unfold(self) -> None:
        self.folds_copies = not self.folds_copies
        self.copies_folded()

    def copies_folded(self) -> None:
        """Called when copies are to be listed otherwise from now on."""
