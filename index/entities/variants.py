"""One entity, one entry: the forms of a corpus joined where they are surely one, proposed where not.

Never joined are different figures, designators, regnal numbers or first names, and two entities
that gazetteers tell apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.entities.names import keys
from index.entities.persons import without_title
from index.entities.spelling import Verdict, person_name, same_person, sounds
from index.french.tokens import fold, word_forms, word_spans
from index.model.article import EntityId, Kind
from index.model.found import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SMALL = frozenset("de du des d la le les l et of the and pour en a au aux sur".split())  # noqa: SIM905
_FIGURE = re.compile(r"\d")
_ORDINAL = re.compile(r"([ivx]+)(?:e|er|eme|ere|nd)")
_DOMINANT = 0.9
_MOSTLY = 0.6
_MOST_IN_BLOCK = 400


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
        full = max(word_count(_untitled(form, self.kind)) > 1 for form in self.forms)
        ranked = (
            (count, len(form), form)
            for form, count in self.forms.items()
            if not full or word_count(_untitled(form, self.kind)) > 1
        )
        return _untitled(max(ranked)[2], self.kind)


def join(forms: Iterable[FormCount], *, same: Iterable[tuple[EntityId, EntityId]] = ()) -> Joined:
    """Joins the entities of a corpus.

    `same` are pairs that articles define themselves, « Forces armées royales (FAR) ».
    """
    entities = _gather(forms)
    groups = _Groups(entities)
    proposals: dict[tuple[EntityId, EntityId], str] = {}
    for a, b in same:
        if a in entities and b in entities:
            groups.unite(a, b)
    acronyms: dict[EntityId, list[EntityId]] = defaultdict(list)
    for a, b, verdict in _pairs(entities):
        short, long = (a, b) if len(entities[a].best()) < len(entities[b].best()) else (b, a)
        if entities[a].kind is not Kind.PERSON and abbreviates(
            entities[short].best(), entities[long].best()
        ):
            acronyms[short].append(long)
        elif verdict is Verdict.DOUBTFUL or not groups.unite(a, b):
            proposals.setdefault((a, b), "spelling")
    _initials(entities, acronyms, groups, proposals)
    _surnames(entities, groups, proposals)
    _kinds(entities, groups)
    return _joined(entities, groups, proposals)


def word_count(form: str) -> int:
    return len(word_spans(form))


def same_name(kind: Kind, a: str, b: str, counts: tuple[int, int]) -> Verdict:
    """Whether two forms name one entity of a kind, given how often each stands in the corpus."""
    if _figures(a) != _figures(b):
        return Verdict.DIFFERENT
    if kind is Kind.PERSON:
        one, other = person_name(a), person_name(b)
        if bool(one.given) != bool(other.given) and not one.numbers:
            alone, full = (one, other) if not one.given else (other, one)
            return Verdict.SAME if alone.surname == full.surname else Verdict.DIFFERENT
        return same_person(a, b, counts)
    if _plain(a) == _plain(b):
        return Verdict.SAME
    if kind in (Kind.ORGANISATION, Kind.EVENT, Kind.GROUP):
        if abbreviates(a, b) or abbreviates(b, a):
            return Verdict.SAME
        x, y = _plain(a), _plain(b)
        if " " not in x + y and min(len(x), len(y)) >= 5 and not (a.isupper() or b.isupper()):
            # Daech, Daesh: one word written as it sounds.
            return Verdict.SAME if sounds(x) == sounds(y) and x[0] == y[0] else Verdict.DIFFERENT
    return Verdict.DIFFERENT


def abbreviates(short: str, long: str) -> bool:
    """Whether a form is made of the initials of another: `OMS`, `Aqmi`, `LREM`."""
    letters = fold(short)
    if not 2 < len(letters) <= 8 or not letters.isalpha() or not short[:1].isupper():
        return False
    if not long[:1].isupper():
        return False
    if not short.isupper() and len(letters) < 4:
        return False
    words = [word_forms(long[start:end])[1] for start, end in word_spans(long)]
    if len(words) < 2 or len(words) < len(letters) - 1:
        return False
    every = "".join(word[0] for word in words)
    large = "".join(word[0] for word in words if word not in _SMALL)
    some = "".join(word[0] for word in words if word not in _SMALL or word in ("en", "la", "au"))
    return letters in (every, large, some)


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
        self._numbers = {entity.id: _figures(entity.best()) for entity in entities.values()}

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


def _pairs(
    entities: dict[EntityId, _Entity],
) -> Iterator[tuple[EntityId, EntityId, Verdict]]:
    """Pairs that share a block and may be one, each once, in a stable order."""
    blocks: dict[str, list[EntityId]] = defaultdict(list)
    names = {entity.id: entity.best() for entity in entities.values()}
    counts = {entity.id: entity.mentions for entity in entities.values()}
    for id_ in sorted(entities):
        for block in set(_blocks(entities[id_].kind, names[id_])):
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


def _blocks(kind: Kind, name: str) -> Iterator[str]:
    """Keys under which forms of one name meet, whatever slip is in them."""
    if kind is Kind.PERSON:
        person = person_name(name)
        if person.numbers:
            yield f"p#{''.join(person.numbers)}"
            return
        yield f"p={person.given}{''.join(person.middle)}{person.surname}"
        if person.surname:
            yield f"p~{sounds(person.surname)}"
        if person.given:
            given = sounds(person.given)
            yield f"p<{given}{person.surname[:3]}"
            yield f"p>{given}{person.surname[-3:]}"
        return
    plain = _plain(name)
    yield f"{kind[:2]}={plain}"
    if kind in (Kind.ORGANISATION, Kind.EVENT, Kind.GROUP):
        if " " not in plain:
            yield f"{kind[:2]}~{sounds(plain)}"
            if 2 < len(plain) <= 8:
                yield f"{kind[:2]}@{plain}"
        else:
            words = plain.split()
            for kept in (
                words,
                [word for word in words if word not in _SMALL],
                [word for word in words if word not in _SMALL or word in ("en", "la", "au")],
            ):
                yield f"{kind[:2]}@{''.join(word[0] for word in kept)}"


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


def _initials(
    entities: dict[EntityId, _Entity],
    acronyms: dict[EntityId, list[EntityId]],
    groups: _Groups,
    proposals: dict[tuple[EntityId, EntityId], str],
) -> None:
    """An acronym is the one name that it abbreviates, or the foremost of several by far."""
    for short, longs in sorted(acronyms.items()):
        roots: dict[EntityId, int] = defaultdict(int)
        for long in longs:
            roots[groups.root(long)] += entities[long].mentions
        ranked = sorted(roots.items(), key=lambda root: (-root[1], root[0]))
        foremost, mentions = ranked[0]
        alone = len(ranked) == 1 or mentions > 2 * ranked[1][1]
        if alone and (mentions > 1 or not entities[short].known):
            groups.unite(foremost, short)
        else:
            proposals.setdefault((foremost, short), "acronym")


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
        whole = _Entity(lead.id, lead.kind, lead.known, lead.name, forms)
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


def _plain(name: str) -> str:
    """The words that count, folded; ordinals in one notation (`Ve`, `Vème`), `St` spelt out."""
    words = keys(name)[-1].split()
    if len(words) > 1 and words[0] in ("le", "la", "l", "les", "the"):
        words = words[1:]
    plain = []
    for word in words:
        ordinal = _ORDINAL.fullmatch(word)
        word = f"{ordinal[1]}e" if ordinal else word
        plain.append({"st": "saint", "ste": "sainte"}.get(word, word))
    return " ".join(plain)


def _figures(name: str) -> tuple[str, ...]:
    """All that must be equal: figures, designators, regnal numbers."""
    found = []
    for at, word in enumerate(name.split()):
        letters = word.strip(".,'’()")
        if _FIGURE.search(letters):
            found.append(fold(letters).replace("-", "").replace("‑", ""))
        elif at and letters.isupper() and re.fullmatch(r"[IVXL]+", letters):
            found.append(letters)
    return tuple(found)


def _untitled(form: str, kind: Kind) -> str:
    return without_title(form) if kind is Kind.PERSON else form
