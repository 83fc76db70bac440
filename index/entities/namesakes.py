"""Which persons of a corpus are the same: surnames, offices, spellings, and what keeps two apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from index.entities.grouping import FAMILY, TITLED, JoiningEntity
from index.entities.persons import without_title
from index.entities.spelling import near_person, person_name, same_letters, sounds
from index.model.article import EntityId, Kind
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from index.entities.grouping import Groups

_DOMINANT = 0.9
_FEW = 3
_TWO = 2
_LONG = 7
"""The letters of a word in which one more or less is a slip, though the name has only two mentions."""
_RARE = 0.1
"""The largest share of the mentions at which a spelling counts as a slip, not as another person."""


def join_surnames(
    entities: dict[EntityId, JoiningEntity],
    groups: Groups,
    proposals: dict[tuple[EntityId, EntityId], str],
) -> None:
    """Joins « Mme Royal » to the person who clearly has that surname most often, else proposes it."""
    full, first_names, alone = _surnames(entities, groups)
    for surname, entity in alone:
        owners = {
            owner: mentions
            for owner, mentions in full.get(surname, {}).items()
            if of_one_sex(entity, entities[owner])
        }
        titled = any(without_title(form) != form for form in entity.forms)
        if not owners or (surname in first_names and not titled):
            # « Paul » may be anybody called Paul, rather than the one person with that surname.
            continue
        ranked = sorted(owners.items(), key=lambda owner: (-owner[1], owner[0]))
        owner, mentions = ranked[0]
        foremost = mentions >= _DOMINANT * sum(owners.values()) and len(surname) > 2
        # A surname more frequent alone than in full is probably somebody else: Renaud.
        bare = sum(count for form, count in entity.forms.items() if without_title(form) == form)
        if foremost and bare <= max(mentions, _FEW):
            groups.unite(owner, entity.id)
        else:
            proposals.setdefault((owner, entity.id), "surname")


def _surnames(
    entities: Mapping[EntityId, JoiningEntity], groups: Groups
) -> tuple[dict[str, dict[EntityId, int]], set[str], list[tuple[str, JoiningEntity]]]:
    """The bearers of each surname with their mentions, all first names, and the surnames alone."""
    full: dict[str, dict[EntityId, int]] = defaultdict(lambda: defaultdict(int))
    first_names: set[str] = set()
    alone: list[tuple[str, JoiningEntity]] = []
    for entity in entities.values():
        if entity.kind is not Kind.PERSON or entity.id.startswith(FAMILY):
            continue
        name = person_name(entity.best())
        if name.given and not name.numbers:
            for surname in _surnames_of(entity.best(), name.surname):
                full[surname][groups.root(entity.id)] += entity.mentions
            first_names.add(name.given)
        elif not name.given and not entity.known and _may_be_surname(entity):
            alone.append((name.surname, entity))
    return full, first_names, alone


def _surnames_of(name: str, surname: str) -> tuple[str, ...]:
    """The surname of a name, and that without « de »: « Rugy »."""
    words = name.split(" ")
    return (surname, fold(words[-1])) if words[-2:-1] == ["de"] else (surname,)


def _may_be_surname(entity: JoiningEntity) -> bool:
    """Whether a form may be a surname: « le roi Philippe » and a first name alone are none."""
    royal = entity.id.startswith(TITLED) and not entity.id.startswith("person:mme-")
    return not royal and not entity.first_name


def of_one_sex(a: JoiningEntity, b: JoiningEntity) -> bool:
    """Whether civilities and first names allow two entities to be one person."""
    return len(a.sexes | b.sexes) < 2 or bool(a.sexes & b.sexes)


def alike(a: JoiningEntity, b: JoiningEntity) -> bool:
    """Whether more than a near spelling says that two are one person: Delpech and Delpuech are two.

    One form is rare beside the other, as slips are, or both are written with the same letters.
    """
    if a.kind is not Kind.PERSON:
        return True
    if not of_one_sex(a, b):
        return False
    one, other = person_name(a.best()), person_name(b.best())
    if one._replace(middle=()) == other._replace(middle=()):
        # « Mary Anne » is no slip for « Mary ».
        initials = all(len(part) == 1 for part in (*one.middle, *other.middle))
        return initials or bool(one.middle) == bool(other.middle)
    if _doubled(a.best(), b.best()):
        return False
    return same_letters(one, other) or _slip(a, b)


def _slip(a: JoiningEntity, b: JoiningEntity) -> bool:
    """Whether a name is rare beside another; two mentions against one say that of long words alone."""
    fewer, more = sorted((a.mentions, b.mentions))
    if fewer > max(1, _RARE * more) or more == fewer:
        return False
    one, other = person_name(a.best()), person_name(b.best())
    if more > _TWO or (one.surname == other.surname and sounds(one.given) == sounds(other.given)):
        return True
    changed = "surname" if one.given == other.given else "given"
    return max(len(getattr(one, changed)), len(getattr(other, changed))) >= _LONG


def _doubled(a: str, b: str) -> bool:
    """Whether one first name is the first half of the other: « Alain », « Alain-Fabien »."""
    one, other = (fold(without_title(name).partition(" ")[0]) for name in (a, b))
    return one.startswith(f"{other}-") or other.startswith(f"{one}-")


def join_offices(
    entities: dict[EntityId, JoiningEntity],
    offices: Iterable[tuple[EntityId, frozenset[str]]],
    groups: Groups,
) -> None:
    """Joins near spellings of persons said to hold the same office, if nobody else holds it.

    « ministre » alone, or an office that many hold, tells nothing.
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
            # A surname alone may be anybody's; `join_surnames` decides about it.
            continue
        if near_person(a.best(), b.best(), (a.mentions, b.mentions)):
            groups.unite(*((a.id, b.id) if a.mentions >= b.mentions else (b.id, a.id)))


def lone_first_names(
    entities: Mapping[EntityId, JoiningEntity], groups: Mapping[EntityId, list[JoiningEntity]]
) -> dict[EntityId, EntityId]:
    """New ids, of a kind that no list shows, for first names without a surname anywhere: « Laura ».

    The groups are given by the id that each keeps; a group may hold a name under several kinds.
    """
    renamed = {}
    for kept, members in groups.items():
        key = kept.partition(":")[2]
        new = EntityId(f"{Kind.OTHER}:{key}")
        if (
            entities[kept].kind is Kind.PERSON
            and all(one.id.partition(":")[2] == key and not one.known for one in members)
            and all(one.first_name for one in members if one.kind is Kind.PERSON)
            and (new not in entities or any(one.id == new for one in members))
        ):
            renamed[kept] = new
    return renamed
