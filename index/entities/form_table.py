"""All forms of all names in one table, so that a text is read once and the longest form wins.

One dictionary from folded words to forms, which also holds the beginnings of longer forms, takes a
third of the memory of a trie of dictionaries: 100,000 names must stay under 50 MB.
"""

from __future__ import annotations

from array import array
from copy import copy
from typing import TYPE_CHECKING

import msgspec

from index.entities.names import agrees, keys, slug
from index.model.article import EntityId, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from index.entities.gazetteer import Entry
    from index.entities.words import Words


class TableColumns(msgspec.Struct, array_like=True):
    """All that a table holds, as it is kept in a file."""

    index: dict[str, int | tuple[int, ...]]
    forms: list[str]
    owners: list[int]
    names: list[str]
    kinds: list[Kind]
    ids: dict[int, EntityId]
    own_ids: set[int]
    by_own_id: dict[EntityId, int]
    near: dict[int, tuple[str, ...]]
    countries: dict[int, str]
    surnames: dict[int, str]


_BEGINNING = -1
_LONGEST = 14
_SMALL = 3
"""Letters of a small word such as « le », at the most."""


class NameTable:
    """Entities by number, in the order of the gazetteers; forms find them."""

    def __init__(self) -> None:
        self._index: dict[str, int | tuple[int, ...]] = {}
        self._forms: list[str] = []
        self._owners = array("I")
        self._names: list[str] = []
        self._kinds: list[Kind] = []
        self._ids: dict[int, EntityId] = {}
        self._own_ids: set[int] = set()
        self._by_own_id: dict[EntityId, int] = {}
        self._near: dict[int, tuple[str, ...]] = {}
        self._countries: dict[int, str] = {}
        self._surnames: dict[int, str] = {}
        self._firsts: _Firsts | None = None
        """None until it is asked for."""
        self._asked: dict[EntityId, int | None] = {}
        """The numbers of entities that were asked for."""

    @classmethod
    def of(cls, columns: TableColumns) -> NameTable:
        """The table made of these columns."""
        table = cls()
        for name in TableColumns.__struct_fields__:
            setattr(table, f"_{name}", getattr(columns, name))
        table._owners = array("I", columns.owners)
        return table

    def columns(self) -> TableColumns:
        told = {name: getattr(self, f"_{name}") for name in TableColumns.__struct_fields__}
        return TableColumns(**told | {"owners": self._owners.tolist()})

    def __len__(self) -> int:
        return len(self._names)

    def add(self, entry: Entry) -> int:
        """Adds an entity, or forms to one that is there already; gives its number."""
        name_keys = keys(entry.name)
        if entry.id is None:
            number = self._of_kind(name_keys[-1], entry.kind)
        else:
            number = self.number(entry.id)
        if number is None:
            number = len(self._names)
            self._names.append(entry.name)
            self._kinds.append(entry.kind)
            if entry.id is not None and entry.id != f"{entry.kind}:{slug(entry.name)}":
                self._ids[number] = entry.id
                self._own_ids.add(number)
                self._by_own_id[entry.id] = number
        if entry.near:
            self._near[number] = entry.near
        if entry.country:
            self._countries[number] = entry.country
        if entry.surname:
            self._surnames[number] = entry.surname
        self._add_form(entry.name, number, name_keys)
        for form in entry.aliases:
            self._add_form(form, number, keys(form))
        return number

    def _add_form(self, form: str, number: int, form_keys: tuple[str, ...]) -> None:
        at = len(self._forms)
        self._firsts = None
        self._asked.clear()
        self._forms.append(form)
        self._owners.append(number)
        for key in form_keys:
            known = self._index.get(key, _BEGINNING)
            if known == _BEGINNING:
                self._index[key] = at
            elif isinstance(known, int):
                self._index[key] = (known, at)
            else:
                self._index[key] = (*known, at)
            end = key.rfind(" ")
            while end > 0:
                beginning = key[:end]
                if beginning in self._index:
                    break
                self._index[beginning] = _BEGINNING
                end = key.rfind(" ", 0, end)

    def number(self, entity: EntityId) -> int | None:
        """The number of an entity; None if no gazetteer names it."""
        own = self._by_own_id.get(entity)
        if own is not None:
            return own
        if entity not in self._asked:
            if len(self._asked) >= _MOST_WORDS:
                self._asked.clear()
            kind, _, name = entity.partition(":")
            self._asked[entity] = self._of_kind(name.replace("-", " "), kind)
        return self._asked[entity]

    def _of_kind(self, key: str, kind: str) -> int | None:
        """The entity of a kind whose name has these folded words, else one with another form of
        these words.
        """
        found = [
            number
            for number in self._numbers(key)
            if self._kinds[number] == kind and number not in self._own_ids
        ]
        if len(found) > 1:
            named = f"{kind}:{key.replace(' ', '-')}"
            found.sort(key=lambda number: self.id(number) != named)
        return found[0] if found else None

    def without(self, hidden: frozenset[int]) -> NameTable:
        """A table without the forms of some entities; all entities keep their numbers."""
        table = copy(self)
        table._firsts, table._asked = None, {}
        table._index = {
            key: kept
            for key, forms in self._index.items()
            if (kept := self._kept(forms, hidden)) is not None
        }
        return table

    def _kept(
        self, forms: int | tuple[int, ...], hidden: frozenset[int]
    ) -> int | tuple[int, ...] | None:
        if forms == _BEGINNING:
            return forms
        many = (forms,) if isinstance(forms, int) else forms
        kept = tuple(form for form in many if self._owners[form] not in hidden)
        return kept if kept else _BEGINNING

    def id(self, number: int) -> EntityId:
        known = self._ids.get(number)
        if known is None:
            known = EntityId(f"{self._kinds[number]}:{slug(self._names[number])}")
            self._ids[number] = known
        return known

    def name(self, number: int) -> str:
        return self._names[number]

    def last_words(self) -> frozenset[str]:
        """The last words of the names of persons and places, as they are spelt."""
        told = zip(self._names, self._kinds, strict=True)
        return frozenset(
            name.rpartition(" ")[2] for name, kind in told if kind in (Kind.PERSON, Kind.PLACE)
        )

    def surnames(self) -> frozenset[str]:
        """The last words of the full names of persons, as they are spelt."""
        told = zip(self._names, self._kinds, strict=True)
        return frozenset(
            name.rpartition(" ")[2] for name, kind in told if kind is Kind.PERSON and " " in name
        )

    def kind(self, number: int) -> Kind:
        return self._kinds[number]

    def near(self, number: int) -> tuple[str, ...]:
        return self._near.get(number, ())

    def country(self, number: int) -> str | None:
        return self._countries.get(number)

    def surname(self, number: int) -> str | None:
        return self._surnames.get(number)

    def beginnings(self, words: Words) -> list[int]:
        """The words of a text at which a form may begin.

        Most words that begin some form, such as « le », are left out: they have no capital, and no
        form goes on with the next word.
        """
        index, capitals = self._index, set(words.capitals)
        folded = words.folded
        if self._firsts is None:
            self._firsts = _Firsts(index)
        following = [*folded[1:], ""]
        return [
            at
            for at, known in enumerate(map(self._firsts.__getitem__, folded))
            if known
            and (
                known is True
                or at in capitals
                or (
                    f"{known}{following[at]}" in index
                    if known.__class__ is str
                    else following[at] in known
                )
            )
        ]

    def begins(self, key: str) -> bool:
        """Whether a form is or begins with these folded words."""
        return key in self._index

    def numbers(self, key: str) -> tuple[int, ...]:
        """The entities with a form of these folded words, whatever the case of its letters."""
        return tuple(self._numbers(key))

    def _numbers(self, key: str) -> Iterator[int]:
        found = self._index.get(key, _BEGINNING)
        if isinstance(found, tuple):
            yield from (self._owners[at] for at in found)
        elif found != _BEGINNING:
            yield self._owners[found]

    def matches(self, words: Words, at: int) -> list[tuple[int, int]]:
        """Forms that begin at a word, as (number of words, entity), the longest first."""
        index = self._index
        folded = words.folded
        key = folded[at]
        found: list[tuple[int, int]] = []
        position = at
        last = min(len(folded), at + _LONGEST)
        while True:
            forms = index.get(key)
            if forms is None:
                break
            if forms != _BEGINNING:
                surface = words.surface(at, position + 1)
                for form in (forms,) if isinstance(forms, int) else forms:
                    if agrees(self._forms[form], surface):
                        found.append((position + 1 - at, self._owners[form]))
            position += 1
            if position >= last:
                break
            key = f"{key} {folded[position]}"
        if len(found) > 1:
            found.sort(key=lambda match: -match[0])
        return found


