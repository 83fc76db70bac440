"""The views of a comparison, named in the border of the part that shows one of them."""

from __future__ import annotations

from textual.content import Content

from index.interface.texts import Texts
from tui.rendering import joined
from tui.widgets.statement_columns import Mode

_FIRST = 4
"""The column of the first name, counted from the corner of the border."""


def mode_names(t: Texts, here: Mode) -> tuple[Content, dict[Mode, range]]:
    """The names in a line, the current one marked, and the columns in which each stands."""
    names = {
        Mode.FACTS: t("facts"),
        Mode.ALIGNED: t("aligned"),
        Mode.TEXT: t("text"),
        Mode.TABLE: t("table"),
    }
    parts: list[Content] = []
    columns: dict[Mode, range] = {}
    at = _FIRST
    for mode, name in names.items():
        words = f"▸ {name}" if mode is here else name
        # Of styles a border draws those only that no look changes.
        parts.append(Content(words).stylize("bold") if mode is here else Content(words))
        columns[mode] = range(at, at + len(words))
        at += len(words) + len(" · ")
    return joined(" ", joined(" · ").join(parts), " "), columns
