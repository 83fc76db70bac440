"""A command as it is offered on a screen: to the key line, the palette, the help and the prefix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.dom import DOMNode


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done now, with its keys."""

    id: str
    action: str
    keys: tuple[str, ...]
    description: str
    tooltip: str
    shown: bool
    enabled: bool
    node: DOMNode
    typed: bool = False
    """Whether its key is a letter, and the line that one types in takes that for itself now."""
