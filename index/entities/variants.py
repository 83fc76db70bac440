"""One entity, one entry: the forms of a corpus joined where they are surely one, proposed where not.

Never joined are different figures, designators, regnal numbers or first names, and two entities
that gazetteers tell apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from index.entities.acronyms import abbreviates
from index.entities.pairing import blocks_of, figures, same_name
from index.entities.persons import without_title
from index.entities.spelling import Verdict, near_person, person_name
from index.model.article import EntityId, Kind
from index.model.found import Form
from index.text.tokens import word_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_DOMINANT = 0.9
_MOSTLY = 0.6
_MOST_IN_BLOCK = 400
_DEFINING = 3
"""Articles that define an acronym before it means the same in others."""
_BARE = 3
"""Mentions without a definition for each article with one, where fewer articles define it."""


@dataclass(frozen=True, slots=True)
class FormCount:
    """A form of a name as one entity bears it in the corpus."""

    entity: EntityId
    """As it was recognised; several forms may share one."""
    kind: Kind
    surface: str
    mentions: int
    known: bool = False
    """Whether a gazetteer or the reader names the entity."""
    name: str = ""
    """What a gazetteer calls the entity."""


@dataclass(frozen=True, slots=True)
class Attested:
    """What articles attest of the entities in them; the input of joining."""

    forms: tuple[FormCount, ...]
    same: tuple[tuple[EntityId, EntityId], ...]
    """Acronyms and their names that articles define, each as often as articles do."""
    offices: tuple[tuple[EntityId, frozenset[str]], ...]
    """What they say that persons are, as `office_key` gives it."""


@dataclass(frozen=True, slots=True)
class JoinedEntity:
    """Entities that are one, under one id and one name."""

    id: EntityId
    name: str
    kind: Kind
    members: tuple[EntityId, ...]
    """The ids that were joined, its own among them, sorted."""
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


@dataclass(slots=True)
class _Entity:
    """An entity while it is being joined."""

    id: EntityId
    kind: Kind
    known: bool
    name: str
    forms: dict[str, int]

    chosen: str | None = None

    @property
    def mentions(self) -> int:
        return sum(self.forms.values())

    def best(self) -> str:
        """The best attested full form; asked for when all forms are there."""
        if self.chosen is None:
            self.chosen = self._best()
        return self.chosen

    def _best(self) -> str:
        if self.known and self.name:
            return self.name
        if len(self.forms) == 1:
            return _untitled(next(iter(self.forms)), self.kind)
        full = max(word_count(_untitled(form, self.kind)) > 1 for form in self.forms)
        ranked = (
            (count, len(form), form)
            for form, count in self.forms.items()
            if not full or word_count(_untitled(form, self.kind)) > 1
        )
        return _untitled(max(ranked)[2], self.kind)


def join(
    forms: Iterable[FormCount],
    *,
    same: Iterable[tuple[EntityId, EntityId]] = (),
    offices: Iterable[tuple[EntityId, frozenset[str]]] = (),
) -> Joined:
    """Joins the entities of a corpus.

    `same` are acronyms and their names that articles define themselves, « Forces armées royales
    (FAR) », once for each article; `offices` what articles say that persons are.
    """
    entities = _gather(forms)
    groups = _Groups(entities)
    proposals: dict[tuple[EntityId, EntityId], str] = {}
    acronyms = _Acronyms(entities)
    for short, long in same:
        acronyms.define(short, long)
    for a, b, verdict in _pairs(entities):
        short, long = (a, b) if len(entities[a].best()) < len(entities[b].best()) else (b, a)
        if entities[a].kind is not Kind.PERSON and abbreviates(
            entities[short].best(), entities[long].best()
        ):
            acronyms.may_be(short, long)
        elif verdict is Verdict.DOUBTFUL or not groups.unite(a, b):
            proposals.setdefault((a, b), "spelling")
    acronyms.join(groups, proposals)
    _in_office(entities, offices, groups)
    _surnames(entities, groups, proposals)
    _kinds(entities, groups)
    return _joined(entities, groups, proposals)


def join_attested(parts: Sequence[Attested]) -> Joined:
    """Joins what several parts of a corpus attest."""
    return join(
        (form for part in parts for form in part.forms),
        same=(pair for part in parts for pair in part.same),
        offices=(office for part in parts for office in part.offices),
    )


@lru_cache(maxsize=1 << 16)
def word_count(form: str) -> int:
    return len(word_spans(form))


def _gather(forms: Iterable[FormCount]) -> dict[EntityId, _Entity]:
    entities: dict[EntityId, _Entity] = {}
    for form in forms:
        entity = entities.get(form.entity)
        if entity is None:
            entity = entities[form.entity] = _Entity(
                form.entity, form.kind, form.known, form.name, {}
            )
        entity.forms[form.surface] = entity.forms.get(form.surface, 0) + form.mentions
    return entities


class _Groups:
    """Which entities are one; two that gazetteers tell apart never are."""

    def __init__(self, entities: dict[EntityId, _Entity]) -> None:
        self._parent = {entity: entity for entity in entities}
        self._known = {entity.id: entity.id for entity in entities.values() if entity.known}
        self._numbers = {entity.id: figures(entity.best()) for entity in entities.values()}

    def root(self, entity: EntityId) -> EntityId:
        while self._parent[entity] != entity:
            self._parent[entity] = self._parent[self._parent[entity]]
            entity = self._parent[entity]
        return entity

    def unite(self, a: EntityId, b: EntityId) -> bool:
        """Makes two one, unless they must stay apart."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return True
        if a in self._known and b in self._known:
            return False
        if self._numbers[a] != self._numbers[b]:
            return False
        if b in self._known:
            a, b = b, a
        self._parent[b] = a
        return True


