"""The two looks of the reading room: ink for the evening, paper for the day."""

from __future__ import annotations

from textual.theme import Theme

from index.model.article import Kind
from index.model.comparison import Strength
from index.model.events import LinkKind

NIGHT, DAY = "recoupe-nuit", "recoupe-jour"

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
"""How an article is tied to an event: a sign, and the class that it is drawn with."""

_NIGHT_VARIABLES = {
    "rule": "#3b4252",
    "muted": "#a3abb8",
    "faint": "#8d96a5",
    "warm": "#e9d8b4",
    "match-background": "#6a4f12",
    "match-foreground": "#fff1c9",
    "here-background": "#f0c05a",
    "here-foreground": "#1a1408",
    "row-background": "#262c37",
    "differing": "#ffb38a",
    "kind-person": "#8fbdf5",
    "kind-organisation": "#c9a9f5",
    "kind-place": "#8fd6a4",
    "kind-equipment": "#f2ad7c",
    "kind-event": "#f2a7bf",
    "kind-group": "#7fd3d3",
    "kind-other": "#bcc3ce",
    "strength-same": "#8fd6a4",
    "strength-strong": "#8fbdf5",
    "strength-probable": "#e6c384",
    "only": "#c9a9f5",
}
_DAY_VARIABLES = {
    "rule": "#cbbfa8",
    "muted": "#565c66",
    "faint": "#5b6169",
    "warm": "#5c4a1f",
    "match-background": "#ffdf85",
    "match-foreground": "#332600",
    "here-background": "#7a4f00",
    "here-foreground": "#fffaf0",
    "row-background": "#eadfc8",
    "differing": "#9c3206",
    "kind-person": "#1b4c96",
    "kind-organisation": "#65399c",
    "kind-place": "#17602f",
    "kind-equipment": "#8a4300",
    "kind-event": "#9c2c55",
    "kind-group": "#0b5f5f",
    "kind-other": "#4e545d",
    "strength-same": "#17602f",
    "strength-strong": "#1b4c96",
    "strength-probable": "#7a4f00",
    "only": "#65399c",
}


def _shared(colours: dict[str, str], accent: str, ground: str) -> dict[str, str]:
    return {
        **colours,
        "border": accent,
        "border-blurred": colours["rule"],
        "scrollbar": colours["rule"],
        "scrollbar-hover": colours["faint"],
        "scrollbar-active": accent,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
        "block-cursor-background": colours["row-background"],
        "block-cursor-text-style": "none",
        "input-selection-background": colours["match-background"],
    }


def themes() -> tuple[Theme, Theme]:
    """Night and day; every text colour has a contrast of 4.5 or more with its grounds."""
    night = Theme(
        name=NIGHT,
        dark=True,
        background="#15181e",
        surface="#1a1e25",
        panel="#222731",
        foreground="#e6e3da",
        primary="#e0b25c",
        secondary="#8fbdf5",
        accent="#e0b25c",
        success="#8fd6a4",
        warning="#e6c384",
        error="#f28b82",
        variables=_shared(_NIGHT_VARIABLES, "#e0b25c", "#15181e")
        | {"block-cursor-foreground": "#e6e3da"},
    )
    day = Theme(
        name=DAY,
        dark=False,
        background="#fbf8f1",
        surface="#f5efe2",
        panel="#ece4d3",
        foreground="#22252a",
        primary="#7a4f00",
        secondary="#1b4c96",
        accent="#7a4f00",
        success="#17602f",
        warning="#7a4f00",
        error="#a1261b",
        variables=_shared(_DAY_VARIABLES, "#7a4f00", "#fbf8f1")
        | {"block-cursor-foreground": "#22252a"},
    )
    return night, day


def default_variables() -> dict[str, str]:
    """Our own colours for somebody else's theme."""
    return dict(_NIGHT_VARIABLES)
