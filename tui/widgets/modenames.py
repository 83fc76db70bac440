"""The views of a comparison, named in the border of the part that shows one of them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from index.interface.texts import Texts
from tui.rendering import joined
from tui.widgets.statement_columns import Mode

_FIRST = 4
"""The column of the first name, counted from the corner of the border."""
_AROUND = 7
"""The corners of a border, and the lines and spaces around its title."""


def fitting_title(modes: Content, told: Sequence[str], width: int) -> Content:
    """The views, and as much of what there is to tell as a border of that width has room for."""
    kept = list(told)
    while len(kept) > 1 and modes.cell_length + cell_len(" · ".join(kept)) > width - _AROUND:
        kept.pop()
    return joined(modes, " · ".join(kept), " ")


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
