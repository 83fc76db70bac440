"""What the acronyms of one article mean: the article's own words decide before anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from index.entities.acronyms import SMALL, Definition, abbreviates, definitions, spells
from index.entities.found_names import Found
from index.entities.names import folded_key
from index.entities.weighed_kinds import OTHER
from index.model.article import EntityId, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.entities.discovery import Candidate
    from index.entities.recognition import Recogniser
    from index.entities.words import Words

_NAMING = (Kind.ORGANISATION, Kind.EVENT, Kind.EQUIPMENT, Kind.OTHER)


class Meanings(NamedTuple):
    """The acronyms that an article defines."""

    meant: dict[str, EntityId]
    """The entity of each folded acronym, and of each name that a known acronym stands for."""
    spelt_out: tuple[Found, ...]
    """Expansions in small letters: « parquet national financier (PNF) »."""


class _Names(NamedTuple):
    """The names of an article by their places."""

    spans: dict[tuple[int, int], EntityId]
    ends: dict[int, tuple[int, str, EntityId]]
    """By the word after the name: its first word, its folded words if it was discovered, its
    entity.
    """

    def overlap(self, first: int, after: int) -> bool:
        return any(start < after and first < end for start, end in self.spans)


def definitions_in(
    words: Words, found: Iterable[Found], runs: Iterable[Candidate]
) -> dict[int, Definition]:
    """The acronyms that an article spells out, by the place of their word."""
    singles = [match.first for match in found if match.after - match.first == 1]
    singles += [run.first for run in runs if run.after - run.first == 1]
    return {definition.acronym: definition for definition in definitions(words, singles)}


def meanings(
    words: Words,
    found: tuple[Found, ...],
    accepted: list[tuple[Candidate, int]],
    recogniser: Recogniser,
    *,
    defined: dict[int, Definition],
) -> Meanings:
    """What the acronyms of an article mean: « Action pour les lacs (APL) », « APL, pour … ».

    If a gazetteer knows the acronym but not the name beside it, the name means the same entity.
    """
    names = _names(words, found, accepted, recogniser)
    known = {match.first: match.entity for match in found if match.after - match.first == 1}
    singles = (*known, *(run.first for run, _ in accepted if run.after - run.first == 1))
    meant: dict[str, EntityId] = {}
    spelt_out: list[Found] = []
    for at in singles:
        definition = defined.get(at)
        named = _named(words, definition, names) if definition else _before(words, at, names)
        if named is None and definition is not None:
            match = _small(words, definition, recogniser, known.get(at))
            if not names.overlap(definition.first, definition.after):
                spelt_out.append(match)
            meant[words.folded[at]] = match.entity
        elif named is not None:
            key, entity = named
            whose = known.get(at)
            if whose and key and _same(recogniser.name(whose), key):
                meant[key] = whose
            else:
                meant[words.folded[at]] = entity
    return Meanings(meant, tuple(spelt_out))


def _same(name: str, key: str) -> bool:
    """Whether a gazetteer's acronym may mean what an article spells out.

    It may if the gazetteer gives no name but the acronym itself, or a name that shares most of its
    words: « direction générale de sécurité intérieure ».
    """
    ours = set(folded_key(name).split(" ")) - SMALL
    theirs = set(key.split(" ")) - SMALL
    return " " not in name or 2 * len(ours & theirs) > min(len(ours), len(theirs))


def _names(
    words: Words,
    found: Iterable[Found],
    accepted: list[tuple[Candidate, int]],
    recogniser: Recogniser,
) -> _Names:
    spans: dict[tuple[int, int], EntityId] = {}
    ends: dict[int, tuple[int, str, EntityId]] = {}
    for match in found:
        if match.kind in _NAMING:
            ends[match.after] = (match.first, "", match.entity)
            spans[match.first, match.after] = match.entity
    for run, kind in accepted:
        if run.after - run.first > 1:
            measure = kind == OTHER and words.folded[run.first] in recogniser.lexicon.measures
            what = Kind.OTHER if measure else Kind.ORGANISATION
            entity = EntityId(f"{what}:{run.key.replace(' ', '-')}")
            ends[run.after] = (run.first, run.key, entity)
            spans[run.first, run.after] = entity
    return _Names(spans, ends)


def _named(words: Words, definition: Definition, names: _Names) -> tuple[str, EntityId] | None:
    """The name that stands at the expansion of an acronym."""
    _, first, after = definition
    entity = names.spans.get((first, after))
    if entity is None:
        return None
    ends = names.ends.get(after)
    return (ends[1] if ends and ends[0] == first else "", entity)


def _before(words: Words, at: int, names: _Names) -> tuple[str, EntityId] | None:
    """The name right before an acronym made of some of its letters: « Office anti-stupéfiants
    (Ofast) ».
    """
    before = names.ends.get(at)
    if before is None or "(" not in words.gap(at):
        return None
    first, key, entity = before
    short, long = words.word(at), words.surface(first, at)
    closed = words.text[words.ends[at] : words.ends[at] + 1] == ")"
    if abbreviates(short, long) or (closed and spells(short, long)):
        return key, entity
    return None


def _small(
    words: Words, definition: Definition, recogniser: Recogniser, known: EntityId | None
) -> Found:
    """An expansion without capitals; its first word tells its kind."""
    _, first, after = definition
    lexicon = recogniser.lexicon
    row = words.folded[first:after]
    if known and _same(recogniser.name(known), " ".join(row)):
        return Found(first, after, known, recogniser.kind(known), "rules")
    body = row[0] in lexicon.organisation_heads or row[0] in lexicon.organisation_cues
    kind = Kind.ORGANISATION if body or row[0] in lexicon.tail_heads else Kind.OTHER
    return Found(first, after, EntityId(f"{kind}:{'-'.join(row)}"), kind, "rules")
