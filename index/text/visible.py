"""Signs in place of characters that would act on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_BIDI = dict.fromkeys(
    [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"
)
_CONTROL = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
_C1 = dict.fromkeys([*range(0x80, 0xA0)], "\ufffd")
_BREAKS = dict.fromkeys([0x2028, 0x2029], "\ufffd")
_NO_TEXT = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Lone surrogates, which Python makes of bytes that are no text. No stream accepts them."""
_SIGNS = {**_CONTROL, 0x7F: "\u2421", **_C1, **_BIDI, **_BREAKS, **_NO_TEXT, 0x09: " "}
_IN_A_LINE = {**_SIGNS, 0x0A: "\u240a"}


def visible(text: str) -> str:
    """The text with a sign for each control or direction character; its length stays the same.

    Line ends stay, a tab becomes a space.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_SIGNS)


def in_a_line(text: str) -> str:
    """The same for text inside a sentence: a line end becomes a sign, too."""
    return text if text.isascii() and text.isprintable() else text.translate(_IN_A_LINE)


def harmless(values: Mapping[str, object]) -> dict[str, object]:
    """The values for the places of a sentence: numbers stay, everything else becomes visible text."""
    return {
        name: value if isinstance(value, int | float) else in_a_line(str(value))
        for name, value in values.items()
    }
