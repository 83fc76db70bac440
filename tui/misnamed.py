"""Settings of the room that name an unknown look or command, each told with the nearest name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from index.interface.texts import Texts
from tui.keytable import COMMANDS
from tui.palettes import OTHER_NAMES, PALETTES, palette_named


def misnamed(
    t: Texts, *, theme: str, keys: Mapping[str, str], foreign: Collection[str] = ()
) -> Iterator[str]:
    """A sentence for each of them; `foreign` are the looks that Textual brings."""
    ours = [one.name for one in PALETTES]
    if theme and palette_named(theme) is None and theme not in foreign:
        near = get_close_matches(theme.casefold(), [*ours, *OTHER_NAMES], n=1, cutoff=0.5)
        nearest = palette_named(near[0]) if near else None
        if nearest is not None:
            near_name = nearest.name
            yield t(
                "theme: nothing is called “{name}”; nearest: {near}", name=theme, near=near_name
            )
        else:
            names = ", ".join(ours)
            yield t("theme: nothing is called “{name}”; there are {names}", name=theme, names=names)
    for command in keys:
        if command in COMMANDS:
            continue
        near = get_close_matches(command, sorted(COMMANDS), n=1, cutoff=0.5)
        if near:
            yield t(
                "keys: no command is called “{name}”; nearest: {near}", name=command, near=near[0]
            )
        else:
            yield t("keys: no command is called “{name}”; the help (?) names them", name=command)
