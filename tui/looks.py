"""How the reader set up the room, the same for every corpus: its look and the widths of its panes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from tui.leaving import write_privately
from tui.palettes import ENCRE, palette_named


class LeftLooks(msgspec.Struct, frozen=True, kw_only=True):
    """The content of the file. Values that a later version wrote are ignored."""

    theme: str = ""
    over: str = ""
    """The settings' theme when the reader chose another; when the settings change, they hold again."""
    sizes: dict[str, int] = {}
    """Name of a pane → its width in columns."""


@dataclass(slots=True)
class Looks:
    """`said` is the theme that the settings name."""

    file: Path | None = None
    said: str = ""
    left: LeftLooks = field(default_factory=LeftLooks)

    @classmethod
    def of(cls, file: Path | None, said: str | None) -> Looks:
        return cls(file, said or "", left_looks(file) if file is not None else LeftLooks())

    @property
    def theme(self) -> str:
        """The look chosen last in the room, else that of the settings, else the first."""
        chosen = palette_named(self.left.theme) if self.left.over == self.said else None
        named = chosen or palette_named(self.said)
        return named.name if named else self.said or ENCRE.name

    def choose(self, theme: str) -> None:
        self._leave(msgspec.structs.replace(self.left, theme=theme, over=self.said))

    def size(self, pane: str, columns: int | None) -> None:
        """Keeps the width of a pane; None gives it its own width back."""
        others = {name: size for name, size in self.left.sizes.items() if name != pane}
        sizes = others if columns is None else {**others, pane: columns}
        self._leave(msgspec.structs.replace(self.left, sizes=sizes))

    def _leave(self, left: LeftLooks) -> None:
        self.left = left
        if self.file is not None:
            write_privately(self.file, msgspec.json.encode(left))


def left_looks(file: Path) -> LeftLooks:
    """The looks of the last visit; empty when there are none, or they cannot be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=LeftLooks)
    except (OSError, msgspec.DecodeError, RecursionError):
        return LeftLooks()
