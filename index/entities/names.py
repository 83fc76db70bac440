"""Forms of names: when a stretch of text is a form, and how a name becomes an id."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from index.text.folding import fold
from index.text.tokens import word_forms, word_spans, words

_SEPARATORS = frozenset(
    {
        "",
        " ",
        "\u00a0",
        "\u202f",
        "\n",
        "-",
        "‑",
        "–",
        "'",
        "’",
        ".",
        "&",
        " & ",
        "/",
        "’ ",
        "' ",
        " - ",
    }
)
_DESIGNATOR = re.compile(r"([a-z]+)(\d+[a-z]?)")
_HAS_FIGURE = re.compile(r"\d")
_LONG = 4
"""The fewest letters of an acronym that may be written as a word, and of a title in capitals."""
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"})


@lru_cache(maxsize=1 << 14)
def folded_key(form: str) -> str:
    """The folded words of a form, joined by spaces."""
    return " ".join(word_forms(word)[1] for word in words(form))


def slug(name: str) -> str:
    """`Abdellatif Loudiyi` → `abdellatif-loudiyi`, `F16` → `f-16`: the words of a name, folded."""
    return keys(name)[-1].replace(" ", "-")


def keys(form: str) -> tuple[str, ...]:
    """The keys under which a form is looked up: its folded words with spaces; designators are
    written in both ways.

    `F-16 Viper` gives `f16 viper` and `f 16 viper`.
    """
    key = " ".join([word_forms(word)[1] for word in words(form)])
    if not _HAS_FIGURE.search(key):
        return (key,)
    split = " ".join(
        f"{found[1]} {found[2]}" if (found := _DESIGNATOR.fullmatch(word)) else word
        for word in key.split(" ")
    )
    return (key,) if key == split else (key, split)


@lru_cache(maxsize=1 << 14)
def agrees(form: str, surface: str) -> bool:
    """Whether a stretch of text with the folded words of a form may stand for it.

    A capital in the form must be one in the text too: `Far` is not `FAR`. Missing accents are
    allowed, and so are titles in capitals and longer acronyms written as words (`Otan`).
    """
    if form == surface:
        return True
    wanted = _bare(form)
    found = _bare(surface)
    if len(wanted) != len(found):
        return False
    if not _joined(surface, form):
        return False
    letters = sum(char.isalpha() for char, _ in wanted)
    for position, ((asked, _), (given, initial)) in enumerate(zip(wanted, found, strict=True)):
        if asked == given or _plain(asked) == given:
            continue
        if given.lower() not in (asked.lower(), fold(asked)):
            return False
        if given.isupper():
            allowed = initial or (surface.isupper() and letters >= _LONG)
        elif form.isupper():
            allowed = letters >= _LONG and position > 0
        else:
            allowed = not initial or _follows_hyphen(surface, position)
        if not allowed:
            return False
    return True


def _bare(text: str) -> list[tuple[str, bool]]:
    """The letters and figures of a text, each with whether it begins a word."""
    bare = []
    previous = " "
    for char in text.translate(_LIGATURES):
        if char.isalnum():
            bare.append((char, not previous.isalnum()))
        previous = char
    return bare


def _plain(char: str) -> str:
    """A letter without its accent, in its own case."""
    return fold(char).upper() if char.isupper() else fold(char)


def _joined(surface: str, form: str) -> bool:
    """Whether only signs that a name may have stand between the words."""
    spans = word_spans(surface)
    for (_, end), (start, _) in itertools.pairwise(spans):
        between = surface[end:start]
        if between not in _SEPARATORS and between not in form:
            return False
    return True


def _follows_hyphen(surface: str, position: int) -> bool:
    count = -1
    for at, char in enumerate(surface.translate(_LIGATURES)):
        count += char.isalnum()
        if count == position:
            return at > 0 and surface[at - 1] in "-‑"
    return False
