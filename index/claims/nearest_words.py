"""The class of a figure by the nearest of the words beside it, as a data file lists them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from index.claims.sentence import Sentence
from index.model.text import Span

_BEFORE, _BEHIND = 60, 40
"""The characters before and behind a figure in which the words stand that tell what it is one of."""
_BROKEN = 20
"""What a comma or « et » between them counts as, in characters: the clause of a figure tells more."""
_PARTED = re.compile(r",|\bet\b", re.IGNORECASE)
_ENDED = re.compile(r"[;:]")
"""What parts a figure from every word beyond it."""
_OF_ANOTHER = re.compile(
    r"\b(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans|années?)[ \u00a0](?:de[ \u00a0]|d['’])$"
)
"""« dix heures de discussions »: the word behind a length is of that one, not of another figure."""


def class_of(sentence: Sentence, span: Span, listed: str, unit: str = "") -> str:
    """The class in `data/{listed}.yaml` whose word stands nearest to a figure; empty if none does.

    Where a class names its units, only a figure in one of them is one of it.
    """
    text, whole = sentence.text, sentence.span
    best, least = "", _BEFORE + 1
    low, high = max(whole.start, span.start - _BEFORE), min(whole.end, span.end + _BEHIND)
    for match in _classes(listed, unit).finditer(text, low, high):
        behind = match.start() >= span.end
        between = text[span.end : match.start()] if behind else text[match.end() : span.start]
        gap = len(between) + _BROKEN * len(_PARTED.findall(between))
        if gap >= least or not match.lastgroup or _ENDED.search(between):
            continue
        if (behind or match.end() <= span.start) and not _is_of_another(text, span, match.start()):
            best, least = match.lastgroup, gap
    return best.replace("_", "-")


def _is_of_another(text: str, span: Span, at: int) -> bool:
    """Whether a word stands right behind a length of time that is not the figure's own."""
    length = _OF_ANOTHER.search(text, max(0, at - 20), at)
    return length is not None and not span.start <= length.start() < span.end


@cache
def _classes(listed: str, unit: str) -> re.Pattern[str]:
    """Each class of a list that may have a unit as a group of its name."""
    groups = (
        f"(?P<{name.replace('-', '_')}>{'|'.join(map(_pattern, words))})"
        for name, words, units in _listed(listed)
        if not units or unit in units
    )
    return re.compile(
        rf"\b(?:{'|'.join(groups) or '(?!)'})".replace(" ", r"[ \u00a0]"), re.IGNORECASE
    )


def _pattern(word: str) -> str:
    """A listed word as a pattern: it ends where the word of the text ends, but for a stem, which has a star."""
    return rf"{word[:-1]}\w*" if word.endswith("*") else rf"(?:{word})(?!\w)"


@cache
def _listed(listed: str) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """The classes of a list with their words and their units."""
    text = (files("index.claims") / "data" / f"{listed}.yaml").read_text(encoding="utf-8")
    return tuple(
        (name, tuple(entry["words"]), tuple(entry["of"]))
        if isinstance(entry, dict)
        else (name, tuple(entry), ())
        for name, entry in yaml.safe_load(text).items()
    )
