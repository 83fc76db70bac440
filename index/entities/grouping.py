"""The entities of a corpus while they are being joined: their forms, and which are already joined."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from index.entities.pairing import figures
from index.entities.persons import ROYAL, without_title
from index.entities.spelling import person_name, two_people
from index.model.article import EntityId, Kind
from index.text.tokens import word_spans

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLED = ("person:mme-", *(f"person:{title}-" for title in sorted(ROYAL)))
"""How the ids begin of persons known by nothing but a civility or title and one name."""
FAMILY = "person:famille-"


@dataclass(slots=True)
class JoiningEntity:
    """An entity while it is being joined."""

    id: EntityId
    kind: Kind
    known: bool
    name: str
    forms: dict[str, int]
    sexes: set[str] = field(default_factory=set)
    first_name: bool = True
    """Whether each of its forms is a first name alone."""
    needs_words: bool = False
    """Whether gazetteers give it only beside certain words."""
    chosen: str | None = None

    @property
    def mentions(self) -> int:
        return sum(self.forms.values())

    def best(self) -> str:
        """The full form with the most mentions; asked for when all forms are there."""
        if self.chosen is None:
            best = self._best()
            self.chosen = _first_name_first(best) if self.kind is Kind.PERSON else best
        return self.chosen

    def _best(self) -> str:
        if self.known and self.name:
            return self.name
        if self.id.startswith(FAMILY):
            # « les Macron », beside the persons of that name.
            most = max(self.forms, key=lambda form: (self.forms[form], form))
            return f"famille {untitled(most, self.kind)}"
        if self.id.startswith(TITLED):
            # « Mme Fillon », « le roi Philippe », when the corpus says nothing more of them.
            return max((count, form) for form, count in self.forms.items())[1]
        if len(self.forms) == 1:
            return untitled(next(iter(self.forms)), self.kind)
        ranked = (
            (_fullness(form, self.kind), not self._cut(form), count, len(form), form)
            for form, count in self.forms.items()
        )
        return untitled(max(ranked)[-1], self.kind)

    def _cut(self, form: str) -> bool:
        """Whether a form with two words or more is the end of a longer one: « Abdel Karim » of « Anthony
        Abdel Karim ».
        """
        name = untitled(form, self.kind)
        if self.kind is not Kind.PERSON or " " not in name:
            return False
        return any(untitled(other, self.kind).endswith(f" {name}") for other in self.forms)


def full_name(forms: Mapping[str, int], kind: Kind) -> str:
    """The fullest of the forms of an entity, with its title left out; the most frequent of the full ones."""
    return JoiningEntity(EntityId(""), kind, False, "", dict(forms)).best()


class Groups:
    """Which entities are joined; two that gazetteers distinguish never are."""

    def __init__(self, entities: Mapping[EntityId, JoiningEntity]) -> None:
        self._parent = {entity: entity for entity in entities}
        self._known = {entity.id: entity.id for entity in entities.values() if entity.known}
        self._numbers = {entity.id: figures(entity.best()) for entity in entities.values()}
        self._names: dict[EntityId, tuple[str, ...]] = {
            entity.id: (entity.best(),)
            for entity in entities.values()
            if entity.kind is Kind.PERSON
        }
        """The names of the persons that are joined, by the one that is kept."""

    def root(self, entity: EntityId) -> EntityId:
        while self._parent[entity] != entity:
            self._parent[entity] = self._parent[self._parent[entity]]
            entity = self._parent[entity]
        return entity

    def unite(self, a: EntityId, b: EntityId) -> bool:
        """Joins two entities, unless they must stay apart."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return True
        if a in self._known and b in self._known:
            return False
        if self._numbers[a] != self._numbers[b]:
            return False
        of_a, of_b = self._names.get(a, ()), self._names.get(b, ())
        if any(two_people(one, other) for one in of_a for other in of_b):
            return False
        if b in self._known:
            a, b = b, a
        self._parent[b] = a
        self._names[a] = of_a + of_b
        return True


@lru_cache(maxsize=1 << 16)
def word_count(form: str) -> int:
    return len(word_spans(form))


def _fullness(form: str, kind: Kind) -> int:
    """How complete a form of a name is: a person's first name and surname count more than many
    words.
    """
    name = untitled(form, kind)
    if kind is Kind.PERSON:
        return 2 if person_name(name).given else int(word_count(name) > 1)
    return int(word_count(name) > 1)


def _first_name_first(name: str) -> str:
    """« Varnac, Odile » and « VARNAC Odile » as one says them: « Odile Varnac »."""
    surname, comma, given = name.partition(", ")
    if not comma:
        surname, _, given = name.partition(" ")
        listed = len(surname) > 2 and surname.isupper() and given.isalpha() and not given.isupper()
        if not listed:
            return name
    return f"{given} {surname.title() if surname.isupper() else surname}"


def untitled(form: str, kind: Kind) -> str:
    return without_title(form) if kind is Kind.PERSON else form
