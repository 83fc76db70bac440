"""Other words by which the press tells the same, from `data/paraphrases.txt`.

They are looser than the concepts of facts: enough to find a claim that was told in other words, not to
hold two articles against each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from index.french.families import families, representative

_PLACES = "# places\n"
"""The line after which the groups are of names and of what stands for them."""


class _Groups(NamedTuple):
    """Word → the words of its groups."""

    words: Mapping[str, Collection[str]]
    names: Mapping[str, Collection[str]]


def other_words(family: str, *, named: bool) -> frozenset[str]:
    """The families of other words for a family; `named` is a word with a capital.

    « Berlin » is another word for « allemand », but nothing is for « M. Juge ».
    """
    groups = _groups().names if named else _groups().words
    known = families().of(family)
    forms = known.kin if known is not None else (family,)
    # Only the words found are looked up in the lexicon: all of them would take longer than the claim.
    others = {representative(word) for form in forms for word in groups.get(form, ())}
    return frozenset(others - {family})


@cache
def _groups() -> _Groups:
    text = (files("index.french") / "data" / "paraphrases.txt").read_text(encoding="utf-8")
    words, _, places = text.partition(_PLACES)
    names = _by_word(places.splitlines())
    return _Groups(_by_word([*words.splitlines(), *places.splitlines()]), names)


def _by_word(lines: Iterable[str]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for line in lines:
        group = [] if line.startswith("#") else [word for word in line.split(", ") if word]
        for word in group:
            groups.setdefault(word, set()).update(group)
    return groups
