"""Words with gaps as they are typed: `arm*`, `*naute`, `hop?tal`."""

from __future__ import annotations

import re

from index.text.folding import fold
from index.text.tokens import APOSTROPHES, ELIDED

_ONE_LETTER = re.compile(r"([^\W_]+)(?:\?[^\W_]+)+")


def has_gap(chunk: str) -> bool:
    """Whether an asterisk or, inside a word, a question mark stands for letters.

    « mort? » asks, « l?hôpital » and « qu?il » are apostrophes that a copy lost, « a?b=c » is of an
    address.
    """
    if "*" in chunk:
        return True
    found = _ONE_LETTER.fullmatch(chunk.rstrip("?")) if "?" in chunk else None
    return found is not None and fold(found.group(1)) not in ELIDED


def pattern_text(chunk: str) -> str:
    """The folded letters and the gaps of a chunk, behind its last apostrophe."""
    for apostrophe in APOSTROPHES:
        chunk = chunk.rpartition(apostrophe)[2]
    kept = "".join(char for char in fold(chunk.rstrip("?")) if char.isalnum() or char in "*?")
    return re.sub(r"\*+", "*", kept)


def gaps(pattern: str) -> int:
    return pattern.count("*") + pattern.count("?")


def pieces(pattern: str) -> list[str]:
    """The letters between the gaps of a pattern, the first and the last of them at its ends."""
    return re.split(r"[*?]", pattern)


def expression(pattern: str) -> re.Pattern[str]:
    """What the folded forms of a pattern match as a whole."""
    signs = {"*": ".*", "?": "."}
    return re.compile("".join(signs.get(char, re.escape(char)) for char in pattern))
