"""Makes a decision at the desk, and tells the reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from index.errors import RecoupeError
from index.notebook.decisions import Decision
from index.notebook.decisions_in_words import told
from tui.desk.reader import Reader
from tui.screens.base import RoomScreen


def undo_hint(screen: RoomScreen) -> str:
    """A sentence that names the key that takes the latest decision back."""
    return " " + screen.t("({key}: undo)", key=screen.key_of("decide.undo"))


def redo_hint(screen: RoomScreen) -> str:
    """A sentence that names the key that makes again what was taken back last."""
    return " " + screen.t("({key}: redo)", key=screen.key_of("decide.redo"))


Question: TypeAlias = Callable[[Reader], Decision | None]


async def make(
    screen: RoomScreen,
    question: Question,
    *,
    words: str = "{decision}",
    nothing: str = "",
    back: bool = False,
) -> bool:
    """Makes the decision, and tells what was decided and what takes it back; or takes one `back`, and
    tells what makes it again.

    Returns whether it was made and the screen is there still to show it.
    """

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
    if sentence is None:
        screen.tell(nothing)
    else:
        hint = redo_hint(screen) if back else undo_hint(screen)
        screen.tell(words.replace("{decision}", sentence) + hint)
    return sentence is not None and screen.is_here
