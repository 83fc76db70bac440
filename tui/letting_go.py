"""What Textual would keep of screens that are closed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual._styles_cache import StylesCache

if TYPE_CHECKING:
    from textual.color import Color
    from textual.style import Style

_PAIRS = 1024
"""Of colours whose styles are remembered, as many as Textual does."""


def let_go_of_lines() -> None:
    """Makes the styles for two colours be remembered by the colours alone.

    Textual remembers them by whoever asks, too: a thousand parts of screens that were closed long ago,
    each with all lines that it had drawn. That was six megabytes for each thousand keys.
    """
    plain = getattr(StylesCache.get_inner_outer, "__wrapped__", None)
    if plain is None:
        return

    @lru_cache(_PAIRS)
    def by_colours(base_background: Color, background: Color) -> tuple[Style, Style]:
        found: tuple[Style, Style] = plain(None, base_background, background)
        return found

    def inner_and_outer(
        _: StylesCache, base_background: Color, background: Color
    ) -> tuple[Style, Style]:
        return by_colours(base_background, background)

    StylesCache.get_inner_outer = inner_and_outer  # type: ignore[method-assign, assignment]
