"""How keys are called in the reader's language, and which commands a screen offers now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from textual.actions import parse
from textual.binding import Binding
from textual.keys import format_key

from index.interface.texts import Texts
from tui.session import HasSession

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
    typed: bool = False
    """Whether its key is a letter, and the line that one types in takes that for itself now."""


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
    """What can be done on a screen, what concerns the focused part first, each command once.

    Where one types, what has a letter for key can still be done from a list; it comes last.
    """
    found: dict[str, list[tuple[Binding, bool, DOMNode]]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and binding.description and not binding.system:
            found.setdefault(binding.id, []).append((binding, active.enabled, active.node))
    return [*map(_command, found.values()), *_behind_typing(screen, found)]


def _behind_typing(screen: Screen[Any], reached: Collection[str]) -> Iterator[Command]:
    focused = screen.focused
    if focused is None:
        return
    chosen = cast(HasSession, screen.app).session.keys
    ways: dict[str, list[tuple[Binding, bool, DOMNode]]] = {}
    for node in (screen, screen.app):
        declared = [vars(kind).get("BINDINGS", ()) for kind in type(node).__mro__]
        for binding in Binding.make_bindings(one for bindings in declared for one in bindings):
            if binding.id is None or binding.id in reached or not binding.description:
                continue
            way = replace(binding, key=chosen.get(binding.id, binding.key))
            letter = format_key(way.key)
            _, action, parameters = parse(binding.action)
            if focused.check_consume_key(way.key, letter if len(letter) == 1 else None):
                possible = bool(node.check_action(action, parameters))
                ways.setdefault(binding.id, []).append((way, possible, node))
    for found in ways.values():
        yield replace(_command(found), typed=True)


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
