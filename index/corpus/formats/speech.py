"""What is said in pieces of a few words, with a time each, joined to one text: paragraphs end with a sentence or
where another speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from index.corpus.document import Stated
from index.corpus.strand import Strand, Weaver

NOTHING = Stated()
_DASH = re.compile(r"[-–—]\s?(?=\S)")
_LONG = 400
"""A paragraph ends with the sentence that ends after so many characters."""
_ENDS = '.!?…»”"'


def spoken(stated: Stated = NOTHING) -> Stated:
    """Statements about what is said, whose first words are no title: an interview begins with a question."""
    return replace(stated, title=stated.title or "")


class Speech:
    """The text so far."""

    def __init__(self) -> None:
        self._weaver = Weaver()
        self._voice, self._length, self._last = "", 0, ""

    def say(self, parts: Iterable[Strand], text: str, at: int, *, voice: str = "") -> None:
        """Adds the pieces of what is said at a place of the file; `text` is all of it as it stands there."""
        turn = (voice and voice != self._voice) or _DASH.match(text) is not None
        if self._weaver.length:
            new = turn or (self._last in _ENDS and self._length >= _LONG)
            self._weaver.put("\n\n" if new else " ", at, at)
            self._length = 0 if new else self._length
        self._voice = voice or self._voice
        for part in parts:
            self._weaver.add(part)
        self._length += len(text)
        self._last = text.rstrip()[-1:] or self._last

    def strand(self) -> Strand:
        return self._weaver.strand()
