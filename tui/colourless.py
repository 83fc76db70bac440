"""The room without colours (NO_COLOR): what colours told is told by weight, and no colour is sent."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_FAINT = 7.0
"""Contrast below which a text is set dim: what stands behind in the look with colours."""
_MARKED = 1.6
"""Contrast of two grounds from which one is a mark on the other, and is shown reversed."""
_NONE = Style.from_color(RichColor.parse("default"), RichColor.parse("default"))


class Colourless(LineFilter):
    """Bold, dim, underlined and reversed stay or come in the place of colours."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        ground = (background.r, background.g, background.b)
        return [
            Segment(text, None if style is None else without_colour(style, ground), control)
            for text, style, control in segments
        ]


@lru_cache(4096)
def without_colour(style: Style, ground: tuple[int, int, int]) -> Style:
    here = _triplet(style.bgcolor) or ground
    ink = _triplet(style.color)
    base, behind = Color(*ground), Color(*here)
    marked = _contrast(base, behind) >= _MARKED
    faint = ink is not None and not marked and _contrast(behind, Color(*ink)) < _FAINT
    weight = Style(dim=True) if faint and not style.bold else Style.null()
    reverse = Style(reverse=True) if marked else Style.null()
    return style + _NONE + weight + reverse


def _contrast(one: Color, other: Color) -> float:
    """As WCAG 2 has it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = (value / 255 for value in (colour.r, colour.g, colour.b))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _triplet(colour: RichColor | None) -> tuple[int, int, int] | None:
    if colour is None or colour.is_default:
        return None
    return tuple(colour.get_truecolor())  # type: ignore[return-value]
