"""Towns that stand for their clubs: « OM - Saint-Étienne », « entre le PSG et Nantes »; one of the two must be a club by name."""

from __future__ import annotations

from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING

from index.entities.names import keys, slug
from index.model.article import EntityId, Kind

if TYPE_CHECKING:
    from index.entities.found_names import Found
    from index.entities.words import Words

_HYPHENS = frozenset(("-", " - ", " – ", "–", "‑"))
_AGAINST = frozenset((("contre",), ("face", "a"), ("et",), ("recoit",), ("affronte",)))
_PAIRED = ("et",)
_FAR = 4
_MATCHES = frozenset(
    ("match", "rencontre", "finale", "demi-finale", "derby", "choc", "affiche", "duel", "classique")
)
"""What is played between two clubs; conflicts and agreements are between a club and a town."""


@cache
def _clubs() -> dict[str, EntityId]:
    """The clubs by the folded words of their towns."""
    text = resources.files("index.entities").joinpath("data/teams.tsv").read_text("utf-8")
    found: dict[str, EntityId] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            towns, club = line.split("\t")
            entity = EntityId(f"organisation:{slug(club)}")
            found.update(dict.fromkeys((keys(town)[-1] for town in towns.split("|")), entity))
    return found


@cache
def _teams() -> frozenset[EntityId]:
    return frozenset(_clubs().values())


def with_clubs(words: Words, found: list[Found]) -> list[Found]:
    """The names of an article, with its towns that play against a club as the clubs that they stand for."""
    teams = _teams()
    if not any(match.entity in teams for match in found):
        return found
    ordered = sorted(found, key=lambda match: match.first)
    replaced: dict[Found, Found] = {}
    for one, other in pairwise(ordered):
        town, club = (other, one) if one.entity in teams else (one, other)
        if town.kind is not Kind.PLACE or club.entity not in teams:
            continue
        entity = _clubs().get(" ".join(words.folded[town.first : town.after]))
        if entity and entity != club.entity and _play(words, one, other):
            replaced[town] = town._replace(entity=entity, kind=Kind.ORGANISATION)
    return [replaced.get(match, match) for match in found] if replaced else found


def _play(words: Words, one: Found, other: Found) -> bool:
    """Whether two names are told as the sides of a match."""
    between = words.text[words.ends[one.after - 1] : words.starts[other.first]]
    start = words.folded[max(0, one.first - _FAR) : one.first]
    if between in _HYPHENS:
        # « le départ du PSG – Nantes et Lille comprises »
        return between.strip() == between or not start or start[-1] not in ("du", "des", "au")
    row = tuple(
        word for word in words.folded[one.after : other.first] if word not in ("le", "l", "la")
    )
    if row not in _AGAINST or "\n" in between:
        return False
    if row == _PAIRED:
        return any("entre" in start[at + 1 :] for at, word in enumerate(start) if word in _MATCHES)
    return True
