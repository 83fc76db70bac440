"""How a name sounds in French, roughly: two spellings of one name have one sound."""

from __future__ import annotations

import re

from index.text.folding import fold

_STEPS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"sch|sh|ch", "ʃ"),
        (r"ph", "f"),
        (r"qu|q", "k"),
        (r"gu(?=[eiy])", "g"),
        (r"ge(?=[aou])", "j"),
        (r"g(?=[eiy])", "j"),
        (r"c(?=[eiy])", "s"),
        (r"ck|c", "k"),
        (r"eau|aux|au", "o"),
        (r"ai|ei|ay|ey", "e"),
        (r"[hʼ]", ""),
        (r"th", "t"),
        (r"w", "v"),
        (r"y", "i"),
        (r"z", "s"),
        (r"(.)\1+", r"\1"),
        (r"(?<=...)(?:[esxtdp]|ent)+$", ""),
    )
)


def sound(word: str) -> str:
    """The sound of a word, in signs of its own: « Kastoria » and « Castoria » have one."""
    key = fold(word)
    for pattern, into in _STEPS:
        key = pattern.sub(into, key)
    return key
