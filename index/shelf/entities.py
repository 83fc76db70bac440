"""How often and in which forms the entities of a generation occur."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from index.model.article import Article, EntityId, Kind
from index.model.found import Entity, Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_NAME = "entities.msgpack"


class EntityTally:
    """Counts entities over articles that pass by; tallies of several processes can be merged."""

    def __init__(self) -> None:
        self._articles: dict[EntityId, int] = {}
        self._forms: dict[EntityId, dict[str, int]] = {}
        self._kinds: dict[EntityId, Kind] = {}

    def add(self, article: Article) -> None:
        here: set[EntityId] = set()
        for mention in article.annotations.mentions:
            here.add(mention.entity)
            self._kinds[mention.entity] = mention.kind
            forms = self._forms.setdefault(mention.entity, {})
            surface = " ".join(article.text[mention.start : mention.end].split())
            forms[surface] = forms.get(surface, 0) + 1
        for entity in here:
            self._articles[entity] = self._articles.get(entity, 0) + 1

    def merge(self, other: EntityTally) -> None:
        """Adds what another tally has counted."""
        self._kinds |= other._kinds
        for id, number in other._articles.items():
            self._articles[id] = self._articles.get(id, 0) + number
        for id, counted in other._forms.items():
            forms = self._forms.setdefault(id, {})
            for surface, number in counted.items():
                forms[surface] = forms.get(surface, 0) + number

    def ids(self) -> tuple[EntityId, ...]:
        return tuple(self._articles)

    def entities(
        self, *, name_of: Callable[[EntityId], str], known: Callable[[EntityId], bool]
    ) -> tuple[Entity, ...]:
        """Those counted so far, most articles first."""
        listed = []
        for id, articles in self._articles.items():
            forms = sorted(self._forms[id].items(), key=lambda form: (-form[1], form[0]))
            listed.append(
                Entity(
                    id=id,
                    name=name_of(id),
                    kind=self._kinds[id],
                    articles=articles,
                    mentions=sum(count for _, count in forms),
                    forms=tuple(Form(surface, count) for surface, count in forms),
                    known=known(id),
                )
            )
        listed.sort(key=lambda entity: (-entity.articles, -entity.mentions, entity.name))
        return tuple(listed)


def save_entities(folder: Path, entities: Iterable[Entity]) -> None:
    (folder / _NAME).write_bytes(msgspec.msgpack.encode(tuple(entities)))


def load_entities(folder: Path) -> tuple[Entity, ...]:
    return msgspec.msgpack.decode((folder / _NAME).read_bytes(), type=tuple[Entity, ...])
