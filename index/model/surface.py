"""The form of a name in a text: the spelling that is counted, alone and with the letters stuck to
it.
"""

from __future__ import annotations

from index.model.article import Mention


def surface(text: str, start: int, end: int) -> str:
    """A form as it is counted: each white space is one plain space."""
    return " ".join(text[start:end].split())


def glued_word(text: str, mention: Mention) -> str:
    """A name with the letters stuck to it, up to the end of the word."""
    end = mention.end
    while end < len(text) and text[end].isalnum():
        end += 1
    return surface(text, mention.start, end)