def _surnames(
    entities: dict[EntityId, _Entity],
    groups: _Groups,
    proposals: dict[tuple[EntityId, EntityId], str],
) -> None:
    """« Mme Royal » belongs to the one person of that surname, or is proposed to the foremost."""
    full: dict[str, dict[EntityId, int]] = defaultdict(lambda: defaultdict(int))
    first_names: set[str] = set()
    alone: list[tuple[str, _Entity]] = []
    for entity in entities.values():
        if entity.kind is not Kind.PERSON:
            continue
        name = person_name(entity.best())
        if name.given and not name.numbers:
            full[name.surname][groups.root(entity.id)] += entity.mentions
            first_names.add(name.given)
        elif not name.given and not entity.known:
            alone.append((name.surname, entity))
    for surname, entity in alone:
        owners = full.get(surname)
        titled = any(without_title(form) != form for form in entity.forms)
        if not owners or (surname in first_names and not titled):
            # « Paul » is rather anybody called Paul than the one person with that surname.
            continue
        ranked = sorted(owners.items(), key=lambda owner: (-owner[1], owner[0]))
        owner, mentions = ranked[0]
        if mentions >= _DOMINANT * sum(owners.values()) and len(surname) > 2:
            groups.unite(owner, entity.id)
        else:
            proposals.setdefault((owner, entity.id), "surname")


def _in_office(
    entities: dict[EntityId, _Entity],
    offices: Iterable[tuple[EntityId, frozenset[str]]],
    groups: _Groups,
) -> None:
    """Near spellings are one person where they are said to be the same, and nobody else is.

    « ministre » alone, or what many are, says nothing.
    """
    holders: dict[frozenset[str], set[EntityId]] = defaultdict(set)
    for id, office in offices:
        if len(office) > 1 and id in entities:
            holders[office].add(id)
    for office in sorted(holders, key=sorted):
        roots = sorted({groups.root(id) for id in holders[office]})
        if len(roots) != 2:
            continue
        (a, b) = (entities[root] for root in roots)
        if {a.kind, b.kind} != {Kind.PERSON}:
            continue
        if person_name(a.best()).surname == person_name(b.best()).surname:
            # A surname alone may be anybody's; `_surnames` knows whose.
            continue
        if near_person(a.best(), b.best(), (a.mentions, b.mentions)):
            groups.unite(*((a.id, b.id) if a.mentions >= b.mentions else (b.id, a.id)))


