"""Both looks can be read: every colour of text stands out from every ground that it is drawn on."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from room import arrived, make_room, picture
from textual.color import Color
from textual.theme import Theme

from index.model.article import Kind
from index.model.comparison import Strength
from tui.palettes import OTHER_NAMES, PALETTES, palette_named
from tui.theme import KIND_SIGNS, STRENGTH_SIGNS, themes

AA = 4.5
"""WCAG 2.1, contrast (minimum), for text of usual size."""
INKS = (
    *(f"kind-{kind}" for kind in Kind),
    *(f"strength-{strength}" for strength in Strength),
    *("muted", "faint", "warm", "differing", "only"),
)


GROUNDS = ("background", "surface", "panel", "row-background")
XTERM = {
    "black": "#000000", "red": "#cd0000", "green": "#00cd00", "yellow": "#cdcd00",
    "blue": "#0000ee", "magenta": "#cd00cd", "cyan": "#00cdcd", "white": "#e5e5e5",
    "bright_black": "#7f7f7f", "bright_red": "#ff0000", "bright_green": "#00ff00",
    "bright_yellow": "#ffff00", "bright_blue": "#5c5cff", "bright_magenta": "#ff00ff",
    "bright_cyan": "#00ffff", "bright_white": "#ffffff",
}  # fmt: skip
"""The sixteen colours as xterm has them; what another terminal makes of them is its own."""


def seen(theme: Theme, name: str) -> Color:
    told = theme.variables.get(name) or getattr(theme, name)
    return Color.parse(XTERM.get(told.removeprefix("ansi_"), told))


def luminance(colour: Color) -> float:
    parts = [c / 255 for c in colour.rgb]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs_of_the_style_sheets() -> set[tuple[str, str]]:
    """Ink and ground of every rule that names both: what is drawn with a ground of its own."""
    room = Path(str(files("tui")))
    found: set[tuple[str, str]] = set()
    sources = [*room.rglob("*.tcss"), *room.rglob("*.py")]
    for rule in (
        r for path in sources for r in re.findall(r"\{([^{}]*)\}", path.read_text("utf-8"))
    ):
        ink = re.search(r"(?<![-\w])color:\s*\$([\w-]+)", rule)
        ground = re.search(r"(?<![-\w])background:\s*\$([\w-]+)\s*;", rule)
        if ink and ground:
            found.add((ink[1], ground[1]))
    return found


def inks_of_the_style_sheets() -> set[str]:
    room = Path(str(files("tui")))
    sources = [*room.rglob("*.tcss"), *room.rglob("*.py")]
    return {
        ink
        for path in sources
        for ink in re.findall(r"(?<![-\w])color:\s*\$([\w-]+)", path.read_text("utf-8"))
    }


LINES = {"rule", "border", "scrollbar"}
"""Colours of lines, never of words."""


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_every_ink_stands_out_from_every_ground(theme: Theme) -> None:
    own = {ink for ink, ground in pairs_of_the_style_sheets() if ground not in GROUNDS}
    inks = {*INKS, "foreground", "primary", "error", "success", *inks_of_the_style_sheets()}
    poor = [
        (ink, ground, round(contrast(seen(theme, ink), seen(theme, ground)), 2))
        for ink in inks - LINES - own
        for ground in GROUNDS
        if contrast(seen(theme, ink), seen(theme, ground)) < AA
    ]
    assert not poor


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_what_has_a_ground_of_its_own_stands_out_from_it(theme: Theme) -> None:
    pairs = pairs_of_the_style_sheets()
    assert {
        ("match-foreground", "match-background"),
        ("here-foreground", "here-background"),
    } <= pairs
    poor = [
        (ink, ground, round(contrast(seen(theme, ink), seen(theme, ground)), 2))
        for ink, ground in pairs
        if contrast(seen(theme, ink), seen(theme, ground)) < AA
    ]
    assert not poor


def test_every_look_has_a_name_of_its_own_and_earlier_names_are_known() -> None:
    assert len({one.name for one in PALETTES}) == len(PALETTES) == 6
    for other, name in OTHER_NAMES.items():
        found = palette_named(other)
        assert found is not None and found.name == name
    assert palette_named("nobody’s") is None


def test_no_two_kinds_and_no_two_strengths_share_a_sign() -> None:
    assert len(set(KIND_SIGNS.values())) == len(Kind)
    assert len(set(STRENGTH_SIGNS.values())) == len(Strength)


def test_no_look_lacks_a_colour_that_another_has() -> None:
    """A style that asks for one that is missing ends the room."""
    given = {t.name: {*t.to_color_system().generate(), *t.variables} for t in themes()}
    # One name that Textual spells wrongly, and one that nothing asks for.
    wanted = set().union(*given.values()) - {"surface-actrive", "background-muted"}
    assert {name: wanted - has for name, has in given.items() if wanted - has} == {}


async def test_a_room_takes_every_look_while_it_is_open() -> None:
    room = make_room()
    async with room.run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        for theme in themes():
            room.theme = theme.name
            await pilot.pause()
            assert "Rabat" in picture(pilot)
