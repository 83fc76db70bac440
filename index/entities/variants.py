"""One entry for each entity: forms of a corpus are joined if surely one, else proposed.

Never joined are forms with different figures, designators, regnal numbers or first names, and two
entities that gazetteers distinguish.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import msgspec

from index.entities.acronyms import abbreviates
from index.entities.grouping import Groups, JoiningEntity, untitled, word_count
from index.entities.meant_elsewhere import Acronyms
from index.entities.namesakes import (
    alike,
    join_offices,
    join_surnames,
    lone_first_names,
    of_one_sex,
)
from index.entities.pairing import blocks_of, same_name
from index.entities.spelling import Verdict, person_name
from index.model.article import EntityId, Kind
from index.model.found import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_MOSTLY = 0.6
_MOST_IN_BLOCK = 400


@dataclass(frozen=True, slots=True)
class FormCount:
    """A form of a name, with its count for one entity of the corpus."""

    entity: EntityId
    """The entity as it was recognised; several forms may share one."""
    kind: Kind
    surface: str
    mentions: int
    known: bool = False
    """Whether a gazetteer or the reader names the entity."""
    name: str = ""
    """The name of the entity in the gazetteer."""
    sex: str = ""
    """`f` or `m` where a civility or a first name in a person's form tells it."""
    first_name: bool = False
    """Whether a person's form is a first name and nothing else."""
    needs_words: bool = False
    """Whether gazetteers give the entity only beside certain words."""


@dataclass(frozen=True, slots=True)
class Attested:
    """What articles state about the entities in them; the input of joining."""

    forms: tuple[FormCount, ...]
    same: tuple[tuple[EntityId, EntityId], ...]
    """Acronyms with their names as articles define them, once for each article that does."""
    offices: tuple[tuple[EntityId, frozenset[str]], ...]
    """The offices of persons in the articles, as `office_key` gives them."""

    def __reduce__(self) -> tuple[Callable[[bytes], Attested], tuple[bytes]]:
        # Between processes, in a fifth of the time that tens of thousands of forms take otherwise.
        return _sent, (msgspec.msgpack.encode(self),)


def _sent(attested: bytes) -> Attested:
    """What another process sent."""
    return msgspec.msgpack.decode(attested, type=Attested)


@dataclass(frozen=True, slots=True)
class JoinedEntity:
    """Several entities joined into one, with one id and one name."""

    id: EntityId
    name: str
    kind: Kind
    members: tuple[EntityId, ...]
    """The ids that were joined, with the one that is kept, sorted."""
    forms: tuple[Form, ...]
    """Most frequent first."""
    known: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities that may be one; for the reader to decide."""

    kept: EntityId
    """The more frequent one."""
    other: EntityId
    reason: str
    """`spelling`, `surname`, `acronym` or `part of the name`."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The entities of a corpus after joining."""

    entities: tuple[JoinedEntity, ...]
    """Most mentions first."""
    proposals: tuple[Proposal, ...]
    canonical: dict[EntityId, EntityId] = field(default_factory=dict)
    """From each id that was joined to another to the one that is kept."""


def join(
    forms: Iterable[FormCount],
    *,
    same: Iterable[tuple[EntityId, EntityId]] = (),
    offices: Iterable[tuple[EntityId, frozenset[str]]] = (),
) -> Joined:
    """Joins the entities of a corpus.

    `same` are acronyms with their names as articles define them, « Forces armées royales (FAR) »,
    once for each article; `offices` are the offices that articles state for persons.
    """
    entities = _gather(forms)
    groups = Groups(entities)
    proposals: dict[tuple[EntityId, EntityId], str] = {}
    acronyms = Acronyms(entities)
    for short, long in same:
        acronyms.define(short, long)
    for a, b, verdict in _pairs(entities):
        short, long = (a, b) if len(entities[a].best()) < len(entities[b].best()) else (b, a)
        if entities[a].kind is not Kind.PERSON and abbreviates(
            entities[short].best(), entities[long].best()
        ):
            acronyms.may_be(short, long)
        elif of_one_sex(entities[a], entities[b]) and not (
            verdict is Verdict.SAME
            and alike(entities[a], entities[b])
            and not _meant_otherwise(entities[a], entities[b])
            and groups.unite(a, b)
        ):
            proposals.setdefault((a, b), "spelling")
    acronyms.join(groups, proposals)
    join_offices(entities, offices, groups)
    join_surnames(entities, groups, proposals)
    _kinds(entities, groups)
    return _joined(entities, groups, proposals)


def join_attested(parts: Sequence[Attested]) -> Joined:
    """Joins the entities that several parts of a corpus attest."""
    return join(
        (form for part in parts for form in part.forms),
        same=(pair for part in parts for pair in part.same),
        offices=(office for part in parts for office in part.offices),
    )


def _gather(forms: Iterable[FormCount]) -> dict[EntityId, JoiningEntity]:
    entities: dict[EntityId, JoiningEntity] = {}
    for form in forms:
        entity = entities.get(form.entity)
        if entity is None:
            entity = entities[form.entity] = JoiningEntity(
                form.entity, form.kind, form.known, form.name, {}
            )
            entity.needs_words = form.needs_words
        entity.forms[form.surface] = entity.forms.get(form.surface, 0) + form.mentions
        entity.first_name = entity.first_name and form.first_name
        if form.sex:
            entity.sexes.add(form.sex)
    return entities


