"""Entities counted by the reader's decisions, from the counts of the index: no article is indexed
again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.entities.grouping import full_name
from index.model.article import GLUED, Article, ArticleId, EntityId, Kind
from index.model.found import Entity, Facet, Form, FoundBy
from index.model.surface import named_forms
from index.notebook.ruling import Ruling
from index.query.engine import Amendment
from index.shelf.entity_counts import Slips, found_by


class Occurrence(NamedTuple):
    """How often an article spells an entity in one way, by the index."""

    article: ArticleId
    entity: EntityId
    form: str
    mentions: int


@dataclass(slots=True)
class Recount:
    """The changes of the decisions to the counts of a generation."""

    ruling: Ruling
    base: Mapping[EntityId, Entity]
    forms: dict[EntityId, dict[str, int]] = field(default_factory=dict)
    """The forms of the entities that are counted anew."""
    members: dict[EntityId, list[EntityId]] = field(default_factory=dict)
    """From an entity to the other entities of the index that count for it."""
    added: dict[EntityId, set[ArticleId]] = field(default_factory=dict)

    def counted_for(self, id: EntityId) -> tuple[EntityId, ...]:
        """The entities of the index that count for one as a whole, itself among them."""
        own = () if id in self.ruling.divided or id in self.ruling.finals else (id,)
        return (*own, *self.members.get(id, ()))


def occurrences(articles: Iterable[Article], entities: set[EntityId]) -> list[Occurrence]:
    """The occurrences of some entities, if their mentions must be separated."""
    found: list[Occurrence] = []
    for article in articles:
        counts: dict[tuple[EntityId, str], int] = {}
        for mention, form in named_forms(article):
            if mention.entity in entities and mention.by != GLUED:
                key = mention.entity, form
                counts[key] = counts.get(key, 0) + 1
        found += [Occurrence(article.id, *key, count) for key, count in counts.items()]
    return found


def recount(
    ruling: Ruling,
    *,
    base: Mapping[EntityId, Entity],
    divided: Sequence[Occurrence],
    slips: Slips,
) -> Recount:
    """Counts anew; `divided` are all occurrences of the entities that the ruling divides."""
    result = Recount(ruling, base)
    touched = {
        *ruling.finals.values(), *ruling.names, *ruling.kinds, *ruling.created,
        *(step.into for step in ruling.steps),
    }  # fmt: skip
    for id, final in ruling.finals.items():
        result.members.setdefault(final, []).append(id)
    for id in touched:
        forms = result.forms.setdefault(id, {})
        for member in result.counted_for(id):
            if member in base:
                _add(forms, ((form.surface, form.mentions) for form in base[member].forms))
    for found in divided:
        final = ruling.final(found.entity, found.form, found.article)
        _add(result.forms.setdefault(final, {}), [(found.form, found.mentions)])
        result.added.setdefault(final, set()).add(found.article)
    for (entity, word), accepted in ruling.slips.items():
        slip = slips.get(entity, {}).get(word)
        if not accepted or slip is None:
            continue
        for article, number in slip.articles.items():
            if number <= 0:
                continue
            final = ruling.final(entity, slip.form, article)
            if final not in result.forms:
                forms = result.forms[final] = {}
                if final in base:
                    _add(forms, ((form.surface, form.mentions) for form in base[final].forms))
            _add(result.forms[final], [(slip.form, number)])
            result.added.setdefault(final, set()).add(article)
    return result


def amendment_of(counted: Recount) -> Amendment:
    """The changes to the columns of the index."""
    ruling, base = counted.ruling, counted.base

    def place(id: EntityId) -> tuple[Facet, str] | None:
        return None if id in ruling.hidden else (Facet(kind_of(counted, id).value), str(id))

    moved: dict[str, tuple[Facet, str] | None] = {}
    for id in ruling.kinds:
        if id in base:
            moved[id] = place(id)
    moved.update((id, place(final)) for id, final in ruling.finals.items())
    moved.update((id, None) for id in ruling.hidden if id not in ruling.finals)
    moved.update((id, None) for id in ruling.divided)
    added = {
        where: tuple(sorted(articles))
        for id, articles in counted.added.items()
        if (where := place(id)) is not None
    }
    also = {
        str(id): tuple(base[member].name for member in members if member in base)
        for id, members in counted.members.items()
    }
    return Amendment(moved=moved, added=added, also=also, dates=ruling.dates)


def entities(
    counted: Recount, *, articles_with: Callable[[Facet], Mapping[str, int]]
) -> tuple[Entity, ...]:
    """All entities that are shown, most articles first."""
    ruling, base = counted.ruling, counted.base
    listed = [
        entity
        for id, entity in base.items()
        if id not in counted.forms
        and id not in ruling.finals
        and id not in ruling.hidden
        and id not in ruling.divided
    ]
    with_articles: dict[Facet, Mapping[str, int]] = {}
    for id, forms in counted.forms.items():
        if id in ruling.hidden or id in ruling.finals or not forms:
            continue
        kind = kind_of(counted, id)
        facet = Facet(kind.value)
        if facet not in with_articles:
            with_articles[facet] = articles_with(facet)
        articles = with_articles[facet].get(id, 0)
        if not articles:
            continue
        ranked = sorted(forms.items(), key=lambda form: (-form[1], form[0]))
        own = base.get(id)
        full = full_name(forms, kind)
        name = own.name if own else full if " " in full else ranked[0][0]
        listed.append(
            Entity(
                id=id,
                name=ruling.names.get(id) or name,
                kind=kind,
                articles=articles,
                mentions=sum(forms.values()),
                forms=tuple(Form(*form) for form in ranked),
                known=id in ruling.names or bool(own and own.known),
                found_by=_found_by(counted, id),
            )
        )
    listed.sort(key=lambda entity: (-entity.articles, -entity.mentions, entity.name))
    return tuple(listed)


def _found_by(counted: Recount, id: EntityId) -> tuple[FoundBy, ...]:
    numbers: dict[str, int] = {}
    for member in counted.counted_for(id):
        for one in counted.base[member].found_by if member in counted.base else ():
            numbers[one.extractor] = numbers.get(one.extractor, 0) + one.mentions
    return found_by(numbers)


def kind_of(counted: Recount, id: EntityId) -> Kind:
    own = counted.base.get(id)
    return counted.ruling.kinds.get(id) or (own.kind if own else Kind.OTHER)


def _add(forms: dict[str, int], more: Iterable[tuple[str, int]]) -> None:
    for form, mentions in more:
        forms[form] = forms.get(form, 0) + mentions
