"""Titles of several lines at the head of an article, as a page's width breaks them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.corpus.bundles.parts import Row
from index.text.folding import fold

_MOST = 4
"""The most lines of a title."""
_KEY = 10
"""The fewest letters of a title that is sought in the list of contents."""
_NO_WORD = re.compile(r"[\W_]+")


def title_rows(rows: Sequence[Row], contents: str = "") -> int:
    """The number of rows of the title that begins some: as `contents`, the key of a list of titles, has it, else
    until one begins with a capital. At least one row is left for the text.
    """
    told = ""
    listed = 0
    for number, row in enumerate(rows[:_MOST], 1):
        told = f"{told} {row.text}"
        key = title_key(told)
        if len(key) >= _KEY and f" {key} " in f" {contents} ":
            listed = number
    if listed:
        return listed
    number = min(1, len(rows) - 1)
    while (
        number < min(_MOST, len(rows) - 1)
        and rows[number].text[0].islower()
        and rows[number - 1].text[-1] not in ".!?"
    ):
        number += 1
    return number


def title_key(text: str) -> str:
    """The words of a title, whatever stands between them."""
    return _NO_WORD.sub(" ", fold(text)).strip()
