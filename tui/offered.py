"""A command as a screen offers it: to key line, palette, help and prefix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.dom import DOMNode


@dataclass(frozen=True, slots=True)
class Command:
    """A command that is available now, with its keys."""

    id: str
    action: str
    keys: tuple[str, ...]
    description: str
    tooltip: str
    shown: bool
    enabled: bool
    node: DOMNode
    typed: bool = False
    """Whether its key is a letter that the focused input line takes for itself."""