class _Acronyms:
    """Acronyms and the names that they may stand for, over the whole corpus.

    Initials alone are no reason: JLD is no « Japan Lotus Day » because that stands somewhere.
    """

    def __init__(self, entities: dict[EntityId, _Entity]) -> None:
        self._entities = entities
        self._defined: dict[EntityId, Counter[EntityId]] = defaultdict(Counter)
        self._alike: dict[EntityId, set[EntityId]] = defaultdict(set)

    def define(self, short: EntityId, long: EntityId) -> None:
        """Counts an article that says so."""
        if short in self._entities and long in self._entities:
            self._defined[short][long] += 1

    def may_be(self, short: EntityId, long: EntityId) -> None:
        """Notes a name with the initials of an acronym."""
        self._alike[short].add(long)

    def join(self, groups: _Groups, proposals: dict[tuple[EntityId, EntityId], str]) -> None:
        """Joins what the corpus agrees on, proposes what it only suggests."""
        for short in sorted(self._defined.keys() | self._alike.keys()):
            means: Counter[EntityId] = Counter()
            for long, articles in self._defined[short].items():
                means[groups.root(long)] += articles
            if means:
                foremost, articles = min(means.items(), key=lambda item: (-item[1], item[0]))
                if self._agreed(short, articles, means.total()):
                    groups.unite(foremost, short)
                else:
                    proposals.setdefault((foremost, short), "acronym")
                continue
            likely = {groups.root(long) for long in self._alike[short]}
            if len(likely) == 1 and not self._entities[short].known:
                proposals.setdefault((likely.pop(), short), "acronym")

    def _agreed(self, short: EntityId, articles: int, all_: int) -> bool:
        """Whether articles that do not define an acronym may bear it in the same sense."""
        if self._entities[short].known or articles < _DOMINANT * all_:
            return False
        # A small corpus has no three articles: there few bare mentions to one definition will do.
        return articles >= _DEFINING or self._entities[short].mentions <= _BARE * articles


def _kinds(entities: dict[EntityId, _Entity], groups: _Groups) -> None:
    """One name found under several kinds is of the kind that it mostly has."""
    by_name: dict[str, list[_Entity]] = defaultdict(list)
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
    entities: dict[EntityId, _Entity],
    groups: _Groups,
    proposals: dict[tuple[EntityId, EntityId], str],
) -> Joined:
    members: dict[EntityId, list[_Entity]] = defaultdict(list)
    for entity in entities.values():
        members[groups.root(entity.id)].append(entity)
    joined = []
    canonical: dict[EntityId, EntityId] = {}
    for group in members.values():
        lead = max(group, key=lambda e: (e.known, word_count(e.best()) > 1, e.mentions, e.id))
        forms: dict[str, int] = defaultdict(int)
        for entity in group:
            for form, count in entity.forms.items():
                forms[form] += count
            if entity.id != lead.id:
                canonical[entity.id] = lead.id
        whole = lead if len(group) == 1 else replace(lead, forms=forms, chosen=None)
        ranked = sorted(forms.items(), key=lambda form: (-form[1], form[0]))
        joined.append(
            JoinedEntity(
                lead.id,
                whole.best() if lead.kind is Kind.PERSON or lead.known else lead.best(),
                lead.kind,
                tuple(sorted(entity.id for entity in group)),
                tuple(Form(surface, count) for surface, count in ranked),
                lead.known,
            )
        )
    joined.sort(key=lambda entity: (-sum(form.mentions for form in entity.forms), entity.id))
    open_: dict[tuple[EntityId, EntityId], str] = {}
    for (a, b), reason in proposals.items():
        kept, other = canonical.get(a, a), canonical.get(b, b)
        if kept != other and (other, kept) not in open_:
            open_.setdefault((kept, other), reason)
    return Joined(
        tuple(joined),
        tuple(Proposal(kept, other, reason) for (kept, other), reason in open_.items()),
        canonical,
    )


def _pairs(
    entities: dict[EntityId, _Entity],
) -> Iterator[tuple[EntityId, EntityId, Verdict]]:
    """Pairs that share a block and may be one, each once, in a stable order."""
    blocks: dict[str, list[EntityId]] = defaultdict(list)
    names = {entity.id: entity.best() for entity in entities.values()}
    counts = {entity.id: entity.mentions for entity in entities.values()}
    for id_ in sorted(entities):
        for block in set(blocks_of(entities[id_].kind, names[id_])):
            blocks[block].append(id_)
    seen: set[tuple[EntityId, EntityId]] = set()
    for block in sorted(blocks):
        members = blocks[block]
        if len(members) > _MOST_IN_BLOCK:
            continue
        for at, a in enumerate(members):
            for b in members[at + 1 :]:
                if (a, b) in seen:
                    continue
                seen.add((a, b))
                if entities[a].known and entities[b].known:
                    continue
                kind = entities[a].kind
                if kind is Kind.PERSON and (
                    word_count(_untitled(names[a], kind)) == 1
                    or word_count(_untitled(names[b], kind)) == 1
                ):
                    continue
                verdict = same_name(kind, names[a], names[b], (counts[a], counts[b]))
                if verdict is not Verdict.DIFFERENT:
                    first, second = (a, b) if counts[a] >= counts[b] else (b, a)
                    yield first, second, verdict


def _untitled(form: str, kind: Kind) -> str:
    return without_title(form) if kind is Kind.PERSON else form
