"""Both looks can be read: every colour of text stands out from every ground that it is drawn on."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from index.model.article import Kind
from index.model.comparison import Strength
from tui.theme import KIND_SIGNS, STRENGTH_SIGNS, themes

AA = 4.5
"""WCAG 2.1, contrast (minimum), for text of usual size."""
INKS = (
    *(f"kind-{kind}" for kind in Kind),
    *(f"strength-{strength}" for strength in Strength),
    *("muted", "faint", "warm", "differing", "only"),
)


def luminance(colour: Color) -> float:
    parts = [c / 255 for c in colour.rgb]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(Color.parse(c)) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def grounds(theme: Theme) -> list[str]:
    found = [theme.background, theme.surface, theme.panel, theme.variables["row-background"]]
    return [ground for ground in found if ground]


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", [*INKS, "foreground", "primary", "error", "success"])
def test_text_stands_out_from_its_grounds(theme: Theme, ink: str) -> None:
    colour = theme.variables.get(ink) or getattr(theme, ink)
    for ground in grounds(theme):
        assert contrast(colour, ground) >= AA, (ink, ground)


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("mark", ["match", "here"])
def test_marked_words_stand_out(theme: Theme, mark: str) -> None:
    ink, ground = theme.variables[f"{mark}-foreground"], theme.variables[f"{mark}-background"]
    assert contrast(ink, ground) >= AA


def test_no_two_kinds_and_no_two_strengths_share_a_sign() -> None:
    assert len(set(KIND_SIGNS.values())) == len(Kind)
    assert len(set(STRENGTH_SIGNS.values())) == len(Strength)
