"""Commands that the current screen does not offer: those of other screens, and of the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module, resources

from textual.binding import Binding

from index.interface.texts import Texts


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A command by its name, with the place where it is given."""

    id: str
    place: str
    keys: tuple[str, ...]
    description: str
    tooltip: str


@dataclass(frozen=True, slots=True)
class ShellCommand:
    name: str
    help: str


PLACES = {
    "search": ("search", "search_doors", "panes", "filtering"),
    "events": ("events_screen", "decide.event_decisions"),
    "entities": ("entities", "decide.decider"),
    "timeline": ("timeline_screen",),
    "notebook": ("notebook_screen",),
    "concordance": ("concordance_screen",),
    "reading": ("reading_screen",),
    "compare": ("compare",),
    "entity": ("entity",),
}
"""Place → modules of `tui/screens` whose classes are drawn there."""
_WIDGETS = {
    "search": ("facet_list", "results"),
    "reading": ("article_paper", "selecting"),
    "compare": ("statement_columns",),
    "timeline": ("timechart",),
}


@cache
def other_words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """For the room and for the shell: command → other words by which it is found."""
    import yaml

    content = (resources.files("tui") / "data" / "words.yaml").read_text("utf-8")
    read = yaml.safe_load(content)
    return {
        part: {name: tuple(map(str, words)) for name, words in read[part].items()} for part in read
    }


@cache
def commands_elsewhere() -> tuple[Elsewhere, ...]:
    """Every command, with the first place that has it."""
    found: dict[str, Elsewhere] = {}
    for place, modules in PLACES.items():
        names = [f"tui.screens.{name}" for name in modules]
        names += [f"tui.widgets.{name}" for name in _WIDGETS.get(place, ())]
        for binding in (one for name in names for one in _declared(name)):
            if binding.id and binding.tooltip and binding.id not in found:
                keys = tuple(binding.key.split(","))
                found[binding.id] = Elsewhere(
                    binding.id, place, keys, binding.description, binding.tooltip
                )
    return tuple(found.values())


def _declared(module: str) -> Iterator[Binding]:
    for kind in vars(import_module(module)).values():
        if isinstance(kind, type) and kind.__module__ == module:
            yield from (one for one in vars(kind).get("BINDINGS", ()) if isinstance(one, Binding))


def shell_commands(t: Texts) -> tuple[ShellCommand, ...]:
    """The subcommands of the command line with their help in the reader’s language."""
    import click

    from index.cli.main import command

    group = command(t)
    context = click.Context(group)
    made = ((name, group.get_command(context, name)) for name in group.list_commands(context))
    return tuple(ShellCommand(name, one.help or "") for name, one in made if one is not None)