def _meant_otherwise(a: JoiningEntity, b: JoiningEntity) -> bool:
    """Whether a name stands mostly without the words beside which gazetteers know it: « Jaguar » in a
    corpus about cars is no armoured vehicle.
    """
    known, other = (a, b) if a.needs_words else (b, a)
    return known.needs_words and not other.known and other.mentions > known.mentions


def _kinds(entities: dict[EntityId, JoiningEntity], groups: Groups) -> None:
    """Gives a name that was found under several kinds the kind that it mostly has."""
    by_name: dict[str, list[JoiningEntity]] = defaultdict(list)
    for entity in entities.values():
        by_name[entity.id.partition(":")[2]].append(entity)
    for namesakes in by_name.values():
        if len(namesakes) < 2 or all(entity.known for entity in namesakes):
            continue
        namesakes.sort(key=lambda entity: (-entity.known, -entity.mentions, entity.id))
        lead, *others = namesakes
        if lead.known or lead.mentions >= _MOSTLY * sum(e.mentions for e in namesakes):
            for other in others:
                if not other.known:
                    groups.unite(lead.id, other.id)


def _joined(
    entities: dict[EntityId, JoiningEntity],
    groups: Groups,
    proposals: dict[tuple[EntityId, EntityId], str],
) -> Joined:
    members: dict[EntityId, list[JoiningEntity]] = defaultdict(list)
    for one in entities.values():
        members[groups.root(one.id)].append(one)
    kept = {_lead(group).id: group for group in members.values()}
    renamed = lone_first_names(entities, kept)
    joined = [
        _as_one(entities[id], group)
        if id not in renamed
        else replace(_as_one(entities[id], group), id=renamed[id], kind=Kind.OTHER)
        for id, group in kept.items()
    ]
    canonical = {
        one.id: renamed.get(id, id)
        for id, group in kept.items()
        for one in group
        if one.id != renamed.get(id, id)
    }
    joined.sort(key=lambda entity: (-sum(form.mentions for form in entity.forms), entity.id))
    return Joined(tuple(joined), _open(proposals, canonical), canonical)


def _lead(group: list[JoiningEntity]) -> JoiningEntity:
    """The entity whose id and kind a group keeps; most groups have one."""
    if len(group) == 1:
        return group[0]
    return max(group, key=lambda e: (e.known, word_count(e.best()) > 1, e.mentions, e.id))


def _as_one(lead: JoiningEntity, group: list[JoiningEntity]) -> JoinedEntity:
    whole, forms = lead, lead.forms
    if len(group) > 1:
        forms = defaultdict(int)
        for entity in group:
            for form, count in entity.forms.items():
                forms[form] += count
        whole = replace(lead, forms=forms, chosen=None)
    ranked = sorted(forms.items(), key=lambda form: (-form[1], form[0]))
    return JoinedEntity(
        lead.id,
        whole.best() if lead.kind is Kind.PERSON or lead.known else lead.best(),
        lead.kind,
        tuple(sorted(entity.id for entity in group)),
        tuple(Form(surface, count) for surface, count in ranked if count),
        lead.known,
    )


def _open(
    proposals: dict[tuple[EntityId, EntityId], str], canonical: dict[EntityId, EntityId]
) -> tuple[Proposal, ...]:
    """The proposals under the ids that were kept, each pair once."""
    found: dict[tuple[EntityId, EntityId], str] = {}
    for (a, b), reason in proposals.items():
        kept, other = canonical.get(a, a), canonical.get(b, b)
        if kept != other and (other, kept) not in found:
            found.setdefault((kept, other), reason)
    return tuple(Proposal(kept, other, reason) for (kept, other), reason in found.items())


def _pairs(
    entities: dict[EntityId, JoiningEntity],
) -> Iterator[tuple[EntityId, EntityId, Verdict]]:
    """Pairs that share a block and may be one, each pair once, in a stable order."""
    blocks: dict[str, list[EntityId]] = defaultdict(list)
    names = {entity.id: entity.best() for entity in entities.values()}
    counts = {entity.id: entity.mentions for entity in entities.values()}
    short = {
        entity.id
        for entity in entities.values()
        if entity.kind is Kind.PERSON and _is_short(untitled(names[entity.id], entity.kind))
    }
    for id_ in sorted(entities):
        for block in set(blocks_of(entities[id_].kind, names[id_])):
            blocks[block].append(id_)
    for a, b in _in_one_block(blocks):
        both_known = entities[a].known and entities[b].known
        if both_known or a in short or b in short:
            continue
        verdict = same_name(entities[a].kind, names[a], names[b], (counts[a], counts[b]))
        if verdict is not Verdict.DIFFERENT:
            first, second = (a, b) if counts[a] >= counts[b] else (b, a)
            yield first, second, verdict


def _is_short(name: str) -> bool:
    """Whether a person is only known by one word or by a surname: « Varnac », « de Varnac »."""
    return word_count(name) == 1 or not (person_name(name).given or person_name(name).numbers)


def _in_one_block(
    blocks: Mapping[str, Sequence[EntityId]],
) -> Iterator[tuple[EntityId, EntityId]]:
    """The pairs of all blocks that are not too large, each pair once."""
    seen: set[tuple[EntityId, EntityId]] = set()
    for block in sorted(blocks):
        members = blocks[block]
        if len(members) > _MOST_IN_BLOCK:
            continue
        for at, a in enumerate(members):
            for b in members[at + 1 :]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b
