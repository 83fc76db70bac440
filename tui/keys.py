"""The names of keys in the reader's language, and the commands that a screen offers now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from textual.actions import parse
from textual.binding import Binding
from textual.keys import format_key

from index.interface.texts import Texts
from tui.keytable import PREFIX
from tui.offered import Command
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


def key_name(t: Texts, key: str) -> str:
    """A key as it is written on the keyboard: `Entrée`, `ctrl+p`, `?`, `D m`."""
    *modifiers, last = key.split("+")
    if modifiers == [PREFIX]:
        return f"{PREFIX} {last}"
    if last in NAMES:
        name = t(NAMES[last])
    elif last in _ARROWS:
        name = _ARROWS[last]
    else:
        name = format_key(last)
    return "+".join((*modifiers, name))


def behind_prefix(key: str) -> bool:
    """Whether a key is pressed after the prefix of decisions."""
    return key.startswith(f"{PREFIX}+")


def commands_of(screen: Screen[Any]) -> list[Command]:
    """The commands of a screen, those of the focused part first, each once.

    While the reader types, commands whose key is a letter still work from a list; they come last.
    """
    found: dict[str, list[tuple[Binding, bool, DOMNode]]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if _is_typed(screen, binding.key):
            # Textual lists « / » as a command where the reader types it as a sign.
            continue
        if binding.id and binding.description and not binding.system:
            found.setdefault(binding.id, []).append((binding, active.enabled, active.node))
    return [*map(_command, found.values()), *_behind_typing(screen, found)]


def decisions_of(screen: Screen[Any]) -> list[Command]:
    """The decisions about what the reader looks at: the commands behind the prefix."""
    return [
        command
        for command in commands_of(screen)
        if command.enabled and any(map(behind_prefix, command.keys))
    ]


def decides(screen: Screen[Any]) -> bool:
    """Whether a decision is possible here, found without asking which bindings are in force."""
    for node in (screen.focused or screen).ancestors_with_self:
        for binding in _declared(type(node)):
            _, action, parameters = parse(binding.action)
            if node.check_action(action, parameters):
                return True
    return False


@cache
def _declared(kind: type) -> tuple[Binding, ...]:
    declared = [vars(one).get("BINDINGS", ()) for one in kind.__mro__]
    made = Binding.make_bindings(one for bindings in declared for one in bindings)
    return tuple(one for one in made if behind_prefix(one.key))


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
            first = way.key.removesuffix("+").partition("+")[0]
            pressed = first if first == PREFIX else way.key
            _, action, parameters = parse(binding.action)
            if _is_typed(screen, pressed):
                possible = bool(node.check_action(action, parameters))
                ways.setdefault(binding.id, []).append((way, possible, node))
    for found in ways.values():
        yield replace(_command(found), typed=True)


def _is_typed(screen: Screen[Any], key: str) -> bool:
    """Whether a key types a sign into the focused part rather than giving a command."""
    letter = format_key(key)
    focused = screen.focused
    # « ⏎ » and « ↑ » stand for keys, they are no signs that one types.
    sign = letter if len(letter) == 1 and (letter.isascii() or letter.isalnum()) else None
    return focused is not None and focused.check_consume_key(key, sign)


def _command(ways: list[tuple[Binding, bool, DOMNode]]) -> Command:
    binding, enabled, node = ways[0]
    return Command(
        id=binding.id or "",
        action=binding.action,
        # An arrow may do the same as Enter, but readers know the command as Enter.
        keys=tuple(
            sorted(dict.fromkeys(way.key for way, _, _ in ways), key=lambda key: key != "enter")
        ),
        description=binding.description,
        tooltip=binding.tooltip,
        shown=binding.show,
        enabled=enabled,
        node=node,
    )


def key_names(t: Texts, keys: Iterable[str], *, most: int = 2) -> str:
    return " ".join(key_name(t, key) for key in list(keys)[:most])
