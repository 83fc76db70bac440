"""The looks of the reading room as themes, and the signs that stand beside their colours."""

from __future__ import annotations

from textual.theme import Theme

from index.model.article import Kind
from index.model.comparison import Strength
from index.model.events import LinkKind
from tui.palettes import ENCRE, PALETTES, Palette

KIND_SIGNS: dict[Kind, str] = {
    Kind.PERSON: "●",
    Kind.ORGANISATION: "■",
    Kind.PLACE: "▲",
    Kind.EQUIPMENT: "✚",
    Kind.EVENT: "◆",
    Kind.GROUP: "○",
    Kind.OTHER: "□",
}
STRENGTH_SIGNS: dict[Strength, str] = {
    Strength.SAME: "=",
    Strength.STRONG: "≈",
    Strength.PROBABLE: "~",
}
LINK_SIGNS: dict[LinkKind, tuple[str, str]] = {
    LinkKind.REPUBLICATION: ("=", "mark--same"),
    LinkKind.SHARED_SOURCE: ("≈", "mark--strong-link"),
    LinkKind.SAME_EVENT: ("◆", "mark--warm"),
    LinkKind.BACKGROUND: ("·", "mark--faint"),
}
"""How surely an article belongs to an event: a sign, and its component class."""


def _variables(of: Palette) -> dict[str, str]:
    return {
        "rule": of.rule,
        "muted": of.muted,
        "faint": of.faint,
        "warm": of.warm,
        "match-foreground": of.match[0],
        "match-background": of.match[1],
        "here-foreground": of.here[0],
        "here-background": of.here[1],
        "row-background": of.row,
        "differing": of.differing,
        "kind-person": of.person,
        "kind-organisation": of.organisation,
        "kind-place": of.place,
        "kind-equipment": of.equipment,
        "kind-event": of.event,
        "kind-group": of.group,
        "kind-other": of.other,
        "strength-same": of.place,
        "strength-strong": of.person,
        "strength-probable": of.primary,
        "only": of.organisation,
    }


def theme_of(palette: Palette) -> Theme:
    """A look as a theme of Textual."""
    ground = palette.background
    return Theme(
        name=palette.name,
        dark=palette.dark,
        ansi=palette.ansi,
        background=ground,
        surface=palette.surface,
        panel=palette.panel,
        foreground=palette.foreground,
        primary=palette.primary,
        secondary=palette.person,
        accent=palette.primary,
        success=palette.place,
        warning=palette.primary,
        error=palette.error,
        variables=_variables(palette)
        | {
            "border": palette.primary,
            "border-blurred": palette.rule,
            "scrollbar": palette.rule,
            "scrollbar-hover": palette.faint,
            "scrollbar-active": palette.primary,
            "scrollbar-background": ground,
            "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
            "scrollbar-corner-color": ground,
            "block-cursor-background": palette.row,
            "block-cursor-foreground": palette.foreground,
            "block-cursor-text-style": "none",
            "input-selection-background": palette.match[1],
            "input-selection-foreground": palette.match[0],
        }
        | (_unnamed(palette) if palette.ansi else {}),
    )


def _unnamed(palette: Palette) -> dict[str, str]:
    """Variables of Textual's own styles that have no value in looks of the terminal's colours."""
    return {
        "ansi-background": palette.background,
        "ansi-foreground": palette.foreground,
        "foreground-disabled": palette.faint,
        "surface-active": palette.panel,
    }


def themes() -> tuple[Theme, ...]:
    """All looks, the default first."""
    return tuple(map(theme_of, PALETTES))


def default_variables() -> dict[str, str]:
    """Our own colours for somebody else's theme."""
    return _variables(ENCRE)
