"""The colours of the six looks of the room, each with a name of its own.

Every ink has a contrast of 4.5 or more with every ground that it is drawn on (WCAG 2.1, AA); a test
measures all pairs. `horizon` takes its hues from Okabe and Ito's set for those who see few colours.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one look; a kind or a strength has the colour of one hue."""

    name: str
    says: str
    """Its purpose in English: the id of a sentence."""
    dark: bool
    background: str
    surface: str
    panel: str
    row: str
    """The ground of the line with the cursor."""
    foreground: str
    primary: str
    error: str
    rule: str
    muted: str
    faint: str
    warm: str
    match: tuple[str, str]
    """Ink and ground of a word of the query."""
    here: tuple[str, str]
    """Ink and ground of the current match."""
    differing: str
    person: str
    organisation: str
    place: str
    equipment: str
    event: str
    group: str
    other: str
    ansi: bool = False
    """Whether these are the terminal's own sixteen colours."""


ENCRE = Palette(
    name="encre", says="dark, ink for the evening", dark=True,
    background="#15181e", surface="#1a1e25", panel="#222731", row="#262c37",
    foreground="#e6e3da", primary="#e0b25c", error="#f28b82",
    rule="#3b4252", muted="#a3abb8", faint="#8d96a5", warm="#e9d8b4",
    match=("#fff1c9", "#6a4f12"), here=("#1a1408", "#f0c05a"), differing="#ffb38a",
    person="#8fbdf5", organisation="#c9a9f5", place="#8fd6a4", equipment="#f2ad7c",
    event="#f2a7bf", group="#7fd3d3", other="#bcc3ce",
)  # fmt: skip
PAPIER = Palette(
    name="papier", says="light, paper for the day", dark=False,
    background="#fbf8f1", surface="#f5efe2", panel="#ece4d3", row="#eadfc8",
    foreground="#22252a", primary="#7a4f00", error="#a1261b",
    rule="#cbbfa8", muted="#565c66", faint="#5b6169", warm="#5c4a1f",
    match=("#332600", "#ffdf85"), here=("#fffaf0", "#7a4f00"), differing="#9c3206",
    person="#1b4c96", organisation="#65399c", place="#17602f", equipment="#8a4300",
    event="#9c2c55", group="#0b5f5f", other="#4e545d",
)  # fmt: skip
PHARE = Palette(
    name="phare", says="high contrast, for tired eyes", dark=True,
    background="#000000", surface="#0a0a0a", panel="#1c1c1c", row="#2a2a2a",
    foreground="#ffffff", primary="#ffd400", error="#ff9e97",
    rule="#8a8a8a", muted="#e0e0e0", faint="#c8c8c8", warm="#ffe9a8",
    match=("#000000", "#ffd400"), here=("#000000", "#ffffff"), differing="#ffb380",
    person="#8cc8ff", organisation="#d9b3ff", place="#7dffa0", equipment="#ffb36b",
    event="#ff9ec4", group="#6ff0f0", other="#e0e0e0",
)  # fmt: skip
SEPIA = Palette(
    name="sépia", says="warm and soft, as an old newspaper", dark=False,
    background="#f4ecd8", surface="#eee3ca", panel="#e5d8b9", row="#e0d0ab",
    foreground="#3b2f1e", primary="#7a3e0c", error="#96281b",
    rule="#c3b48e", muted="#5d5138", faint="#625640", warm="#6a4a14",
    match=("#3b2500", "#f0c869"), here=("#fff7e6", "#7a3e0c"), differing="#93300c",
    person="#254a78", organisation="#643a72", place="#33571f", equipment="#84400f",
    event="#8c2b4a", group="#17585a", other="#564c3a",
)  # fmt: skip
HORIZON = Palette(
    name="horizon", says="for those who tell few colours apart", dark=True,
    background="#10151c", surface="#161c25", panel="#1e2631", row="#232d3b",
    foreground="#eceae4", primary="#f0e442", error="#ff8a5c",
    rule="#3a4656", muted="#aab4c0", faint="#949faf", warm="#f3dfae",
    match=("#ffffff", "#00507a"), here=("#10151c", "#f0e442"), differing="#ff9d4d",
    person="#56b4e9", organisation="#e58fc0", place="#2fbf95", equipment="#e69f00",
    event="#ff8a5c", group="#f0e442", other="#c3c9d1",
)  # fmt: skip
MINITEL = Palette(
    name="minitel", says="the sixteen colours of the terminal", dark=True, ansi=True,
    background="ansi_black", surface="ansi_black", panel="ansi_black", row="ansi_black",
    foreground="ansi_bright_white", primary="ansi_bright_yellow", error="ansi_bright_red",
    rule="ansi_bright_black", muted="ansi_white", faint="ansi_white", warm="ansi_bright_white",
    match=("ansi_black", "ansi_yellow"), here=("ansi_black", "ansi_bright_white"),
    differing="ansi_bright_red",
    person="ansi_bright_cyan", organisation="ansi_bright_magenta", place="ansi_bright_green",
    equipment="ansi_yellow", event="ansi_bright_red", group="ansi_cyan", other="ansi_white",
)  # fmt: skip

PALETTES = (ENCRE, PAPIER, PHARE, SEPIA, HORIZON, MINITEL)
OTHER_NAMES = {
    "recoupe-nuit": "encre", "recoupe-jour": "papier", "nuit": "encre", "jour": "papier",
    "dark": "encre", "sombre": "encre", "ink": "encre",
    "light": "papier", "clair": "papier", "paper": "papier",
    "contrast": "phare", "contraste": "phare", "high-contrast": "phare",
    "sepia": "sépia", "ansi": "minitel", "daltonien": "horizon", "colour-blind": "horizon",
}  # fmt: skip
"""Other words for a look → its name; settings of earlier versions say `recoupe-nuit`."""


def palette_named(name: str) -> Palette | None:
    """The look with a name or another word for it; None where no look has it."""
    known = name.strip().casefold()
    wanted = OTHER_NAMES.get(known, known)
    return next((one for one in PALETTES if one.name == wanted), None)
