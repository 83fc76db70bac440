"""The nouns that events are called by and what may follow each, as the table tells them."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from index.entities.times_named import MONTHS
from index.model.article import Kind
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.entities.found_names import Found
    from index.entities.words import Words


class Head(NamedTuple):
    """A noun that events are called by."""

    name: str
    """The form that stands in ids."""
    forms: tuple[str, ...]
    follows: frozenset[str]


class Grammar(NamedTuple):
    """The words of the table, folded."""

    heads: dict[str, Head]
    words: dict[str, frozenset[str]]
    """The words of each other row by its first column."""
    signs: frozenset[str]
    """Every word at which an event may be."""


@cache
def grammar() -> Grammar:
    """The grammar of the table."""
    text = resources.files("index.entities").joinpath("data/happenings.tsv").read_text("utf-8")
    heads: dict[str, Head] = {}
    words: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        row, forms, *more = line.split("\t")
        folded = tuple(fold(form) for form in forms.split())
        if row == "head":
            head = Head(folded[0], folded, frozenset(more[0].split()))
            heads.update(dict.fromkeys(folded, head))
        else:
            words[row] = words.get(row, frozenset()).union(folded)
    return Grammar(heads, words, frozenset(heads) | words["vote"] | MONTHS)


def called(match: Found, words: Words) -> str:
    """What a name is called in the id of an event: a person in full, anything else as it stands."""
    if match.kind is Kind.PERSON:
        return match.entity.partition(":")[2].replace("-", " ")
    return " ".join(words.folded[match.first : match.after])


def of_town(match: Found | None, thing: Sequence[str], linked: str) -> str:
    """How a thing's name stands in an id: « accident du bus de Lyon » is not that of Lyon itself."""
    if match is None or match.kind is not Kind.PLACE:
        return linked
    return " ".join((*thing, linked))
