"""How a name stands in a text: its spelling as it is counted, alone and with what is glued to it."""

from __future__ import annotations

from index.model.article import Mention


def surface(text: str, start: int, end: int) -> str:
    """A form as it is counted: white space made plain."""
    return " ".join(text[start:end].split())


def glued_word(text: str, mention: Mention) -> str:
    """A name with what is glued to it, to the end of the word."""
    end = mention.end
    while end < len(text) and text[end].isalnum():
        end += 1
    return surface(text, mention.start, end)
