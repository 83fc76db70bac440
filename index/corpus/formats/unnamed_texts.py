"""Which value of a record is its text when no name says so, or says it of a much shorter one."""

from __future__ import annotations

from index.corpus.formats.fieldhtml import holds_html

LEFT = "A longer text than the one that was taken stands under another name."
LEAST = 40
"""The fewest characters of a text that is taken although no name says that it is one."""
_SPACES = 5
"""The fewest spaces of a value that is a text and no list of keys."""
_TIMES = 2
_MORE = 400
"""How much longer than the known text another must be, to be spoken of: so many times, and characters."""


def reads_as_text(value: str) -> bool:
    """Whether a value has the words of a text."""
    return value.count(" ") >= _SPACES or holds_html(value)


def is_much_longer(length: int, known: int) -> bool:
    """Whether a text of no known name is so much longer that the known one may be its beginning."""
    return length > _TIMES * known and (known < LEAST * 2 or length > known + _MORE)
