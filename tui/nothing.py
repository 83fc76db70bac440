"""A key that can do nothing here says so: silence looks like a broken program."""

from __future__ import annotations

from typing import cast

from textual.widget import Widget

from tui.session import HasSession

SECONDS = 4


def say_nothing(widget: Widget, sentence: str, **values: object) -> None:
    """Told once, however often a key is pressed meanwhile; `sentence` is a message of the catalogue."""
    app = widget.app
    told = cast(HasSession, app).session.t(sentence, **values)
    app.bell()
    if all(one.message != told for one in app._notifications):
        app.notify(told, markup=False, timeout=SECONDS)
