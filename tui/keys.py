"""How keys are called in the reader's language, and which commands a screen offers now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.keys import format_key

from index.texts import Texts

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.screen import Screen

NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "space",
    "backspace": "Backspace",
    "delete": "Delete",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
}
_ARROWS = {"up": "↑", "down": "↓", "left": "←", "right": "→"}


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


def key_name(t: Texts, key: str) -> str:
    """A key as it is written on the keyboard: `Entrée`, `ctrl+p`, `?`."""
    *modifiers, last = key.split("+")
    if last in NAMES:
        name = t(NAMES[last])
    elif last in _ARROWS:
        name = _ARROWS[last]
    else:
        name = format_key(last)
    return "+".join((*modifiers, name))


def commands_of(screen: Screen[Any]) -> list[Command]:
    """What can be done on a screen, what concerns the focused part first, each command once."""
    found: dict[str, list[tuple[Binding, bool, DOMNode]]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and binding.description and not binding.system:
            found.setdefault(binding.id, []).append((binding, active.enabled, active.node))
    return [_command(ways) for ways in found.values()]


def _command(ways: list[tuple[Binding, bool, DOMNode]]) -> Command:
    binding, enabled, node = ways[0]
    return Command(
        id=binding.id or "",
        action=binding.action,
        # An arrow may do the same as Enter, but Enter is the name by which it is known.
        keys=tuple(sorted((way.key for way, _, _ in ways), key=lambda key: key != "enter")),
        description=binding.description,
        tooltip=binding.tooltip,
        shown=binding.show,
        enabled=enabled,
        node=node,
    )


def key_names(t: Texts, keys: Iterable[str], *, most: int = 2) -> str:
    return " ".join(key_name(t, key) for key in list(keys)[:most])