class _Firsts(dict[str, bool | str | set[str]]):
    """What is known of the words of texts: True for a form, False for a word that begins none.

    Small words begin many forms, and stand everywhere: theirs are the words that follow in one. Of
    others that only begin forms it is the word and a blank, with which the next word is looked up.
    """

    def __init__(self, index: Mapping[str, int | tuple[int, ...]]) -> None:
        super().__init__()
        self._index = index
        self._seconds = _second_words(index)

    def __missing__(self, word: str) -> bool | str | set[str]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        forms = self._index.get(word)
        known: bool | str | set[str] = forms is not None
        if forms == _BEGINNING:
            known = self._seconds.get(word, _NONE) if len(word) <= _SMALL else f"{word} "
        self[word] = known
        return known


_MOST_WORDS = 1 << 17
"""The most words of texts, or entities, that are kept; then all are dropped and looked up anew."""
_NONE = {" "}
"""The words behind a small word that no longer begins a form: none."""


def _second_words(keys: Iterable[str]) -> dict[str, set[str]]:
    """For each small word that begins a form of several words, the words that follow it in one."""
    found: dict[str, set[str]] = {}
    for key in keys:
        first, _, rest = key.partition(" ")
        if rest and len(first) <= _SMALL:
            found.setdefault(first, set()).add(rest.partition(" ")[0])
    return found
