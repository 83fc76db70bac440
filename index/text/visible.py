"""Characters that would act on a terminal instead of standing in it, shown as signs."""

from __future__ import annotations

_BIDI = dict.fromkeys(
    [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"
)
_CONTROL = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
_C1 = dict.fromkeys([*range(0x80, 0xA0)], "\ufffd")
_SIGNS = {**_CONTROL, 0x7F: "\u2421", **_C1, **_BIDI, 0x09: " "}


def visible(text: str) -> str:
    """The text with a sign for each control or direction character; its length stays the same.

    Line ends stay, a tab becomes a space.
    """
    return text.translate(_SIGNS)
