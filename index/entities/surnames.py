"""Surnames alone: « Gantz a répondu », if the text gives the full name elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.entities.found_names import Found, covered
from index.entities.names import folded_key
from index.entities.persons import CIVILITIES, surname
from index.model.article import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.entities.context import Lexicon
    from index.entities.form_table import NameTable
    from index.entities.words import Words
    from index.model.article import EntityId


class Surnames:
    """Finds the surnames of persons that gazetteers name."""

    def __init__(self, table: NameTable, lexicon: Lexicon) -> None:
        self._table = table
        self._lexicon = lexicon

    def alone(self, words: Words, found: list[Found]) -> Iterator[Found]:
        """Surnames alone, of persons whose full name stands in the same text."""
        alone = self._surnames(found)
        if not alone:
            return
        firsts = {key[0] for key in alone}
        cover = covered(found, len(words))
        for at in [at for at, word in enumerate(words.folded) if word in firsts]:
            if cover[at] or not words.capital(at):
                continue
            for key, owners in sorted(alone.items(), key=lambda item: -len(item[0])):
                after = at + len(key)
                if tuple(words.folded[at:after]) != key or not words.capital(after - 1):
                    continue
                owner = self._owner(words, at, owners, found)
                if owner and self._stands_alone(words, at, after):
                    yield Found(at, after, owner, Kind.PERSON, "surname")
                    break

    def _surnames(self, found: list[Found]) -> dict[tuple[str, ...], list[EntityId]]:
        """The folded surnames of the persons found, with the persons who bear each."""
        alone: dict[tuple[str, ...], list[EntityId]] = {}
        for match in found:
            if match.kind is not Kind.PERSON:
                continue
            number = self._table.number(match.entity)
            if number is None:
                continue
            short = self._table.surname(number) or surname(self._table.name(number))
            if short:
                owners = alone.setdefault(tuple(folded_key(short).split(" ")), [])
                if match.entity not in owners:
                    owners.append(match.entity)
        return alone

    def _owner(
        self, words: Words, at: int, owners: list[EntityId], found: list[Found]
    ) -> EntityId | None:
        """The owner of a surname; of several persons, the one named last before it."""
        if len(owners) == 1:
            return owners[0]
        beside = at > 0 and words.gap(at) in (" ", "\u00a0") and not words.capital(at - 1)
        if beside and words.folded[at - 1] in self._lexicon.of_all:
            # « l'héritage Varnac » is not that of whoever was named last.
            return None
        before = [match for match in found if match.entity in owners and match.first < at]
        return max(before, key=lambda match: match.first).entity if before else None

    def _stands_alone(self, words: Words, at: int, after: int) -> bool:
        if after < len(words) and words.gap(after) in (" ", "-") and words.capital(after):
            return False
        before = at - 1
        if before < 0 or words.gap(at) not in (" ", "-", "\u00a0"):
            return True
        word = words.folded[before]
        if word in CIVILITIES or not words.capital(before):
            return words.gap(at) != "-"
        if word in self._lexicon.first_names:
            return False
        return words.begins_sentence(before) or word in self._lexicon.before_names
